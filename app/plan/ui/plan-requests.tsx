import { Form } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { RequestView } from '#app/plan/rules/plan-history.ts'
import { formatDate } from '#app/platform/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

/** An answer that was sent back: of which request, in which words, and why. */
export type SentAnswer = { requestId: string; answer: string; error: string }

type PlanRequestsProps = {
  requests: readonly RequestView[]
  /** Null for a family, which reads; else what the social worker can do, and whether a draft is under way. */
  answering: { hasDraft: boolean; sent: SentAnswer | null } | null
}

/** Who asked for the plan to be changed, why, and what became of it. */
export function PlanRequests({ requests, answering }: PlanRequestsProps) {
  return (
    <Card title={m.revision_requests_title()}>
      {requests.length === 0 ? <p className="muted">{m.revision_requests_none()}</p> : null}
      <ul className="stack" style={{ '--gap': '1.25rem' }}>
        {requests.map((request) => (
          <li key={request.id} className="border-b border-line pb-4 last:border-b-0 last:pb-0">
            <div className="flex flex-wrap items-baseline gap-3">
              <span className="small muted min-w-0 flex-1">{askerText(request)}</span>
              <StateBadge request={request} />
            </div>
            <p className="mt-1 whitespace-pre-line">{request.reason}</p>
            {request.answer === null ? null : (
              <p className="mt-2 whitespace-pre-line">
                {m.revision_request_answer({ name: request.answeredBy ?? '', answer: request.answer })}
              </p>
            )}
            {answering === null || request.state !== 'open' ? null : <Answer request={request} {...answering} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Answer({ request, hasDraft, sent }: { request: RequestView } & NonNullable<PlanRequestsProps['answering']>) {
  const isSent = sent?.requestId === request.id
  return (
    <div className="stack mt-3" style={{ '--gap': '0.75rem' }}>
      {hasDraft ? null : (
        <Form method="post">
          <input type="hidden" name="requestId" value={request.id} />
          <SubmitButton name="intent" value="take" size="small">
            {m.revision_request_take()}
          </SubmitButton>
        </Form>
      )}
      <details open={isSent}>
        <summary className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">
          {m.revision_request_decline()}
        </summary>
        <Form method="post" className="stack" noValidate>
          <input type="hidden" name="requestId" value={request.id} />
          <TextArea
            id={`answer-${request.id}`}
            name="answer"
            label={m.revision_request_decline_label()}
            rows={3}
            required
            defaultValue={isSent ? sent.answer : ''}
            errors={isSent ? [sent.error] : undefined}
          />
          <SubmitButton variant="secondary" size="small" name="intent" value="decline">
            {m.revision_request_decline()}
          </SubmitButton>
        </Form>
      </details>
    </div>
  )
}

function askerText({ isOwn, askedBy, askedAs, askedAt }: RequestView): string {
  const date = formatDate(askedAt, getLocale(), 'long-on')
  return isOwn
    ? m.revision_request_own({ date })
    : m.revision_request_by({ name: askedBy, role: roleText(askedAs), date })
}

function roleText(role: string): string {
  if (role === 'guardian') return m.revision_asked_as_guardian()
  return role === 'specialist' || role === 'provider_manager'
    ? m.revision_asked_as_provider()
    : m.revision_asked_as_staff()
}

function StateBadge({ request: { state, plan } }: { request: RequestView }) {
  if (state === 'open') {
    return (
      <Badge tone="attention" icon="clock">
        {m.revision_request_open()}
      </Badge>
    )
  }
  if (state === 'declined') return <Badge icon="x">{m.revision_request_declined()}</Badge>
  return plan?.state === 'approved' || plan?.state === 'superseded' ? (
    <Badge tone="ok" icon="check">
      {m.revision_request_done()}
    </Badge>
  ) : (
    <Badge tone="accent" icon="edit">
      {m.revision_request_taken()}
    </Badge>
  )
}
