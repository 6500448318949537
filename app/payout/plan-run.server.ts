import type { Tx } from '#app/platform/db/database.server.ts'
import type { Cents } from '#app/platform/money.ts'
import type { Candidate, PayingMunicipality } from './candidate-store.server.ts'
import { getPayingMunicipality, listCandidates } from './candidate-store.server.ts'
import type { ReasonLeftOut, RunDates } from './rules/eligibility.ts'
import { chooseDeliveries } from './rules/eligibility.ts'
import { promisedDate } from './rules/promised-date.ts'

export type PlannedShare = {
  providerId: string
  providerName: string
  providerIban: string
  deliveries: readonly Candidate[]
  total: Cents
}

export type PlannedRun = {
  shares: readonly PlannedShare[]
  total: Cents
  leftOut: readonly { candidate: Candidate; reasons: readonly ReasonLeftOut[] }[]
  executionDate: Temporal.PlainDate
  paying: PayingMunicipality
}

/** What a run of these dates would pay now, and what it would leave out and why. With `lock` it stays true. */
export async function planRun(
  tx: Tx,
  {
    municipalityId,
    dates,
    today,
    lock = false,
  }: { municipalityId: string; dates: RunDates; today: Temporal.PlainDate; lock?: boolean },
): Promise<PlannedRun> {
  const candidates = await listCandidates(tx, { municipalityId, dates, lock })
  const paying = await getPayingMunicipality(tx, { municipalityId, today })
  const { shares, total, leftOut } = chooseDeliveries(candidates, dates)
  const executionDate = promisedDate({
    endDay: dates.endDay,
    payoutDayOfMonth: paying.payoutDay,
    holidays: new Set(paying.holidays),
    today,
  })
  return {
    shares: shares.map((share) => {
      const [first] = share.deliveries
      if (first === undefined) throw new Error('A share of a run has no deliveries')
      const { providerName, providerIban } = first
      return { ...share, providerName, providerIban }
    }),
    total,
    leftOut: leftOut.map(({ delivery, reasons }) => ({ candidate: delivery, reasons })),
    executionDate,
    paying,
  }
}
