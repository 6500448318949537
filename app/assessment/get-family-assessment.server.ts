import { z } from 'zod'
import { findFamilyAssessment } from '#app/assessment/family-store.server.ts'
import type { FamilyAssessment, FamilyChild } from '#app/assessment/rules/family-view.ts'
import type { Context } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { read } from '#app/platform/db/transact.server.ts'

export type FamilyAssessmentView = { child: FamilyChild; assessment: FamilyAssessment | null }

const uuid = z.uuid()

/**
 * The assessment of a child as its guardians read it: the open one, or else the latest; `assessment` is null when none
 * was ever opened. Null when the child is not in the actor's care. One statement.
 */
export async function getFamilyAssessment(
  ctx: Context,
  question: { childId: string },
): Promise<FamilyAssessmentView | null> {
  return read(ctx, (tx) => loadFamilyAssessment(ctx, tx, question))
}

/** The same inside the transaction of a page that shows more. */
export async function loadFamilyAssessment(
  ctx: Context,
  tx: Tx,
  { childId }: { childId: string },
): Promise<FamilyAssessmentView | null> {
  if (ctx.actor.role !== 'guardian' || !uuid.safeParse(childId).success) return null
  return findFamilyAssessment(ctx, tx, childId)
}
