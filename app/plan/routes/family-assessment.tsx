import { data } from 'react-router'
import { stepStates } from '#app/assessment/rules/family-steps.ts'
import type { FamilyStep } from '#app/assessment/rules/family-steps.ts'
import type { FamilyAssessment } from '#app/assessment/rules/family-view.ts'
import { FamilyPeople } from '#app/assessment/ui/family-people.tsx'
import { FamilySteps } from '#app/assessment/ui/family-steps.tsx'
import { dueText } from '#app/assessment/ui/family-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { getFamilyOverview } from '#app/plan/get-family-overview.server.ts'
import type { FamilyDecision } from '#app/plan/rules/family-ranking-view.ts'
import { isWayOver, noticeOf } from '#app/plan/rules/family-ranking-view.ts'
import { describeTask } from '#app/plan/ui/family-task.ts'
import { formatDate, formatDateRange } from '#app/platform/i18n/format.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/family-assessment.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.ranking_title() }) }]

export async function loader({ params, context }: Route.LoaderArgs) {
  const overview = await getFamilyOverview(requireContext(context), { childId: params.childId })
  if (overview === null) throw data(null, { status: 404 })
  return overview
}

export default function FamilyAssessmentPage({ loaderData }: Route.ComponentProps) {
  const { child, assessment, decision, now } = loaderData
  const base = `/family/${child.id}`
  const notice = noticeOf(loaderData)
  if (assessment === null || notice === null || isWayOver(notice)) {
    return (
      <>
        <PageHead title={m.ranking_title()} over={child.givenName} />
        <EmptyState
          title={assessment === null ? m.ranking_none_title() : m.ranking_over_title()}
          icon="plan"
          action={
            <p className="row">
              <ButtonLink to={`${base}/plan`} variant="secondary">
                {m.ranking_to_plan()}
              </ButtonLink>
              {decision.planId === null ? null : (
                <ButtonLink to={`${base}/decisions/${decision.planId}`} variant="quiet">
                  {m.ranking_to_decision()}
                </ButtonLink>
              )}
            </p>
          }
        >
          <p>{assessment === null ? m.ranking_none_text() : m.ranking_over_text()}</p>
        </EmptyState>
      </>
    )
  }
  const task = describeTask(notice, base)
  const period = formatDateRange(assessment.startsOn, assessment.lastDay, getLocale())
  return (
    <>
      <PageHead title={task.title} over={m.ranking_over({ name: child.givenName, period })} lead={task.text} />
      {task.action === null ? null : (
        <div className="stack mb-6 max-w-136" style={{ '--gap': '0.5rem' }}>
          <ButtonLink to={task.action.to} wide>
            {task.action.label}
          </ButtonLink>
          {task.due === null ? null : <p className="small muted">{task.due}</p>}
        </div>
      )}
      <div className="split">
        <FamilySteps
          states={stepStates(assessment, decision.state)}
          texts={stepTexts(assessment, decision, now)}
          hrefs={stepHrefs(assessment, decision, base)}
        />
        <aside className="stack static!" style={{ '--gap': '1.5rem' }}>
          <FamilyPeople guardians={assessment.guardians} experts={assessment.experts} now={now} />
        </aside>
      </div>
    </>
  )
}

function stepTexts(assessment: FamilyAssessment, decision: FamilyDecision, now: number): Record<FamilyStep, string> {
  const { wishes, experts, services, ranking, completedAt, proposedAt } = assessment
  const mine = services.filter(({ understoodBy }) => understoodBy.some(({ isMe }) => isMe)).length
  const isOpen = completedAt === null && proposedAt !== null
  const orderDue = isOpen ? dueText(assessment.rankingDue, now) : null
  return {
    wishes: wishes.length === 0 ? m.ranking_wishes_none() : m.ranking_wishes_count({ count: wishes.length }),
    experts:
      proposedAt === null && completedAt === null
        ? [m.ranking_experts_work({ count: experts.length }), expertsDueText(assessment)].join(' ')
        : m.ranking_experts_done(),
    reading: readingText(services.length, mine, ranking.handedIn === null),
    order:
      ranking.handedIn === null
        ? [m.ranking_order_text(), orderDue].join(' ')
        : ranking.told !== null
          ? m.ranking_order_told({ name: ranking.told.by })
          : m.ranking_order_handed_in({ who: ranking.handedIn.isMe ? 'me' : 'other', name: ranking.handedIn.name }),
    decision: decisionText(decision),
  }
}

/** Once the order is handed in, reading is behind the family, whatever it marked as understood. */
function readingText(all: number, mine: number, isAhead: boolean): string {
  if (all === 0) return m.ranking_reading_later()
  return isAhead ? m.ranking_reading_count({ mine, all }) : m.ranking_reading_proposed({ count: all })
}

function expertsDueText({ expertsDue }: FamilyAssessment): string {
  return expertsDue === null ? '' : m.ranking_experts_due({ date: formatDate(expertsDue, getLocale(), 'date-until') })
}

function decisionText({ state }: FamilyDecision): string {
  switch (state) {
    case 'none':
      return m.ranking_decision_later()
    case 'preparing':
      return m.ranking_decision_preparing()
    case 'sealed':
      return m.ranking_decision_sealed()
    case 'approved':
      return m.ranking_decision_approved()
  }
}

function stepHrefs(
  { services }: FamilyAssessment,
  { planId }: FamilyDecision,
  base: string,
): Partial<Record<FamilyStep, string>> {
  const here = `${base}/assessment`
  return {
    wishes: `${here}/wishes`,
    ...(services.length > 0 ? { reading: `${here}/services`, order: `${here}/ranking` } : {}),
    ...(planId === null ? {} : { decision: `${base}/decisions/${planId}` }),
  }
}
