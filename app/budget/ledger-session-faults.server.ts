import { Prisma } from '#app/platform/db/generated/client.ts'

/**
 * Each booking beside its hold, its own transfers and what is owed for it; each payout beside its items and transfers;
 * each run beside its payouts. Two errors that even each other out within a line still show here.
 */
export const faultsOfSessions = Prisma.sql`
  WITH caused AS (
    SELECT coalesce(d.booking_id, t.cause_id) AS booking_id,
      sum(t.cents) FILTER (WHERE t.kind = 'reserve') AS reserved,
      sum(t.cents) FILTER (WHERE t.kind = 'release') AS released,
      sum(t.cents) FILTER (WHERE t.kind = 'deliver') AS posted,
      sum(CASE t.kind WHEN 'deliver' THEN t.cents WHEN 'deliver_extra' THEN t.cents
        WHEN 'reverse_delivery' THEN -t.cents END) AS owed
    FROM transfer t LEFT JOIN delivery d ON t.cause = 'delivery' AND d.id = t.cause_id
    WHERE t.cause IN ('booking', 'delivery') GROUP BY 1
  ),
  held AS (
    SELECT booking_id, sum(cents) AS cents, coalesce(sum(cents) FILTER (WHERE state = 'open'), 0) AS open,
      bool_or(state = 'posted') AS is_posted
    FROM hold GROUP BY booking_id
  ),
  owed AS (
    SELECT booking_id, sum(amount_cents) AS cents FROM delivery WHERE state IN ('awaiting', 'accepted', 'objected')
    GROUP BY booking_id
  ),
  sent AS (
    SELECT cause_id AS payout_id, coalesce(sum(cents) FILTER (WHERE kind = 'send'), 0) AS sent,
      coalesce(sum(cents) FILTER (WHERE kind = 'settle'), 0) AS settled,
      coalesce(sum(cents) FILTER (WHERE kind = 'bounce'), 0) AS bounced
    FROM transfer WHERE cause = 'payout' GROUP BY cause_id
  ),
  item AS (
    SELECT payout_id, sum(cents) AS cents
    FROM payout_item GROUP BY payout_id
  ),
  paid AS (SELECT run_id, sum(cents) AS cents, count(*) AS payouts FROM payout GROUP BY run_id)
  SELECT 'hold' AS check, coalesce(h.booking_id, c.booking_id) AS "subjectId", coalesce(h.cents, 0) AS expected,
    coalesce(c.reserved, 0) AS found
  FROM held h FULL JOIN caused c USING (booking_id)
  WHERE coalesce(h.cents, 0) <> coalesce(c.reserved, 0)
    OR coalesce(h.open, 0) <> coalesce(c.reserved, 0) - coalesce(c.released, 0) - coalesce(c.posted, 0)
    OR coalesce(h.is_posted, false) <> (coalesce(c.posted, 0) > 0)
  UNION ALL
  SELECT 'booking', b.id, CASE WHEN b.state = 'booked' THEN b.price_cents ELSE 0 END, coalesce(h.open, 0)
  FROM booking b LEFT JOIN held h ON h.booking_id = b.id
  WHERE coalesce(h.open, 0) <> CASE WHEN b.state = 'booked' THEN b.price_cents ELSE 0 END
    OR coalesce(h.cents, 0) <> b.price_cents
  UNION ALL
  SELECT 'delivery', coalesce(o.booking_id, c.booking_id), coalesce(o.cents, 0), coalesce(c.owed, 0)
  FROM owed o FULL JOIN caused c USING (booking_id) WHERE coalesce(o.cents, 0) <> coalesce(c.owed, 0)
  UNION ALL
  SELECT 'payout', o.id, coalesce(i.cents, 0), o.cents FROM payout o LEFT JOIN item i ON i.payout_id = o.id
  WHERE o.cents <> coalesce(i.cents, 0)
  UNION ALL
  SELECT 'sent', coalesce(o.id, s.payout_id), coalesce(must.sent, 0), coalesce(s.sent, 0)
  FROM payout o FULL JOIN sent s ON s.payout_id = o.id CROSS JOIN LATERAL (SELECT
    CASE WHEN o.state IN ('in_transit', 'paid', 'failed') THEN o.cents ELSE 0 END AS sent,
    CASE WHEN o.state = 'paid' THEN o.cents ELSE 0 END AS settled,
    CASE WHEN o.state = 'failed' THEN o.cents ELSE 0 END AS bounced) must
  WHERE (coalesce(s.sent, 0), coalesce(s.settled, 0), coalesce(s.bounced, 0))
    <> (must.sent, must.settled, must.bounced)
  UNION ALL
  SELECT 'item', i.id, coalesce(d.amount_cents, 0), i.cents
  FROM payout_item i LEFT JOIN delivery d ON d.id = i.delivery_id LEFT JOIN payout o ON o.id = i.payout_id
  WHERE d.id IS NULL OR o.id IS NULL OR i.is_live <> (o.state NOT IN ('failed', 'dropped'))
    OR (i.is_live AND (d.state <> 'accepted' OR d.amount_cents <> i.cents OR d.provider_id <> o.provider_id))
  UNION ALL
  SELECT 'run', r.id, coalesce(p.cents, 0), r.total_cents
  FROM payout_run r LEFT JOIN paid p ON p.run_id = r.id
  WHERE coalesce(p.cents, 0) <> r.total_cents OR coalesce(p.payouts, 0) <> r.payout_count
    OR EXISTS (SELECT FROM payout o WHERE o.run_id = r.id AND NOT (CASE r.state
      WHEN 'prepared' THEN o.state = 'prepared' WHEN 'returned' THEN o.state = 'dropped'
      WHEN 'approved' THEN o.state = 'in_transit' WHEN 'executed' THEN o.state IN ('paid', 'failed') END))`
