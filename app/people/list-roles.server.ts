import type { Context } from '#app/people/context.server.ts'
import type { Grant } from '#app/people/role-grant-store.server.ts'
import { listGrantsOf } from '#app/people/role-grant-store.server.ts'

/** The hats a person may wear, oldest first. */
export async function listRoles({ db, actor }: Pick<Context, 'db' | 'actor'>): Promise<Grant[]> {
  return listGrantsOf(db, actor.personId)
}
