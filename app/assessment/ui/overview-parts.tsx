import { Link } from 'react-router'
import type { AssessmentOverview, HistoryEntry } from '#app/assessment/rules/overview.ts'
import { deadlineKeys } from '#app/assessment/rules/deadlines.ts'
import { deadlineLabel } from '#app/assessment/ui/deadline-words.ts'
import { toldText } from '#app/assessment/ui/told-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate, formatDateTime } from '#app/platform/i18n/format.ts'
import { Card } from '#app/ui/card.tsx'
import { Facts } from '#app/ui/facts.tsx'

type PartProps = { overview: AssessmentOverview }

/** What the team has written together, and until when each step is expected. */
export function TeamFacts({ overview }: PartProps) {
  const locale = getLocale()
  const doneOn = (at: string | null) => (at === null ? m.assessment_not_yet() : formatDate(at, locale, 'long-on'))
  return (
    <Card title={m.assessment_facts()}>
      <Facts
        facts={[
          { term: m.assessment_fact_wishes(), value: overview.wishes },
          {
            term: m.assessment_fact_goals(),
            value: m.assessment_fact_goals_count({
              long: overview.longTermGoals,
              short: overview.shortTermGoals,
            }),
            note: m.assessment_fact_agreed({ when: doneOn(overview.goalsAgreedAt) }),
          },
          {
            term: m.assessment_fact_services(),
            value: overview.services,
            note:
              overview.servicesOfOthers > 0
                ? m.assessment_fact_others({ count: overview.servicesOfOthers })
                : undefined,
          },
          { term: m.assessment_fact_proposed(), value: doneOn(overview.proposedAt) },
          {
            term: m.assessment_fact_ranked(),
            value: doneOn(overview.rankedAt),
            note: overview.told === null ? undefined : toldText(overview.told),
          },
          ...planFacts(overview, doneOn),
        ]}
      />
    </Card>
  )
}

function planFacts({ plan }: AssessmentOverview, doneOn: (at: string | null) => string) {
  if (plan === null) return [{ term: m.assessment_fact_plan(), value: m.assessment_not_yet() }]
  const signed = (kind: 'social_worker' | 'physician' | 'guardian') =>
    plan.signatures.filter((signature) => signature.kind === kind)
  const signers = [
    { term: m.assessment_fact_worker_signed(), by: signed('social_worker') },
    { term: m.assessment_fact_physician_signed(), by: signed('physician') },
    { term: m.assessment_fact_guardian_signed(), by: signed('guardian') },
  ]
  return [
    {
      term: m.assessment_fact_plan(),
      value: (
        <Link to={`/plans/${plan.id}`}>
          {plan.approvedAt === null
            ? plan.sealedAt === null
              ? m.assessment_fact_plan_draft()
              : m.assessment_fact_plan_sealed()
            : m.assessment_fact_plan_approved({ when: doneOn(plan.approvedAt) })}
        </Link>
      ),
    },
    ...(plan.sealedAt === null
      ? []
      : signers.map(({ term, by }) => ({
          term,
          value:
            by.length === 0 ? m.assessment_not_yet() : by.map(({ name, at }) => `${name}, ${doneOn(at)}`).join('; '),
        }))),
  ]
}

/** The last days as those read them who cannot change them. */
export function DeadlineFacts({ overview: { deadlines } }: PartProps) {
  return (
    <Card title={m.assessment_deadlines()}>
      <Facts
        facts={deadlineKeys.map((key) => {
          const day = deadlines[key]
          return { term: deadlineLabel(key), value: day === null ? '–' : formatDate(day, getLocale(), 'long-until') }
        })}
      />
    </Card>
  )
}

/** Questions of the family that nobody has answered, each with the way to its service. */
export function OpenQuestions({ overview: { head, questions } }: PartProps) {
  const locale = getLocale()
  if (questions.length === 0) return null
  return (
    <div id="questions" tabIndex={-1}>
      <Card title={m.assessment_questions()}>
        <ul className="asked">
          {questions.map((question) => (
            <li key={question.id}>
              <p>{question.text}</p>
              <p className="muted small">
                {question.askedBy}, {formatDateTime(question.askedAt, locale)} ·{' '}
                <Link to={`/assessments/${head.assessmentId}/services/${question.serviceId}`}>
                  {question.service[locale]}
                </Link>
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}

/** What happened, the latest first. */
export function History({ overview: { history, openedAt } }: PartProps) {
  const locale = getLocale()
  const told = history.flatMap((entry) => {
    const text = historyText(entry)
    return text === null ? [] : [{ ...entry, text }]
  })
  return (
    <Card title={m.assessment_history()}>
      <ul className="asked">
        {told.toReversed().map((entry) => (
          <li key={`${entry.type} ${entry.at}`}>
            {entry.text}
            <span className="muted small block">
              {formatDateTime(entry.at, locale)}
              {entry.by === null ? null : `, ${entry.by}`}
            </span>
          </li>
        ))}
        {told.length === 0 ? (
          <li>
            {m.assessment_event_opened()}
            <span className="muted small block">{formatDateTime(openedAt, locale)}</span>
          </li>
        ) : null}
      </ul>
    </Card>
  )
}

/** An event in words; null for one that says nothing here. */
function historyText({ type, by }: HistoryEntry): string | null {
  switch (type) {
    case 'assessment.opened':
      return m.assessment_event_opened()
    case 'assessment.invited':
      return m.assessment_event_invited()
    case 'assessment.submitted':
      return m.assessment_event_submitted()
    case 'assessment.proposed':
      return m.assessment_event_proposed()
    case 'assessment.ranked':
      return m.assessment_event_ranked()
    case 'assessment.ranking-told':
      return m.ranking_event_told()
    case 'assessment.reminded':
      return by === null ? m.assessment_event_reminded_by_itself() : m.assessment_event_reminded()
    case 'question.asked':
      return m.assessment_event_asked()
    case 'question.answered':
      return m.assessment_event_answered()
    case 'plan.sealed':
      return m.assessment_event_sealed()
    case 'plan.signed':
      return m.assessment_event_signed()
    case 'plan.approved':
      return m.assessment_event_approved()
    default:
      return null
  }
}
