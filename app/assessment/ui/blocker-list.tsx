import { Link } from 'react-router'
import { blockersOf, type Blocker } from '#app/assessment/rules/blockers.ts'
import type { AssessmentOverview } from '#app/assessment/rules/overview.ts'
import { runsAssessment } from '#app/assessment/rules/seat.ts'
import { tabPath } from '#app/assessment/ui/assessment-head.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Card } from '#app/ui/card.tsx'

/** What has to happen next, in sentences, each with the way to where it happens. */
export function BlockerList({ overview }: { overview: AssessmentOverview }) {
  const blockers = blockersOf(overview)
  return (
    <Card title={m.assessment_blockers()} tone={blockers.length > 0 ? 'attention' : 'plain'}>
      {blockers.length === 0 ? (
        <p>{m.assessment_blockers_none()}</p>
      ) : (
        <ul className="blockers">
          {blockers.map((blocker) => {
            const { text, to, label } = describe(blocker, overview)
            return (
              <li key={blocker.kind}>
                <span>{text}</span>
                {to.startsWith('#') ? <a href={to}>{label}</a> : <Link to={to}>{label}</Link>}
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}

function namesText(names: readonly string[]): string {
  return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(names)
}

function describe(
  blocker: Blocker,
  { head: { assessmentId, role } }: AssessmentOverview,
): { text: string; to: string; label: string } {
  const label = runsAssessment(role) ? m.assessment_go_people() : m.assessment_go_see_people()
  const people = { to: '#people', label }
  const goals = { to: tabPath(assessmentId, 'goals'), label: m.assessment_go_goals() }
  const services = { to: tabPath(assessmentId, 'services'), label: m.assessment_go_services() }
  const ranking = { to: tabPath(assessmentId, 'ranking'), label: m.assessment_go_ranking() }
  const plan = { to: tabPath(assessmentId, 'plan'), label: m.assessment_go_plan() }
  switch (blocker.kind) {
    case 'wishes-missing':
      return { text: m.assessment_block_wishes({ names: namesText(blocker.names) }), ...people }
    case 'no-wish':
      return { text: m.assessment_block_no_wish(), ...people }
    case 'no-lead':
      return { text: m.assessment_block_no_lead(), ...people }
    case 'experts-missing':
      return { text: m.assessment_block_experts({ names: namesText(blocker.names) }), ...people }
    case 'goals-not-agreed':
      return { text: m.assessment_block_goals(), ...goals }
    case 'no-services':
      return { text: m.assessment_block_services(), ...services }
    case 'orders-missing':
      return { text: m.assessment_block_orders({ names: namesText(blocker.names) }), ...ranking }
    case 'not-proposed':
      return { text: m.assessment_block_proposal(), ...ranking }
    case 'questions-open':
      return {
        text: m.assessment_block_questions({ count: blocker.count }),
        to: '#questions',
        label: m.assessment_go_questions(),
      }
    case 'ranking-missing':
      return { text: m.assessment_block_ranking(), ...people }
    case 'plan-not-prepared':
      return { text: m.assessment_block_plan(), ...plan }
    case 'plan-not-sealed':
      return { text: m.assessment_block_seal(), ...plan }
    case 'signatures-missing':
      return { text: signaturesText(blocker.kinds), ...planOf(blocker.planId) }
    case 'not-approved':
      return { text: m.assessment_block_approval(), ...planOf(blocker.planId) }
  }
}

function planOf(planId: string) {
  return { to: `/plans/${planId}`, label: m.assessment_go_signing() }
}

function signaturesText(kinds: readonly ('social_worker' | 'physician')[]): string {
  if (kinds.length > 1) return m.assessment_block_sign_both()
  return kinds[0] === 'physician' ? m.assessment_block_sign_physician() : m.assessment_block_sign_worker()
}
