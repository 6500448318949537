import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import type { ServiceToAdd } from '#app/plan/added-line-store.server.ts'
import { listServicesToAdd } from '#app/plan/added-line-store.server.ts'
import type { RevisionRow } from '#app/plan/revision-store.server.ts'
import { findRevision } from '#app/plan/revision-store.server.ts'
import { mayApprovePlans } from '#app/plan/rules/who-approves.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { dateOf } from '#app/platform/time.ts'

export type Revision = RevisionRow & { toAdd: ServiceToAdd[] }

/** A revision of a child as its editor sees it; null when unknown or not the actor's. The reading is written down. */
export async function getRevision(
  ctx: Context,
  { childId, planId }: { childId: string; planId: string },
): Promise<Revision | null> {
  if (!mayApprovePlans(ctx.actor.role)) return null
  return read(ctx, async (tx) => {
    const revision = await findRevision(ctx, tx, { planId })
    if (revision === null || revision.childId !== childId) return null
    await recordAudit(ctx, tx, { action: 'revision.read', subject: { kind: 'plan', id: planId } })
    return { ...revision, toAdd: await listServicesToAdd(tx, { planId, on: dateOf(ctx.clock.now()) }) }
  })
}
