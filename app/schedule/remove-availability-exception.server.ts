import { z } from 'zod'
import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { deleteExceptions, findOwnSpecialist } from './availability-store.server.ts'

const ids = z.array(z.uuid()).min(1)

/** Takes back what was said about single days; the week holds on them again. Bookings are never touched. */
export async function removeAvailabilityException(
  ctx: Context,
  input: { specialistId: string; exceptionIds: readonly string[] },
): Promise<Result<{ removed: number }, { kind: 'not-found' }>> {
  return transact<{ removed: number }, { kind: 'not-found' }>(ctx, async (tx) => {
    const specialist = await findOwnSpecialist(tx, ctx.actor, input.specialistId, { lock: true })
    if (specialist === null || !ids.safeParse(input.exceptionIds).success) return refuse({ kind: 'not-found' })
    const removed = await deleteExceptions(tx, specialist.id, input.exceptionIds)
    return removed === 0 ? refuse({ kind: 'not-found' }) : accept({ removed })
  })
}
