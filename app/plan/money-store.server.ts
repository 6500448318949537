import { z } from 'zod'
import type { LineMoney, MoneyView, PeriodMoney } from '#app/plan/rules/plan-view.ts'
import { centsColumn, hundredthsColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRows } from '#app/platform/db/query-rows.server.ts'
import { addCents, cents, zeroCents } from '#app/platform/money.ts'
import { hundredths, units, wholeUnits } from '#app/platform/quantity.ts'

const moneyRow = z.object({
  budgetLineId: z.uuid().nullable(),
  nameLv: z.string().nullable(),
  nameEn: z.string().nullable(),
  unit: z.enum(units).nullable(),
  unitPrice: centsColumn,
  fundedUnits: z.int(),
  unassigned: centsColumn,
  available: centsColumn,
  reserved: centsColumn,
  delivered: centsColumn,
  paid: centsColumn,
  bookedUnits: hundredthsColumn,
  deliveredUnits: hundredthsColumn,
  paidUnits: hundredthsColumn,
  fees: centsColumn,
})

/**
 * Money and units of a period by line, in priority order, in one statement. Units follow the money: booked are live
 * bookings, delivered what was received and is not yet paid, paid what the bank confirmed.
 */
export async function loadPeriodMoney(tx: Tx, periodId: string): Promise<PeriodMoney> {
  const rows = await queryRows(
    tx,
    moneyRow,
    Prisma.sql`
    WITH money AS (
      SELECT budget_line_id,
        coalesce(sum(balance_cents) FILTER (WHERE kind = 'unassigned'), 0)::bigint AS unassigned,
        coalesce(sum(balance_cents) FILTER (WHERE kind = 'available'), 0)::bigint AS available,
        coalesce(sum(balance_cents) FILTER (WHERE kind = 'reserved'), 0)::bigint AS reserved,
        coalesce(sum(balance_cents) FILTER (WHERE kind IN ('delivered', 'in_transit')), 0)::bigint AS delivered,
        coalesce(sum(balance_cents) FILTER (WHERE kind = 'paid'), 0)::bigint AS paid
      FROM account WHERE period_id = ${periodId}::uuid GROUP BY budget_line_id
    ), used AS (
      SELECT b.budget_line_id,
        sum(b.quantity_hundredths) FILTER (WHERE b.state = 'booked') AS booked,
        sum(d.quantity_hundredths) FILTER (WHERE d.kind = 'delivered' AND NOT pay.is_paid) AS delivered,
        sum(d.quantity_hundredths) FILTER (WHERE d.kind = 'delivered' AND pay.is_paid) AS paid,
        sum(d.amount_cents) FILTER (WHERE d.kind <> 'delivered') AS fees
      FROM booking b
      LEFT JOIN delivery d ON d.booking_id = b.id AND d.state IN ('awaiting', 'accepted', 'objected')
      LEFT JOIN LATERAL (SELECT EXISTS (SELECT FROM payout_item i JOIN payout o ON o.id = i.payout_id
        WHERE i.delivery_id = d.id AND i.is_live AND o.state = 'paid') AS is_paid) pay ON d.id IS NOT NULL
      WHERE b.period_id = ${periodId}::uuid GROUP BY b.budget_line_id
    )
    SELECT money.budget_line_id AS "budgetLineId", s.name_lv AS "nameLv", s.name_en AS "nameEn", s.unit,
      coalesce(l.unit_price_cents, 0) AS "unitPrice", coalesce(l.funded_units, 0) AS "fundedUnits",
      money.unassigned, money.available, money.reserved, money.delivered, money.paid,
      coalesce(used.booked, 0)::int AS "bookedUnits", coalesce(used.delivered, 0)::int AS "deliveredUnits",
      coalesce(used.paid, 0)::int AS "paidUnits", coalesce(used.fees, 0)::int AS fees
    FROM money
    LEFT JOIN budget_line bl ON bl.id = money.budget_line_id
    LEFT JOIN service s ON s.id = bl.service_id
    LEFT JOIN plan p ON p.period_id = bl.period_id AND p.state = 'approved'
    LEFT JOIN plan_line l ON l.plan_id = p.id AND l.budget_line_id = bl.id
    LEFT JOIN used ON used.budget_line_id = bl.id
    ORDER BY l.position, s.catalogue_order`,
  )
  const lines = rows.flatMap(lineOf)
  const unassigned = addCents(...rows.map((row) => row.unassigned))
  const total = lines.reduce<MoneyView>((sum, { money }) => addMoney(sum, money), noMoney)
  const allocated = addCents(unassigned, total.available, total.reserved, total.delivered, total.paid)
  return { ...total, allocated, unassigned, lines }
}

const noMoney: MoneyView = { available: zeroCents, reserved: zeroCents, delivered: zeroCents, paid: zeroCents }

function addMoney(one: MoneyView, other: MoneyView): MoneyView {
  return {
    available: addCents(one.available, other.available),
    reserved: addCents(one.reserved, other.reserved),
    delivered: addCents(one.delivered, other.delivered),
    paid: addCents(one.paid, other.paid),
  }
}

function lineOf(row: z.infer<typeof moneyRow>): LineMoney[] {
  if (row.budgetLineId === null || row.nameLv === null || row.nameEn === null || row.unit === null) return []
  const approved = wholeUnits(row.fundedUnits)
  const used = row.bookedUnits + row.deliveredUnits + row.paidUnits
  return [
    {
      budgetLineId: row.budgetLineId,
      name: { lv: row.nameLv, en: row.nameEn },
      unit: row.unit,
      unitPrice: row.unitPrice,
      money: { available: row.available, reserved: row.reserved, delivered: row.delivered, paid: row.paid },
      units: {
        approved,
        booked: row.bookedUnits,
        delivered: row.deliveredUnits,
        paid: row.paidUnits,
        // Without money nothing is left to book, whatever the count says.
        left: hundredths(row.available === 0 ? 0 : Math.max(0, approved - used)),
      },
      fees: cents(row.fees),
    },
  ]
}
