import { lockImport, markFinished, markStarted } from '#app/intake/import-store.server.ts'
import { findImportingMunicipality } from '#app/intake/may-import.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type StartImportRefusal = { kind: 'not-found' } | { kind: 'not-checked' } | { kind: 'nothing-to-do' }

/** Lets a checked import be run: a job does so, some families at a time. What was refused stays out. */
export async function startImport(
  ctx: Context,
  { importId }: { importId: string },
): Promise<Result<{ importId: string }, StartImportRefusal>> {
  const municipalityId = findImportingMunicipality(ctx)
  if (municipalityId === null) return refuse({ kind: 'not-found' })
  return transact<{ importId: string }, StartImportRefusal>(ctx, async (tx) => {
    const found = await lockImport(tx, { municipalityId, importId })
    if (found === null || found.isPurged) return refuse({ kind: 'not-found' })
    if (found.state !== 'checked') return refuse({ kind: 'not-checked' })
    if (found.doneRows === found.rowCount) return refuse({ kind: 'nothing-to-do' })
    await markStarted(tx, { importId, by: ctx.actor.personId, at: ctx.clock.now() })
    await recordAudit(ctx, tx, { action: 'import.start', subject: { kind: 'import', id: importId } })
    return accept({ importId })
  })
}

export type DiscardImportRefusal = { kind: 'not-found' } | { kind: 'too-late' }

/** Gives up an import that was not started. */
export async function discardImport(
  ctx: Context,
  { importId }: { importId: string },
): Promise<Result<{ importId: string }, DiscardImportRefusal>> {
  const municipalityId = findImportingMunicipality(ctx)
  if (municipalityId === null) return refuse({ kind: 'not-found' })
  return transact<{ importId: string }, DiscardImportRefusal>(ctx, async (tx) => {
    const found = await lockImport(tx, { municipalityId, importId })
    if (found === null) return refuse({ kind: 'not-found' })
    if (found.state !== 'read' && found.state !== 'checked') return refuse({ kind: 'too-late' })
    await markFinished(tx, importId, { state: 'discarded', at: ctx.clock.now() })
    await recordAudit(ctx, tx, { action: 'import.discard', subject: { kind: 'import', id: importId } })
    return accept({ importId })
  })
}
