import { z } from 'zod'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { mayManageProvider } from './may-manage-provider.server.ts'
import type { NewOffering } from './register-store.server.ts'
import { belongTogether, insertOffering } from './register-store.server.ts'

export type AddOfferingInput = NewOffering
export type AddOfferingRefusal = {
  kind:
    | 'not-found'
    | 'no-specialist'
    | 'place-missing'
    | 'home-radius-missing'
    | 'home-radius-out-of-place'
    | 'wrong-times'
}

const times = z.object({
  durationMinutes: z.int().min(5).max(1440),
  bufferMinutes: z.int().min(0).max(240),
  minimumNoticeHours: z.int().min(0).max(720),
  furthestDays: z.int().min(1).max(400),
})
const ids = z.object({ serviceId: z.uuid(), siteId: z.uuid().nullable(), specialistIds: z.array(z.uuid()) })

/**
 * A provider offers a service: how, where, how long and by whom. At the provider it needs one of the provider's
 * places; a home visit needs to know from where and how far it reaches, the other modes do not. It cannot be booked
 * before it has a tariff.
 */
export async function addOffering(
  ctx: Context,
  input: AddOfferingInput,
): Promise<Result<{ offeringId: string }, AddOfferingRefusal>> {
  const wrong = refusalOf(input)
  if (wrong !== null) return refuse({ kind: wrong })
  return transact<{ offeringId: string }, AddOfferingRefusal>(ctx, async (tx) => {
    const isAllowed = await mayManageProvider(ctx, tx, input.providerId)
    if (!isAllowed || !(await belongTogether(tx, input))) return refuse({ kind: 'not-found' })
    const offeringId = await insertOffering(tx, input)
    await recordAudit(ctx, tx, { action: 'offering.add', subject: { kind: 'offering', id: offeringId } })
    return accept({ offeringId })
  })
}

function refusalOf(input: AddOfferingInput): AddOfferingRefusal['kind'] | null {
  if (!ids.safeParse(input).success) return 'not-found'
  if (!times.safeParse(input).success) return 'wrong-times'
  if (input.specialistIds.length === 0) return 'no-specialist'
  if (input.mode === 'at_provider' && input.siteId === null) return 'place-missing'
  if (input.mode === 'at_home') {
    const isRadius = input.homeVisits !== null && input.homeVisits.radiusKilometres > 0
    return isRadius ? null : 'home-radius-missing'
  }
  return input.homeVisits === null ? null : 'home-radius-out-of-place'
}
