import { reopenAssessmentIn } from '#app/assessment/complete-assessment.server.ts'
import { findChildFor } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { markWithdrawn } from '#app/plan/decision-store.server.ts'
import { mayApprovePlans } from '#app/plan/rules/who-approves.ts'
import { lockPlan, voidSignatures } from '#app/plan/signing-store.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type WithdrawPlanRefusal =
  | { kind: 'not-found' }
  | { kind: 'reason-needed' }
  /** Only a draft is withdrawn. */
  | { kind: 'not-a-draft' }
/** `assessmentId` is the assessment that is open again; null when the draft was a revision. */
export type WithdrawnPlan = { childId: string; assessmentId: string | null }

/**
 * Gives a draft up with a reason: its signatures are void, and the assessment that it was made of is open again. The
 * draft stays readable. Who may approve may also send back.
 */
export async function withdrawPlan(
  ctx: Context,
  { planId, reason }: { planId: string; reason: string },
): Promise<Result<WithdrawnPlan, WithdrawPlanRefusal>> {
  const { municipalityId, role, personId } = ctx.actor
  if (municipalityId === null || !mayApprovePlans(role)) return refuse({ kind: 'not-found' })
  if (reason.trim() === '') return refuse({ kind: 'reason-needed' })

  return transact<WithdrawnPlan, WithdrawPlanRefusal>(ctx, async (tx) => {
    const plan = await lockPlan(tx, { municipalityId, planId })
    if (plan === null || (await findChildFor(ctx, tx, plan.childId)) === null) return refuse({ kind: 'not-found' })
    if (plan.state !== 'draft') return refuse({ kind: 'not-a-draft' })

    const at = ctx.clock.now()
    await voidSignatures(tx, planId, at)
    await markWithdrawn(tx, { planId, at, by: personId, reason: reason.trim() })
    await recordAudit(ctx, tx, { action: 'plan.withdraw', subject: { kind: 'plan', id: planId } })
    const { childId, assessmentId, origin } = plan
    if (origin !== 'assessed' || assessmentId === null) return accept({ childId, assessmentId: null })
    const reopened = await reopenAssessmentIn(ctx, tx, { assessmentId })
    return reopened.ok ? accept({ childId, assessmentId }) : reopened
  })
}
