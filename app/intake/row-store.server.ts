import { z } from 'zod'
import { columnKeys } from '#app/intake/rules/columns.ts'
import type { ImportRowState } from '#app/intake/rules/import-view.ts'
import { importRowStates } from '#app/intake/rules/import-view.ts'
import type { Reason } from '#app/intake/rules/reasons.ts'
import { doubtCodes, refusalCodes } from '#app/intake/rules/reasons.ts'
import { countColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'

export type RowState = ImportRowState

const reasonsSchema = z.array(
  z.object({
    code: z.enum([...refusalCodes, ...doubtCodes]),
    column: z.enum(columnKeys).nullable(),
    values: z.array(z.string()).optional(),
  }),
)
const storedRow = z.object({
  rowNumber: z.int(),
  sealed: z.instanceof(Uint8Array),
  state: z.enum(importRowStates),
  reasons: reasonsSchema.nullable().transform((reasons) => reasons ?? []),
  groupHash: z.instanceof(Uint8Array).nullable(),
})
export type StoredRow = z.infer<typeof storedRow>

const select = Prisma.sql`SELECT r.row_number AS "rowNumber", r.sealed_cells AS sealed, r.state::text, r.reasons,
    r.group_hash AS "groupHash" FROM intake_row r`

export type NewRow = { rowNumber: number; sealed: Uint8Array<ArrayBuffer> }

export async function insertRows(
  tx: Tx,
  { municipalityId, importId, rows }: { municipalityId: string; importId: string; rows: readonly NewRow[] },
): Promise<void> {
  await tx.intakeRow.createMany({
    data: rows.map(({ rowNumber, sealed }) => ({
      municipality_id: municipalityId,
      import_id: importId,
      row_number: rowNumber,
      sealed_cells: sealed,
    })),
  })
}

/** Rows in the order of the file, after a number. */
export async function listRowsAfter(
  tx: Tx,
  { importId, after, most, state }: { importId: string; after: number; most: number; state?: RowState },
): Promise<StoredRow[]> {
  const only = state === undefined ? Prisma.empty : Prisma.sql`AND r.state = ${state}::"IntakeRowState"`
  return queryRows(
    tx,
    storedRow,
    Prisma.sql`${select} WHERE r.import_id = ${importId}::uuid AND r.row_number > ${after} ${only}
      ORDER BY r.row_number LIMIT ${most}`,
  )
}

export type RowQuestion = { importId: string; state: RowState | null; page: number; pageSize: number }

/** One page of rows for the screen, with how many there are. */
export async function findRowPage(
  tx: Tx,
  { importId, state, page, pageSize }: RowQuestion,
): Promise<{ rows: StoredRow[]; total: number }> {
  const only = state === null ? Prisma.empty : Prisma.sql`AND r.state = ${state}::"IntakeRowState"`
  const rows = await queryRows(
    tx,
    storedRow,
    Prisma.sql`${select} WHERE r.import_id = ${importId}::uuid ${only}
      ORDER BY r.row_number LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
  )
  const count = await queryRow(
    tx,
    z.object({ total: countColumn }),
    Prisma.sql`SELECT count(*) AS total FROM intake_row r WHERE r.import_id = ${importId}::uuid ${only}`,
  )
  return { rows, total: count?.total ?? 0 }
}

/** The rows of the next few groups that wait, whole groups at a time. */
export async function listNextGroups(
  tx: Tx,
  { importId, groups }: { importId: string; groups: number },
): Promise<StoredRow[]> {
  return queryRows(
    tx,
    storedRow,
    Prisma.sql`${select} JOIN (SELECT group_hash FROM intake_row WHERE import_id = ${importId}::uuid AND state = 'waiting'
        GROUP BY group_hash ORDER BY min(row_number) LIMIT ${groups}) n ON n.group_hash = r.group_hash
      WHERE r.import_id = ${importId}::uuid AND r.state = 'waiting' ORDER BY r.row_number`,
  )
}

export type RowOutcome = {
  rowNumber: number
  state: RowState
  reasons: readonly Reason[]
  /** Left out: stays as it was. */
  groupHash?: Uint8Array | null
}

/** Writes what became of rows, many with one statement. */
export async function updateRows(tx: Tx, importId: string, outcomes: readonly RowOutcome[]): Promise<void> {
  if (outcomes.length === 0) return
  const rows = outcomes.map(({ rowNumber, state, reasons, groupHash }) => ({
    row_number: rowNumber,
    state,
    reasons: reasons.length === 0 ? null : reasons,
    keeps_group: groupHash === undefined,
    group_hash: groupHash ? Buffer.from(groupHash).toString('hex') : null,
  }))
  await tx.$executeRaw`UPDATE intake_row r SET state = o.state::"IntakeRowState", reasons = o.reasons,
      group_hash = CASE WHEN o.keeps_group THEN r.group_hash ELSE decode(o.group_hash, 'hex') END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS o(row_number int, state text, reasons jsonb, keeps_group boolean, group_hash text)
    WHERE r.import_id = ${importId}::uuid AND r.row_number = o.row_number`
}
