import { z } from 'zod'
import type { Mode } from '#app/assessment/rules/assessed-result.ts'
import { modes } from '#app/assessment/rules/assessed-result.ts'
import type { PricedService } from '#app/plan/rules/price-history.ts'
import { centsColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRows } from '#app/platform/db/query-rows.server.ts'
import type { Cents } from '#app/platform/money.ts'

/** Every service of the catalogue with all price caps that the municipality ever set, the latest first. */
export async function listPricedServices(tx: Tx, municipalityId: string): Promise<PricedService[]> {
  return queryRows(
    tx,
    z.object({
      serviceId: z.uuid(),
      name: z.object({ lv: z.string(), en: z.string() }),
      caps: z.array(
        z.object({
          id: z.uuid(),
          mode: z.enum(modes),
          cents: centsColumn,
          validFrom: z.string(),
          validTo: z.string().nullable(),
        }),
      ),
    }),
    Prisma.sql`
    SELECT s.id AS "serviceId", json_build_object('lv', s.name_lv, 'en', s.name_en) AS name,
      coalesce(json_agg(json_build_object('id', c.id, 'mode', c.mode, 'cents', c.cents, 'validFrom', c.valid_from,
        'validTo', c.valid_to) ORDER BY c.mode, c.valid_from DESC) FILTER (WHERE c.id IS NOT NULL), '[]') AS caps
    FROM service s LEFT JOIN price_cap c ON c.service_id = s.id AND c.municipality_id = ${municipalityId}::uuid
    GROUP BY s.id ORDER BY s.catalogue_order, s.id`,
  )
}

/**
 * Sets a cap from a day on: caps that were to begin then or later give way, the one that holds until then ends the day
 * before. Two at once meet on the constraint `one_cap_a_day`. False when the catalogue does not know the service.
 */
export async function putCap(
  tx: Tx,
  cap: { municipalityId: string; serviceId: string; mode: Mode; cents: Cents; from: string },
): Promise<boolean> {
  if ((await tx.service.count({ where: { id: cap.serviceId } })) === 0) return false
  const of = { municipality_id: cap.municipalityId, service_id: cap.serviceId, mode: cap.mode }
  const from = new Date(cap.from)
  await tx.priceCap.deleteMany({ where: { ...of, valid_from: { gte: from } } })
  await tx.priceCap.updateMany({
    where: { ...of, valid_from: { lt: from }, OR: [{ valid_to: null }, { valid_to: { gt: from } }] },
    data: { valid_to: from },
  })
  await tx.priceCap.create({ data: { ...of, cents: cap.cents, valid_from: from } })
  return true
}
