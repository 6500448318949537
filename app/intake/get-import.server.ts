import type { StoredImport } from '#app/intake/import-store.server.ts'
import { countImportsOf, findImport, findSameFile, listImportsOf } from '#app/intake/import-store.server.ts'
import type { IntakeVault } from '#app/intake/intake-vault.server.ts'
import { findImportingMunicipality } from '#app/intake/may-import.server.ts'
import type { RowState } from '#app/intake/row-store.server.ts'
import { findRowPage, listRowsAfter } from '#app/intake/row-store.server.ts'
import type { ImportList, ImportRow, ImportSample, ImportView } from '#app/intake/rules/import-view.ts'
import { cellsOf, guessMatching } from '#app/intake/rules/match-columns.ts'
import { listDependents } from '#app/intake/thing-store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { maskPersonalCode } from '#app/people/rules/personal-code.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { read } from '#app/platform/db/transact.server.ts'

export type ImportQuestion = { importId: string; state: RowState | null; page: number; vault: IntakeVault }

const pageSize = 50
const sampleRows = 3

/** An import with one page of its rows, for the administrator of its municipality; null for anybody else. */
export async function getImport(
  ctx: Context,
  { importId, state, page, vault }: ImportQuestion,
): Promise<ImportView | null> {
  const municipalityId = findImportingMunicipality(ctx)
  if (municipalityId === null) return null
  return read(ctx, async (tx) => {
    const found = await findImport(tx, { municipalityId, importId })
    if (found === null) return null
    await recordAudit(ctx, tx, { action: 'import.read', subject: { kind: 'import', id: importId } })
    const sameFile = await findSameFile(tx, { municipalityId, importId })
    const canBeUndone = found.state === 'done' || found.state === 'failed'
    const dependents = canBeUndone ? await listDependents(tx, importId) : []
    const rows = await findRows(tx, found, { importId, state, page, vault })
    const samples = await findSamples(tx, found, vault)
    const guess = found.matching ?? guessMatching(found.header)
    return { ...found, sameFile, dependents, guess, samples, ...rows, page, pageSize }
  })
}

async function findRows(
  tx: Tx,
  found: StoredImport,
  { importId, state, page, vault }: ImportQuestion,
): Promise<{ rows: ImportRow[]; total: number }> {
  const { matching } = found
  if (matching === null || found.isPurged) return { rows: [], total: 0 }
  const { rows, total } = await findRowPage(tx, { importId, state, page, pageSize })
  const shown = rows.map(({ rowNumber, sealed, state: rowState, reasons }) => {
    const cellOf = cellsOf(vault.open({ importId, rowNumber }, sealed), matching)
    const child = `${cellOf('child_given_name')} ${cellOf('child_family_name')}`.trim()
    const period = { from: cellOf('period_from'), to: cellOf('period_to') }
    return { rowNumber, state: rowState, reasons, child, period, service: cellOf('service'), units: cellOf('units') }
  })
  return { rows: shown, total }
}

/** Anything that is written like a personal code, wherever in a cell it stands. */
const codeLike = /\d{6}\s*[-‐‑–]?\s*\d{5}/g

/** The first few rows by column, so that somebody sees which column is which; personal codes show their end only. */
async function findSamples(tx: Tx, found: StoredImport, vault: IntakeVault): Promise<ImportSample[]> {
  if (found.isPurged || (found.state !== 'read' && found.state !== 'checked')) return []
  const rows = await listRowsAfter(tx, { importId: found.id, after: 0, most: sampleRows })
  const cells = rows.map(({ rowNumber, sealed }) => vault.open({ importId: found.id, rowNumber }, sealed))
  return found.header.map((name, column) => ({
    name,
    values: [...new Set(cells.map((row) => sampleOf(row[column] ?? '')))].filter((value) => value !== ''),
  }))
}

function sampleOf(cell: string): string {
  return cell.replaceAll(codeLike, (code) => maskPersonalCode(code)).slice(0, 60)
}

const listSize = 20

/** The municipality's imports, the latest first; none for anybody but its administrator. */
export async function listImports(ctx: Context, { page }: { page: number }): Promise<ImportList> {
  const municipalityId = findImportingMunicipality(ctx)
  if (municipalityId === null) return { imports: [], total: 0, page: 1, pageSize: listSize }
  return read(ctx, async (tx) => {
    const total = await countImportsOf(tx, municipalityId)
    const shown = Math.min(page, Math.max(1, Math.ceil(total / listSize)))
    const imports = await listImportsOf(tx, { municipalityId, page: shown, pageSize: listSize })
    return {
      imports: imports.map(({ id, fileName, state, rowCount, acceptedRows, refusedRows, createdAt, createdBy }) => {
        return { id, fileName, state, rowCount, acceptedRows, refusedRows, createdAt, createdBy }
      }),
      total,
      page: shown,
      pageSize: listSize,
    }
  })
}
