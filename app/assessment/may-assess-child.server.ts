import type { Context } from '#app/people/context.server.ts'
import { findChildFor } from '#app/people/child-scope.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'

/** Whether the actor may work on the assessments of a child: experts who are invited to one, others who see the child. */
export async function mayAssessChild(ctx: Context, tx: Tx, childId: string): Promise<boolean> {
  return (await findChildFor(ctx, tx, childId)) !== null
}
