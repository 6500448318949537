import type { Context } from '#app/people/context.server.ts'
import { listChildrenOf } from '#app/people/child-store.server.ts'
import { read } from '#app/platform/db/transact.server.ts'

/** The children in a guardian's care, by name. */
export async function listOwnChildren(ctx: Context): Promise<{ id: string; givenName: string }[]> {
  return read(ctx, (tx) => listChildrenOf(ctx, tx))
}
