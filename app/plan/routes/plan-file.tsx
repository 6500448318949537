import { data, Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { actOnPlan } from '#app/plan/act-on-plan.server.ts'
import { getPlanFile } from '#app/plan/get-plan-file.server.ts'
import type { PlanHead } from '#app/plan/rules/plan-file.ts'
import { JointList } from '#app/plan/ui/joint-list.tsx'
import { PlanDeedForms } from '#app/plan/ui/plan-deed-forms.tsx'
import { PlanDifference } from '#app/plan/ui/plan-difference.tsx'
import { PlanGoals } from '#app/plan/ui/plan-goals.tsx'
import { PlanSignatures } from '#app/plan/ui/plan-signatures.tsx'
import { HowMoney, HowPoints } from '#app/plan/ui/plan-sums.tsx'
import { planStateLook } from '#app/plan/ui/plan-state.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { formatDate, formatDateRange } from '#app/platform/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/plan-file.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  {
    title: m.ui_page_title({
      title:
        loaderData === undefined ? m.plan_title() : m.decision_file_title({ name: loaderData.file.head.childName }),
    }),
  },
]

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = requireContext(context)
  const file = await getPlanFile(ctx, params)
  if (file === null) throw data(null, { status: 404 })
  return { file, isExpert: ctx.actor.role === 'expert' }
}

export async function action({ context, params: { planId }, request }: Route.ActionArgs) {
  const done = await actOnPlan(requireContext(context), { planId, form: await request.formData() })
  if (done.ok) return redirectWithReceipt(context, done.value.to, { tone: 'ok', title: done.value.receipt })
  if (done.refusal.status === 404) throw data(null, { status: 404 })
  const { status, ...refused } = done.refusal
  return data(refused, { status })
}

export default function PlanFilePage({ loaderData: { file, isExpert }, actionData }: Route.ComponentProps) {
  const { head, content } = file
  const look = planStateLook(file)
  return (
    <>
      <PageHead
        back={
          head.assessmentId === null || head.origin === 'revision'
            ? { to: `/municipality/families/${head.childId}`, label: m.decision_file_family() }
            : { to: `/assessments/${head.assessmentId}`, label: m.decision_file_assessment() }
        }
        over={m.decision_file_over({
          period: formatDateRange(head.startsOn, head.lastDay, getLocale()),
          version: head.version,
        })}
        title={m.decision_file_title({ name: head.childName })}
        lead={
          <Badge tone={look.tone} icon={look.icon}>
            {look.text}
          </Badge>
        }
      />
      <ErrorSummary
        errors={
          actionData === undefined
            ? []
            : [{ text: actionData.text, ...(actionData.field === '' ? {} : { href: `#${actionData.field}` }) }]
        }
      />
      <About head={head} />
      <div className="split">
        <JointList plan={content} stamp={null} uses={[]} audience="staff" bookHref={null} />
        <aside className="stack static!" style={{ '--gap': '1.5rem' }}>
          {file.difference === null ? null : (
            <Card title={m.revision_diff_caption()}>
              <PlanDifference difference={file.difference} />
            </Card>
          )}
          <PlanSignatures file={file} />
          <PlanDeedForms file={file} refused={actionData ?? null} />
          <Documents head={head} isExpert={isExpert} />
        </aside>
      </div>
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-3">
        <HowMoney plan={content} />
        <HowPoints plan={content} audience="staff" />
        <PlanGoals goals={content.goals} audience="staff" />
      </div>
    </>
  )
}

function About({ head }: { head: PlanHead }) {
  const { reason, origin, withdrawnAt, withdrawnBy, withdrawnReason } = head
  return (
    <>
      {withdrawnAt === null ? null : (
        <Note tone="stop" className="mb-6">
          {m.decision_withdrawn_text({
            date: formatDate(withdrawnAt, getLocale(), 'long-on'),
            name: withdrawnBy ?? '–',
            reason: withdrawnReason ?? '',
          })}
        </Note>
      )}
      {reason === null || reason === '' ? null : (
        <Note className="mb-6">
          {origin === 'revision' ? m.decision_why_revised({ reason }) : m.decision_why_budget({ reason })}
        </Note>
      )}
    </>
  )
}

function Documents({ head, isExpert }: { head: PlanHead; isExpert: boolean }) {
  const { planId, childId, state, sealedAt, origin } = head
  const isDraft = state === 'draft' && sealedAt === null
  const pdf = `/plans/${planId}/decision.pdf`
  return (
    <Card title={m.decision_file_document()}>
      <ul>
        {isDraft || state === 'withdrawn' ? null : (
          <>
            <li>
              <a className="inline-flex min-h-11 items-center" href={pdf}>
                {m.decision_file_pdf_lv()}
              </a>
            </li>
            <li>
              <a className="inline-flex min-h-11 items-center" href={`${pdf}?language=en`}>
                {m.decision_file_pdf_en()}
              </a>
            </li>
          </>
        )}
        {origin === 'revision' && state === 'draft' && !isExpert ? (
          <li>
            <Link
              className="inline-flex min-h-11 items-center"
              to={`/municipality/families/${childId}/revisions/${planId}`}
            >
              {m.decision_file_edit_revision()}
            </Link>
          </li>
        ) : null}
        {isExpert ? null : (
          <li>
            <Link className="inline-flex min-h-11 items-center" to={`/municipality/families/${childId}`}>
              {m.decision_file_family()}
            </Link>
          </li>
        )}
      </ul>
    </Card>
  )
}
