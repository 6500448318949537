import { setImmediate as nextTurn } from 'node:timers/promises'
import { lockImport, markChecked } from '#app/intake/import-store.server.ts'
import type { IntakeVault } from '#app/intake/intake-vault.server.ts'
import { loadLists } from '#app/intake/list-store.server.ts'
import { findImportingMunicipality } from '#app/intake/may-import.server.ts'
import { listRowsAfter, updateRows } from '#app/intake/row-store.server.ts'
import { checkRow } from '#app/intake/rules/check-row.ts'
import type { NumberedRow } from '#app/intake/rules/group-rows.ts'
import { groupRows } from '#app/intake/rules/group-rows.ts'
import type { Matching, MatchingProblem } from '#app/intake/rules/match-columns.ts'
import { problemsOfMatching } from '#app/intake/rules/match-columns.ts'
import { isRefusal } from '#app/intake/rules/reasons.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'

export type MatchColumnsInput = { importId: string; matching: Matching; vault: IntakeVault }
export type MatchColumnsRefusal =
  | { kind: 'not-found' }
  /** It runs, or is over. */
  | { kind: 'too-late' }
  | { kind: 'not-usable'; problems: readonly MatchingProblem[] }

const rowsInATurn = 500

/**
 * Says which column is which, and checks every row under that: what can be taken waits, the rest is refused with its
 * reasons. May be done again until the import is started.
 */
export async function matchColumns(
  ctx: Context,
  { importId, matching, vault }: MatchColumnsInput,
): Promise<Result<{ refused: number }, MatchColumnsRefusal>> {
  const municipalityId = findImportingMunicipality(ctx)
  if (municipalityId === null) return refuse({ kind: 'not-found' })
  return transact<{ refused: number }, MatchColumnsRefusal>(ctx, async (tx) => {
    const found = await lockImport(tx, { municipalityId, importId })
    if (found === null || found.isPurged) return refuse({ kind: 'not-found' })
    if (found.state !== 'read' && found.state !== 'checked') return refuse({ kind: 'too-late' })
    const problems = problemsOfMatching(matching, found.header.length)
    if (problems.length > 0) return refuse({ kind: 'not-usable', problems })

    const lists = await loadLists(tx, { municipalityId, today: dateOf(ctx.clock.now()) })
    const checked: NumberedRow[] = []
    for await (const { rowNumber, cells } of openRows(tx, { importId, vault })) {
      checked.push({ rowNumber, ...checkRow(cells, matching, lists) })
    }
    const grouped = groupRows(checked)
    await writeChecks(tx, { importId, grouped, vault })
    const refused = grouped.filter(({ reasons }) => reasons.some(isRefusal)).length
    await markChecked(tx, { importId, matching, refused })
    await recordAudit(ctx, tx, { action: 'import.check', subject: { kind: 'import', id: importId } })
    return accept({ refused })
  })
}

/** Every row of an import, a few at a time, so that others get their turn in between. */
async function* openRows(tx: Tx, { importId, vault }: { importId: string; vault: IntakeVault }) {
  for (let after = 0; ;) {
    const rows = await listRowsAfter(tx, { importId, after, most: rowsInATurn })
    for (const { rowNumber, sealed } of rows) yield { rowNumber, cells: vault.open({ importId, rowNumber }, sealed) }
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.rowNumber
    await nextTurn()
  }
}

async function writeChecks(
  tx: Tx,
  { importId, grouped, vault }: { importId: string; grouped: readonly NumberedRow[]; vault: IntakeVault },
): Promise<void> {
  for (let from = 0; from < grouped.length; from += rowsInATurn) {
    const outcomes = grouped.slice(from, from + rowsInATurn).map(({ rowNumber, reasons, groupMark }) => ({
      rowNumber,
      state: reasons.some(isRefusal) ? ('refused' as const) : ('waiting' as const),
      reasons,
      groupHash: groupMark === null ? null : vault.groupHash(importId, groupMark),
    }))
    await updateRows(tx, importId, outcomes)
    await nextTurn()
  }
}
