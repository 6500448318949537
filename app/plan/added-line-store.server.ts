import { z } from 'zod'
import { centsColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRows } from '#app/platform/db/query-rows.server.ts'
import { units } from '#app/platform/quantity.ts'

const serviceRow = z.object({
  serviceId: z.uuid(),
  name: z.object({ lv: z.string(), en: z.string() }),
  unit: z.enum(units),
  unitPrice: centsColumn,
})
export type ServiceToAdd = z.infer<typeof serviceRow>

/** Services of the catalogue with a price on the day that a draft does not list yet, at the highest of their caps. */
export async function listServicesToAdd(
  tx: Tx,
  { planId, on }: { planId: string; on: Temporal.PlainDate },
): Promise<ServiceToAdd[]> {
  return queryRows(
    tx,
    serviceRow,
    Prisma.sql`
    SELECT s.id AS "serviceId", json_build_object('lv', s.name_lv, 'en', s.name_en) AS name, s.unit,
      max(cap.cents) AS "unitPrice"
    FROM plan p JOIN price_cap cap ON cap.municipality_id = p.municipality_id
      AND daterange(cap.valid_from, cap.valid_to) @> ${on.toString()}::date
    JOIN service s ON s.id = cap.service_id
    WHERE p.id = ${planId}::uuid AND NOT EXISTS (SELECT FROM plan_line l WHERE l.plan_id = p.id AND l.service_id = s.id)
    GROUP BY s.id ORDER BY s.catalogue_order`,
  )
}

/**
 * Puts a service on the list of a draft, after the ranked ones and without ranks, at the price of the day. Its words are
 * those of the catalogue; why it was added is its reason.
 */
export async function insertAddedLine(
  tx: Tx,
  line: { planId: string; serviceId: string; units: number; unitPrice: number; reason: string },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO plan_line (municipality_id, plan_id, service_id, position, asked_units, minimum_units, unit_price_cents,
      funded_units, funded_cents, left_before_cents, outcome, beneficiary, reason_lv, reason_en, explanation_lv,
      explanation_en, change_reason)
    SELECT p.municipality_id, p.id, s.id, (SELECT coalesce(max(position), 0) + 1 FROM plan_line WHERE plan_id = p.id),
      ${line.units}::int, 1, ${line.unitPrice}::int, ${line.units}::int, ${line.units}::int * ${line.unitPrice}::int,
      p.unassigned_cents, 'full', s.beneficiary, ${line.reason}, ${line.reason}, s.description_lv, s.description_en,
      ${line.reason}
    FROM plan p, service s WHERE p.id = ${line.planId}::uuid AND s.id = ${line.serviceId}::uuid`
}

/** Takes a service off a draft again that the version before did not list. Answers whether there was one. */
export async function deleteAddedLine(
  tx: Tx,
  { planId, serviceId }: { planId: string; serviceId: string },
): Promise<boolean> {
  const deleted = await tx.$executeRaw`
    DELETE FROM plan_line l USING plan p WHERE p.id = ${planId}::uuid AND l.plan_id = p.id
      AND l.service_id = ${serviceId}::uuid
      AND NOT EXISTS (SELECT FROM plan_line old WHERE old.plan_id = p.based_on_id AND old.service_id = l.service_id)`
  return deleted === 1
}
