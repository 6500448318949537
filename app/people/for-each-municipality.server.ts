import type { OpenContext, SystemContext } from '#app/people/context.server.ts'
import { listMunicipalities } from '#app/people/municipality-store.server.ts'
import { tryEach } from '#app/platform/try-each.ts'

/** Lets a rule act by itself in every municipality, one after the other, each seeing its own rows only. */
export async function forEachMunicipality(
  ctx: OpenContext,
  work: (ctx: SystemContext) => Promise<unknown>,
): Promise<void> {
  await tryEach(await listMunicipalities(ctx.db), ({ id }) => work({ ...ctx, scope: { tenant: id, provider: null } }))
}
