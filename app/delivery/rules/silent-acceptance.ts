import { dateOf, startOfDay } from '#app/platform/time.ts'
import { addWorkingDays } from '#app/schedule/rules/working-days.ts'

/** When a guardian's silence counts as acceptance. Stored as policy with the date it holds from. */
export type SilencePolicy = {
  readonly acceptAfterWorkingDays: number
  readonly remindAfterWorkingDays: readonly number[]
}

/** What a new municipality's policy starts with. Source: product.md section 8. */
export const defaultSilencePolicy: SilencePolicy = { acceptAfterWorkingDays: 5, remindAfterWorkingDays: [2, 4] }

export type SilenceDates = {
  /** The guardian can answer through the whole of this Riga day. */
  readonly lastDayToAnswer: Temporal.PlainDate
  /** From this instant on silence is acceptance: the midnight that ends the last day. */
  readonly acceptedFrom: Temporal.Instant
  /** Days on which the guardian is reminded, in order. */
  readonly reminderDays: readonly Temporal.PlainDate[]
}

/**
 * The dates that follow from a delivery confirmed at `confirmedAt`: five whole working days to answer, reminders on
 * the second and fourth. The day of the confirmation does not count. Holidays are handed in as ISO dates. A reminder
 * that would come after the last day is not sent.
 */
export function silenceDates(
  confirmedAt: Temporal.Instant,
  holidays: ReadonlySet<string>,
  policy: SilencePolicy = defaultSilencePolicy,
): SilenceDates {
  const confirmedOn = dateOf(confirmedAt)
  const lastDayToAnswer = addWorkingDays(confirmedOn, policy.acceptAfterWorkingDays, holidays)
  const reminderDays = policy.remindAfterWorkingDays
    .filter((count) => count <= policy.acceptAfterWorkingDays)
    .toSorted((one, other) => one - other)
    .map((count) => addWorkingDays(confirmedOn, count, holidays))
  return { lastDayToAnswer, acceptedFrom: startOfDay(lastDayToAnswer.add({ days: 1 })), reminderDays }
}
