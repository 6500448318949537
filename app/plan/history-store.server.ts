import { z } from 'zod'
import { centsColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRows } from '#app/platform/db/query-rows.server.ts'
import { units } from '#app/platform/quantity.ts'

const isoInstant = z.date().transform((at) => at.toISOString())

const versionRow = z.object({
  id: z.uuid(),
  version: z.int(),
  state: z.enum(['draft', 'approved', 'superseded', 'withdrawn']),
  origin: z.enum(['assessed', 'taken_over', 'revision']),
  isSealed: z.boolean(),
  reason: z.string().nullable(),
  createdAt: isoInstant,
  approvedAt: isoInstant.nullable(),
  approvedBy: z.string().nullable(),
  budget: centsColumn,
  lines: z.array(
    z.object({
      serviceId: z.uuid(),
      name: z.object({ lv: z.string(), en: z.string() }),
      unit: z.enum(units),
      unitPrice: centsColumn,
      units: z.int(),
      amount: centsColumn,
      changeReason: z.string().nullable(),
    }),
  ),
})

/**
 * Every version of a period's plan with what it gives, by number. `decidedOnly` leaves out a draft that is still being
 * written: one that is offered for signing is decided as far as it goes, and a guardian reads it to acknowledge it.
 */
export async function listVersions(
  tx: Tx,
  { periodId, decidedOnly }: { periodId: string; decidedOnly: boolean },
): Promise<z.infer<typeof versionRow>[]> {
  return queryRows(
    tx,
    versionRow,
    Prisma.sql`
    SELECT p.id, p.version, p.state, p.origin, p.sealed_at IS NOT NULL AS "isSealed", p.reason,
      p.created_at AS "createdAt", p.approved_at AS "approvedAt",
      (SELECT w.given_name || ' ' || w.family_name FROM person w WHERE w.id = p.approved_by) AS "approvedBy",
      p.budget_cents AS budget,
      (SELECT coalesce(json_agg(json_build_object('serviceId', l.service_id,
          'name', json_build_object('lv', s.name_lv, 'en', s.name_en), 'unit', s.unit, 'unitPrice', l.unit_price_cents,
          'units', l.funded_units, 'amount', l.funded_cents, 'changeReason', l.change_reason) ORDER BY l.position), '[]')
        FROM plan_line l JOIN service s ON s.id = l.service_id
        WHERE l.plan_id = p.id AND l.outcome <> 'other_payer') AS lines
    FROM plan p WHERE p.period_id = ${periodId}::uuid AND p.state <> 'withdrawn'
      ${decidedOnly ? Prisma.sql`AND (p.state <> 'draft' OR p.sealed_at IS NOT NULL)` : Prisma.empty}
    ORDER BY p.version`,
  )
}
