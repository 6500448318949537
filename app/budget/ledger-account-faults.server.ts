import { Prisma } from '#app/platform/db/generated/client.ts'

/**
 * Accounts beside their transfers, periods and plans, less what lapsed when a period ended; lines beside holds,
 * statements and payouts.
 */
export const faultsOfAccounts = Prisma.sql`
  WITH moved AS (
    SELECT account_id, sum(cents) AS cents FROM (
      SELECT credit_account_id AS account_id, cents::bigint AS cents FROM transfer
      UNION ALL SELECT debit_account_id, -cents::bigint FROM transfer
    ) legs GROUP BY account_id
  ),
  line AS (
    SELECT budget_line_id, sum(balance_cents) AS total,
      coalesce(sum(balance_cents) FILTER (WHERE kind = 'reserved'), 0) AS reserved,
      coalesce(sum(balance_cents) FILTER (WHERE kind = 'delivered'), 0) AS delivered,
      coalesce(sum(balance_cents) FILTER (WHERE kind = 'in_transit'), 0) AS in_transit,
      coalesce(sum(balance_cents) FILTER (WHERE kind = 'paid'), 0) AS paid
    FROM account WHERE budget_line_id IS NOT NULL GROUP BY budget_line_id
  ),
  live AS (
    SELECT i.delivery_id, min(p.state) AS state FROM payout_item i JOIN payout p ON p.id = i.payout_id
    WHERE i.is_live GROUP BY i.delivery_id
  ),
  due AS (
    SELECT b.budget_line_id,
      sum(d.amount_cents) FILTER (WHERE live.state IS NULL OR live.state NOT IN ('in_transit', 'paid')) AS delivered,
      sum(d.amount_cents) FILTER (WHERE live.state = 'in_transit') AS in_transit,
      sum(d.amount_cents) FILTER (WHERE live.state = 'paid') AS paid
    FROM delivery d JOIN booking b ON b.id = d.booking_id LEFT JOIN live ON live.delivery_id = d.id
    WHERE d.state IN ('awaiting', 'accepted', 'objected') GROUP BY b.budget_line_id
  ),
  lapsed AS (
    SELECT a.budget_line_id, sum(t.cents) AS cents FROM transfer t JOIN account a ON a.id = t.debit_account_id
    WHERE t.kind = 'unassign' AND t.cause = 'period' GROUP BY a.budget_line_id
  ),
  way(transfer_kind, from_kind, to_kind) AS (VALUES
    ('fund_grant', 'grant', 'fund'), ('allocate', 'fund', 'unassigned'), ('deallocate', 'unassigned', 'fund'),
    ('assign', 'unassigned', 'available'), ('unassign', 'available', 'unassigned'),
    ('reserve', 'available', 'reserved'), ('release', 'reserved', 'available'), ('deliver', 'reserved', 'delivered'),
    ('deliver_extra', 'available', 'delivered'), ('reverse_delivery', 'delivered', 'available'),
    ('send', 'delivered', 'in_transit'), ('settle', 'in_transit', 'paid'), ('bounce', 'in_transit', 'delivered'))
  SELECT 'balance' AS check, a.id AS "subjectId", coalesce(m.cents, 0) AS expected, a.balance_cents::numeric AS found
  FROM account a LEFT JOIN moved m ON m.account_id = a.id WHERE a.balance_cents <> coalesce(m.cents, 0)
  UNION ALL
  SELECT 'below-zero', id, 0, balance_cents FROM account WHERE balance_cents < 0 AND kind <> 'grant'
  UNION ALL
  SELECT 'way', coalesce(debit.id, t.cause_id), 0, t.cents FROM transfer t
    LEFT JOIN account debit ON debit.id = t.debit_account_id LEFT JOIN account credit ON credit.id = t.credit_account_id
    LEFT JOIN way w ON w.transfer_kind = t.kind::text AND w.from_kind = debit.kind::text AND w.to_kind = credit.kind::text
  WHERE w.transfer_kind IS NULL OR t.cents <= 0 OR debit.currency <> credit.currency
    OR debit.municipality_id <> t.municipality_id OR credit.municipality_id <> t.municipality_id
    OR debit.period_id <> credit.period_id OR debit.budget_line_id <> credit.budget_line_id
  UNION ALL
  SELECT 'allocated', p.id, p.allocated_cents, coalesce(sum(a.balance_cents), 0)
  FROM budget_period p LEFT JOIN account a ON a.period_id = p.id
  GROUP BY p.id HAVING p.allocated_cents <> coalesce(sum(a.balance_cents), 0)
  UNION ALL
  SELECT 'planned', l.budget_line_id, coalesce(pl.funded_cents, 0) - coalesce(lapsed.cents, 0), l.total
  FROM plan JOIN budget_line bl ON bl.period_id = plan.period_id JOIN line l ON l.budget_line_id = bl.id
    LEFT JOIN plan_line pl ON pl.plan_id = plan.id AND pl.budget_line_id = bl.id
    LEFT JOIN lapsed ON lapsed.budget_line_id = bl.id
  WHERE plan.state = 'approved' AND EXISTS (SELECT FROM plan_line named WHERE named.budget_line_id = bl.id)
    AND l.total <> coalesce(pl.funded_cents, 0) - coalesce(lapsed.cents, 0)
  UNION ALL
  SELECT 'reserved', l.budget_line_id, coalesce(h.cents, 0), l.reserved
  FROM line l LEFT JOIN (
    SELECT budget_line_id, sum(cents) AS cents FROM hold WHERE state = 'open' GROUP BY budget_line_id
  ) h USING (budget_line_id) WHERE l.reserved <> coalesce(h.cents, 0)
  UNION ALL
  SELECT told.check, l.budget_line_id, told.expected, told.found
  FROM line l LEFT JOIN due d USING (budget_line_id) CROSS JOIN LATERAL (VALUES
    ('delivered', coalesce(d.delivered, 0), l.delivered),
    ('in-transit', coalesce(d.in_transit, 0), l.in_transit),
    ('paid', coalesce(d.paid, 0), l.paid)) AS told("check", expected, found)
  WHERE told.expected <> told.found`
