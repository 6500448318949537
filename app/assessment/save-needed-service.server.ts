import type { StoredService } from '#app/assessment/needs-store.server.ts'
import { listGoals, listServices, takeBackOrders, updateService } from '#app/assessment/needs-store.server.ts'
import type { ClosedNeeds } from '#app/assessment/open-needs.server.ts'
import { lockOpenNeeds } from '#app/assessment/open-needs.server.ts'
import type { DraftProblem, ServiceDraft } from '#app/assessment/rules/needed-service.ts'
import { draftProblems } from '#app/assessment/rules/needed-service.ts'
import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'

export type SaveNeededServiceInput = {
  assessmentId: string
  serviceId: string
  /** The version that was on the screen. */
  version: number
  draft: ServiceDraft
}
export type SaveNeededServiceRefusal =
  | ClosedNeeds
  | { kind: 'not-sensible'; problems: readonly DraftProblem[] }
  /** Somebody else saved in between: the service as it stands now. */
  | { kind: 'changed-meanwhile'; now: StoredService }

/**
 * Keeps what the team writes about a service, finished or not. A goal that went away meanwhile is left out.
 * A service that comes to ask for money of the budget has to be placed by the experts anew.
 */
export async function saveNeededService(
  ctx: Context,
  { assessmentId, serviceId, version, draft }: SaveNeededServiceInput,
): Promise<Result<{ version: number; savedAt: string }, SaveNeededServiceRefusal>> {
  return transact<{ version: number; savedAt: string }, SaveNeededServiceRefusal>(ctx, async (tx) => {
    const seat = await lockOpenNeeds(ctx, tx, assessmentId)
    if (!seat.ok) return seat
    const services = await listServices(tx, { assessmentId, on: dateOf(ctx.clock.now()) })
    const stored = services.find((service) => service.serviceId === serviceId)
    if (stored === undefined) return refuse({ kind: 'not-found' })
    if (stored.version !== version) return refuse({ kind: 'changed-meanwhile', now: stored })
    const problems = draftProblems(draft)
    if (problems.length > 0) return refuse({ kind: 'not-sensible', problems })

    const goals = new Set((await listGoals(tx, assessmentId)).map((goal) => goal.id))
    const goalIds = [...new Set(draft.goalIds)].filter((id) => goals.has(id))
    const at = ctx.clock.now()
    await updateService(
      tx,
      { id: stored.id, municipalityId: seat.value.municipalityId, personId: ctx.actor.personId, at },
      { ...draft, goalIds },
    )
    if (stored.payer === 'others' && draft.payer === 'individual-budget') await takeBackOrders(tx, assessmentId)
    return accept({ version: version + 1, savedAt: at.toString() })
  })
}
