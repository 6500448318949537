import { z } from 'zod'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { replaceCap } from './register-store.server.ts'
import type { Mode } from './rules/modes.ts'

export type SetPriceCapInput = { serviceId: string; mode: Mode; cents: Cents; from: Temporal.PlainDate }
export type SetPriceCapRefusal = { kind: 'not-allowed' | 'not-found' | 'not-above-zero' | 'later-one-exists' }

/**
 * A municipality's administrator sets the most it pays for one unit of a service in a mode from a day on; the former
 * cap ends there. Bookings keep the price they were made at.
 */
export async function setPriceCap(ctx: Context, input: SetPriceCapInput): Promise<Result<null, SetPriceCapRefusal>> {
  const { municipalityId, role } = ctx.actor
  if (role !== 'municipality_administrator' || municipalityId === null) return refuse({ kind: 'not-allowed' })
  if (!z.uuid().safeParse(input.serviceId).success) return refuse({ kind: 'not-found' })
  if (input.cents <= 0) return refuse({ kind: 'not-above-zero' })

  return transact<null, SetPriceCapRefusal>(
    ctx,
    async (tx) => {
      const { serviceId, mode, cents: amount, from } = input
      const isSet = await replaceCap(tx, { municipalityId, serviceId, mode, amount, from })
      if (!isSet) return refuse({ kind: 'later-one-exists' })
      await recordAudit(ctx, tx, { action: 'price-cap.set', subject: { kind: 'service', id: serviceId } })
      return accept(null)
    },
    { one_cap_a_day: { kind: 'later-one-exists' }, price_cap_service_id_fkey: { kind: 'not-found' } },
  )
}
