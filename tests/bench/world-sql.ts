import type { World } from './world.ts'
import { sqlId, sqlTokenHash } from './world-ids.ts'

const municipality = sqlId('municipality', '1')
const forever = `'2020-01-01'`
const session_cents = 3_200
const line_cents = 96_300
const linesEach = 4
const budget_cents = linesEach * line_cents
const services = 8

/** The programme, its services and everybody who provides them. */
export function marketSql({ providers, specialists }: World): string[] {
  return [
    `INSERT INTO municipality (id, name_lv, name_en, legal_name, registration_no, iban, bic, latitude, longitude, contact_email, contact_phone)
      VALUES (${municipality}, 'Mēru novads', 'Measures', 'Mēru novada pašvaldība', '90000000001', 'LV70HABA0551016193780', 'HABALV22', 56.95, 24.1, 'novads@example.invalid', '+371 60000000')`,
    `INSERT INTO municipality_policy (municipality_id, valid_from, expert_weight_tenths, parent_weight_tenths, free_cancellation_hours, late_charge_percent, late_charges_per_period, silent_acceptance_days, payout_day_of_month)
      VALUES (${municipality}, ${forever}, 7, 3, 24, 50, 2, 5, 15)`,
    `INSERT INTO service (id, code, name_lv, name_en, description_lv, description_en, unit, beneficiary, catalogue_order)
      SELECT ${sqlId('service', 's')}, 'bench-' || s, 'Pakalpojums ' || s, 'Service ' || s, 'Apraksts', 'Description', 'session', 'child', s
      FROM generate_series(0, ${services - 1}) s`,
    `INSERT INTO price_cap (municipality_id, service_id, mode, cents, valid_from)
      SELECT ${municipality}, id, 'at_provider', ${session_cents}, ${forever} FROM service`,
    `INSERT INTO provider (id, kind, name, about_lv, about_en, iban, email, phone, street, house_number, postcode, town)
      SELECT ${sqlId('provider', 'p')}, 'organisation', 'Centrs ' || p, 'Par centru', 'About the centre', 'LV70HABA0551016193780', 'centrs' || p || '@example.invalid', '+371 60000001', 'Krasta iela', p::text, 'LV-1000', 'Lejasupe'
      FROM generate_series(0, ${providers - 1}) p`,
    `INSERT INTO provider_acceptance (municipality_id, provider_id, accepted_from) SELECT ${municipality}, id, ${forever} FROM provider`,
    `INSERT INTO site (id, provider_id, name_lv, name_en, address, town, latitude, longitude, is_accessible)
      SELECT ${sqlId('site', 'p')}, ${sqlId('provider', 'p')}, 'Centrs', 'Centre', 'Krasta iela ' || p, 'Lejasupe', 56.9 + (p % 17) * 0.01, 24 + (p % 23) * 0.01, true
      FROM generate_series(0, ${providers - 1}) p`,
    `INSERT INTO specialist (id, provider_id, given_name, family_name, profession_lv, profession_en, languages)
      SELECT ${sqlId('specialist', 's')}, ${sqlId('provider', 's / 4')}, 'Speciāliste' || s, 'Mēra', 'fizioterapeite', 'physiotherapist', '{lv}'
      FROM generate_series(0, ${specialists - 1}) s`,
    `INSERT INTO credential (specialist_id, kind, valid_from)
      SELECT id, kind::"CredentialKind", ${forever} FROM specialist, unnest(ARRAY['education', 'clearance', 'register_entry']) kind`,
    `INSERT INTO availability_rule (specialist_id, weekday, from_time, to_time, valid_from)
      SELECT id, weekday, '08:00', '20:00', ${forever} FROM specialist, generate_series(1, 7) weekday`,
    // Provider p offers services p and p + 1, each by all four of its specialists.
    `INSERT INTO offering (id, provider_id, service_id, mode, site_id, duration_minutes, buffer_minutes, furthest_days)
      SELECT ${sqlId('offering', 'p * 2 + o')}, ${sqlId('provider', 'p')}, ${sqlId('service', `(p + o) % ${services}`)}, 'at_provider', ${sqlId('site', 'p')}, 45, 15, 120
      FROM generate_series(0, ${providers - 1}) p, generate_series(0, 1) o`,
    `INSERT INTO offering_specialist (offering_id, specialist_id)
      SELECT o.id, s.id FROM offering o JOIN specialist s USING (provider_id)`,
    `INSERT INTO tariff (offering_id, cents, valid_from) SELECT id, ${session_cents}, ${forever} FROM offering`,
  ]
}

