import { hasService, lockFamilyAssessment, setUnderstood } from '#app/assessment/family-answers-store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type MarkUnderstoodInput = { childId: string; assessedServiceId: string; isUnderstood: boolean }
export type MarkUnderstoodRefusal = { kind: 'not-found' } | { kind: 'completed' }

/** A guardian marks the explanation of a proposed service as understood, each for themselves, or takes the mark back. */
export async function markUnderstood(
  ctx: Context,
  { childId, assessedServiceId, isUnderstood }: MarkUnderstoodInput,
): Promise<Result<{ isUnderstood: boolean }, MarkUnderstoodRefusal>> {
  if (ctx.actor.role !== 'guardian') return refuse({ kind: 'not-found' })

  return transact<{ isUnderstood: boolean }, MarkUnderstoodRefusal>(ctx, async (tx) => {
    const assessment = await lockFamilyAssessment(ctx, tx, childId)
    if (assessment === null) return refuse({ kind: 'not-found' })
    if (assessment.isCompleted) return refuse({ kind: 'completed' })
    const isTheirs = assessment.isProposed && (await hasService(tx, assessment.assessmentId, assessedServiceId))
    if (!isTheirs) return refuse({ kind: 'not-found' })
    await setUnderstood(tx, assessment.municipalityId, {
      assessedServiceId,
      personId: ctx.actor.personId,
      at: ctx.clock.now(),
      isUnderstood,
    })
    return accept({ isUnderstood })
  })
}
