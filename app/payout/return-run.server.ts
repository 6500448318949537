import { z } from 'zod'
import { recordAudit } from '#app/people/record-audit.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { findPayoutTenant, runActorOf } from './payout-rights.ts'
import { takeStep } from './rules/four-eyes.ts'
import { lockRun, markReturned } from './run-store.server.ts'
import type { ReturnRefusal } from './refusals.ts'

/**
 * Takes a prepared run back with a reason. No money has moved; its payouts are dropped and its deliveries are free
 * for the next run. The number stays used, so that the year's list has no gaps.
 */
export async function returnRun(
  ctx: Context,
  { runId, reason }: { runId: string; reason: string },
): Promise<Result<{ runId: string }, ReturnRefusal>> {
  const { actor, clock } = ctx
  const municipalityId = findPayoutTenant(actor)
  if (municipalityId === null || !z.uuid().safeParse(runId).success) return refuse({ kind: 'not-found' })
  const at = clock.now()
  const personId = actor.personId

  return transact<{ runId: string }, ReturnRefusal>(ctx, async (tx) => {
    const run = await lockRun(tx, { municipalityId, runId })
    if (run === null) return refuse({ kind: 'not-found' })
    const step = takeStep(run, { step: 'return', reason }, runActorOf(actor))
    if (!step.ok) return step

    await markReturned(tx, { runId, personId, at, reason: reason.trim() })
    await emit(tx, { type: 'run.returned', municipalityId, subjectId: runId, personId, at })
    await recordAudit(ctx, tx, {
      action: 'run.return',
      subject: { kind: 'payout_run', id: runId },
      reason: reason.trim(),
    })
    return accept({ runId })
  })
}
