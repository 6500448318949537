import { acceptSilentDeliveries } from '#app/delivery/accept-silent-deliveries.server.ts'
import { approveRun } from '#app/payout/approve-run.server.ts'
import { executeRun } from '#app/payout/execute-run.server.ts'
import { prepareRun } from '#app/payout/prepare-run.server.ts'
import { promisedDate } from '#app/payout/rules/promised-date.ts'
import type { Database } from '#app/platform/db/database.server.ts'
import { holidayDates, publicHolidays } from '#app/schedule/rules/public-holidays.ts'
import { staffActor } from './cast.ts'
import type { DemoDates } from './demo-dates.ts'
import { riga } from './demo-dates.ts'
import { demoId } from './demo-id.ts'
import type { MunicipalityKey } from './municipalities.ts'
import { demoPolicy } from './municipalities.ts'
import type { Act } from './play-session.ts'
import type { Register } from './register.ts'
import { idIn } from './register.ts'
import type { ReplayedPortal } from './replay.ts'
import { accepted } from './replay.ts'

type Stage = { portal: ReplayedPortal; owner: Database; register: Register; dates: DemoDates }

const payers = {
  lejasupe: { finance: 'inese', approver: 'vilnis' },
  kalnavoti: { finance: 'dzintra', approver: 'egons' },
} as const satisfies Record<MunicipalityKey, { finance: string; approver: string }>

type Month = { firstDay: Temporal.PlainDate; endDay: Temporal.PlainDate }

/**
 * The payouts of the past, month by month: prepared, approved by another person, paid on the bank's date. The last
 * closed month waits for the bank; the month after it is left for whoever tries the demo.
 */
export function payoutActs(stage: Stage): Act[] {
  const months = closedMonths(stage.dates)
  return [
    ...months.flatMap((month, index) => {
      const previous = months[index - 1]
      const isLast = index === months.length - 1
      // One payment of the month before the last did not go through; the next run takes it along.
      const isBounced = index === months.length - 2
      const covered = isLast && previous !== undefined ? { ...month, firstDay: previous.firstDay } : month
      return isLast
        ? waitingRun(stage, covered)
        : [...paidRun(stage, 'lejasupe', covered, isBounced), ...paidRun(stage, 'kalnavoti', covered, false)]
    }),
    ...silence(stage),
  ]
}

/** Months from the first session to the one before the month that is still to be prepared. */
function closedMonths({ today, endingPeriod }: DemoDates): Month[] {
  const open = today.with({ day: 1 }).subtract({ months: today.day <= 12 ? 1 : 0 })
  const months: Month[] = []
  for (let day = endingPeriod.startsOn.with({ day: 1 }); Temporal.PlainDate.compare(day, open) < 0;) {
    const endDay = day.add({ months: 1 })
    months.push({ firstDay: day, endDay })
    day = endDay
  }
  return months
}

function paidRun(stage: Stage, municipality: MunicipalityKey, month: Month, isBounced: boolean): Act[] {
  const preparedOn = month.endDay.with({ day: 8 })
  const bankDate = promisedDate({
    endDay: month.endDay,
    payoutDayOfMonth: demoPolicy.payout_day_of_month,
    holidays: holidayDates(publicHolidays([preparedOn.year])),
    today: preparedOn,
  })
  const { approver } = payers[municipality]
  const run = preparing(stage, municipality, month, riga(preparedOn, '16:42'))
  const approvedAt = riga(preparedOn.add({ days: 1 }), '10:15')
  const executedAt = riga(bankDate, '14:05')
  return [
    ...run.acts,
    approving(stage, municipality, approvedAt, run.id),
    {
      at: executedAt,
      do: async () => {
        const runId = run.id()
        if (runId === null) return
        const refused = isBounced ? await refusedPayouts(stage, runId) : []
        const ctx = stage.portal.as(staffActor(approver, 'payout_approver'), executedAt)
        accepted(await executeRun(ctx, { runId, bankDate, refused }), `the bank's answer to a run`)
      },
    },
  ]
}

/** Prepared the day before yesterday, approved yesterday: only the bank's date is missing. */
function waitingRun(stage: Stage, month: Month): Act[] {
  const { today } = stage.dates
  const run = preparing(stage, 'lejasupe', month, riga(today.subtract({ days: 2 }), '16:42'))
  return [...run.acts, approving(stage, 'lejasupe', riga(today.subtract({ days: 1 }), '10:15'), run.id)]
}

function preparing({ portal }: Stage, municipality: MunicipalityKey, dates: Month, at: Temporal.Instant) {
  let runId: string | null = null
  const prepare = async () => {
    await acceptSilentDeliveries(portal.bySystem(demoId(`municipality ${municipality}`), at))
    const ctx = portal.as(staffActor(payers[municipality].finance, 'finance_officer'), at)
    const prepared = await prepareRun(ctx, { dates, expectedTotal: null })
    // A month in which no session took place has nothing to pay.
    if (!prepared.ok && prepared.refusal.kind === 'nothing-to-pay') return
    runId = accepted(prepared, `preparing the run of ${dates.firstDay.toString()}`).runId
  }
  return { acts: [{ at, do: prepare }], id: () => runId }
}

function approving(
  { portal }: Stage,
  municipality: MunicipalityKey,
  at: Temporal.Instant,
  id: () => string | null,
): Act {
  return {
    at,
    do: async () => {
      const runId = id()
      if (runId === null) return
      const ctx = portal.as(staffActor(payers[municipality].approver, 'payout_approver'), at)
      accepted(await approveRun(ctx, { runId }), 'approving a run')
    },
  }
}

async function refusedPayouts({ owner, register }: Stage, runId: string) {
  const payouts = await owner.payout.findMany({
    where: { run_id: runId, provider_id: idIn(register.providers, 'transport') },
    select: { id: true },
  })
  return payouts.map(({ id }) => ({ payoutId: id, reason: 'Saņēmēja banka maksājumu atdeva: konts uz laiku bloķēts' }))
}

/** Silence counts every Monday before work, and once more at the end. */
function silence({ portal, dates }: Stage): Act[] {
  const { today, endingPeriod, now } = dates
  const first = endingPeriod.startsOn.add({ days: 8 - endingPeriod.startsOn.dayOfWeek })
  const weeks = Math.floor(first.until(today, { largestUnit: 'days' }).days / 7)
  const moments = Array.from({ length: Math.max(0, weeks) }, (_, week) => riga(first.add({ weeks: week }), '04:00'))
  return [...moments, now].map((at) => ({
    at,
    do: async () => {
      for (const municipality of ['lejasupe', 'kalnavoti']) {
        await acceptSilentDeliveries(portal.bySystem(demoId(`municipality ${municipality}`), at))
      }
    },
  }))
}
