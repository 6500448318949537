import type { Mode } from '#app/assessment/rules/assessed-result.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { listPricedServices, putCap } from '#app/plan/price-store.server.ts'
import type { PriceRow, PricedService } from '#app/plan/rules/price-history.ts'
import { priceRows } from '#app/plan/rules/price-history.ts'
import { read, transact } from '#app/platform/db/transact.server.ts'
import type { Cents } from '#app/platform/money.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'

export type SetPriceCapInput = { serviceId: string; mode: Mode; cents: Cents; from: Temporal.PlainDate }
export type SetPriceCapRefusal =
  | { kind: 'not-found' }
  | { kind: 'no-amount' }
  /** Prices of today and before stay. */
  | { kind: 'not-ahead'; earliest: Temporal.PlainDate }
  /** Somebody set the same price at the same moment. */
  | { kind: 'changed-meanwhile' }

/** Sets what the municipality pays at most for one unit of a service from a day ahead on; the cap before ends there. */
export async function setPriceCap(
  ctx: Context,
  { serviceId, mode, cents, from }: SetPriceCapInput,
): Promise<Result<{ serviceId: string }, SetPriceCapRefusal>> {
  const { municipalityId, role } = ctx.actor
  if (municipalityId === null || role !== 'municipality_administrator') return refuse({ kind: 'not-found' })
  if (cents <= 0) return refuse({ kind: 'no-amount' })
  const earliest = dateOf(ctx.clock.now()).add({ days: 1 })
  if (Temporal.PlainDate.compare(from, earliest) < 0) return refuse({ kind: 'not-ahead', earliest })
  return transact<{ serviceId: string }, SetPriceCapRefusal>(
    ctx,
    async (tx) => {
      const isKnown = await putCap(tx, { municipalityId, serviceId, mode, cents, from: from.toString() })
      if (!isKnown) return refuse({ kind: 'not-found' })
      await recordAudit(ctx, tx, { action: 'price.set', subject: { kind: 'service', id: serviceId } })
      return accept({ serviceId })
    },
    { one_cap_a_day: { kind: 'changed-meanwhile' } },
  )
}

export type PricesView = {
  rows: PriceRow[]
  services: Pick<PricedService, 'serviceId' | 'name'>[]
  earliest: string
}

/** All prices of the actor's municipality, for its administrator; null for anybody else. */
export async function getPrices(ctx: Context): Promise<PricesView | null> {
  const { municipalityId, role } = ctx.actor
  if (municipalityId === null || role !== 'municipality_administrator') return null
  const services = await read(ctx, (tx) => listPricedServices(tx, municipalityId))
  const today = dateOf(ctx.clock.now())
  return {
    rows: priceRows(services, today.toString()),
    services: services.map(({ serviceId, name }) => ({ serviceId, name })),
    earliest: today.add({ days: 1 }).toString(),
  }
}
