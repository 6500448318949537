import type { Profession } from '#app/assessment/rules/team.ts'
import type { Cents } from '#app/platform/money.ts'

/** What the form that opens an assessment offers. Days as "2026-11-24". */
export type NewAssessment = {
  child: { id: string; name: string }
  /** An assessment that is not completed: it is finished first. */
  openAssessmentId: string | null
  guardians: { personId: string; name: string }[]
  /** With the profession they last assessed as. */
  experts: { personId: string; name: string; profession: Profession | null }[]
  startsOn: string
  lastDay: string
  months: number
  budget: Cents | null
  wishesDue: string
  expertsDue: string
  rankingDue: string
}

/**
 * The period that is offered: it follows the child's last one without a gap, or begins with the next month where there
 * was none or it ended long ago.
 */
export function offeredPeriod({
  today,
  lastEndsBefore,
  months,
}: {
  today: Temporal.PlainDate
  lastEndsBefore: Temporal.PlainDate | null
  months: number
}): { startsOn: Temporal.PlainDate; endsBefore: Temporal.PlainDate } {
  const nextMonth = today.with({ day: 1 }).add({ months: 1 })
  const follows = lastEndsBefore !== null && Temporal.PlainDate.compare(lastEndsBefore, today) > 0
  const startsOn = follows ? lastEndsBefore : nextMonth
  return { startsOn, endsBefore: startsOn.add({ months }) }
}
