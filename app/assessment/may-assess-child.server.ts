import type { Context } from '#app/people/context.server.ts'
import { findChildFor } from '#app/people/child-scope.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'

/**
 * Whether the actor may work on the assessment of a child of their own municipality: experts of the municipality
 * may; others as far as they see the child's file at all.
 */
export async function mayAssessChild(ctx: Context, tx: Tx, childId: string): Promise<boolean> {
  return ctx.actor.role === 'expert' || (await findChildFor(ctx, tx, childId)) !== null
}
