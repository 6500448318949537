import type { Context } from '#app/people/context.server.ts'
import type { Revision } from '#app/plan/get-revision.server.ts'
import { getRevision } from '#app/plan/get-revision.server.ts'
import { floorUnits } from '#app/plan/rules/revised-lines.ts'
import { listedLines } from '#app/plan/rules/revision-view.ts'
import { read } from '#app/platform/db/transact.server.ts'
import type { TouchedBooking } from '#app/schedule/touched-store.server.ts'
import { listTouched } from '#app/schedule/touched-store.server.ts'

export type TouchedLine = Pick<Revision['lines'][number], 'serviceId' | 'name' | 'unit' | 'units'> & {
  /** What the line needs to keep everything that is booked, received and paid. */
  floor: number
  bookings: TouchedBooking[]
}

export type TouchedBookings = {
  revision: Revision
  now: string
  lines: TouchedLine[]
  /** Cancelled for this revision, of all that had to be looked at. */
  settled: number
  all: number
}

/**
 * The sessions that a draft has no room for, by service: those of lines whose new units are fewer than what is booked and
 * received. Null when the draft is unknown, not the actor's, or not open any more.
 */
export async function listTouchedBookings(
  ctx: Context,
  question: { childId: string; planId: string },
): Promise<TouchedBookings | null> {
  const revision = await getRevision(ctx, question)
  if (revision === null || revision.state !== 'draft' || revision.isSealed) return null
  const tight = listedLines(revision.lines).filter((line) => line.units < floorUnits(line))
  const serviceIds = tight.map(({ serviceId }) => serviceId)
  const bookings = await read(ctx, (tx) => listTouched(tx, { planId: revision.planId, serviceIds }))
  const settled = bookings.filter(({ isCancelled }) => isCancelled).length
  const lines = tight.map(({ serviceId, name, unit, units, ...line }) => ({
    serviceId,
    name,
    unit,
    units,
    floor: floorUnits(line),
    bookings: bookings.filter((booking) => booking.serviceId === serviceId && !booking.isCancelled),
  }))
  return { revision, now: ctx.clock.now().toString(), lines, settled, all: bookings.length }
}
