/** The wall clock of every municipality served. Instants are stored; people read Riga time. */
export const homeZone = 'Europe/Riga'

/** Hands in the time, so that rules can be tested and history can be replayed. */
export type Clock = { now(): Temporal.Instant }

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

export function fixedClock(at: Temporal.Instant | string): Clock {
  const instant = Temporal.Instant.from(at)
  return { now: () => instant }
}

export function wallClock(instant: Temporal.Instant): Temporal.ZonedDateTime {
  return instant.toZonedDateTimeISO(homeZone)
}

export function dateOf(instant: Temporal.Instant): Temporal.PlainDate {
  return wallClock(instant).toPlainDate()
}

/** The first instant of a day in Riga; days have 23 or 25 hours when the clocks change. */
export function startOfDay(date: Temporal.PlainDate): Temporal.Instant {
  return date.toZonedDateTime(homeZone).toInstant()
}

export function instantOf(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime())
}

export function toDate(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds)
}
