import { purgeRows } from '#app/intake/import-store.server.ts'
import type { SystemContext } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { accept } from '#app/platform/result.ts'

/** As long as rows may be looked at and mended after an import has ended. */
export const keepRows_days = 90

/** Deletes the rows of imports that ended, or were left lying, long ago: they hold personal codes. Counts stay. */
export async function purgeImports(ctx: SystemContext): Promise<{ purged: number }> {
  const municipalityId = ctx.scope.tenant
  if (municipalityId === null) return { purged: 0 }
  const at = ctx.clock.now()
  const before = at.subtract({ hours: keepRows_days * 24 })
  const result = await transact<{ purged: number }, never>(ctx, async (tx) =>
    accept({ purged: await purgeRows(tx, { municipalityId, before, at }) }),
  )
  return result.ok ? result.value : { purged: 0 }
}
