import { z } from 'zod'
import { beneficiaries, modes } from '#app/assessment/rules/assessed-result.ts'
import type { FamilyAssessment, FamilyChild } from '#app/assessment/rules/family-view.ts'
import { professions } from '#app/assessment/rules/team.ts'
import { toldColumn, toldJson } from '#app/assessment/told-order-store.server.ts'
import { seesChild } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'
import { units } from '#app/platform/quantity.ts'
import { toDate } from '#app/platform/time.ts'

const bothLanguages = z.object({ lv: z.string(), en: z.string() })
/** PostgreSQL writes an instant in JSON with its own offset; the browser gets it in UTC. */
const isoText = z.string().transform((text) => Temporal.Instant.from(text).toString())
const doneBy = z.object({ name: z.string(), isMe: z.boolean(), at: isoText })

const assessmentJson = z.object({
  id: z.uuid(),
  periodId: z.uuid(),
  startsOn: z.string(),
  lastDay: z.string(),
  wishesDue: z.string().nullable(),
  expertsDue: z.string().nullable(),
  rankingDue: z.string().nullable(),
  goalsAgreedAt: isoText.nullable(),
  proposedAt: isoText.nullable(),
  completedAt: isoText.nullable(),
  ranking: z.object({
    version: z.int(),
    changedBy: doneBy.nullable(),
    handedIn: doneBy.nullable(),
    told: toldColumn.nullable(),
  }),
  guardians: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string(),
      isMe: z.boolean(),
      wishesDoneAt: isoText.nullable(),
      wishesToldTo: z.string().nullable(),
      lastAct: z
        .object({
          act: z.enum(['wish', 'wishes-done', 'understood', 'asked', 'ordered', 'handed-in']),
          at: isoText,
        })
        .nullable(),
    }),
  ),
  experts: z.array(
    z.object({ name: z.string(), profession: z.enum(professions), isLead: z.boolean(), hasHandedIn: z.boolean() }),
  ),
  wishes: z.array(
    z.object({
      id: z.uuid(),
      text: z.string(),
      version: z.int(),
      changedBy: doneBy.nullable(),
      isServed: z.boolean(),
    }),
  ),
  services: z.array(
    z.object({
      id: z.uuid(),
      serviceId: z.uuid(),
      name: bothLanguages,
      unit: z.enum(units),
      units: z.int(),
      minimumUnits: z.int(),
      mode: z.enum(modes).nullable(),
      sessionsPerWeek: z.int().nullable(),
      beneficiary: z.enum(beneficiaries),
      reason: bothLanguages,
      explanation: bothLanguages,
      otherPayer: bothLanguages.nullable(),
      expertHalfRank: z.int().nullable(),
      parentHalfRank: z.int().nullable(),
      goals: z.array(z.object({ id: z.uuid(), text: z.string(), wish: z.string().nullable() })),
      understoodBy: z.array(doneBy),
      questions: z.array(
        z.object({
          id: z.uuid(),
          text: z.string(),
          askedBy: doneBy,
          answer: z.object({ text: z.string(), by: z.string(), at: isoText }).nullable(),
        }),
      ),
    }),
  ),
})

const row = z.object({
  id: z.uuid(),
  givenName: z.string(),
  municipalityId: z.uuid(),
  assessment: assessmentJson.nullable(),
})

/** The assessment a family is asked about: the one still open, or else the latest. An undone import has none. */
export const currentAssessment = (childId: Prisma.Sql) => Prisma.sql`
  SELECT a.* FROM assessment a
  JOIN budget_period p ON p.id = a.period_id AND p.annulled_at IS NULL
  WHERE a.child_id = ${childId}
  ORDER BY (a.completed_at IS NULL) DESC, a.opened_at DESC, a.id DESC LIMIT 1`

/**
 * The child with its assessment as a guardian reads it, in one statement. Null when the child is not in the actor's
 * care; `assessment` is null when none was ever opened. Services come with the proposal, not before.
 */
