import { z } from 'zod'
import { professions } from '#app/assessment/rules/team.ts'
import { toldColumn, toldJson } from '#app/assessment/told-order-store.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

/** PostgreSQL writes an instant in JSON with its own offset; the browser gets it in UTC. */
const iso = z.string().transform((text) => Temporal.Instant.from(text).toString())
const person = z.object({ personId: z.uuid(), name: z.string() })

const overviewRow = z.object({
  deadlines: z.object({
    wishesDue: z.string().nullable(),
    expertsDue: z.string().nullable(),
    rankingDue: z.string().nullable(),
  }),
  openedAt: iso,
  wishes: z.int(),
  longTermGoals: z.int(),
  shortTermGoals: z.int(),
  services: z.int(),
  servicesOfOthers: z.int(),
  goalsAgreedAt: iso.nullable(),
  proposedAt: iso.nullable(),
  rankedAt: iso.nullable(),
  told: toldColumn.nullable(),
  completedAt: iso.nullable(),
  guardians: z.array(person.extend({ wishesDoneAt: iso.nullable(), understood: z.int(), remindedToday: z.boolean() })),
  experts: z.array(
    person.extend({
      profession: z.enum(professions),
      isLead: z.boolean(),
      submittedAt: iso.nullable(),
      orderSubmittedAt: iso.nullable(),
      endedAt: iso.nullable(),
      remindedToday: z.boolean(),
    }),
  ),
  questions: z.array(
    z.object({
      id: z.uuid(),
      serviceId: z.uuid(),
      service: z.object({ lv: z.string(), en: z.string() }),
      text: z.string(),
      askedBy: z.string(),
      askedAt: iso,
    }),
  ),
  plan: z
    .object({
      id: z.uuid(),
      state: z.enum(['draft', 'approved', 'superseded']),
      sealedAt: iso.nullable(),
      approvedAt: iso.nullable(),
      signatures: z.array(
        z.object({ kind: z.enum(['social_worker', 'physician', 'guardian']), name: z.string(), at: iso }),
      ),
    })
    .nullable(),
  history: z.array(z.object({ type: z.string(), by: z.string().nullable(), at: iso })),
  invitable: z.object({ guardians: z.array(person), experts: z.array(person) }),
})

const name = Prisma.sql`who.given_name || ' ' || who.family_name`

/** All that the overview shows of one assessment, in one statement. Scope is the caller's care. */
export async function findOverviewRow(
  tx: Tx,
  { assessmentId, now, dayBegan }: { assessmentId: string; now: Temporal.Instant; dayBegan: Temporal.Instant },
): Promise<z.infer<typeof overviewRow> | null> {
  const found = await queryRow(
    tx,
    z.object({ overview: overviewRow }),
    Prisma.sql`SELECT json_build_object(
      'deadlines', json_build_object('wishesDue', a.wishes_due, 'expertsDue', a.experts_due, 'rankingDue', a.ranking_due),
      'openedAt', a.opened_at, 'goalsAgreedAt', a.goals_agreed_at, 'proposedAt', a.proposed_at,
      'rankedAt', a.parents_ranked_at, 'told', ${toldJson}, 'completedAt', a.completed_at,
      'wishes', ${goalCount('wish')}, 'longTermGoals', ${goalCount('long_term')},
      'shortTermGoals', ${goalCount('short_term')},
      'services', (SELECT count(*) FROM assessed_service s WHERE s.assessment_id = a.id AND s.other_payer_lv IS NULL),
      'servicesOfOthers', (SELECT count(*) FROM assessed_service s WHERE s.assessment_id = a.id
        AND s.other_payer_lv IS NOT NULL),
      'guardians', ${guardiansJson(dayBegan)}, 'experts', ${expertsJson(dayBegan)}, 'questions', ${questionsJson},
      'plan', ${planJson}, 'history', ${historyJson}, 'invitable', json_build_object(
        'guardians', ${invitableGuardians(now)}, 'experts', ${invitableExperts})) AS overview
    FROM assessment a WHERE a.id = ${assessmentId}::uuid`,
  )
  return found?.overview ?? null
}

function goalCount(horizon: 'wish' | 'long_term' | 'short_term'): Prisma.Sql {
  return Prisma.sql`(SELECT count(*) FROM goal g WHERE g.assessment_id = a.id AND g.horizon = ${horizon}::"GoalHorizon")`
}

