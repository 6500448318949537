import { deleteService, listServices } from '#app/assessment/needs-store.server.ts'
import type { ClosedNeeds } from '#app/assessment/open-needs.server.ts'
import { lockOpenNeeds } from '#app/assessment/open-needs.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'

export type RemoveNeededServiceInput = {
  assessmentId: string
  serviceId: string
  /** The version that was on the screen: what a colleague wrote since is not thrown away unseen. */
  version: number
}
export type RemoveNeededServiceRefusal = ClosedNeeds | { kind: 'changed-meanwhile' }

/** Takes a service off the list, with what was written and asked about it. The others keep their order. */
export async function removeNeededService(
  ctx: Context,
  { assessmentId, serviceId, version }: RemoveNeededServiceInput,
): Promise<Result<{ serviceId: string }, RemoveNeededServiceRefusal>> {
  return transact<{ serviceId: string }, RemoveNeededServiceRefusal>(ctx, async (tx) => {
    const seat = await lockOpenNeeds(ctx, tx, assessmentId)
    if (!seat.ok) return seat
    const services = await listServices(tx, { assessmentId, on: dateOf(ctx.clock.now()) })
    const stored = services.find((service) => service.serviceId === serviceId)
    if (stored === undefined) return refuse({ kind: 'not-found' })
    // One's own words since then are no surprise: a form that saves itself moves on without its page.
    const isOwnChange = stored.changedById === ctx.actor.personId
    if (stored.version !== version && !isOwnChange) return refuse({ kind: 'changed-meanwhile' })

    await deleteService(tx, { id: stored.id, serviceId, assessmentId })
    await recordAudit(ctx, tx, {
      action: 'assessment.service-remove',
      subject: { kind: 'assessment', id: assessmentId },
    })
    return accept({ serviceId })
  })
}
