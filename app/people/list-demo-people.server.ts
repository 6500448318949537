import type { OpenContext } from '#app/people/context.server.ts'
import type { Grant } from '#app/people/role-grant-store.server.ts'
import { listInventedGrants } from '#app/people/role-grant-store.server.ts'
import type { Role } from '#app/people/rules/roles.ts'
import { roles } from '#app/people/rules/roles.ts'
import type { Config } from '#app/platform/config.server.ts'

/** Who a visitor of the demonstration can be, by hat: invented people alone, and nobody where the data is real. */
export async function listDemoPeople(
  ctx: Pick<OpenContext, 'db'> & { config: Pick<Config, 'isDemo'> },
): Promise<{ role: Role; people: Grant[] }[]> {
  if (!ctx.config.isDemo) return []
  const grants = await listInventedGrants(ctx.db)
  return roles
    .map((role) => ({ role, people: grants.filter((grant) => grant.role === role) }))
    .filter(({ people }) => people.length > 0)
}
