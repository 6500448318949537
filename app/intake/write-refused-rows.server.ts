import { findImport } from '#app/intake/import-store.server.ts'
import type { IntakeVault } from '#app/intake/intake-vault.server.ts'
import { findImportingMunicipality } from '#app/intake/may-import.server.ts'
import type { StoredRow } from '#app/intake/row-store.server.ts'
import { listRowsAfter } from '#app/intake/row-store.server.ts'
import type { Reason } from '#app/intake/rules/reasons.ts'
import { isRefusal } from '#app/intake/rules/reasons.ts'
import { writeCsv } from '#app/intake/rules/write-csv.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { read } from '#app/platform/db/transact.server.ts'

const rowsInATurn = 1_000

/** How the file says things, in the language of the one who asks. */
export type RefusedWords = { reasonHeading: string; say: (reason: Reason) => string }

/**
 * The refused rows of an import as a table to mend and hand in again: the columns of the file, and the reason in a last
 * one, which an import leaves out. The only place where whole rows are opened again. Null when there is no such import.
 */
export async function writeRefusedRows(
  ctx: Context,
  { importId, vault, words }: { importId: string; vault: IntakeVault; words: RefusedWords },
): Promise<{ name: string; csv: string } | null> {
  const municipalityId = findImportingMunicipality(ctx)
  if (municipalityId === null) return null
  return read(ctx, async (tx) => {
    const found = await findImport(tx, { municipalityId, importId })
    if (found === null || found.isPurged) return null
    await recordAudit(ctx, tx, { action: 'import.export-refused', subject: { kind: 'import', id: importId } })
    // A file of refused rows that is handed in again has such a column already.
    const width = found.header.at(-1) === words.reasonHeading ? found.header.length - 1 : found.header.length
    const lines = [[...found.header.slice(0, width), words.reasonHeading]]
    for await (const { rowNumber, sealed, reasons } of refusedRows(tx, importId)) {
      const cells = vault.open({ importId, rowNumber }, sealed)
      const padded = Array.from({ length: width }, (_, index) => cells[index] ?? '')
      lines.push([...padded, reasons.filter(isRefusal).map(words.say).join(' ')])
    }
    return { name: `${found.fileName.replace(/\.[^.]*$/, '')}-refused.csv`, csv: writeCsv(lines) }
  })
}

async function* refusedRows(tx: Tx, importId: string): AsyncGenerator<StoredRow> {
  for (let after = 0; ;) {
    const rows = await listRowsAfter(tx, { importId, after, most: rowsInATurn, state: 'refused' })
    yield* rows
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.rowNumber
  }
}
