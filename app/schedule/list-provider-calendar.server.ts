import type { Context } from '#app/people/context.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { dateOf } from '#app/platform/time.ts'
import type { OwnSpecialist, StoredHours } from './availability-store.server.ts'
import { exceptionsOf, listOwnSpecialists, loadHours, weeklyOf } from './availability-store.server.ts'
import type { CalendarRow } from './calendar-store.server.ts'
import { listCalendarSessions } from './calendar-store.server.ts'
import { subtractSpans } from './rules/time-spans.ts'
import { availableSpans } from './rules/weekly-availability.ts'

/** What a session asks of the one who looks: nothing yet, to be confirmed, or it is over. */
export type SessionState = 'booked' | 'to_confirm' | 'delivered' | 'not_attended' | 'cancelled'

/** A session with instants as ISO strings; sums in cents. */
export type CalendarSession = Omit<
  CalendarRow,
  'startsAt' | 'endsAt' | 'blockedFrom' | 'blockedUntil' | 'state' | 'stateAt'
> & { startsAt: string; endsAt: string; state: SessionState; stateAt: string | null }

export type ProviderCalendar = {
  now: string
  today: string
  specialists: OwnSpecialist[]
  /** The one chosen; null is all. */
  specialistId: string | null
  /** Sessions that begin on the days asked for. */
  sessions: CalendarSession[]
  /** Time of those days that can be booked and is not, from now on. */
  free: { specialistId: string; startsAt: string; endsAt: string }[]
  holidays: { date: string; nameLv: string; nameEn: string }[]
  /** Over and not confirmed, whichever day, oldest first. */
  toConfirm: CalendarSession[]
  /** Today's, in order, without those to confirm. */
  later: CalendarSession[]
  doneToday: CalendarSession[]
}

export type ListProviderCalendarInput = {
  firstDay: Temporal.PlainDate
  /** The first day that is no longer asked for. */
  endDay: Temporal.PlainDate
  /** Null is all of the actor's: a specialist's own, a manager's provider. An id that is not theirs reads as null. */
  specialistId: string | null
}

/** Shorter gaps than this are not shown as free time. */
const shortestFreeMinutes = 30

/**
 * The calendar of a specialist or of a whole provider, across municipalities, with the least a session needs of a
 * child: no family name, no budget, no diagnosis. Three statements.
 */
export async function listProviderCalendar(ctx: Context, input: ListProviderCalendarInput): Promise<ProviderCalendar> {
  const now = ctx.clock.now()
  const today = dateOf(now)
  const { firstDay, endDay } = input
  return read(ctx, async (tx) => {
    const specialists = await listOwnSpecialists(tx, ctx.actor, today)
    const isAlone = specialists.length === 1 ? specialists[0] : undefined
    const chosen = specialists.find(({ id }) => id === input.specialistId) ?? isAlone
    const specialistId = chosen?.id ?? null
    const rows = await listCalendarSessions(tx, ctx.actor, { specialistId, firstDay, endDay, now })
    const shown = chosen === undefined ? specialists : [chosen]
    const hours = await loadHours(
      tx,
      shown.map(({ id }) => id),
      { firstDay, endDay },
    )

    const ofDays = rows.filter((row) => isWithin(dateOf(row.startsAt), firstDay, endDay))
    const live = rows.filter((row) => row.state === 'booked')
    const ofToday = rows.filter((row) => dateOf(row.startsAt).equals(today))
    const isOver = (row: CalendarRow) => Temporal.Instant.compare(row.endsAt, now) <= 0
    const view = (row: CalendarRow) => toSession(row, now)
    return {
      now: now.toString(),
      today: today.toString(),
      specialists,
      specialistId,
      sessions: ofDays.map(view),
      free: shown.flatMap(({ id }) => freeTimeOf(id, hours, rows, { firstDay, endDay, now })),
      holidays: hours.holidays.map((holiday) => ({ ...holiday, date: holiday.date.toString() })),
      toConfirm: live.filter(isOver).map(view),
      later: ofToday.filter((row) => row.state === 'booked' && !isOver(row)).map(view),
      doneToday: ofToday.filter((row) => row.state === 'delivered' || row.state === 'not_attended').map(view),
    }
  })
}

function freeTimeOf(
  specialistId: string,
  hours: StoredHours,
  rows: readonly CalendarRow[],
  { firstDay, endDay, now }: { firstDay: Temporal.PlainDate; endDay: Temporal.PlainDate; now: Temporal.Instant },
): ProviderCalendar['free'] {
  const spans = availableSpans({
    weekly: weeklyOf(hours, specialistId),
    exceptions: exceptionsOf(hours, specialistId),
    holidays: new Set(hours.holidays.map((holiday) => holiday.date.toString())),
    firstDay,
    endDay,
  })
  const taken = rows
    .filter((row) => row.specialistId === specialistId && row.state !== 'cancelled')
    .map((row) => ({ start: row.blockedFrom, end: row.blockedUntil }))
  const past = { start: Temporal.Instant.fromEpochMilliseconds(0), end: now }
  return subtractSpans(spans, [...taken, past])
    .filter(({ start, end }) => start.until(end).total('minutes') >= shortestFreeMinutes)
    .map(({ start, end }) => ({ specialistId, startsAt: start.toString(), endsAt: end.toString() }))
}

function toSession(row: CalendarRow, now: Temporal.Instant): CalendarSession {
  const { startsAt, endsAt, blockedFrom: _from, blockedUntil: _until, state, stateAt, ...rest } = row
  const isToConfirm = state === 'booked' && Temporal.Instant.compare(endsAt, now) <= 0
  return {
    ...rest,
    startsAt: startsAt.toString(),
    endsAt: endsAt.toString(),
    state: isToConfirm ? 'to_confirm' : state,
    stateAt: stateAt?.toString() ?? null,
  }
}

function isWithin(day: Temporal.PlainDate, first: Temporal.PlainDate, end: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(first, day) <= 0 && Temporal.PlainDate.compare(day, end) < 0
}
