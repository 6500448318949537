/** Last days on which something is expected: the family's wishes, the experts' assessments, the family's ranking. */
export type Deadlines = {
  wishesDue: Temporal.PlainDate
  expertsDue: Temporal.PlainDate
  rankingDue: Temporal.PlainDate
}

export const deadlineKeys = ['wishesDue', 'expertsDue', 'rankingDue'] as const
export type DeadlineKey = (typeof deadlineKeys)[number]

export type DeadlineProblem = { field: DeadlineKey; problem: 'past' | 'before-the-one-before' | 'far-off' }

/** What the form offers: one week for the wishes, two more for the experts, one more for the ranking. */
export function defaultDeadlines(today: Temporal.PlainDate): Deadlines {
  return {
    wishesDue: today.add({ days: 7 }),
    expertsDue: today.add({ days: 21 }),
    rankingDue: today.add({ days: 28 }),
  }
}

/** Further away than this a day is a slip of the pen. */
const furthest_months = 12

/**
 * What is wrong with deadlines: a day in the past (unless it is the one that was set before and has passed since), a
 * step that ends before the step it follows, a day more than a year away. Empty when all is well.
 */
export function problemsOfDeadlines(
  deadlines: Deadlines,
  { today, before = null }: { today: Temporal.PlainDate; before?: Partial<Record<DeadlineKey, string | null>> | null },
): DeadlineProblem[] {
  const { compare } = Temporal.PlainDate
  const last = today.add({ months: furthest_months })
  const problems: DeadlineProblem[] = []
  let earlier: Temporal.PlainDate | null = null
  for (const field of deadlineKeys) {
    const day = deadlines[field]
    const stays = before?.[field] === day.toString()
    if (!stays && compare(day, today) < 0) problems.push({ field, problem: 'past' })
    else if (compare(day, last) > 0) problems.push({ field, problem: 'far-off' })
    else if (earlier !== null && compare(day, earlier) < 0) problems.push({ field, problem: 'before-the-one-before' })
    earlier = day
  }
  return problems
}