export async function findFamilyAssessment(
  ctx: Context,
  tx: Tx,
  childId: string,
): Promise<{ child: FamilyChild; assessment: FamilyAssessment | null } | null> {
  const found = await queryRow(
    tx,
    row,
    Prisma.sql`
    SELECT c.id, c.given_name AS "givenName", c.municipality_id AS "municipalityId",
      CASE WHEN a.id IS NULL THEN NULL ELSE json_build_object('id', a.id, 'periodId', a.period_id,
        'startsOn', p.starts_on, 'lastDay', p.ends_before - 1, 'wishesDue', a.wishes_due, 'expertsDue', a.experts_due,
        'rankingDue', a.ranking_due, 'goalsAgreedAt', a.goals_agreed_at, 'proposedAt', a.proposed_at,
        'completedAt', a.completed_at,
        'ranking', json_build_object('version', a.parent_ranking_version,
          'changedBy', ${doneByJson(ctx, 'a.parent_ranking_changed_by', 'a.parent_ranking_changed_at')},
          'handedIn', ${doneByJson(ctx, 'a.parents_ranked_by', 'a.parents_ranked_at')}, 'told', ${toldJson}),
        'guardians', ${guardiansJson(ctx)}, 'experts', ${expertsJson}, 'wishes', ${wishesJson(ctx)},
        'services', ${servicesJson(ctx)}) END AS assessment
    FROM child c
    LEFT JOIN LATERAL (${currentAssessment(Prisma.sql`c.id`)}) a ON true
    LEFT JOIN budget_period p ON p.id = a.period_id
    WHERE c.id = ${childId}::uuid AND ${seesChild(ctx, Prisma.sql`c.id`)}`,
  )
  if (found === null) return null
  const { assessment, ...child } = found
  return { child, assessment }
}

/** `{ name, isMe, at }` of a person column and a time column, or null while there is no time. */
function doneByJson({ actor }: Pick<Context, 'actor'>, person: string, at: string): Prisma.Sql {
  return Prisma.sql`(SELECT json_build_object('name', who.given_name, 'isMe', who.id = ${actor.personId}::uuid,
    'at', ${Prisma.raw(at)}) FROM person who WHERE who.id = ${Prisma.raw(person)} AND ${Prisma.raw(at)} IS NOT NULL)`
}

function guardiansJson({ actor, clock }: Context): Prisma.Sql {
  const now = toDate(clock.now())
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object('personId', who.id, 'name', who.given_name,
      'isMe', who.id = ${actor.personId}::uuid, 'wishesDoneAt', seat.wishes_done_at, 'wishesToldTo',
      (SELECT x.given_name || ' ' || x.family_name FROM person x WHERE x.id = seat.wishes_told_to), 'lastAct', last.act)
      ORDER BY who.id <> ${actor.personId}::uuid, who.given_name, who.id), '[]')
    FROM guardianship care JOIN person who ON who.id = care.person_id
    LEFT JOIN assessment_guardian seat ON seat.assessment_id = a.id AND seat.person_id = who.id
    LEFT JOIN LATERAL (
      SELECT json_build_object('act', acts.act, 'at', acts.at) AS act FROM (
        SELECT 'wish' AS act, max(w.changed_at) AS at FROM goal w
          WHERE w.assessment_id = a.id AND w.horizon = 'wish' AND w.changed_by = who.id
        UNION ALL SELECT 'wishes-done', CASE WHEN seat.wishes_told_to IS NULL THEN seat.wishes_done_at END
        UNION ALL SELECT 'understood', max(u.understood_at) FROM service_understanding u
          JOIN assessed_service s ON s.id = u.assessed_service_id WHERE s.assessment_id = a.id AND u.person_id = who.id
        UNION ALL SELECT 'asked', max(q.asked_at) FROM service_question q
          JOIN assessed_service s ON s.id = q.assessed_service_id WHERE s.assessment_id = a.id AND q.asked_by = who.id
        UNION ALL SELECT 'ordered', a.parent_ranking_changed_at WHERE a.parent_ranking_changed_by = who.id
        UNION ALL SELECT 'handed-in', a.parents_ranked_at WHERE a.parents_ranked_by = who.id
      ) acts WHERE acts.at IS NOT NULL ORDER BY acts.at DESC, acts.act IN ('handed-in', 'wishes-done') DESC LIMIT 1
    ) last ON true
    WHERE care.child_id = a.child_id AND care.since <= ${now} AND (care.ended_at IS NULL OR care.ended_at > ${now}))`
}

const expertsJson = Prisma.sql`(SELECT coalesce(json_agg(json_build_object(
    'name', who.given_name || ' ' || who.family_name, 'profession', seat.profession, 'isLead', seat.is_lead,
    'hasHandedIn', seat.submitted_at IS NOT NULL) ORDER BY seat.is_lead DESC, seat.invited_at, who.id), '[]')
  FROM assessment_expert seat JOIN person who ON who.id = seat.person_id
  WHERE seat.assessment_id = a.id AND seat.ended_at IS NULL)`

function wishesJson(ctx: Context): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', w.id, 'text', w.text, 'version', w.version,
      'changedBy', ${doneByJson(ctx, 'w.changed_by', 'w.changed_at')}, 'isServed', ${isServed}) ORDER BY w.position, w.id), '[]')
    FROM goal w WHERE w.assessment_id = a.id AND w.horizon = 'wish')`
}

