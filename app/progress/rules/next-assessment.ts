/** So many days before the end of a period its next assessment may begin: the plan is to stand when the next one starts. */
export const nextAssessmentDaysBefore = 60

export type PeriodToFollow = {
  readonly endsBefore: Temporal.PlainDate
  /** A plan of it is in force. */
  readonly hasPlan: boolean
  /** Another period of the child begins at or after its end. */
  readonly isFollowed: boolean
}

export type NextAssessmentProblem =
  | { readonly kind: 'no-plan' }
  | { readonly kind: 'already-followed' }
  /** `firstDay`: from when on, "2026-11-25". */
  | { readonly kind: 'too-early'; readonly firstDay: string }

/** Why the assessment of the period after this one cannot begin today; null when it can. */
export function nextAssessmentProblem(period: PeriodToFollow, today: Temporal.PlainDate): NextAssessmentProblem | null {
  if (!period.hasPlan) return { kind: 'no-plan' }
  if (period.isFollowed) return { kind: 'already-followed' }
  const firstDay = period.endsBefore.subtract({ days: nextAssessmentDaysBefore })
  return Temporal.PlainDate.compare(today, firstDay) < 0 ? { kind: 'too-early', firstDay: firstDay.toString() } : null
}
