import { z } from 'zod'
import type { BesideExpertise } from '#app/assessment/rules/expertise-view.ts'
import type { ExpertText } from '#app/assessment/rules/functioning.ts'
import { chapters, qualifiers } from '#app/assessment/rules/functioning.ts'
import { professions } from '#app/assessment/rules/team.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'
import { instantOf, toDate } from '#app/platform/time.ts'

/** Instants inside JSON, as screens take them. */
const isoText = z.string().transform((text) => Temporal.Instant.from(text).toString())

/** An instant as screens take it. */
const whenColumn = z.date().transform((date) => instantOf(date).toString())

const findingJson = z.object({
  code: z.enum(chapters),
  qualifier: z.literal(qualifiers).nullable(),
  strength: z.string(),
  need: z.string(),
})

const expertiseRow = z
  .object({
    personId: z.uuid(),
    name: z.string(),
    profession: z.enum(professions),
    isLead: z.boolean(),
    version: z.int(),
    savedAt: whenColumn.nullable(),
    submittedAt: whenColumn.nullable(),
    strengths: z.string(),
    needs: z.string(),
    conclusion: z.string(),
    findings: z.array(findingJson),
  })
  .transform(({ findings, strengths, needs, conclusion, ...row }) => ({
    ...row,
    text: { findings, strengths, needs, conclusion },
  }))
/** What one expert wrote, with who they are. Instants as ISO texts. */
export type Expertise = z.infer<typeof expertiseRow>

export async function findExpertise(
  tx: Tx,
  { assessmentId, personId }: { assessmentId: string; personId: string },
): Promise<Expertise | null> {
  return queryRow(
    tx,
    expertiseRow,
    Prisma.sql`
    SELECT e.person_id AS "personId", who.given_name || ' ' || who.family_name AS name, e.profession,
      e.is_lead AS "isLead", e.version, e.saved_at AS "savedAt", e.submitted_at AS "submittedAt", e.strengths, e.needs,
      e.conclusion, (SELECT coalesce(json_agg(json_build_object('code', f.code, 'qualifier', f.qualifier,
          'strength', f.strength, 'need', f.need) ORDER BY f.code), '[]')
        FROM functioning_finding f WHERE f.assessment_id = e.assessment_id AND f.person_id = e.person_id) AS findings
    FROM assessment_expert e JOIN person who ON who.id = e.person_id
    WHERE e.assessment_id = ${assessmentId}::uuid AND e.person_id = ${personId}::uuid`,
  )
}

/** Puts a text in the place of the one before. The caller has locked the assessment and compared the version. */
export async function writeExpertise(
  tx: Tx,
  where: { municipalityId: string; assessmentId: string; personId: string },
  { text, version, at }: { text: ExpertText; version: number; at: Temporal.Instant },
): Promise<void> {
  const { findings, strengths, needs, conclusion } = text
  const key = { assessment_id: where.assessmentId, person_id: where.personId }
  await tx.assessmentExpert.update({
    where: { assessment_id_person_id: key },
    data: { strengths, needs, conclusion, version, saved_at: toDate(at) },
  })
  await tx.functioningFinding.deleteMany({ where: { ...key, code: { notIn: findings.map(({ code }) => code) } } })
  if (findings.length === 0) return
  const rows = findings.map(
    ({ code, qualifier, strength, need }) =>
      Prisma.sql`(${where.municipalityId}::uuid, ${where.assessmentId}::uuid, ${where.personId}::uuid, ${code},
        ${qualifier}::int, ${strength}, ${need})`,
  )
  await tx.$executeRaw`
    INSERT INTO functioning_finding (municipality_id, assessment_id, person_id, code, qualifier, strength, need)
    VALUES ${Prisma.join(rows)}
    ON CONFLICT (assessment_id, person_id, code)
      DO UPDATE SET qualifier = excluded.qualifier, strength = excluded.strength, need = excluded.need`
}

export async function writeSubmitted(
  tx: Tx,
  { assessmentId, personId }: { assessmentId: string; personId: string },
  at: Temporal.Instant | null,
): Promise<void> {
  await tx.assessmentExpert.update({
    where: { assessment_id_person_id: { assessment_id: assessmentId, person_id: personId } },
    data: { submitted_at: at === null ? null : toDate(at) },
  })
}

const besideRow = z.object({
  wishes: z.array(z.object({ id: z.uuid(), text: z.string() })),
  colleagues: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string(),
      profession: z.enum(professions),
      isLead: z.boolean(),
      submittedAt: isoText.nullable(),
    }),
  ),
  earlier: z.array(findingJson.extend({ profession: z.enum(professions), name: z.string() })),
})

/** Of the assessment before, only what was handed in. */
export async function findBesideExpertise(tx: Tx, assessmentId: string): Promise<BesideExpertise | null> {
  return queryRow(
    tx,
    besideRow,
    Prisma.sql`
    SELECT
      (SELECT coalesce(json_agg(json_build_object('id', w.id, 'text', w.text) ORDER BY w.position, w.id), '[]')
        FROM goal w WHERE w.assessment_id = a.id AND w.horizon = 'wish') AS wishes,
      (SELECT coalesce(json_agg(json_build_object('personId', e.person_id,
          'name', who.given_name || ' ' || who.family_name, 'profession', e.profession, 'isLead', e.is_lead,
          'submittedAt', e.submitted_at) ORDER BY e.is_lead DESC, e.invited_at, e.person_id), '[]')
        FROM assessment_expert e JOIN person who ON who.id = e.person_id
        WHERE e.assessment_id = a.id AND (e.ended_at IS NULL OR e.submitted_at IS NOT NULL)) AS colleagues,
      (SELECT coalesce(json_agg(json_build_object('code', f.code, 'qualifier', f.qualifier, 'strength', f.strength,
          'need', f.need, 'profession', e.profession, 'name', who.given_name || ' ' || who.family_name)
          ORDER BY f.code, e.is_lead DESC, e.person_id), '[]')
        FROM functioning_finding f
        JOIN assessment_expert e ON e.assessment_id = f.assessment_id AND e.person_id = f.person_id
        JOIN person who ON who.id = e.person_id
        WHERE f.assessment_id = a.previous_id AND e.submitted_at IS NOT NULL) AS earlier
    FROM assessment a WHERE a.id = ${assessmentId}::uuid`,
  )
}
