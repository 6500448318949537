import { z } from 'zod'
import { centsColumn, dateColumn, instantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'

const fileRow = z.object({
  id: z.uuid(),
  year: z.number(),
  number: z.number(),
  messageId: z.string(),
  firstDay: dateColumn,
  endDay: dateColumn,
  executionDate: dateColumn,
  total: centsColumn,
  approvedAt: instantColumn.nullable(),
  debtor: z.object({ name: z.string(), iban: z.string(), bic: z.string() }),
  payments: z.array(
    z.object({
      endToEndId: z.string(),
      amount: centsColumn,
      creditorName: z.string(),
      creditorIban: z.string(),
      sessions: z.number(),
    }),
  ),
})

/** Everything that goes into a run's payment file, payments in the order of their references. */
export async function findRunForFile(
  tx: Tx,
  { municipalityId, runId }: { municipalityId: string; runId: string },
): Promise<z.infer<typeof fileRow> | null> {
  return queryRow(
    tx,
    fileRow,
    Prisma.sql`
      SELECT r.id, r.year, r.number, r.message_id AS "messageId", r.covers_from AS "firstDay",
        r.covers_before AS "endDay", r.execution_date AS "executionDate", r.total_cents AS total,
        r.approved_at AS "approvedAt",
        json_build_object('name', m.legal_name, 'iban', m.iban, 'bic', m.bic) AS debtor,
        (SELECT json_agg(json_build_object('endToEndId', o.end_to_end_id, 'amount', o.cents,
            'creditorName', o.creditor_name, 'creditorIban', o.creditor_iban,
            'sessions', (SELECT count(*) FROM payout_item i WHERE i.payout_id = o.id)) ORDER BY o.end_to_end_id)
          FROM payout o WHERE o.run_id = r.id) AS payments
      FROM payout_run r JOIN municipality m ON m.id = r.municipality_id
      WHERE r.municipality_id = ${municipalityId}::uuid AND r.id = ${runId}::uuid`,
  )
}

const foundRow = z.object({ id: z.uuid() })

/** The run of a municipality by its id, or by its number and year. */
export async function findRunBy(
  tx: Tx,
  municipalityId: string,
  run: { id: string } | { number: number; year: number },
): Promise<string | null> {
  const which =
    'id' in run ? Prisma.sql`id = ${run.id}::uuid` : Prisma.sql`year = ${run.year}::int AND number = ${run.number}::int`
  const found = await queryRow(
    tx,
    foundRow,
    Prisma.sql`SELECT id FROM payout_run WHERE municipality_id = ${municipalityId}::uuid AND ${which}`,
  )
  return found?.id ?? null
}
