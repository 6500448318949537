import { z } from 'zod'
import type { Deadlines } from '#app/assessment/rules/deadlines.ts'
import type { Profession, TeamMember } from '#app/assessment/rules/team.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

type Owner = { municipalityId: string; assessmentId: string }
type Deed = { at: Temporal.Instant; by: string }

const idRow = z.object({ id: z.uuid() })

/** Those of these people who care for the child now. */
export async function findGuardiansAmong(
  tx: Tx,
  { childId, ids, at }: { childId: string; ids: readonly string[]; at: Temporal.Instant },
): Promise<Set<string>> {
  const rows = await queryRows(
    tx,
    idRow,
    Prisma.sql`SELECT g.person_id AS id FROM guardianship g WHERE g.child_id = ${childId}::uuid
      AND g.person_id = ANY (${[...ids]}::uuid[]) AND g.since <= ${toDate(at)}
      AND (g.ended_at IS NULL OR g.ended_at > ${toDate(at)})`,
  )
  return new Set(rows.map((row) => row.id))
}

/** Those of these people who wear the hat of an expert of the municipality. */
export async function findExpertsAmong(
  tx: Tx,
  { municipalityId, ids }: { municipalityId: string; ids: readonly string[] },
): Promise<Set<string>> {
  const rows = await queryRows(
    tx,
    idRow,
    Prisma.sql`SELECT DISTINCT r.person_id AS id FROM role_grant r JOIN person p ON p.id = r.person_id
      WHERE r.municipality_id = ${municipalityId}::uuid AND r.role = 'expert' AND r.revoked_at IS NULL
        AND p.deactivated_at IS NULL AND r.person_id = ANY (${[...ids]}::uuid[])`,
  )
  return new Set(rows.map((row) => row.id))
}

/** Invites guardians; who is invited already stays as they are. Answers how many are new. */
export async function insertGuardians(
  tx: Tx,
  { municipalityId, assessmentId }: Owner,
  { ids, at }: { ids: readonly string[]; at: Temporal.Instant },
): Promise<number> {
  const { count } = await tx.assessmentGuardian.createMany({
    data: ids.map((id) => ({
      municipality_id: municipalityId,
      assessment_id: assessmentId,
      person_id: id,
      invited_at: toDate(at),
    })),
    skipDuplicates: true,
  })
  return count
}

export async function insertExperts(
  tx: Tx,
  { municipalityId, assessmentId }: Owner,
  { experts, at, by }: Deed & { experts: readonly TeamMember[] },
): Promise<void> {
  await tx.assessmentExpert.createMany({
    data: experts.map(({ personId, profession, isLead }) => ({
      municipality_id: municipalityId,
      assessment_id: assessmentId,
      person_id: personId,
      profession,
      is_lead: isLead,
      invited_at: toDate(at),
      invited_by: by,
    })),
  })
}

const seatRow = z.object({ isLead: z.boolean(), hasEnded: z.boolean() })

/** One expert's place in the team; null when they never had one. */
export async function findExpertSeat(
  tx: Tx,
  { assessmentId, personId }: { assessmentId: string; personId: string },
): Promise<z.infer<typeof seatRow> | null> {
  return queryRow(
    tx,
    seatRow,
    Prisma.sql`SELECT is_lead AS "isLead", ended_at IS NOT NULL AS "hasEnded" FROM assessment_expert
      WHERE assessment_id = ${assessmentId}::uuid AND person_id = ${personId}::uuid`,
  )
}

/** Takes somebody back into the team: what they wrote is still there. */
export async function seatAgain(
  tx: Tx,
  which: { assessmentId: string; personId: string },
  { profession, at, by }: Deed & { profession: Profession },
): Promise<void> {
  await tx.assessmentExpert.update({
    where: { assessment_id_person_id: { assessment_id: which.assessmentId, person_id: which.personId } },
    data: { ended_at: null, is_lead: false, profession, invited_at: toDate(at), invited_by: by },
  })
}

export async function endSeat(
  tx: Tx,
  { assessmentId, personId }: { assessmentId: string; personId: string },
  at: Temporal.Instant,
): Promise<void> {
  await tx.assessmentExpert.update({
    where: { assessment_id_person_id: { assessment_id: assessmentId, person_id: personId } },
    data: { ended_at: toDate(at), is_lead: false },
  })
}

/** Hands the lead over: first taken, then given, so that there is one at every moment that others can see. */
export async function giveLead(
  tx: Tx,
  { assessmentId, personId }: { assessmentId: string; personId: string },
): Promise<void> {
  await tx.assessmentExpert.updateMany({
    where: { assessment_id: assessmentId, is_lead: true, ended_at: null },
    data: { is_lead: false },
  })
  await tx.assessmentExpert.update({
    where: { assessment_id_person_id: { assessment_id: assessmentId, person_id: personId } },
    data: { is_lead: true },
  })
}

const dueRow = z.object({
  wishesDue: z.string().nullable(),
  expertsDue: z.string().nullable(),
  rankingDue: z.string().nullable(),
})

export async function findDeadlines(tx: Tx, assessmentId: string): Promise<z.infer<typeof dueRow> | null> {
  return queryRow(
    tx,
    dueRow,
    Prisma.sql`SELECT wishes_due::text AS "wishesDue", experts_due::text AS "expertsDue",
      ranking_due::text AS "rankingDue" FROM assessment WHERE id = ${assessmentId}::uuid`,
  )
}

export async function writeDeadlines(tx: Tx, assessmentId: string, deadlines: Deadlines): Promise<void> {
  await tx.assessment.update({
    where: { id: assessmentId },
    data: {
      wishes_due: new Date(deadlines.wishesDue.toString()),
      experts_due: new Date(deadlines.expertsDue.toString()),
      ranking_due: new Date(deadlines.rankingDue.toString()),
    },
  })
}
