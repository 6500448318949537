import { z } from 'zod'
import type { FamilyDecision } from '#app/plan/rules/family-ranking-view.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'

const decisionRow = z.object({
  planId: z.uuid(),
  state: z.enum(['preparing', 'sealed', 'approved']),
  /** False for a plan that was decided outside the portal: there is no decision to open. */
  isSigned: z.boolean(),
  hasAcknowledged: z.boolean(),
})

/**
 * The first plan of a period as a guardian waits for it: being prepared, offered for signing, or in force. A plan that
 * is still being prepared is not the family's to open. The caller has found the period in the actor's scope.
 */
export async function findFamilyDecision(
  tx: Tx,
  { periodId, personId }: { periodId: string; personId: string },
): Promise<FamilyDecision> {
  const row = await queryRow(
    tx,
    decisionRow,
    Prisma.sql`
    SELECT p.id AS "planId",
      CASE WHEN p.state <> 'draft' THEN 'approved' WHEN p.sealed_at IS NOT NULL THEN 'sealed' ELSE 'preparing' END AS state,
      p.origin = 'assessed' AS "isSigned",
      p.origin <> 'assessed' OR EXISTS (SELECT FROM plan_signature s WHERE s.plan_id = p.id AND s.kind = 'guardian'
        AND s.person_id = ${personId}::uuid AND s.voided_at IS NULL) AS "hasAcknowledged"
    FROM plan p WHERE p.period_id = ${periodId}::uuid AND p.state <> 'withdrawn' AND p.origin <> 'revision'
    ORDER BY p.version LIMIT 1`,
  )
  if (row === null) return { planId: null, state: 'none', hasAcknowledged: false }
  const { planId, isSigned, state, hasAcknowledged } = row
  return { planId: isSigned && state !== 'preparing' ? planId : null, state, hasAcknowledged }
}

const openRow = z.object({
  isOnTheWay: z.boolean(),
  revision: z.object({ planId: z.uuid(), state: z.enum(['sealed', 'approved']) }).nullable(),
})
/** What is open between a guardian and the plans of a child, in one statement. */
export type OpenForFamily = z.infer<typeof openRow>

/**
 * Whether a guardian is still on the way to a plan of this child: an assessment is open, its plan not in force, or the
 * decision not acknowledged; and the revision of a plan that they have not acknowledged, if there is one. The caller has
 * found the child in the actor's scope.
 */
export async function findOpenForFamily(
  tx: Tx,
  { childId, personId }: { childId: string; personId: string },
): Promise<OpenForFamily> {
  const row = await queryRow(
    tx,
    openRow,
    Prisma.sql`
    SELECT EXISTS (SELECT FROM assessment a JOIN budget_period b ON b.id = a.period_id AND b.annulled_at IS NULL
      WHERE a.child_id = ${childId}::uuid AND (a.completed_at IS NULL OR NOT EXISTS (
        SELECT FROM plan p WHERE p.period_id = a.period_id AND p.state IN ('approved', 'superseded')
          AND (p.origin <> 'assessed' OR EXISTS (SELECT FROM plan_signature s WHERE s.plan_id = p.id
            AND s.kind = 'guardian' AND s.person_id = ${personId}::uuid AND s.voided_at IS NULL))))) AS "isOnTheWay",
      (SELECT json_build_object('planId', p.id, 'state', CASE p.state WHEN 'draft' THEN 'sealed' ELSE 'approved' END)
        FROM plan p JOIN budget_period b ON b.id = p.period_id AND b.annulled_at IS NULL
        WHERE p.child_id = ${childId}::uuid AND p.origin = 'revision' AND p.state IN ('draft', 'approved')
          AND p.sealed_at IS NOT NULL AND NOT EXISTS (SELECT FROM plan_signature s WHERE s.plan_id = p.id
            AND s.kind = 'guardian' AND s.person_id = ${personId}::uuid AND s.voided_at IS NULL)
        ORDER BY p.created_at DESC LIMIT 1) AS revision`,
  )
  return row ?? { isOnTheWay: false, revision: null }
}
