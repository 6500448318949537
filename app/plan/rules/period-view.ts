import type { PeriodPhase, PeriodView } from '#app/plan/rules/plan-view.ts'

/** A period as it is kept: half-open. */
export type Period = { id: string; startsOn: Temporal.PlainDate; endsBefore: Temporal.PlainDate }

/** How a period stands on a day. */
export function viewPeriod({ id, startsOn, endsBefore }: Period, today: Temporal.PlainDate): PeriodView {
  const days = daysBetween(startsOn, endsBefore)
  const passed = Math.min(days, Math.max(0, daysBetween(startsOn, today)))
  return {
    id,
    startsOn: startsOn.toString(),
    lastDay: endsBefore.subtract({ days: 1 }).toString(),
    phase: phaseOf({ startsOn, endsBefore }, today),
    elapsedPercent: (passed / days) * 100,
    daysLeft: days - passed,
  }
}

/**
 * The period that a page shows: the one asked for when it is the child's, else the one that runs today, else the next
 * to come, else the last that was. Null when there is none.
 */
export function choosePeriod(periods: readonly PeriodView[], wantedId: string | null): PeriodView | null {
  const byStart = periods.toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1))
  return (
    periods.find((period) => period.id === wantedId) ??
    periods.find((period) => period.phase === 'running') ??
    byStart.find((period) => period.phase === 'upcoming') ??
    byStart.at(-1) ??
    null
  )
}

function phaseOf({ startsOn, endsBefore }: Omit<Period, 'id'>, today: Temporal.PlainDate): PeriodPhase {
  if (Temporal.PlainDate.compare(today, startsOn) < 0) return 'upcoming'
  return Temporal.PlainDate.compare(today, endsBefore) < 0 ? 'running' : 'over'
}

function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'days' }).days
}
