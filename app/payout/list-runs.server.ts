import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'
import { findEarlierUnpaid, listUnpaidMonths } from './candidate-store.server.ts'
import { type LeftOutRow, leftOutRows } from './left-out.ts'
import { findPayoutTenant, runActorOf } from './payout-rights.ts'
import { planRun } from './plan-run.server.ts'
import type { RunDates } from './rules/eligibility.ts'
import type { RunHead } from './run-read-store.server.ts'
import { listRunHeads } from './run-read-store.server.ts'

/** What a run of some days would pay now. Dates are ISO; `lastDay` is the last day paid for. */
export type RunPreview = {
  firstDay: string
  lastDay: string
  executionDate: string
  total: Cents
  shares: readonly { providerId: string; name: string; sessions: number; amount: Cents }[]
  leftOut: readonly LeftOutRow[]
  /** Accepted before these days and paid by no run: answers that came late, payments that came back. */
  earlier: { count: number; amount: number; since: string } | null
}

export type RunsPage = {
  runs: readonly RunHead[]
  count: number
  pageSize: number
  mayPrepare: boolean
  /** Months with money that no run has taken, latest first. */
  months: readonly { month: string; count: number; amount: Cents }[]
  preview: RunPreview | null
}

const pageSize = 20

/**
 * The runs of the actor's municipality and, for whoever prepares, what a run of some days would pay and leave out.
 * Without days asked for, it is the earliest whole month that still has money to pay, or else the latest. What is left
 * out shows children's sessions, so that reading it is written down.
 */
export async function listRuns(
  ctx: Context,
  { page, dates }: { page: number; dates: RunDates | null },
): Promise<Result<RunsPage, { kind: 'not-found' }>> {
  const municipalityId = findPayoutTenant(ctx.actor)
  if (municipalityId === null) return refuse({ kind: 'not-found' })
  const { mayPrepare } = runActorOf(ctx.actor)
  const today = dateOf(ctx.clock.now())
  return read(ctx, async (tx) => {
    const { runs, count } = await listRunHeads(tx, { municipalityId, page, pageSize })
    if (!mayPrepare) return accept({ runs, count, pageSize, mayPrepare, months: [], preview: null })

    const months = await listUnpaidMonths(tx, municipalityId)
    const shown = dates ?? usualDates(months, today)
    const planned = await planRun(tx, { municipalityId, dates: shown, today })
    const earlier = await findEarlierUnpaid(tx, { municipalityId, firstDay: shown.firstDay })
    const preview: RunPreview = {
      firstDay: shown.firstDay.toString(),
      lastDay: shown.endDay.subtract({ days: 1 }).toString(),
      executionDate: planned.executionDate.toString(),
      total: planned.total,
      shares: planned.shares
        .map(({ providerId, providerName, deliveries, total }) => ({
          providerId,
          name: providerName,
          sessions: deliveries.length,
          amount: total,
        }))
        .toSorted((one, other) => one.name.localeCompare(other.name, 'lv')),
      leftOut: leftOutRows(planned.leftOut),
      earlier: earlier === null ? null : { ...earlier, since: earlier.since.toString() },
    }
    if (preview.leftOut.length > 0) {
      await recordAudit(ctx, tx, { action: 'runs.list', subject: { kind: 'municipality', id: municipalityId } })
    }
    return accept({ runs, count, pageSize, mayPrepare, months, preview })
  })
}

function usualDates(months: readonly { month: string }[], today: Temporal.PlainDate): RunDates {
  const thisMonth = today.toPlainYearMonth()
  const unpaid = months.map(({ month }) => Temporal.PlainYearMonth.from(month))
  const whole = unpaid.filter((month) => Temporal.PlainYearMonth.compare(month, thisMonth) < 0)
  const month = whole.at(-1) ?? unpaid.at(-1) ?? thisMonth.subtract({ months: 1 })
  const firstDay = month.toPlainDate({ day: 1 })
  return { firstDay, endDay: firstDay.add({ months: 1 }) }
}
