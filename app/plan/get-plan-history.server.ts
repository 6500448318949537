import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { listVersions } from '#app/plan/history-store.server.ts'
import type { PlanQuestion } from '#app/plan/get-support-plan.server.ts'
import { loadChildPeriods } from '#app/plan/get-support-plan.server.ts'
import { findPeriodEnd } from '#app/plan/period-end-store.server.ts'
import { listRequests } from '#app/plan/request-store.server.ts'
import type { PeriodEndView, RequestView, VersionView } from '#app/plan/rules/plan-history.ts'
import type { ChildPeriods } from '#app/plan/rules/plan-view.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { read } from '#app/platform/db/transact.server.ts'

export type PlanHistory = ChildPeriods & {
  versions: VersionView[]
  requests: RequestView[]
  end: PeriodEndView | null
}

/**
 * The versions of a period's plan with what each gives, who asked for changes, by what the period was made longer and
 * what went back to the fund. A family sees what was decided and what waits for its acknowledgement; the municipality
 * also the draft that is being written, and its reading is written down. Null when the child is not the actor's to see.
 * Four statements.
 */
export async function getPlanHistory(ctx: Context, question: PlanQuestion): Promise<PlanHistory | null> {
  return read(ctx, async (tx) => {
    const history = await loadPlanHistory(ctx, tx, question)
    if (history !== null && ctx.actor.role !== 'guardian') {
      await recordAudit(ctx, tx, { action: 'plan-history.read', subject: { kind: 'child', id: history.child.id } })
    }
    return history
  })
}

async function loadPlanHistory(ctx: Context, tx: Tx, question: PlanQuestion): Promise<PlanHistory | null> {
  const found = await loadChildPeriods(ctx, tx, question)
  if (found === null) return null
  const periodId = found.shown?.id
  if (periodId === undefined) return { ...found, versions: [], requests: [], end: null }
  const versions = await listVersions(tx, { periodId, decidedOnly: ctx.actor.role === 'guardian' })
  const requests = await listRequests(ctx, tx, periodId)
  return { ...found, versions, requests, end: await findPeriodEnd(tx, periodId) }
}
