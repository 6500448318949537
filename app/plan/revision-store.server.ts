import { z } from 'zod'
import { seesChild } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { centsColumn, isoInstantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { units } from '#app/platform/quantity.ts'
import { toDate } from '#app/platform/time.ts'

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

export type NewRevision = {
  planId: string
  basedOnId: string
  requestId: string | null
  reason: string
  by: string
  at: Temporal.Instant
}

/**
 * Copies a version as the draft of the next one: its policy, weights, ranks, prices and lines. Two at once meet on
 * `one_draft_a_period`.
 */
export async function insertRevision(tx: Tx, revision: NewRevision): Promise<void> {
  const { planId, basedOnId, requestId, reason, by, at } = revision
  await tx.$executeRaw`
    INSERT INTO plan (id, municipality_id, child_id, period_id, version, state, expert_weight_tenths, parent_weight_tenths,
      budget_cents, unassigned_cents, created_at, origin, policy_id, minimum_rule, appeal_days, appeal_to_lv, appeal_to_en,
      prepared_by, based_on_id, reason, request_id)
    SELECT ${planId}::uuid, p.municipality_id, p.child_id, p.period_id, p.version + 1, 'draft', p.expert_weight_tenths,
      p.parent_weight_tenths, p.budget_cents, p.unassigned_cents, ${toDate(at)}, 'revision', p.policy_id, p.minimum_rule,
      p.appeal_days, p.appeal_to_lv, p.appeal_to_en, ${by}::uuid, p.id, ${reason}, ${requestId}::uuid
    FROM plan p WHERE p.id = ${basedOnId}::uuid`
  await tx.$executeRaw`
    INSERT INTO plan_line (municipality_id, plan_id, service_id, position, expert_rank_halves, parent_rank_halves,
      score_twentieths, asked_units, minimum_units, unit_price_cents, funded_units, funded_cents, left_before_cents, outcome,
      mode, sessions_per_week, beneficiary, reason_lv, reason_en, explanation_lv, explanation_en, other_payer_lv,
      other_payer_en)
    SELECT municipality_id, ${planId}::uuid, service_id, position, expert_rank_halves, parent_rank_halves,
      score_twentieths, asked_units, minimum_units, unit_price_cents, funded_units, funded_cents, left_before_cents, outcome,
      mode, sessions_per_week, beneficiary, reason_lv, reason_en, explanation_lv, explanation_en, other_payer_lv,
      other_payer_en
    FROM plan_line WHERE plan_id = ${basedOnId}::uuid`
}

const revisionRow = z.object({
  planId: z.uuid(),
  municipalityId: z.uuid(),
  childId: z.uuid(),
  childName: z.string(),
  periodId: z.uuid(),
  startsOn: z.iso.date(),
  endsBefore: z.iso.date(),
  version: z.int(),
  basedOnId: z.uuid(),
  state: z.enum(['draft', 'approved', 'superseded', 'withdrawn']),
  isSealed: z.boolean(),
  editVersion: z.int(),
  editedAt: isoInstantColumn.nullable(),
  editedBy: z.string().nullable(),
  budget: centsColumn,
  reason: z.string(),
  request: z.object({ reason: z.string(), name: z.string(), askedAs: z.string() }).nullable(),
  lines: z.array(
    z.object({
      serviceId: z.uuid(),
      name: z.object({ lv: z.string(), en: z.string() }),
      unit: z.enum(units),
      position: z.int(),
      isRanked: z.boolean(),
      isNew: z.boolean(),
      askedUnits: z.int(),
      minimumUnits: z.int(),
      unitPrice: centsColumn,
      units: z.int(),
      unitsBefore: z.int(),
      reason: z.string(),
      bound: centsColumn,
      bookedHundredths: z.int(),
      receivedHundredths: z.int(),
    }),
  ),
})
export type RevisionRow = z.infer<typeof revisionRow>

/**
 * A revision with what each of its lines was before, and what is booked and received of it by now; null when it is none
 * or not the actor's. With `lock` nobody else changes it until the end of the transaction.
 */
export async function findRevision(
  ctx: Context,
  tx: Tx,
  { planId, lock = false }: { planId: string; lock?: boolean },
): Promise<RevisionRow | null> {
  if (!z.uuid().safeParse(planId).success) return null
  if (lock) {
    await tx.$queryRaw`SELECT FROM plan WHERE id = ${planId}::uuid
      AND municipality_id = ${ctx.actor.municipalityId}::uuid FOR UPDATE`
  }
  return queryRow(
    tx,
    revisionRow,
    Prisma.sql`
    WITH used AS (
      SELECT b.service_id, coalesce(sum(b.quantity_hundredths) FILTER (WHERE b.state = 'booked'), 0)::int AS booked,
        coalesce(sum(d.quantity_hundredths) FILTER (WHERE d.kind = 'delivered'), 0)::int AS received
      FROM booking b JOIN plan p ON p.period_id = b.period_id
      LEFT JOIN delivery d ON d.booking_id = b.id AND d.state IN ('awaiting', 'accepted', 'objected')
      WHERE p.id = ${planId}::uuid AND (b.state = 'booked' OR d.id IS NOT NULL) GROUP BY b.service_id
    ), bound AS (
      SELECT bl.service_id, coalesce(sum(a.balance_cents) FILTER (WHERE a.kind <> 'available'), 0)::int AS cents
      FROM plan p JOIN budget_line bl ON bl.period_id = p.period_id JOIN account a ON a.budget_line_id = bl.id
      WHERE p.id = ${planId}::uuid GROUP BY bl.service_id
    )
    SELECT p.id AS "planId", p.municipality_id AS "municipalityId", p.child_id AS "childId",
      c.given_name || ' ' || c.family_name AS "childName", p.period_id AS "periodId",
      bp.starts_on::text AS "startsOn", bp.ends_before::text AS "endsBefore", p.version, p.based_on_id AS "basedOnId",
      p.state, p.sealed_at IS NOT NULL AS "isSealed", p.edit_version AS "editVersion", p.edited_at AS "editedAt",
      (SELECT e.given_name || ' ' || e.family_name FROM person e WHERE e.id = p.edited_by) AS "editedBy",
      p.budget_cents AS budget, coalesce(p.reason, '') AS reason,
      (SELECT json_build_object('reason', r.reason, 'name', a.given_name || ' ' || a.family_name, 'askedAs', r.asked_as)
        FROM revision_request r JOIN person a ON a.id = r.asked_by WHERE r.id = p.request_id) AS request,
      (SELECT coalesce(json_agg(json_build_object('serviceId', l.service_id,
          'name', json_build_object('lv', s.name_lv, 'en', s.name_en), 'unit', s.unit, 'position', l.position,
          'isRanked', l.expert_rank_halves IS NOT NULL, 'isNew', old.id IS NULL, 'askedUnits', l.asked_units,
          'minimumUnits', l.minimum_units, 'unitPrice', l.unit_price_cents, 'units', l.funded_units,
          'unitsBefore', coalesce(old.funded_units, 0), 'reason', coalesce(l.change_reason, ''),
          'bound', coalesce(bound.cents, 0), 'bookedHundredths', coalesce(used.booked, 0),
          'receivedHundredths', coalesce(used.received, 0)) ORDER BY l.position), '[]')
        FROM plan_line l JOIN service s ON s.id = l.service_id
        LEFT JOIN plan_line old ON old.plan_id = p.based_on_id AND old.service_id = l.service_id
        LEFT JOIN used ON used.service_id = l.service_id LEFT JOIN bound ON bound.service_id = l.service_id
        WHERE l.plan_id = p.id AND l.outcome <> 'other_payer') AS lines
    FROM plan p JOIN child c ON c.id = p.child_id JOIN budget_period bp ON bp.id = p.period_id
    WHERE p.id = ${planId}::uuid AND p.origin = 'revision' AND p.municipality_id = ${ctx.actor.municipalityId}::uuid
      AND ${seesChild(ctx, Prisma.sql`p.child_id`)}`,
  )
}

export type SavedLine = { serviceId: string; units: number; reason: string }

/**
 * Writes units and reasons of the lines of a draft as they were typed, and counts the edit. The money that a draft asks
 * for beyond its budget is told when it is offered for signing; until then nothing is left unassigned. False when the
 * draft was edited since `editVersion`.
 */
export async function updateRevision(
  tx: Tx,
  draft: {
    planId: string
    editVersion: number
    reason: string
    lines: readonly SavedLine[]
    unassigned: Cents
    by: string
    at: Temporal.Instant
  },
): Promise<boolean> {
  const written = await tx.$executeRaw`
    UPDATE plan SET edit_version = edit_version + 1, reason = ${draft.reason}, edited_by = ${draft.by}::uuid,
      edited_at = ${toDate(draft.at)}, unassigned_cents = ${draft.unassigned}::int
    WHERE id = ${draft.planId}::uuid AND state = 'draft' AND sealed_at IS NULL AND edit_version = ${draft.editVersion}::int`
  if (written !== 1) return false
  await tx.$executeRaw`
    UPDATE plan_line l SET funded_units = typed.units, funded_cents = typed.units * l.unit_price_cents,
      asked_units = greatest(coalesce(old.asked_units, 0), typed.units), change_reason = nullif(btrim(typed.reason), ''),
      outcome = (CASE WHEN typed.units = 0 THEN 'not_funded' WHEN typed.units >= coalesce(old.asked_units, 0) THEN 'full'
        ELSE 'partly' END)::"FundingOutcome"
    FROM jsonb_to_recordset(${JSON.stringify(draft.lines)}::jsonb) AS typed("serviceId" uuid, units int, reason text)
      LEFT JOIN plan_line old ON old.service_id = typed."serviceId"
        AND old.plan_id = (SELECT based_on_id FROM plan WHERE id = ${draft.planId}::uuid)
    WHERE l.plan_id = ${draft.planId}::uuid AND l.service_id = typed."serviceId" AND l.outcome <> 'other_payer'`
  return true
}

/** Before a draft is frozen: takes the reasons off lines that stay as they were, and added lines without units away. */
export async function tidyRevision(tx: Tx, planId: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM plan_line l USING plan p WHERE p.id = ${planId}::uuid AND l.plan_id = p.id AND l.funded_units = 0
      AND l.outcome <> 'other_payer'
      AND NOT EXISTS (SELECT FROM plan_line old WHERE old.plan_id = p.based_on_id AND old.service_id = l.service_id)`
  await tx.$executeRaw`
    UPDATE plan_line l SET change_reason = NULL FROM plan p JOIN plan_line old ON old.plan_id = p.based_on_id
    WHERE p.id = ${planId}::uuid AND l.plan_id = p.id AND old.service_id = l.service_id
      AND old.funded_units = l.funded_units AND l.change_reason IS NOT NULL`
}

export async function isInForce(tx: Tx, planId: string): Promise<boolean> {
  return (await tx.plan.count({ where: { id: planId, state: 'approved' } })) === 1
}

/** A sealed draft may be edited again. */
export async function unsealPlan(tx: Tx, planId: string): Promise<void> {
  await tx.plan.update({ where: { id: planId }, data: { sealed_at: null } })
}
