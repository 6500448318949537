import type { LockedAssessment } from '#app/assessment/family-answers-store.server.ts'
import {
  findLastRanking,
  listRankedServices,
  lockFamilyAssessment,
  writeParentRanks,
} from '#app/assessment/family-answers-store.server.ts'
import { averageTies } from '#app/assessment/rules/joint-ranking.ts'
import type { OrderProblem, RankedGroups } from '#app/assessment/rules/ranking-text.ts'
import { orderOfRanks, orderProblems, writeOrder } from '#app/assessment/rules/ranking-text.ts'
import type { Context } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

/** Service ids, best first, ties in one group; `version` is the one of the order that was on the screen. */
export type ParentRankingInput = { childId: string; order: RankedGroups; version: number }
export type SavedRanking = { version: number }
export type ParentRankingRefusal =
  | { kind: 'not-found' }
  | { kind: 'completed' }
  /** The experts have not proposed, or are changing the list again. */
  | { kind: 'not-proposed' }
  | { kind: 'handed-in' }
  /** Not an order of exactly the proposed services. */
  | { kind: 'bad-order'; problems: readonly OrderProblem[] }
  /** The other guardian, or another window, changed it in between: the order that stands now. */
  | { kind: 'changed-meanwhile'; order: string[][]; version: number; by: string; at: string }

/** Keeps the family's one order of the proposed services. Of two who save at once, the second reads the first's order. */
export async function saveParentRanking(
  ctx: Context,
  input: ParentRankingInput,
): Promise<Result<SavedRanking, ParentRankingRefusal>> {
  if (ctx.actor.role !== 'guardian') return refuse({ kind: 'not-found' })
  return transact<SavedRanking, ParentRankingRefusal>(ctx, async (tx) => {
    const assessment = await lockOpenRanking(ctx, tx, input.childId)
    return assessment.ok ? writeParentRanking(ctx, tx, { ...input, assessment: assessment.value }) : assessment
  })
}

/** The assessment, locked, while its order is the family's to change. */
export async function lockOpenRanking(
  ctx: Context,
  tx: Tx,
  childId: string,
): Promise<Result<LockedAssessment, ParentRankingRefusal>> {
  return whileOpen(await lockFamilyAssessment(ctx, tx, childId))
}

/** An assessment that is locked already, while its order is the family's to change. */
export function whileOpen(assessment: LockedAssessment | null): Result<LockedAssessment, ParentRankingRefusal> {
  if (assessment === null) return refuse({ kind: 'not-found' })
  if (assessment.isCompleted) return refuse({ kind: 'completed' })
  if (!assessment.isProposed) return refuse({ kind: 'not-proposed' })
  if (assessment.isHandedIn) return refuse({ kind: 'handed-in' })
  return accept(assessment)
}

/** The part that saving, handing in and recording share, inside their transaction and behind the lock. */
export async function writeParentRanking(
  ctx: Context,
  tx: Tx,
  { assessment, order, version }: Pick<ParentRankingInput, 'order' | 'version'> & { assessment: LockedAssessment },
): Promise<Result<SavedRanking, ParentRankingRefusal>> {
  const { assessmentId, rankingVersion } = assessment
  const services = await listRankedServices(tx, assessmentId)
  const ids = services.map(({ serviceId }) => serviceId)
  const problems = orderProblems(order, ids)
  if (problems.length > 0 || ids.length === 0) return refuse({ kind: 'bad-order', problems })

  const isComplete = services.every(({ parentHalfRank }) => parentHalfRank !== null)
  const now = orderOfRanks(
    ids,
    new Map(services.flatMap((one) => (one.parentHalfRank === null ? [] : [[one.serviceId, one.parentHalfRank]]))),
  )
  // Who arrives at the order that stands already has changed nothing, whichever version they saw.
  if (isComplete && sameOrder(now, order)) return accept({ version: rankingVersion })
  if (version !== rankingVersion) {
    const last = await findLastRanking(tx, assessmentId)
    const at = (last.at ?? ctx.clock.now()).toString()
    return refuse({ kind: 'changed-meanwhile', order: now, version: rankingVersion, by: last.by ?? '', at })
  }
  const next = await writeParentRanks(tx, assessmentId, {
    ranks: averageTies(order),
    personId: ctx.actor.personId,
    at: ctx.clock.now(),
  })
  return accept({ version: next })
}

function sameOrder(one: RankedGroups, other: RankedGroups): boolean {
  const text = (groups: RankedGroups) => writeOrder(groups.map((group) => group.toSorted()))
  return text(one) === text(other)
}
