import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { mayManageProvider } from './may-manage-provider.server.ts'
import { findProviderOfOffering, replaceTariff } from './register-store.server.ts'

export type SetTariffInput = { offeringId: string; cents: Cents; from: Temporal.PlainDate }
export type SetTariffRefusal = { kind: 'not-found' | 'not-above-zero' | 'later-one-exists' }

/**
 * Sets what one unit of an offering costs from a day on; the former tariff ends there. Bookings keep the price they
 * were made at. A tariff before one that is announced already is refused.
 */
export async function setTariff(ctx: Context, input: SetTariffInput): Promise<Result<null, SetTariffRefusal>> {
  if (input.cents <= 0) return refuse({ kind: 'not-above-zero' })
  return transact<null, SetTariffRefusal>(
    ctx,
    async (tx) => {
      const providerId = await findProviderOfOffering(tx, input.offeringId)
      if (providerId === null || !(await mayManageProvider(ctx, tx, providerId))) return refuse({ kind: 'not-found' })
      const { offeringId, cents: amount, from } = input
      if (!(await replaceTariff(tx, { offeringId, amount, from }))) return refuse({ kind: 'later-one-exists' })
      await recordAudit(ctx, tx, { action: 'tariff.set', subject: { kind: 'offering', id: offeringId } })
      return accept(null)
    },
    { one_tariff_a_day: { kind: 'later-one-exists' } },
  )
}
