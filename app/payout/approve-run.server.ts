import { z } from 'zod'
import { postManyOnLines } from '#app/budget/post-transfer.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { findPayoutTenant, runActorOf } from './payout-rights.ts'
import { takeStep } from './rules/four-eyes.ts'
import { lockItems, lockRun, lockRunsOf, markApproved } from './run-store.server.ts'
import type { ApproveRefusal } from './refusals.ts'

/**
 * A second person approves a prepared run: from here its contents are frozen, and its money moves from delivered to in
 * transit, one transfer a delivery. The database refuses the preparer's approval as well (constraint `four_eyes`).
 */
export async function approveRun(
  ctx: Context,
  { runId }: { runId: string },
): Promise<Result<{ runId: string; total: Cents }, ApproveRefusal>> {
  const { actor, clock } = ctx
  const municipalityId = findPayoutTenant(actor)
  if (municipalityId === null || !z.uuid().safeParse(runId).success) return refuse({ kind: 'not-found' })
  const at = clock.now()
  const personId = actor.personId

  return transact<{ runId: string; total: Cents }, ApproveRefusal>(
    ctx,
    async (tx) => {
      await lockRunsOf(tx, municipalityId)
      const run = await lockRun(tx, { municipalityId, runId })
      if (run === null) return refuse({ kind: 'not-found' })
      const step = takeStep(run, { step: 'approve' }, runActorOf(actor))
      if (!step.ok) return step

      const items = await lockItems(tx, { municipalityId, runId })
      const changed = items.filter((item) => !item.isStillOwed)
      if (changed.length > 0) return refuse({ kind: 'deliveries-changed', count: changed.length })

      await markApproved(tx, { runId, personId, at })
      await postManyOnLines(tx, {
        kind: 'send',
        cause: { municipalityId, kind: 'payout', personId, at },
        movements: items.map(({ itemId, payoutId, budgetLineId, amount }) => ({
          budgetLineId,
          amount,
          causeId: payoutId,
          key: `send:${itemId}`,
        })),
      })
      await recordAudit(ctx, tx, { action: 'run.approve', subject: { kind: 'payout_run', id: runId } })
      return accept({ runId, total: run.total })
    },
    { four_eyes: { kind: 'prepared-it-yourself' } },
  )
}
