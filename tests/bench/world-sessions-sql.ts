import type { World } from './world.ts'
import { sqlId } from './world-ids.ts'

const municipality = sqlId('municipality', '1')
const session_cents = 3_200
const pastEach = 5
const bookingsEach = 8

/**
 * Eight sessions a child: three ahead, one that waits for the guardian (or was objected to), one accepted, one in a prepared run, two paid.
 * They fill mornings; afternoons stay free. Child k goes to one specialist, who has one child of each thousand.
 */
export function sessionsSql({ children, now, today, specialists, providers }: World): string[] {
  const at = `'${now}'::timestamptz`
  const specialist = `k % ${providers} * 4 + k / ${providers} % 4`
  const turn = `(i - CASE WHEN i < ${pastEach} THEN 0 ELSE ${pastEach} END) * 10 + k / ${specialists} % 10`
  const daysAway = `CASE WHEN i < ${pastEach} THEN -1 - turn / 4 - CASE WHEN i >= 3 THEN 30 ELSE 0 END ELSE 1 + turn / 4 END`
  return [
    `CREATE TEMP TABLE made AS
      SELECT k, i, k * ${bookingsEach} + i AS n, spec, spec / 4 AS p, i % 2 AS l,
        ('${today}'::date + (${daysAway}) + make_time(8 + turn % 4, 0, 0)) AT TIME ZONE 'Europe/Riga' AS starts_at
      FROM generate_series(0, ${children - 1}) k, generate_series(0, ${bookingsEach - 1}) i,
        LATERAL (SELECT ${specialist} AS spec, ${turn} AS turn) place`,
    `INSERT INTO booking (id, municipality_id, child_id, period_id, budget_line_id, service_id, offering_id, provider_id, specialist_id, mode, starts_at, ends_at, blocked_from, blocked_until, quantity_hundredths, unit_price_cents, price_cents, free_cancellation_hours, late_charge_percent, late_charges_per_period, state, booked_by, booked_at, request_key, child_lane)
      SELECT ${sqlId('booking', 'n')}, ${municipality}, ${sqlId('child', 'k')}, ${sqlId('period', 'k')}, ${sqlId('line', 'k * 4 + l')},
        ${sqlId('service', '(k + l) % 8')}, ${sqlId('offering', 'p * 2 + l')}, ${sqlId('provider', 'p')}, ${sqlId('specialist', 'spec')}, 'at_provider',
        starts_at, starts_at + interval '45 minutes', starts_at, starts_at + interval '1 hour', 100, ${session_cents}, ${session_cents}, 24, 50, 2,
        (CASE WHEN i < ${pastEach} THEN 'delivered' ELSE 'booked' END)::"BookingState", ${sqlId('guardian', 'k')}, ${at}, uuidv7(), 'attended'
      FROM made ORDER BY n`,
    `INSERT INTO booking_change (municipality_id, booking_id, provider_id, kind, at, starts_at, price_cents)
      SELECT municipality_id, id, provider_id, 'booked', ${at}, starts_at, price_cents FROM booking`,
    `INSERT INTO hold (municipality_id, budget_line_id, booking_id, cents, state, opened_at, ended_at)
      SELECT municipality_id, budget_line_id, id, price_cents, (CASE state WHEN 'booked' THEN 'open' ELSE 'posted' END)::"HoldState", ${at},
        CASE state WHEN 'booked' THEN NULL ELSE ${at} END FROM booking`,
    `INSERT INTO delivery (id, municipality_id, booking_id, child_id, provider_id, kind, state, started_at, ended_at, place_type, quantity_hundredths, reserved_cents, amount_cents, stated_by, stated_at, accept_by, answered_by, answered_at, accepted_how, objection)
      SELECT ${sqlId('delivery', 'n')}, municipality_id, b.id, child_id, provider_id, 'delivered', (CASE WHEN i > 0 THEN 'accepted' WHEN k % 50 = 1 THEN 'objected' ELSE 'awaiting' END)::"DeliveryState",
        b.starts_at, b.ends_at, 'provider', 100, ${session_cents}, ${session_cents}, ${sqlId('staff', '2')}, b.ends_at, b.ends_at + interval '9 days',
        CASE i WHEN 0 THEN NULL ELSE b.booked_by END, CASE i WHEN 0 THEN NULL ELSE b.ends_at END, (CASE i WHEN 0 THEN NULL ELSE 'cosigned' END)::"AcceptedHow", (CASE WHEN i = 0 AND k % 50 = 1 THEN 'shorter' END)::"ObjectionKind"
      FROM made JOIN booking b ON b.id = ${sqlId('booking', 'n')} WHERE i < ${pastEach} ORDER BY n`,
  ]
}

