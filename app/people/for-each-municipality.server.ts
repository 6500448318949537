import type { OpenContext, SystemContext } from '#app/people/context.server.ts'
import { listMunicipalities } from '#app/people/municipality-store.server.ts'

/** Lets a rule act by itself in every municipality, one after the other, each seeing its own rows only. */
export async function forEachMunicipality(
  ctx: OpenContext,
  work: (ctx: SystemContext) => Promise<unknown>,
): Promise<void> {
  for (const { id } of await listMunicipalities(ctx.db)) await work({ ...ctx, scope: { tenant: id, provider: null } })
}
