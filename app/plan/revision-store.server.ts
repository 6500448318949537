import { z } from 'zod'
import { centsColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'

const revisedMoney = z.object({
  municipalityId: z.uuid(),
  periodId: z.uuid(),
  lines: z.array(z.object({ serviceId: z.uuid(), budgetLineId: z.uuid().nullable(), wanted: centsColumn })),
})

/**
 * What a revision gives to each service, and the line that holds the service's money by now. A line of the period that
 * the revision does not name is to hold nothing.
 */
export async function findRevisedMoney(tx: Tx, planId: string): Promise<z.infer<typeof revisedMoney> | null> {
  return queryRow(
    tx,
    revisedMoney,
    Prisma.sql`
    SELECT p.municipality_id AS "municipalityId", p.period_id AS "periodId",
      (SELECT coalesce(json_agg(json_build_object('serviceId', service_id, 'budgetLineId', bl.id,
          'wanted', coalesce(l.funded_cents, 0)) ORDER BY l.position, bl.id), '[]')
        FROM (SELECT * FROM plan_line WHERE plan_id = p.id AND outcome <> 'other_payer') l
        FULL JOIN (SELECT * FROM budget_line WHERE period_id = p.period_id) bl USING (service_id)) AS lines
    FROM plan p WHERE p.id = ${planId}::uuid`,
  )
}
