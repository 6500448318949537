import { z } from 'zod'
import { isLevel } from '#app/progress/rules/goal-attainment.ts'
import type { Level } from '#app/progress/rules/goal-attainment.ts'
import type { CountedService } from '#app/progress/rules/period-use.ts'
import { centsColumn, dateText, hundredthsColumn, isoDateColumn, isoInstantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { units } from '#app/platform/quantity.ts'
import { toDate } from '#app/platform/time.ts'
import { marksOf, scaleOf } from './goal-view-store.server.ts'
import { authorKinds, horizons } from './note-store.server.ts'

const previousRow = z.object({
  assessmentId: z.uuid(),
  periodId: z.uuid(),
  startsOn: isoDateColumn,
  lastDay: isoDateColumn,
  unassigned: centsColumn,
})
export type PreviousPeriod = z.infer<typeof previousRow>

/** The assessment and the period that an assessment looks back on; null for a first one. */
export async function findPreviousPeriod(tx: Tx, assessmentId: string): Promise<PreviousPeriod | null> {
  return queryRow(
    tx,
    previousRow,
    Prisma.sql`
    SELECT was.id AS "assessmentId", p.id AS "periodId", p.starts_on AS "startsOn",
      (p.ends_before - 1) AS "lastDay",
      coalesce((SELECT plan.unassigned_cents FROM plan WHERE plan.period_id = p.id AND plan.state = 'approved'), 0)
        AS unassigned
    FROM assessment a JOIN assessment was ON was.id = a.previous_id JOIN budget_period p ON p.id = was.period_id
    WHERE a.id = ${assessmentId}::uuid`,
  )
}

const bothLanguages = z.object({ lv: z.string(), en: z.string() })

const serviceRow = z.object({
  serviceId: z.uuid(),
  name: bothLanguages,
  unit: z.enum(units),
  plannedUnits: hundredthsColumn,
  planned: centsColumn,
  bookings: z.int(),
  deliveredSessions: z.int(),
  notAttended: z.int(),
  open: z.int(),
  cancelled: z.array(
    z.object({ by: z.enum(['guardian', 'provider', 'municipality']), reason: z.string(), count: z.int() }),
  ),
  deliveredUnits: hundredthsColumn,
  delivered: centsColumn,
  fees: centsColumn,
  reserved: centsColumn,
})

/**
 * What became of every service of a period that had money or bookings, in the plan's order, in one statement. What was
 * rejected or waived was not received.
 */
export async function countServices(tx: Tx, periodId: string): Promise<CountedService[]> {
  return queryRows(
    tx,
    serviceRow,
    Prisma.sql`
    WITH stated AS (
      SELECT d.booking_id, sum(d.quantity_hundredths) FILTER (WHERE d.kind = 'delivered') AS quantity,
        sum(d.amount_cents) FILTER (WHERE d.kind = 'delivered') AS amount,
        sum(d.amount_cents) FILTER (WHERE d.kind <> 'delivered') AS fee
      FROM delivery d JOIN booking b ON b.id = d.booking_id
      WHERE b.period_id = ${periodId}::uuid AND d.state IN ('awaiting', 'accepted', 'objected') GROUP BY d.booking_id
    ), used AS (
      SELECT b.service_id, count(*)::int AS bookings,
        (count(*) FILTER (WHERE b.state = 'delivered' AND s.quantity IS NOT NULL))::int AS delivered_sessions,
        (count(*) FILTER (WHERE b.state = 'not_attended'))::int AS not_attended,
        (count(*) FILTER (WHERE b.state = 'booked'))::int AS open,
        coalesce(sum(s.quantity), 0)::int AS quantity, coalesce(sum(s.amount), 0)::int AS amount,
        coalesce(sum(s.fee), 0)::int AS fee,
        coalesce(sum(b.price_cents) FILTER (WHERE b.state = 'booked'), 0)::int AS reserved
      FROM booking b LEFT JOIN stated s ON s.booking_id = b.id
      WHERE b.period_id = ${periodId}::uuid GROUP BY b.service_id
    ), called_off AS (
      SELECT service_id, json_agg(json_build_object('by', cancelled_by, 'reason', cancel_reason, 'count', count)
        ORDER BY count DESC, cancel_reason) AS reasons
      FROM (SELECT service_id, cancelled_by, cancel_reason, count(*)::int AS count FROM booking
        WHERE period_id = ${periodId}::uuid AND state = 'cancelled' GROUP BY 1, 2, 3) one
      GROUP BY service_id
    ), planned AS (
      SELECT l.service_id, l.position, l.funded_units, l.funded_cents FROM plan p JOIN plan_line l ON l.plan_id = p.id
      WHERE p.period_id = ${periodId}::uuid AND p.state = 'approved' AND l.funded_cents > 0
    )
    SELECT v.id AS "serviceId", json_build_object('lv', v.name_lv, 'en', v.name_en) AS name, v.unit,
      coalesce(planned.funded_units, 0) * 100 AS "plannedUnits", coalesce(planned.funded_cents, 0) AS planned,
      coalesce(used.bookings, 0) AS bookings, coalesce(used.delivered_sessions, 0) AS "deliveredSessions",
      coalesce(used.not_attended, 0) AS "notAttended", coalesce(used.open, 0) AS open,
      coalesce(called_off.reasons, '[]') AS cancelled, coalesce(used.quantity, 0) AS "deliveredUnits",
      coalesce(used.amount, 0) AS delivered, coalesce(used.fee, 0) AS fees, coalesce(used.reserved, 0) AS reserved
    FROM planned FULL JOIN used ON used.service_id = planned.service_id
    JOIN service v ON v.id = coalesce(planned.service_id, used.service_id)
    LEFT JOIN called_off ON called_off.service_id = v.id
    ORDER BY planned.position NULLS LAST, v.catalogue_order`,
  )
}

const level = z.int().refine((value): value is Level => isLevel(value))

const goalRow = z.object({
  id: z.uuid(),
  horizon: z.enum(horizons),
  text: z.string(),
  weight: z.int(),
  baseline: level.nullable(),
  scale: z.array(z.string()).length(5),
  attained: z.object({ level, note: z.string(), version: z.int(), by: z.string(), at: z.string() }).nullable(),
  marks: z.array(z.object({ on: dateText.transform(String), mark: z.int(), by: z.enum(['professionals', 'family']) })),
  notes: z.array(
    z.object({
      on: dateText.transform(String),
      text: z.string(),
      mark: z.int().nullable(),
      authorKind: z.enum(authorKinds),
      authorName: z.string(),
    }),
  ),
  noteCount: z.int(),
})
export type LookedBackGoal = z.infer<typeof goalRow>

/** How many of the newest notes of a goal stand on the page; all of them are a link away. */
export const latestNotes = 4

/** The goals of the assessment before, with their marks, latest notes and what this assessment measured. */
export async function listLookedBackGoals(
  tx: Tx,
  { previousId, assessmentId }: { previousId: string; assessmentId: string },
): Promise<LookedBackGoal[]> {
  return queryRows(
    tx,
    goalRow,
    Prisma.sql`
    SELECT g.id, g.horizon, g.text, g.weight, g.baseline, ${scaleOf} AS scale, ${marksOf} AS marks,
      (SELECT json_build_object('level', t.level, 'note', t.note, 'version', t.version,
          'by', p.given_name || ' ' || p.family_name, 'at', to_jsonb(t.measured_at) #>> '{}')
        FROM goal_attainment t JOIN person p ON p.id = t.measured_by
        WHERE t.goal_id = g.id AND t.assessment_id = ${assessmentId}::uuid) AS attained,
      (SELECT coalesce(json_agg(json_build_object('on', n.about_on, 'text', n.text, 'mark', n.mark,
          'authorKind', n.author_kind, 'authorName', n.author_name)), '[]')
        FROM (SELECT n.about_on, n.text, n.mark, n.author_kind, p.given_name || ' ' || p.family_name AS author_name
          FROM goal_note n JOIN person p ON p.id = n.author_id WHERE n.goal_id = g.id AND btrim(n.text) <> ''
          ORDER BY n.about_on DESC, n.written_at DESC LIMIT ${latestNotes}) n) AS notes,
      (SELECT count(*)::int FROM goal_note n WHERE n.goal_id = g.id) AS "noteCount"
    FROM goal g WHERE g.assessment_id = ${previousId}::uuid ORDER BY g.horizon, g.position, g.id`,
  )
}

const answer = z.int().nullable()
const evaluationRow = z.object({
  personName: z.string(),
  helped_child: answer,
  helped_family: answer,
  had_strength: answer,
  could_choose: answer,
  was_heard: answer,
  what_changed: z.string(),
  what_was_hard: z.string(),
  what_next: z.string(),
  submittedAt: isoInstantColumn,
})
export type HandedInEvaluation = z.infer<typeof evaluationRow>

/** The evaluations that guardians handed in; drafts are theirs alone. */
export async function listEvaluations(tx: Tx, periodId: string): Promise<HandedInEvaluation[]> {
  return queryRows(
    tx,
    evaluationRow,
    Prisma.sql`SELECT p.given_name || ' ' || p.family_name AS "personName", e.helped_child, e.helped_family,
        e.had_strength, e.could_choose, e.was_heard, e.what_changed, e.what_was_hard, e.what_next,
        e.submitted_at AS "submittedAt"
      FROM family_evaluation e JOIN person p ON p.id = e.person_id
      WHERE e.period_id = ${periodId}::uuid AND e.submitted_at IS NOT NULL ORDER BY e.submitted_at`,
  )
}

/** Whether a goal belongs to the assessment that another looks back on, and has a scale. */
export async function isGoalToMeasure(
  tx: Tx,
  { goalId, assessmentId }: { goalId: string; assessmentId: string },
): Promise<boolean> {
  const row = await queryRow(
    tx,
    z.object({ found: z.boolean() }),
    Prisma.sql`SELECT EXISTS (SELECT FROM goal g JOIN assessment a ON a.previous_id = g.assessment_id
      WHERE g.id = ${goalId}::uuid AND a.id = ${assessmentId}::uuid AND g.horizon <> 'wish') AS found`,
  )
  return row?.found === true
}

/** Writes a level over `version` (0 while there is none) and answers the new version; null when it has another by now. */
export async function saveAttainment(
  tx: Tx,
  what: {
    municipalityId: string
    goalId: string
    assessmentId: string
    level: Level
    note: string
    version: number
    by: string
    at: Temporal.Instant
  },
): Promise<number | null> {
  const row = await queryRow(
    tx,
    z.object({ version: z.int() }),
    Prisma.sql`
    INSERT INTO goal_attainment AS t (municipality_id, goal_id, assessment_id, level, note, measured_by, measured_at, version)
    VALUES (${what.municipalityId}::uuid, ${what.goalId}::uuid, ${what.assessmentId}::uuid, ${what.level}::int,
      ${what.note}, ${what.by}::uuid, ${toDate(what.at)}, 1)
    ON CONFLICT (goal_id, assessment_id) DO UPDATE SET level = excluded.level, note = excluded.note,
      measured_by = excluded.measured_by, measured_at = excluded.measured_at, version = t.version + 1
      WHERE t.version = ${what.version}::int
    RETURNING t.version`,
  )
  return row?.version ?? null
}

const attainmentRow = z.object({ level, note: z.string(), version: z.int(), by: z.string(), at: isoInstantColumn })

export async function findAttainment(tx: Tx, { goalId, assessmentId }: { goalId: string; assessmentId: string }) {
  return queryRow(
    tx,
    attainmentRow,
    Prisma.sql`SELECT t.level, t.note, t.version, p.given_name || ' ' || p.family_name AS by, t.measured_at AS at
      FROM goal_attainment t JOIN person p ON p.id = t.measured_by
      WHERE t.goal_id = ${goalId}::uuid AND t.assessment_id = ${assessmentId}::uuid`,
  )
}
