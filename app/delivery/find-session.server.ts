import type { Context } from '#app/people/context.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { cents, percentOf } from '#app/platform/money.ts'
import { dateOf } from '#app/platform/time.ts'
import { bookedPlace } from './rules/booked-place.ts'
import { differentValues } from './rules/different-values.ts'
import type { DifferentValue } from './rules/different-values.ts'
import type { PlaceType } from './rules/six-elements.ts'
import type { SessionRow } from './session-store.server.ts'
import { findSessionView } from './session-store.server.ts'

type SessionDelivery = Omit<NonNullable<SessionRow['delivery']>, 'acceptBy'> & {
  lastDayToAnswer: string
  different: DifferentValue[]
}

export type SessionView = Omit<SessionRow, 'delivery'> & {
  now: string
  bookedPlace: PlaceType
  hasBegun: boolean
  isOver: boolean
  /** The most that the booking's rule lets the provider ask when the child does not come. */
  feeAtMost: Cents
  delivery: SessionDelivery | null
}

/** One session, for whoever gives it: what it needs, and what became of it. Null when unknown or not theirs. */
export async function findSession(ctx: Context, { bookingId }: { bookingId: string }): Promise<SessionView | null> {
  const row = await read(ctx, (tx) => findSessionView(tx, ctx.actor, bookingId))
  if (row === null) return null
  const now = ctx.clock.now()
  const hasCome = (instant: string) => Temporal.Instant.compare(instant, now) <= 0
  return {
    ...row,
    now: now.toString(),
    bookedPlace: bookedPlace(row.mode),
    hasBegun: hasCome(row.startsAt),
    isOver: hasCome(row.endsAt),
    feeAtMost: row.lateChargesPerPeriod > 0 ? percentOf(row.price, row.lateChargePercent) : cents(0),
    delivery: row.delivery === null ? null : deliveryOf(row, row.delivery),
  }
}

function deliveryOf(row: SessionRow, { acceptBy, ...delivery }: NonNullable<SessionRow['delivery']>): SessionDelivery {
  const different = differentValues({
    ...row,
    ...delivery,
    startsAt: Temporal.Instant.from(row.startsAt),
    endsAt: Temporal.Instant.from(row.endsAt),
    startedAt: delivery.startedAt === null ? null : Temporal.Instant.from(delivery.startedAt),
    endedAt: delivery.endedAt === null ? null : Temporal.Instant.from(delivery.endedAt),
    bookedQuantity: row.quantity,
    reserved: row.price,
  })
  return { ...delivery, lastDayToAnswer: dateOf(acceptBy.subtract({ milliseconds: 1 })).toString(), different }
}
