import { z } from 'zod'
import type { HalfRank } from '#app/assessment/rules/joint-ranking.ts'
import type { OrderState } from '#app/assessment/rules/ranking-view.ts'
import { professions } from '#app/assessment/rules/team.ts'
import { toldColumn, toldJson } from '#app/assessment/told-order-store.server.ts'
import { isoInstantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { toDate } from '#app/platform/time.ts'

const orderState = z.object({
  areGoalsAgreed: z.boolean(),
  isProposed: z.boolean(),
  isCompleted: z.boolean(),
  proposedAt: isoInstantColumn.nullable(),
  proposedBy: z.string().nullable(),
  proposalReason: z.string().nullable(),
  parentsRankedAt: isoInstantColumn.nullable(),
  parentsRankingChangedAt: isoInstantColumn.nullable(),
  told: toldColumn.nullable(),
})

/** How far the order of the services is. The caller has found the assessment. */
export async function findOrderState(tx: Tx, assessmentId: string): Promise<OrderState> {
  const state = await queryRow(
    tx,
    orderState,
    Prisma.sql`
    SELECT a.goals_agreed_at IS NOT NULL AS "areGoalsAgreed", a.proposed_at IS NOT NULL AS "isProposed",
      a.completed_at IS NOT NULL AS "isCompleted", a.proposed_at AS "proposedAt",
      p.given_name || ' ' || p.family_name AS "proposedBy", a.proposal_reason AS "proposalReason",
      a.parents_ranked_at AS "parentsRankedAt", a.parent_ranking_changed_at AS "parentsRankingChangedAt",
      ${toldJson} AS told
    FROM assessment a LEFT JOIN person p ON p.id = a.proposed_by WHERE a.id = ${assessmentId}::uuid`,
  )
  if (state === null) throw new Error(`There is no assessment ${assessmentId}`)
  return state
}

const memberRow = z.object({
  personId: z.uuid(),
  name: z.string(),
  profession: z.enum(professions),
  isLead: z.boolean(),
  hasHandedInAssessment: z.boolean(),
  orderHandedInAt: isoInstantColumn.nullable(),
  ranks: z.array(z.object({ serviceId: z.uuid(), halfRank: z.int() })),
})
export type TeamMember = z.infer<typeof memberRow>

/** The experts of an assessment with the order each has given, the lead first. */
export async function listTeam(tx: Tx, assessmentId: string): Promise<TeamMember[]> {
  return queryRows(
    tx,
    memberRow,
    Prisma.sql`
    SELECT e.person_id AS "personId", p.given_name || ' ' || p.family_name AS name, e.profession, e.is_lead AS "isLead",
      e.submitted_at IS NOT NULL AS "hasHandedInAssessment", e.order_submitted_at AS "orderHandedInAt",
      (SELECT coalesce(json_agg(json_build_object('serviceId', r.service_id, 'halfRank', r.half_rank)
        ORDER BY r.half_rank, r.service_id), '[]') FROM expert_rank r
        WHERE r.assessment_id = e.assessment_id AND r.person_id = e.person_id) AS ranks
    FROM assessment_expert e JOIN person p ON p.id = e.person_id
    WHERE e.assessment_id = ${assessmentId}::uuid AND e.ended_at IS NULL
    ORDER BY e.is_lead DESC, e.invited_at, e.person_id`,
  )
}

type Seated = { municipalityId: string; assessmentId: string; personId: string }

/** Puts one expert's order in the place of the one before. */
export async function replaceRanks(tx: Tx, seat: Seated, ranks: ReadonlyMap<string, HalfRank>): Promise<void> {
  const owner = { assessment_id: seat.assessmentId, person_id: seat.personId }
  await tx.expertRank.deleteMany({ where: owner })
  await tx.expertRank.createMany({
    data: [...ranks].map(([serviceId, halfRank]) => ({
      ...owner,
      municipality_id: seat.municipalityId,
      service_id: serviceId,
      half_rank: halfRank,
    })),
  })
}

/** An expert hands their order in, or takes it back with null. */
export async function markOrderHandedIn(
  tx: Tx,
  { assessmentId, personId }: Seated,
  at: Temporal.Instant | null,
): Promise<void> {
  await tx.assessmentExpert.update({
    where: { assessment_id_person_id: { assessment_id: assessmentId, person_id: personId } },
    data: { order_submitted_at: at === null ? null : toDate(at) },
  })
}

/** The lead fixes the experts' ranks and opens the services to the parents. */
export async function writeProposal(
  tx: Tx,
  proposal: {
    assessmentId: string
    ranks: ReadonlyMap<string, HalfRank>
    personId: string
    at: Temporal.Instant
    reason: string | null
  },
): Promise<void> {
  const { assessmentId } = proposal
  for (const [serviceId, halfRank] of proposal.ranks) {
    await tx.assessedService.update({
      where: { assessment_id_service_id: { assessment_id: assessmentId, service_id: serviceId } },
      data: { expert_rank_halves: halfRank },
    })
  }
  await tx.assessment.update({
    where: { id: assessmentId },
    data: { proposed_at: toDate(proposal.at), proposed_by: proposal.personId, proposal_reason: proposal.reason },
  })
}

/** Takes the proposal back. The ranks of both sides stay for the next one; what was handed in is open again. */
export async function clearProposal(tx: Tx, assessmentId: string): Promise<void> {
  await tx.assessment.update({
    where: { id: assessmentId },
    data: {
      proposed_at: null,
      proposed_by: null,
      parents_ranked_at: null,
      parents_ranked_by: null,
      parents_ranked_note: null,
    },
  })
}
