import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { insertImport } from '#app/intake/import-store.server.ts'
import type { IntakeVault } from '#app/intake/intake-vault.server.ts'
import { findImportingMunicipality } from '#app/intake/may-import.server.ts'
import { readTableFile } from '#app/intake/read-table-file.server.ts'
import { insertRows } from '#app/intake/row-store.server.ts'
import type { TableRefusal } from '#app/intake/rules/table-limits.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type HandInFileInput = { fileName: string; file: Buffer; vault: IntakeVault }
export type HandInFileRefusal = { kind: 'not-found' } | TableRefusal

const rowsInATurn = 500
const longestFileName = 200

/**
 * Takes a table in: reads it, and keeps its rows sealed until the import ends. Nothing of it is done yet. A municipality's
 * administrator; for anybody else there are no imports.
 */
export async function handInFile(
  ctx: Context,
  { fileName, file, vault }: HandInFileInput,
): Promise<Result<{ importId: string }, HandInFileRefusal>> {
  const municipalityId = findImportingMunicipality(ctx)
  if (municipalityId === null) return refuse({ kind: 'not-found' })
  const table = await readTableFile(file)
  if (!table.ok) return table
  const { header, rows } = table.value
  const importId = crypto.randomUUID()
  const digest = new Uint8Array(createHash('sha256').update(file).digest())
  return transact<{ importId: string }, HandInFileRefusal>(ctx, async (tx) => {
    await insertImport(tx, {
      id: importId,
      municipalityId,
      fileName: plainFileName(fileName),
      digest,
      header,
      rowCount: rows.length,
      by: ctx.actor.personId,
      at: ctx.clock.now(),
    })
    for (let from = 0; from < rows.length; from += rowsInATurn) {
      const some = rows.slice(from, from + rowsInATurn).map(({ rowNumber, cells }) => ({
        rowNumber,
        sealed: vault.seal({ importId, rowNumber }, cells),
      }))
      await insertRows(tx, { municipalityId, importId, rows: some })
      await nextTurn()
    }
    await recordAudit(ctx, tx, { action: 'import.hand-in', subject: { kind: 'import', id: importId } })
    return accept({ importId })
  })
}

/** The last part of a path, without signs that nobody sees. */
function plainFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return last.replaceAll(/\p{C}/gu, '').trim().slice(0, longestFileName)
}
