import { findChildFor } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import {
  listFundedLines,
  markSuperseded,
  nameBudgetLines,
  takeDecisionNumber,
} from '#app/plan/decision-store.server.ts'
import { moveFirstMoney } from '#app/plan/move-first-money.server.ts'
import { moveRevisedMoney } from '#app/plan/move-revised-money.server.ts'
import type { MissingSignature } from '#app/plan/rules/plan-signing.ts'
import { hasSigned, missingSignatures } from '#app/plan/rules/plan-signing.ts'
import { mayApprovePlans } from '#app/plan/rules/who-approves.ts'
import type { LockedPlan } from '#app/plan/signing-store.server.ts'
import { listGuardiansToTell, listSignatures, lockPlan } from '#app/plan/signing-store.server.ts'
import { fundBalance, markApproved } from '#app/plan/store.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { read, transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { zeroCents } from '#app/platform/money.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'

export type ApprovedPlan = { planId: string; decision: { year: number; number: number } }
export type ApprovePlanRefusal =
  | { kind: 'not-found' }
  | { kind: 'not-sealed' }
  | { kind: 'withdrawn' }
  | { kind: 'already-approved' }
  | { kind: 'unsigned'; missing: readonly MissingSignature[] }
  /** Who signed it does not approve it. */
  | { kind: 'four-eyes' }
  /** The fund does not reach: what it holds and what the budget asks. */
  | { kind: 'fund-short'; inFund: Cents; asked: Cents }
  /** A revision: the version it changes is no longer in force. */
  | { kind: 'outdated' }
  /** A revision would take money that is booked, delivered or paid by now. */
  | { kind: 'below-booked'; serviceIds: readonly string[] }
  | { kind: 'not-enough-unassigned'; missing: Cents }

/**
 * Brings a signed plan into force (step 8), in one transaction. A first plan gets its individual budget from the
 * programme fund, a revision moves money between its lines and takes the place of the version before; the decision gets
 * the next number of the municipality's year. When anything refuses, nothing has changed; of two who approve at once,
 * one does and the other is refused.
 */
export async function approvePlan(
  ctx: Context,
  { planId }: { planId: string },
): Promise<Result<ApprovedPlan, ApprovePlanRefusal>> {
  const { municipalityId, role } = ctx.actor
  if (municipalityId === null || !mayApprovePlans(role)) return refuse({ kind: 'not-found' })

  let asked = zeroCents
  const result = await transact<ApprovedPlan, ApprovePlanRefusal>(
    ctx,
    async (tx) => {
      const plan = await lockPlan(tx, { municipalityId, planId })
      if (plan === null || (await findChildFor(ctx, tx, plan.childId)) === null) return refuse({ kind: 'not-found' })
      asked = plan.budget
      const refusal = await refusalOf(ctx, tx, plan)
      if (refusal !== null) return refuse(refusal)
      const moved = plan.origin === 'revision' ? await moveRevision(ctx, tx, plan) : await moveFirst(ctx, tx, plan)
      return moved.ok ? accept(await decide(ctx, tx, plan, moved.value)) : moved
    },
    { balance_is_never_negative: { kind: 'fund-short', inFund: zeroCents, asked: zeroCents } },
  )
  if (result.ok || result.refusal.kind !== 'fund-short') return result
  // The database alone decides whether the fund reaches; how much it holds is read for the sentence afterwards.
  const inFund = await read(ctx, (tx) => fundBalance(tx, municipalityId))
  return refuse({ kind: 'fund-short', inFund: inFund ?? zeroCents, asked })
}

async function refusalOf(ctx: Context, tx: Tx, plan: LockedPlan): Promise<ApprovePlanRefusal | null> {
  if (plan.state === 'withdrawn') return { kind: 'withdrawn' }
  if (plan.state !== 'draft') return { kind: 'already-approved' }
  if (!plan.isSealed) return { kind: 'not-sealed' }
  const signatures = await listSignatures(tx, plan.id)
  const guardians = await listGuardiansToTell(tx, { ...plan, at: ctx.clock.now() })
  const missing = missingSignatures({ signatures, guardians })
  if (missing.length > 0) return { kind: 'unsigned', missing }
  return plan.fourEyes && hasSigned(signatures, ctx.actor.personId) ? { kind: 'four-eyes' } : null
}

type BudgetLines = ReadonlyMap<string, string>

async function moveFirst(ctx: Context, tx: Tx, plan: LockedPlan): Promise<Result<BudgetLines, ApprovePlanRefusal>> {
  const lines = await listFundedLines(tx, plan.id)
  return accept(await moveFirstMoney(ctx, tx, { ...plan, planId: plan.id, lines }))
}

async function moveRevision(ctx: Context, tx: Tx, plan: LockedPlan): Promise<Result<BudgetLines, ApprovePlanRefusal>> {
  if (plan.basedOnId === null || !(await markSuperseded(tx, plan.basedOnId))) return refuse({ kind: 'outdated' })
  return moveRevisedMoney(ctx, tx, { planId: plan.id })
}

async function decide(ctx: Context, tx: Tx, plan: LockedPlan, budgetLines: BudgetLines): Promise<ApprovedPlan> {
  const { id: planId, municipalityId } = plan
  const { personId } = ctx.actor
  const at = ctx.clock.now()
  const on = dateOf(at)
  await nameBudgetLines(tx, planId, budgetLines)
  const decision = { year: on.year, on, number: await takeDecisionNumber(tx, { municipalityId, year: on.year }) }
  await markApproved(tx, { id: planId, at, by: personId, decision })
  await recordAudit(ctx, tx, { action: 'plan.approve', subject: { kind: 'plan', id: planId } })
  await emit(tx, { type: 'plan.approved', municipalityId, subjectId: planId, personId, at })
  return { planId, decision: { year: decision.year, number: decision.number } }
}
