import { recordAudit } from '#app/people/record-audit.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'
import { runActorOf } from './payout-rights.ts'
import type { PlannedRun } from './plan-run.server.ts'
import { planRun } from './plan-run.server.ts'
import { isStretch, type RunDates } from './rules/eligibility.ts'
import { writeCreditTransfers } from './rules/pain001.ts'
import { endToEndIdOf, messageIdOf } from './rules/payout-ids.ts'
import type { NewRun } from './run-store.server.ts'
import { insertRun, lockRunsOf, newIds, nextRunNumber } from './run-store.server.ts'
import { fileOf } from './write-run-file.server.ts'
import type { PrepareRefusal } from './refusals.ts'

export type PrepareRunInput = {
  dates: RunDates
  /** The sum that the person saw before pressing the button; null when nobody looked. */
  expectedTotal: Cents | null
}

export type Prepared = {
  runId: string
  year: number
  number: number
  total: Cents
  payoutCount: number
  leftOut: PlannedRun['leftOut']
}

/**
 * Prepares a payout run: accepted deliveries of the dates that no other run has, one payout a provider, with the
 * provider's name and account as they are now. One preparation at a time in a municipality; the second of two at once
 * finds the deliveries taken. Answers what is left out, and why.
 *
 * Refuses: a hat that does not prepare, dates that are no stretch of days, nothing to pay, a sum other than the one
 * the person saw, accounts that a bank would not take. Source: product.md section 5, step 11.
 */
export async function prepareRun(ctx: Context, input: PrepareRunInput): Promise<Result<Prepared, PrepareRefusal>> {
  const { actor, clock } = ctx
  const { dates, expectedTotal } = input
  const { municipalityId } = actor
  if (municipalityId === null || !runActorOf(actor).mayPrepare) {
    return refuse({ kind: 'not-entrusted', with: 'preparing' })
  }
  if (!isStretch(dates)) return refuse({ kind: 'dates-wrong' })
  const at = clock.now()

  return transact<Prepared, PrepareRefusal>(ctx, async (tx) => {
    await lockRunsOf(tx, municipalityId)
    const planned = await planRun(tx, { municipalityId, dates, today: dateOf(at), lock: true })
    const { total, leftOut } = planned
    if (planned.shares.length === 0) return refuse({ kind: 'nothing-to-pay', leftOut: leftOut.length })
    if (expectedTotal !== null && expectedTotal !== total) return refuse({ kind: 'total-changed', total })

    const { year } = dateOf(at)
    const number = await nextRunNumber(tx, { municipalityId, year })
    const ids = await newIds(tx, planned.shares.length + 1)
    const run = runOf({ planned, ids, year, number, dates, municipalityId, preparedBy: actor.personId, preparedAt: at })
    const problems = problemsOf(run, planned)
    if (problems.length > 0) return refuse({ kind: 'file-not-payable', problems })

    await insertRun(tx, run)
    await emit(tx, { type: 'run.prepared', municipalityId, subjectId: run.id, personId: actor.personId, at })
    await recordAudit(ctx, tx, { action: 'run.prepare', subject: { kind: 'payout_run', id: run.id } })
    return accept({ runId: run.id, year, number, total, payoutCount: run.payouts.length, leftOut })
  })
}

function runOf({
  planned,
  ids,
  dates,
  ...run
}: { planned: PlannedRun; ids: readonly string[]; dates: RunDates } & Pick<
  NewRun,
  'year' | 'number' | 'municipalityId' | 'preparedBy' | 'preparedAt'
>): NewRun {
  const idAt = (index: number) => {
    const id = ids[index]
    if (id === undefined) throw new Error('Too few ids for the payouts of a run')
    return id
  }
  const runId = idAt(0)
  return {
    ...run,
    ...dates,
    id: runId,
    executionDate: planned.executionDate,
    total: planned.total,
    messageId: messageIdOf(runId),
    payouts: planned.shares.map((share, index) => ({
      id: idAt(index + 1),
      providerId: share.providerId,
      amount: share.total,
      creditorName: share.providerName,
      creditorIban: share.providerIban,
      endToEndId: endToEndIdOf(idAt(index + 1)),
      items: share.deliveries.map(({ deliveryId, amount }) => ({ deliveryId, amount })),
    })),
  }
}

/** What a bank would reject, told before the contents freeze: a wrong account can still be put right now. */
function problemsOf(run: NewRun, { paying }: PlannedRun) {
  const debtor = { name: paying.debtorName, iban: paying.debtorIban, bic: paying.debtorBic }
  const payments = run.payouts.map(({ items, ...payout }) => ({ ...payout, sessions: items.length }))
  const file = writeCreditTransfers(fileOf({ ...run, debtor, createdAt: run.preparedAt, payments }))
  if (file.ok) return []
  return file.refusal.problems.map(({ what, endToEndId }) => ({
    what,
    creditor: run.payouts.find((payout) => payout.endToEndId === endToEndId)?.creditorName ?? null,
  }))
}
