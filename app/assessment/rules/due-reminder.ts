/** What somebody still owes an assessment, by the deadline it has. */
export const reminderTasks = ['wishes', 'experts', 'ranking'] as const
export type ReminderTask = (typeof reminderTasks)[number]

/** Before the day, after it, or sent by hand. */
export const reminderTimes = ['before', 'after', 'now'] as const
export type ReminderTime = (typeof reminderTimes)[number]

/** From three days before its day on, somebody who still owes something is reminded. */
export const daysBefore = 3
/** A week after its day the portal stops: from there on people talk to each other. */
const daysAfter = 7

/**
 * Which reminder a deadline calls for today; null for none. The one before goes out three days ahead, the one after on
 * the next day, each a little later when the portal stood still meanwhile; that each goes out once is kept beside what
 * was sent. Whoever was invited today has just been told. Days are those of the calendar in Riga, whether they have 23,
 * 24 or 25 hours.
 */
export function reminderFor(
  dueOn: Temporal.PlainDate,
  { today, invitedOn }: { today: Temporal.PlainDate; invitedOn: Temporal.PlainDate },
): Exclude<ReminderTime, 'now'> | null {
  if (Temporal.PlainDate.compare(invitedOn, today) >= 0) return null
  const left = today.until(dueOn, { largestUnit: 'day' }).days
  if (left >= 0) return left <= daysBefore ? 'before' : null
  return -left <= daysAfter ? 'after' : null
}
