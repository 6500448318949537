import { z } from 'zod'
import { findChildFor } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { dateOf } from '#app/platform/time.ts'
import type { FreeStart } from './slot-store.server.ts'
import { selectFreeStarts } from './slot-store.server.ts'

export type ListFreeSlotsInput = {
  childId: string
  budgetLineId: string
  offeringId: string
  /** Only this specialist; any of the offering's when left out. */
  specialistId?: string | null
  /** Today when left out. */
  firstDay?: Temporal.PlainDate
  /** How many days from the first; two weeks when left out. */
  days?: number
  /** For services counted in hours; the offering's length when left out. */
  durationMinutes?: number | null
  /** A booking that is about to move: its own time counts as free. */
  exceptBookingId?: string | null
}

const ids = z.object({ budgetLineId: z.uuid(), offeringId: z.uuid(), specialistId: z.uuid().nullish() })

/**
 * The times at which a child can start a session of an offering, in order, one row per specialist who is free then.
 * Empty when the child is not the actor's or nothing is free.
 */
export async function listFreeSlots(ctx: Context, input: ListFreeSlotsInput): Promise<FreeStart[]> {
  if (!ids.safeParse(input).success) return []
  const now = ctx.clock.now()
  const firstDay = input.firstDay ?? dateOf(now)
  return read(ctx, async (tx) => {
    const child = await findChildFor(ctx, tx, input.childId)
    if (child === null) return []
    return selectFreeStarts(tx, {
      childId: child.id,
      budgetLineId: input.budgetLineId,
      offeringIds: [input.offeringId],
      specialistId: input.specialistId ?? null,
      durationMinutes: input.durationMinutes ?? null,
      firstDay,
      endDay: firstDay.add({ days: input.days ?? 14 }),
      now,
      exceptBookingId: input.exceptBookingId ?? null,
    })
  })
}
