import { z } from 'zod'
import { findChildFor } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { dateOf, startOfDay } from '#app/platform/time.ts'
import { selectBookings } from './booking-view-store.server.ts'
import { describeBooking } from './describe-booking.server.ts'
import { selectChildsBookings, selectLines } from './line-store.server.ts'

export type ListBookingsInput = {
  childId: string
  show: 'upcoming' | 'past'
  /** Only of this budget line. */
  lineId: string | null
  /** From 1. */
  page: number
}

const pageSize = 15

/**
 * A child's sessions, upcoming or past, a page at a time, with the load of this week and the next: sessions the child
 * attends, against the family's limit. Null when the child is not the actor's.
 */
export async function listBookings(ctx: Context, input: ListBookingsInput) {
  const now = ctx.clock.now()
  const today = dateOf(now)
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const lineId = z.uuid().safeParse(input.lineId).success ? input.lineId : null
  return read(ctx, async (tx) => {
    const child = await findChildFor(ctx, tx, input.childId)
    if (child === null) return null
    const rows = await selectBookings(tx, { ...input, childId: child.id, lineId, now, pageSize })
    const lines = await selectLines(tx, { childId: child.id, today, now })
    const twoWeeks = await selectChildsBookings(tx, {
      childId: child.id,
      from: startOfDay(monday),
      until: startOfDay(monday.add({ weeks: 2 })),
    })
    const weekLoad = [monday, monday.add({ weeks: 1 })].map((start) => {
      const end = startOfDay(start.add({ weeks: 1 }))
      const sessions = twoWeeks.filter(
        ({ lane, startsAt }) =>
          lane === 'attended' &&
          Temporal.Instant.compare(startsAt, startOfDay(start)) >= 0 &&
          Temporal.Instant.compare(startsAt, end) < 0,
      ).length
      return { monday: start.toString(), sunday: start.add({ days: 6 }).toString(), sessions }
    })
    return {
      child: { id: child.id, givenName: child.givenName, sessionsPerWeekLimit: child.sessionsPerWeekLimit },
      show: input.show,
      lineId,
      now: now.toString(),
      lines: lines.map(({ lineId: id, service }) => ({ lineId: id, service })),
      weekLoad,
      bookings: rows.map(({ total: _total, ...view }) => describeBooking(view, now)),
      paging: { page: input.page, pageSize, total: rows[0]?.total ?? 0 },
    }
  })
}