function remindedSince(dayBegan: Temporal.Instant): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM assessment_reminder r WHERE r.assessment_id = a.id AND r.person_id = who.id
    AND r.sent_at >= ${toDate(dayBegan)})`
}

function guardiansJson(dayBegan: Temporal.Instant): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object('personId', who.id, 'name', ${name},
      'wishesDoneAt', seat.wishes_done_at, 'remindedToday', ${remindedSince(dayBegan)},
      'understood', (SELECT count(*) FROM service_understanding u JOIN assessed_service s ON s.id = u.assessed_service_id
        WHERE s.assessment_id = a.id AND s.other_payer_lv IS NULL AND u.person_id = who.id
          AND (s.changed_at IS NULL OR u.understood_at >= s.changed_at))) ORDER BY seat.invited_at, who.id), '[]')
    FROM assessment_guardian seat JOIN person who ON who.id = seat.person_id WHERE seat.assessment_id = a.id)`
}

function expertsJson(dayBegan: Temporal.Instant): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object('personId', who.id, 'name', ${name},
      'profession', seat.profession, 'isLead', seat.is_lead, 'submittedAt', seat.submitted_at,
      'orderSubmittedAt', seat.order_submitted_at, 'endedAt', seat.ended_at,
      'remindedToday', ${remindedSince(dayBegan)})
      ORDER BY seat.ended_at IS NOT NULL, seat.is_lead DESC, seat.invited_at, who.family_name, who.id), '[]')
    FROM assessment_expert seat JOIN person who ON who.id = seat.person_id WHERE seat.assessment_id = a.id)`
}

const questionsJson = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', q.id, 'serviceId', s.id,
    'service', json_build_object('lv', v.name_lv, 'en', v.name_en), 'text', q.text, 'askedBy', ${name},
    'askedAt', q.asked_at) ORDER BY q.asked_at, q.id), '[]')
  FROM service_question q JOIN assessed_service s ON s.id = q.assessed_service_id JOIN service v ON v.id = s.service_id
  JOIN person who ON who.id = q.asked_by WHERE s.assessment_id = a.id AND q.answered_at IS NULL)`

/** The plan that was made of the assessment: the first version of the period. */
const planJson = Prisma.sql`(SELECT json_build_object('id', p.id, 'state', p.state, 'sealedAt', p.sealed_at,
    'approvedAt', p.approved_at, 'signatures', (SELECT coalesce(json_agg(json_build_object('kind', x.kind,
      'name', ${name}, 'at', x.signed_at) ORDER BY x.signed_at), '[]')
      FROM plan_signature x JOIN person who ON who.id = x.person_id WHERE x.plan_id = p.id AND x.voided_at IS NULL))
  FROM plan p WHERE p.period_id = a.period_id AND p.state <> 'withdrawn' ORDER BY p.version LIMIT 1)`

/** An order that somebody else than a guardian handed in was told to them. */
const historyJson = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('type', CASE WHEN e.type = 'assessment.ranked'
    AND NOT EXISTS (SELECT FROM guardianship care WHERE care.child_id = a.child_id AND care.person_id = e.person_id)
    THEN 'assessment.ranking-told' ELSE e.type END, 'by', ${name}, 'at', e.at) ORDER BY e.at, e.id), '[]')
  FROM domain_event e LEFT JOIN person who ON who.id = e.person_id
  WHERE e.municipality_id = a.municipality_id AND e.subject_id IN (SELECT a.id
    UNION ALL SELECT p.id FROM plan p WHERE p.period_id = a.period_id AND p.origin <> 'revision'
    UNION ALL SELECT q.id FROM service_question q JOIN assessed_service s ON s.id = q.assessed_service_id
      WHERE s.assessment_id = a.id))`

function invitableGuardians(now: Temporal.Instant): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object('personId', who.id, 'name', ${name}) ORDER BY who.id), '[]')
    FROM (SELECT DISTINCT care.person_id FROM guardianship care WHERE care.child_id = a.child_id
      AND care.since <= ${toDate(now)} AND (care.ended_at IS NULL OR care.ended_at > ${toDate(now)})
      AND NOT EXISTS (SELECT FROM assessment_guardian seat WHERE seat.assessment_id = a.id
        AND seat.person_id = care.person_id)) cares JOIN person who ON who.id = cares.person_id)`
}

const invitableExperts = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('personId', who.id, 'name', ${name})
    ORDER BY who.family_name, who.given_name, who.id), '[]')
  FROM (SELECT DISTINCT r.person_id FROM role_grant r WHERE r.municipality_id = a.municipality_id AND r.role = 'expert'
    AND r.revoked_at IS NULL AND NOT EXISTS (SELECT FROM assessment_expert seat WHERE seat.assessment_id = a.id
      AND seat.person_id = r.person_id AND seat.ended_at IS NULL)) hats
  JOIN person who ON who.id = hats.person_id AND who.deactivated_at IS NULL)`
