import { z } from 'zod'
import { postManyOnLines } from '#app/budget/post-transfer.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'
import { findPayoutTenant, runActorOf } from './payout-rights.ts'
import { takeStep } from './rules/four-eyes.ts'
import { lockItems, lockRun, lockRunsOf, markExecuted } from './run-store.server.ts'
import type { ExecuteRefusal } from './refusals.ts'

export type ExecuteRunInput = {
  runId: string
  /** The day on which the bank says it paid. */
  bankDate: Temporal.PlainDate
  /** Payments that the bank did not make, with its reason. */
  refused: readonly { payoutId: string; reason: string }[]
}

export type Executed = { runId: string; paid: number; failed: number }

/**
 * Records what the bank answered. Paid payouts: in transit to paid. Refused ones: back to delivered with the reason,
 * and their deliveries are free for the next run. Nothing is ever paid in part.
 */
export async function executeRun(ctx: Context, input: ExecuteRunInput): Promise<Result<Executed, ExecuteRefusal>> {
  const { actor, clock } = ctx
  const { runId, bankDate } = input
  const municipalityId = findPayoutTenant(actor)
  if (municipalityId === null || !z.uuid().safeParse(runId).success) return refuse({ kind: 'not-found' })
  const reasons = new Map(input.refused.map(({ payoutId, reason }) => [payoutId, reason.trim()]))
  const at = clock.now()
  const personId = actor.personId

  return transact<Executed, ExecuteRefusal>(ctx, async (tx) => {
    await lockRunsOf(tx, municipalityId)
    const run = await lockRun(tx, { municipalityId, runId })
    if (run === null) return refuse({ kind: 'not-found' })
    const step = takeStep(run, { step: 'execute', bankDate, today: dateOf(at) }, runActorOf(actor))
    if (!step.ok) return step
    if ([...reasons.values()].includes('')) return refuse({ kind: 'reason-missing' })

    const items = await lockItems(tx, { municipalityId, runId })
    const payoutIds = new Set(items.map(({ payoutId }) => payoutId))
    if (![...reasons.keys()].every((id) => payoutIds.has(id))) return refuse({ kind: 'payout-unknown' })

    const refused = [...reasons].map(([payoutId, reason]) => ({ payoutId, reason }))
    await markExecuted(tx, { runId, personId, at, bankDate, refused })
    const movements = items.map(({ itemId, payoutId, budgetLineId, amount }) => {
      const reason = reasons.get(payoutId)
      const key = `${reason === undefined ? 'settle' : 'bounce'}:${itemId}`
      return { budgetLineId, amount, causeId: payoutId, key, reason }
    })
    const cause = { municipalityId, kind: 'payout' as const, personId, at }
    const [paid, failed] = [false, true].map((hasFailed) =>
      movements.filter(({ reason }) => (reason !== undefined) === hasFailed),
    )
    await postManyOnLines(tx, { kind: 'settle', movements: paid ?? [], cause })
    await postManyOnLines(tx, { kind: 'bounce', movements: failed ?? [], cause })
    for (const payoutId of payoutIds) {
      const type = reasons.has(payoutId) ? 'payout.failed' : 'payout.paid'
      await emit(tx, { type, municipalityId, subjectId: payoutId, personId, at })
    }
    await recordAudit(ctx, tx, { action: 'run.execute', subject: { kind: 'payout_run', id: runId } })
    return accept({ runId, paid: payoutIds.size - reasons.size, failed: reasons.size })
  })
}