/** Staff and families, all signed in. */
export function peopleSql({ children, now }: World): string[] {
  const at = `'${now}'::timestamptz`
  // A little ahead, so that no page of a run writes down a last use.
  const signedIn = (kind: 'guardian' | 'staff', n: string) =>
    `SELECT ${sqlTokenHash(kind, n)}, person_id, id, ${at}, ${at} + interval '50 minutes', ${at} + interval '12 hours'`
  return [
    `INSERT INTO person (id, email, given_name, family_name, created_at)
      SELECT ${sqlId('staff', 'n')}, 'staff' || n || '@example.invalid', 'Darbiniece' || n, 'Mēra', ${at} FROM generate_series(0, 2) n`,
    `INSERT INTO role_grant (person_id, role, municipality_id, provider_id, granted_at) VALUES
      (${sqlId('staff', '0')}, 'finance_officer', ${municipality}, NULL, ${at}),
      (${sqlId('staff', '1')}, 'payout_approver', ${municipality}, NULL, ${at}),
      (${sqlId('staff', '2')}, 'provider_manager', NULL, ${sqlId('provider', '0')}, ${at})`,
    `INSERT INTO session (token_hash, person_id, role_grant_id, created_at, last_seen_at, expires_at)
      ${signedIn('staff', 'n')} FROM generate_series(0, 2) n JOIN role_grant ON person_id = ${sqlId('staff', 'n')}`,
    `INSERT INTO person (id, email, given_name, family_name, phone, created_at)
      SELECT ${sqlId('guardian', 'k')}, 'vecaks' || k || '@example.invalid', 'Vārds' || k, 'Uzvārds' || k, '+371 20000000', ${at} FROM generate_series(0, ${children - 1}) k`,
    `INSERT INTO role_grant (person_id, role, municipality_id, granted_at)
      SELECT ${sqlId('guardian', 'k')}, 'guardian', ${municipality}, ${at} FROM generate_series(0, ${children - 1}) k`,
    `INSERT INTO session (token_hash, person_id, role_grant_id, created_at, last_seen_at, expires_at)
      ${signedIn('guardian', 'k')} FROM generate_series(0, ${children - 1}) k JOIN role_grant ON person_id = ${sqlId('guardian', 'k')}`,
    `INSERT INTO child (id, municipality_id, given_name, family_name, born_on, home_town, home_latitude, home_longitude, created_at)
      SELECT ${sqlId('child', 'k')}, ${municipality}, 'Bērns' || k, 'Uzvārds' || k, '2018-05-10', 'Lejasupe', 56.9 + (k % 13) * 0.01, 24 + (k % 19) * 0.01, ${at}
      FROM generate_series(0, ${children - 1}) k`,
    `INSERT INTO guardianship (municipality_id, child_id, person_id, kind, since)
      SELECT ${municipality}, ${sqlId('child', 'k')}, ${sqlId('guardian', 'k')}, 'parent', ${at} FROM generate_series(0, ${children - 1}) k`,
  ]
}

/** An approved plan a child: four funded lines of EUR 963.00, the services k to k + 3. */
export function plansSql({ children, now, today }: World): string[] {
  const at = `'${now}'::timestamptz`
  const each = `FROM generate_series(0, ${children - 1}) k`
  const eachLine = `${each}, generate_series(0, ${linesEach - 1}) l`
  const service = sqlId('service', `(k + l) % ${services}`)
  const words = `'Iemesls', 'Reason', 'Skaidrojums', 'Explanation'`
  return [
    `INSERT INTO budget_period (id, municipality_id, child_id, starts_on, ends_before, allocated_cents)
      SELECT ${sqlId('period', 'k')}, ${municipality}, ${sqlId('child', 'k')}, '${today}'::date - 60, '${today}'::date + 122, ${budget_cents} ${each}`,
    `INSERT INTO budget_line (id, municipality_id, period_id, service_id)
      SELECT ${sqlId('line', `k * ${linesEach} + l`)}, ${municipality}, ${sqlId('period', 'k')}, ${service} ${eachLine}`,
    `INSERT INTO account (municipality_id, kind) VALUES (${municipality}, 'grant'), (${municipality}, 'fund')`,
    `INSERT INTO account (municipality_id, kind, period_id) SELECT ${municipality}, 'unassigned', id FROM budget_period`,
    `INSERT INTO account (municipality_id, kind, period_id, budget_line_id)
      SELECT ${municipality}, kind::"AccountKind", period_id, id
      FROM budget_line, unnest(ARRAY['available', 'reserved', 'delivered', 'in_transit', 'paid']) kind ORDER BY id`,
    `INSERT INTO assessment (id, municipality_id, child_id, period_id, opened_at, completed_at)
      SELECT ${sqlId('assessment', 'k')}, ${municipality}, ${sqlId('child', 'k')}, ${sqlId('period', 'k')}, ${at}, ${at} ${each}`,
    `INSERT INTO goal (municipality_id, assessment_id, horizon, position, text)
      SELECT ${municipality}, ${sqlId('assessment', 'k')}, horizon::"GoalHorizon", 0, 'Mērķis' ${each}, unnest(ARRAY['wish', 'long_term', 'short_term']) horizon`,
    `INSERT INTO assessed_service (municipality_id, assessment_id, service_id, expert_rank_halves, parent_rank_halves, units, minimum_units, beneficiary, reason_lv, reason_en, explanation_lv, explanation_en)
      SELECT ${municipality}, ${sqlId('assessment', 'k')}, ${service}, 2 * l + 2, 2 * l + 2, 30, 1, 'child', ${words} ${eachLine}`,
    `INSERT INTO plan (id, municipality_id, child_id, period_id, version, state, origin, expert_weight_tenths, parent_weight_tenths, budget_cents, unassigned_cents, created_at)
      SELECT ${sqlId('plan', 'k')}, ${municipality}, ${sqlId('child', 'k')}, ${sqlId('period', 'k')}, 1, 'draft', 'taken_over', 7, 3, ${budget_cents}, 0, ${at} ${each}`,
    `INSERT INTO plan_line (municipality_id, plan_id, budget_line_id, service_id, position, expert_rank_halves, parent_rank_halves, score_twentieths, asked_units, minimum_units, unit_price_cents, funded_units, funded_cents, left_before_cents, outcome, beneficiary, reason_lv, reason_en, explanation_lv, explanation_en)
      SELECT ${municipality}, ${sqlId('plan', 'k')}, ${sqlId('line', `k * ${linesEach} + l`)}, ${service}, l + 1, 2 * l + 2, 2 * l + 2, 20 * l + 20, 30, 1, ${session_cents}, 30, ${line_cents}, ${budget_cents} - l * ${line_cents}, 'full', 'child', ${words} ${eachLine}`,
    `UPDATE plan SET state = 'approved', approved_at = created_at`,
  ]
}