/** Last month's run is paid, this month's is prepared; a provider has one payout in each. */
export function payoutsSql({ now, today, children }: World): string[] {
  const at = `'${now}'::timestamptz`
  const [finance, approver] = [sqlId('staff', '0'), sqlId('staff', '1')]
  const month = `date_trunc('month', '${today}'::date)::date`
  const payout = (number: number) => sqlId('payout', `${number * 1_000_000} + p`)
  const prepare = (number: number, items: string, sessions: number, from: string, before: string) => [
    `INSERT INTO payout_run (id, municipality_id, year, number, covers_from, covers_before, execution_date, state, total_cents, payout_count, message_id, prepared_by, prepared_at)
      SELECT ${sqlId('run', String(number))}, ${municipality}, extract(year FROM '${today}'::date), ${number}, ${from}, ${before}, '${today}'::date + ${number},
        'prepared', ${sessions * session_cents}, count(DISTINCT p), 'R-${number}', ${finance}, ${at} FROM made WHERE ${items}`,
    `INSERT INTO payout (id, municipality_id, run_id, provider_id, cents, creditor_name, creditor_iban, end_to_end_id, state)
      SELECT ${payout(number)}, ${municipality}, ${sqlId('run', String(number))}, ${sqlId('provider', 'p')}, count(*) * ${session_cents},
        'Centrs ' || p, 'LV70HABA0551016193780', 'P-${number}-' || p, 'prepared' FROM made WHERE ${items} GROUP BY p`,
    `INSERT INTO payout_item (municipality_id, payout_id, delivery_id, provider_id, cents)
      SELECT ${municipality}, ${payout(number)}, ${sqlId('delivery', 'n')}, ${sqlId('provider', 'p')}, ${session_cents} FROM made WHERE ${items}`,
  ]
  return [
    ...prepare(1, 'i IN (3, 4)', children * 2, `(${month} - interval '1 month')::date`, month),
    `UPDATE payout_run SET state = 'approved', approved_by = ${approver}, approved_at = ${at}`,
    `UPDATE payout SET state = 'in_transit'`,
    `UPDATE payout SET state = 'paid', paid_on = ${month}`,
    `UPDATE payout_run SET state = 'executed', executed_by = ${finance}, executed_at = ${at}, bank_date = ${month}`,
    ...prepare(2, 'i = 2', children, month, `(${month} + interval '1 month')::date`),
  ]
}

/**
 * The transfers behind all of it. Balances are summed up afterwards, instead of by the trigger row by row, which takes
 * minutes on so many; `verifyLedger` then says whether they agree.
 */
export function ledgerSql({ children, now }: World): string[] {
  const at = `'${now}'::timestamptz`
  const post = (kind: string, cents: string, from: string, to: string, cause: string, causeId: string, rest: string) =>
    `INSERT INTO transfer (municipality_id, debit_account_id, credit_account_id, cents, kind, cause, cause_id, at, idempotency_key)
      SELECT ${municipality}, debit.id, credit.id, ${cents}, '${kind}', '${cause}', ${causeId}, ${at}, '${kind}:' || ${causeId} || ':' || credit.id
      FROM account debit, account credit${rest} AND debit.kind = '${from}' AND credit.kind = '${to}'`
  const ofBooking = (kind: string, from: string, to: string, which: string) =>
    post(
      kind,
      'b.price_cents',
      from,
      to,
      'booking',
      'b.id',
      `, made JOIN booking b ON b.id = ${sqlId('booking', 'n')} WHERE ${which} AND debit.budget_line_id = b.budget_line_id AND credit.budget_line_id = b.budget_line_id`,
    )
  const ofItem = (kind: string, from: string, to: string) =>
    `INSERT INTO transfer (municipality_id, debit_account_id, credit_account_id, cents, kind, cause, cause_id, at, idempotency_key)
      SELECT ${municipality}, debit.id, credit.id, i.cents, '${kind}', 'payout', i.payout_id, ${at}, '${kind}:' || i.id
      FROM payout_item i JOIN payout o ON o.id = i.payout_id AND o.state = 'paid' JOIN delivery d ON d.id = i.delivery_id JOIN booking b ON b.id = d.booking_id
        JOIN account debit ON debit.budget_line_id = b.budget_line_id AND debit.kind = '${from}'
        JOIN account credit ON credit.budget_line_id = b.budget_line_id AND credit.kind = '${to}'`
  const budget_cents = 385_200
  return [
    `ALTER TABLE transfer DISABLE TRIGGER post_transfer`,
    `INSERT INTO transfer (municipality_id, debit_account_id, credit_account_id, cents, kind, cause, cause_id, at, idempotency_key)
      SELECT ${municipality}, g.id, f.id, ${Math.min(2_000_000_000, budget_cents * 5_000)}, 'fund_grant', 'municipality', ${municipality}, ${at}, 'fund_grant:' || part
      FROM account g, account f, generate_series(1, ${Math.ceil(children / 5_000) + 1}) part WHERE g.kind = 'grant' AND f.kind = 'fund'`,
    post('allocate', String(budget_cents), 'fund', 'unassigned', 'plan', 'credit.period_id', ' WHERE true'),
    post(
      'assign',
      '96300',
      'unassigned',
      'available',
      'plan',
      'credit.budget_line_id',
      ' WHERE debit.period_id = credit.period_id',
    ),
    ofBooking('reserve', 'available', 'reserved', 'true'),
    ofBooking('deliver', 'reserved', 'delivered', `i < ${pastEach}`),
    ofItem('send', 'delivered', 'in_transit'),
    ofItem('settle', 'in_transit', 'paid'),
    `UPDATE account SET balance_cents = sums.cents FROM (
        SELECT account_id, sum(cents) AS cents FROM (
          SELECT credit_account_id AS account_id, cents::bigint AS cents FROM transfer
          UNION ALL SELECT debit_account_id, -cents::bigint FROM transfer) legs GROUP BY account_id
      ) sums WHERE account.id = sums.account_id`,
    `ALTER TABLE transfer ENABLE TRIGGER post_transfer`,
  ]
}
