import { findChildFor } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { findPlanToRevise, takeRequest } from '#app/plan/request-store.server.ts'
import { insertRevision } from '#app/plan/revision-store.server.ts'
import { mayApprovePlans } from '#app/plan/rules/who-approves.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'

/** `requestId` names the request that is taken up; without one the municipality revises of its own accord. */
export type StartRevisionInput = { childId: string; periodId: string; requestId: string | null; reason: string }
export type StartRevisionRefusal =
  | { kind: 'not-found' }
  | { kind: 'reason-needed' }
  | { kind: 'no-plan' }
  | { kind: 'period-over' }
  | { kind: 'already-answered' }
  /** A draft of this period is being worked on already. */
  | { kind: 'draft-exists' }

/**
 * Begins a revision: a draft that copies the version in force, to be edited as a difference against it. Takes up a
 * request when one is named. One draft a period at a time.
 */
export async function startRevision(
  ctx: Context,
  { childId, periodId, requestId, reason }: StartRevisionInput,
): Promise<Result<{ planId: string }, StartRevisionRefusal>> {
  const { municipalityId, role, personId } = ctx.actor
  if (municipalityId === null || !mayApprovePlans(role)) return refuse({ kind: 'not-found' })
  const at = ctx.clock.now()

  return transact<{ planId: string }, StartRevisionRefusal>(
    ctx,
    async (tx) => {
      const child = await findChildFor(ctx, tx, childId)
      if (child === null) return refuse({ kind: 'not-found' })
      const found = await findPlanToRevise(tx, { childId: child.id, periodId })
      if (found === null) return refuse({ kind: 'not-found' })
      if (found.approvedPlanId === null) return refuse({ kind: 'no-plan' })
      if (Temporal.PlainDate.compare(dateOf(at), found.endsBefore) >= 0) return refuse({ kind: 'period-over' })

      let why = reason.trim()
      if (requestId !== null) {
        const taken = await takeRequest(tx, { requestId, periodId: found.periodId, by: personId, at })
        if (taken === null) return refuse({ kind: 'already-answered' })
        why = why === '' ? taken.reason : why
      }
      if (why === '') return refuse({ kind: 'reason-needed' })
      const planId = crypto.randomUUID()
      const basedOnId = found.approvedPlanId
      await insertRevision(tx, { planId, basedOnId, requestId, reason: why, by: personId, at })
      await recordAudit(ctx, tx, { action: 'revision.start', subject: { kind: 'plan', id: planId } })
      return accept({ planId })
    },
    { one_draft_a_period: { kind: 'draft-exists' }, one_plan_a_version: { kind: 'draft-exists' } },
  )
}
