import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { sealPlan } from '#app/plan/decision-store.server.ts'
import { findRevision, isInForce, tidyRevision, unsealPlan } from '#app/plan/revision-store.server.ts'
import type { RevisedProblem } from '#app/plan/rules/revised-lines.ts'
import { revisedProblems } from '#app/plan/rules/revised-lines.ts'
import { listedLines } from '#app/plan/rules/revision-view.ts'
import { mayApprovePlans } from '#app/plan/rules/who-approves.ts'
import { voidSignatures } from '#app/plan/signing-store.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type SealRevisionRefusal =
  | { kind: 'not-found' }
  | { kind: 'not-a-draft' }
  /** Somebody edited it since the page was read. */
  | { kind: 'changed-meanwhile' }
  /** The version that it changes is no longer in force. */
  | { kind: 'outdated' }
  | { kind: 'whole-reason-needed' }
  | { kind: 'problems'; problems: RevisedProblem[] }

/** Offers a revision for signing when nothing speaks against it: every problem is told, each with its service. */
export async function sealRevision(
  ctx: Context,
  { planId, editVersion }: { planId: string; editVersion: number },
): Promise<Result<{ planId: string; childId: string }, SealRevisionRefusal>> {
  const { municipalityId, role, personId } = ctx.actor
  if (municipalityId === null || !mayApprovePlans(role)) return refuse({ kind: 'not-found' })

  return transact<{ planId: string; childId: string }, SealRevisionRefusal>(ctx, async (tx) => {
    const draft = await findRevision(ctx, tx, { planId, lock: true })
    if (draft === null) return refuse({ kind: 'not-found' })
    if (draft.state !== 'draft' || draft.isSealed) return refuse({ kind: 'not-a-draft' })
    if (draft.editVersion !== editVersion) return refuse({ kind: 'changed-meanwhile' })
    if (!(await isInForce(tx, draft.basedOnId))) return refuse({ kind: 'outdated' })
    if (draft.reason.trim() === '') return refuse({ kind: 'whole-reason-needed' })
    const problems = revisedProblems(draft.budget, listedLines(draft.lines))
    if (problems.length > 0) return refuse({ kind: 'problems', problems })

    const at = ctx.clock.now()
    await tidyRevision(tx, planId)
    await sealPlan(tx, planId, at)
    await recordAudit(ctx, tx, { action: 'revision.seal', subject: { kind: 'plan', id: planId } })
    await emit(tx, { type: 'plan.sealed', municipalityId, subjectId: planId, personId, at })
    return accept({ planId, childId: draft.childId })
  })
}

/** Opens a sealed revision for editing again; the signatures under it are void. */
export async function reopenRevision(
  ctx: Context,
  { planId }: { planId: string },
): Promise<Result<{ childId: string }, { kind: 'not-found' } | { kind: 'not-a-draft' }>> {
  if (!mayApprovePlans(ctx.actor.role)) return refuse({ kind: 'not-found' })
  return transact<{ childId: string }, { kind: 'not-found' } | { kind: 'not-a-draft' }>(ctx, async (tx) => {
    const draft = await findRevision(ctx, tx, { planId, lock: true })
    if (draft === null) return refuse({ kind: 'not-found' })
    if (draft.state !== 'draft') return refuse({ kind: 'not-a-draft' })
    await voidSignatures(tx, planId, ctx.clock.now())
    await unsealPlan(tx, planId)
    await recordAudit(ctx, tx, { action: 'revision.reopen', subject: { kind: 'plan', id: planId } })
    return accept({ childId: draft.childId })
  })
}
