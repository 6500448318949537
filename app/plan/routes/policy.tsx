import { data } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { decidePolicy } from '#app/plan/decide-policy.server.ts'
import { getPolicy } from '#app/plan/get-policy.server.ts'
import type { PolicyVersion } from '#app/plan/rules/policy.ts'
import { PolicyForm } from '#app/plan/ui/policy-form.tsx'
import { PolicyTabs } from '#app/plan/ui/policy-tabs.tsx'
import { policyFacts } from '#app/plan/ui/policy-words.ts'
import { notAheadText, policyFormValues, readPolicyForm } from '#app/plan/ui/read-policy-form.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { formatDate } from '#app/platform/i18n/format.ts'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/policy.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.decision_policy_title() }) }]

export async function loader({ context }: Route.LoaderArgs) {
  const policy = await getPolicy(requireContext(context))
  if (policy === null) throw data(null, { status: 404 })
  return policy
}

export async function action({ context, request }: Route.ActionArgs) {
  const read = readPolicyForm(await request.formData())
  if (!read.ok) return data({ sent: read.sent, errors: read.errors }, { status: 400 })
  const decided = await decidePolicy(requireContext(context), read)
  if (decided.ok) {
    const date = formatDate(read.validFrom.toString(), getLocale(), 'long-on')
    return redirectWithReceipt(context, '/municipality/policy', {
      tone: 'ok',
      title: m.decision_policy_receipt({ date }),
    })
  }
  const { refusal } = decided
  if (refusal.kind === 'not-found') throw data(null, { status: 404 })
  const error =
    refusal.kind === 'not-ahead'
      ? { field: 'validFrom', text: notAheadText(refusal.earliest.toString()) }
      : { field: refusal.field, text: m.decision_policy_error_choice() }
  return data({ sent: read.sent, errors: [error] }, { status: 400 })
}

export default function PolicyPage({ loaderData: policy, actionData }: Route.ComponentProps) {
  const { current, future, past, earliest } = policy
  const errors = actionData?.errors ?? []
  return (
    <>
      <PageHead title={m.decision_policy_title()} lead={m.decision_policy_lead()} />
      <PolicyTabs />
      <ErrorSummary errors={errors.map(({ field, text }) => ({ text, href: `#${field}` }))} />
      <div className="stack" style={{ '--gap': '1.5rem' }}>
        {current === null ? (
          <EmptyState title={m.decision_policy_none()} icon="plan" />
        ) : (
          <Card title={m.decision_policy_now()} aside={<FromDay version={current} />}>
            <Facts facts={policyFacts(current)} />
          </Card>
        )}
        {future.map((version) => (
          <Folded key={version.id} title={m.decision_policy_future()} version={version} isOpen />
        ))}
        {past.map((version) => (
          <Folded key={version.id} title={m.decision_policy_past()} version={version} />
        ))}
        <PolicyForm
          earliest={earliest}
          values={actionData?.sent ?? { ...policyFormValues(current), validFrom: '' }}
          errors={errors}
        />
      </div>
    </>
  )
}

function FromDay({ version: { validFrom, decidedBy, decidedAt } }: { version: PolicyVersion }) {
  const locale = getLocale()
  return (
    <span className="small muted">
      {m.decision_policy_from({ date: formatDate(validFrom, locale, 'long') })}
      {decidedBy === null || decidedAt === null
        ? null
        : `. ${m.decision_policy_decided_by({ name: decidedBy, date: formatDate(decidedAt, locale, 'long-on') })}`}
    </span>
  )
}

function Folded({ title, version, isOpen = false }: { title: string; version: PolicyVersion; isOpen?: boolean }) {
  return (
    <details className="card print-open" open={isOpen}>
      <summary className="min-h-11 cursor-pointer">
        <b>{title}</b> <FromDay version={version} />
      </summary>
      <Facts facts={policyFacts(version)} />
    </details>
  )
}
