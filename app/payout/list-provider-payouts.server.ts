import type { Context } from '#app/people/context.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'
import type { ProviderPayout, UpcomingMonth } from './provider-payout-store.server.ts'
import { listHolidaysFrom, listPayoutsOf, listUpcomingOf } from './provider-payout-store.server.ts'
import { promisedDate } from './rules/promised-date.ts'

export type Upcoming = Omit<UpcomingMonth, 'payoutDay'> & {
  /** ISO date: the municipality's payout day after that month. */
  promisedOn: string
}

export type ProviderPayoutsPage = {
  payouts: readonly ProviderPayout[]
  count: number
  pageSize: number
  upcoming: readonly Upcoming[]
  /** ISO date. */
  today: string
}

const pageSize = 20

/** Whose payouts a person may see: their own provider's, when they manage it; null otherwise. */
export function findPayee({ role, providerId }: Context['actor']): string | null {
  return role === 'provider_manager' ? providerId : null
}

/** What a provider was paid, will be paid and when, over all municipalities it serves. */
export async function listProviderPayouts(
  ctx: Context,
  { page }: { page: number },
): Promise<Result<ProviderPayoutsPage, { kind: 'not-found' }>> {
  const providerId = findPayee(ctx.actor)
  if (providerId === null) return refuse({ kind: 'not-found' })
  const today = dateOf(ctx.clock.now())
  return read(ctx, async (tx) => {
    const { payouts, count } = await listPayoutsOf(tx, { providerId, page, pageSize })
    const months = await listUpcomingOf(tx, { providerId, today })
    const holidays = await listHolidaysFrom(tx, today)
    const upcoming = months.map(({ payoutDay, ...month }) => {
      const endDay = Temporal.PlainYearMonth.from(month.month).add({ months: 1 }).toPlainDate({ day: 1 })
      const promised = promisedDate({ endDay, payoutDayOfMonth: payoutDay, holidays, today })
      return { ...month, promisedOn: promised.toString() }
    })
    return accept({ payouts, count, pageSize, upcoming, today: today.toString() })
  })
}
