import { z } from 'zod'
import type { SignatureView } from '#app/plan/rules/plan-file.ts'
import type { GuardianToTell, SignatureKind, SignedHow } from '#app/plan/rules/plan-signing.ts'
import { signatureKinds, signedHows } from '#app/plan/rules/plan-signing.ts'
import { centsColumn, isoInstantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

const lockedPlan = z.object({
  id: z.uuid(),
  municipalityId: z.uuid(),
  childId: z.uuid(),
  periodId: z.uuid(),
  version: z.int(),
  state: z.enum(['draft', 'approved', 'superseded', 'withdrawn']),
  origin: z.enum(['assessed', 'taken_over', 'revision']),
  isSealed: z.boolean(),
  budget: centsColumn,
  basedOnId: z.uuid().nullable(),
  assessmentId: z.uuid().nullable(),
  fourEyes: z.boolean(),
})
export type LockedPlan = z.infer<typeof lockedPlan>

/** Locks a version of a plan, so that who signs, withdraws and approves come one after the other. */
export async function lockPlan(
  tx: Tx,
  { municipalityId, planId }: { municipalityId: string; planId: string },
): Promise<LockedPlan | null> {
  if (!z.uuid().safeParse(planId).success) return null
  return queryRow(
    tx,
    lockedPlan,
    Prisma.sql`
    SELECT p.id, p.municipality_id AS "municipalityId", p.child_id AS "childId", p.period_id AS "periodId", p.version,
      p.state, p.origin, p.sealed_at IS NOT NULL AS "isSealed", p.budget_cents AS budget, p.based_on_id AS "basedOnId",
      (SELECT a.id FROM assessment a WHERE a.period_id = p.period_id) AS "assessmentId",
      coalesce((SELECT m.plan_four_eyes FROM municipality_policy m WHERE m.id = p.policy_id), true) AS "fourEyes"
    FROM plan p WHERE p.id = ${planId}::uuid AND p.municipality_id = ${municipalityId}::uuid FOR UPDATE OF p`,
  )
}

const signature = z.object({
  id: z.uuid(),
  kind: z.enum(signatureKinds),
  personId: z.uuid(),
  name: z.string(),
  how: z.enum(signedHows),
  recordedBy: z.string(),
  note: z.string().nullable(),
  signedAt: isoInstantColumn,
})

/** The signatures that stand under a version, in the order they were given. */
export async function listSignatures(tx: Tx, planId: string): Promise<SignatureView[]> {
  return queryRows(
    tx,
    signature,
    Prisma.sql`
    SELECT s.id, s.kind, s.person_id AS "personId", p.given_name || ' ' || p.family_name AS name, s.how,
      r.given_name || ' ' || r.family_name AS "recordedBy", s.note, s.signed_at AS "signedAt"
    FROM plan_signature s JOIN person p ON p.id = s.person_id JOIN person r ON r.id = s.recorded_by
    WHERE s.plan_id = ${planId}::uuid AND s.voided_at IS NULL ORDER BY s.signed_at, s.id`,
  )
}

/**
 * The guardians who are to see a plan before it is approved: those in whose care the child is; where guardians were
 * invited to the assessment of the period, only those of them.
 */
export async function listGuardiansToTell(
  tx: Tx,
  { childId, periodId, at }: { childId: string; periodId: string; at: Temporal.Instant },
): Promise<GuardianToTell[]> {
  const now = toDate(at)
  return queryRows(
    tx,
    z.object({ personId: z.uuid(), name: z.string() }),
    Prisma.sql`
    WITH invited AS (SELECT i.person_id FROM assessment_guardian i JOIN assessment a ON a.id = i.assessment_id
      WHERE a.period_id = ${periodId}::uuid)
    SELECT p.id AS "personId", p.given_name || ' ' || p.family_name AS name
    FROM guardianship care JOIN person p ON p.id = care.person_id
    WHERE care.child_id = ${childId}::uuid AND care.since <= ${now} AND (care.ended_at IS NULL OR care.ended_at > ${now})
      AND (NOT EXISTS (SELECT FROM invited) OR p.id IN (SELECT person_id FROM invited))
    GROUP BY p.id ORDER BY min(care.since), name`,
  )
}

/** Whether a person leads the team of a period's assessment and so signs as its physician. */
export async function leadsAssessment(
  tx: Tx,
  { periodId, personId }: { periodId: string; personId: string },
): Promise<boolean> {
  const seat = await tx.assessmentExpert.count({
    where: { person_id: personId, is_lead: true, ended_at: null, assessment: { period_id: periodId } },
  })
  return seat > 0
}

/** Writes a signature. A second of the same person meets `one_signature_a_person`, of a profession `one_signature_a_profession`. */
export async function insertSignature(
  tx: Tx,
  data: {
    municipalityId: string
    planId: string
    personId: string
    kind: SignatureKind
    how: SignedHow
    recordedBy: string
    note: string | null
    at: Temporal.Instant
  },
): Promise<void> {
  await tx.planSignature.create({
    data: {
      municipality_id: data.municipalityId,
      plan_id: data.planId,
      person_id: data.personId,
      kind: data.kind,
      how: data.how,
      recorded_by: data.recordedBy,
      note: data.note,
      signed_at: toDate(data.at),
    },
  })
}

/** Takes all signatures off a draft; they stay readable as given and voided. */
export async function voidSignatures(tx: Tx, planId: string, at: Temporal.Instant): Promise<void> {
  await tx.planSignature.updateMany({
    where: { plan_id: planId, voided_at: null },
    data: { voided_at: toDate(at) },
  })
}