/** Whether something rests on the wish `w`, so that it has to stay. */
export const isServed = Prisma.sql`(EXISTS (SELECT FROM goal g WHERE g.serves_goal_id = w.id OR g.continues_id = w.id)
  OR EXISTS (SELECT FROM assessed_service_goal l WHERE l.goal_id = w.id)
  OR EXISTS (SELECT FROM goal_note n WHERE n.goal_id = w.id)
  OR EXISTS (SELECT FROM goal_attainment t WHERE t.goal_id = w.id))`

function servicesJson(ctx: Context): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', s.id, 'serviceId', s.service_id,
      'name', json_build_object('lv', v.name_lv, 'en', v.name_en), 'unit', v.unit, 'units', s.units,
      'minimumUnits', s.minimum_units, 'mode', s.mode, 'sessionsPerWeek', s.sessions_per_week,
      'beneficiary', s.beneficiary, 'reason', json_build_object('lv', s.reason_lv, 'en', s.reason_en),
      'explanation', json_build_object('lv', s.explanation_lv, 'en', s.explanation_en),
      'otherPayer', CASE WHEN s.other_payer_lv IS NULL THEN NULL
        ELSE json_build_object('lv', s.other_payer_lv, 'en', coalesce(s.other_payer_en, s.other_payer_lv)) END,
      'expertHalfRank', s.expert_rank_halves, 'parentHalfRank', s.parent_rank_halves,
      'goals', (SELECT coalesce(json_agg(json_build_object('id', g.id, 'text', g.text, 'wish', coalesce(
          (SELECT w.text FROM goal w WHERE w.id = g.serves_goal_id AND w.horizon = 'wish'),
          (SELECT w.text FROM goal up JOIN goal w ON w.id = up.serves_goal_id AND w.horizon = 'wish'
            WHERE up.id = g.serves_goal_id))) ORDER BY g.position), '[]')
        FROM assessed_service_goal l JOIN goal g ON g.id = l.goal_id WHERE l.assessed_service_id = s.id),
      'understoodBy', (SELECT coalesce(json_agg(${doneByJson(ctx, 'u.person_id', 'u.understood_at')} ORDER BY u.understood_at), '[]')
        FROM service_understanding u WHERE u.assessed_service_id = s.id
          AND (s.changed_at IS NULL OR u.understood_at >= s.changed_at)),
      'questions', (SELECT coalesce(json_agg(json_build_object('id', q.id, 'text', q.text,
          'askedBy', ${doneByJson(ctx, 'q.asked_by', 'q.asked_at')},
          'answer', CASE WHEN q.answered_at IS NULL THEN NULL ELSE json_build_object('text', q.answer,
            'by', (SELECT x.given_name || ' ' || x.family_name FROM person x WHERE x.id = q.answered_by),
            'at', q.answered_at) END) ORDER BY q.asked_at, q.id), '[]')
        FROM service_question q WHERE q.assessed_service_id = s.id))
      ORDER BY s.other_payer_lv IS NOT NULL, s.expert_rank_halves, v.catalogue_order), '[]')
    FROM assessed_service s JOIN service v ON v.id = s.service_id
    WHERE s.assessment_id = a.id AND (a.proposed_at IS NOT NULL OR a.completed_at IS NOT NULL))`
}
