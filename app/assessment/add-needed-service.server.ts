import { insertService, isId, takeBackOrders } from '#app/assessment/needs-store.server.ts'
import type { ClosedNeeds } from '#app/assessment/open-needs.server.ts'
import { lockOpenNeeds } from '#app/assessment/open-needs.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type AddNeededServiceRefusal = ClosedNeeds | { kind: 'unknown-service' } | { kind: 'already-listed' }

/**
 * Puts a service of the catalogue on the list of an assessment, explained as the catalogue does until the team says
 * it for this child. Orders that experts handed in come back to them: there is one more service to place.
 */
export async function addNeededService(
  ctx: Context,
  { assessmentId, serviceId }: { assessmentId: string; serviceId: string },
): Promise<Result<{ serviceId: string }, AddNeededServiceRefusal>> {
  return transact<{ serviceId: string }, AddNeededServiceRefusal>(
    ctx,
    async (tx) => {
      const seat = await lockOpenNeeds(ctx, tx, assessmentId)
      if (!seat.ok) return seat
      const { municipalityId } = seat.value
      const { personId } = ctx.actor
      const isKnown =
        isId(serviceId) &&
        (await insertService(tx, { municipalityId, assessmentId, serviceId, personId, at: ctx.clock.now() }))
      if (!isKnown) return refuse({ kind: 'unknown-service' })
      await takeBackOrders(tx, assessmentId)
      await recordAudit(ctx, tx, {
        action: 'assessment.service-add',
        subject: { kind: 'assessment', id: assessmentId },
      })
      return accept({ serviceId })
    },
    { assessed_service_assessment_id_service_id_key: { kind: 'already-listed' } },
  )
}
