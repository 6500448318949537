import {
  copyGoals,
  insertCarriedServices,
  listExpertsForNext,
  listGuardiansForNext,
  startFrom,
} from '#app/assessment/carry-over-store.server.ts'
import type { FormerExpert } from '#app/assessment/carry-over-store.server.ts'
import type { CarriedService } from '#app/assessment/rules/carried-service.ts'
import type { Tx } from '#app/platform/db/database.server.ts'

export type NextTeam = { experts: FormerExpert[]; guardians: { personId: string; name: string }[] }

/** Who can take part in the assessment after this one: its experts first of all, and everybody who cares for the child. */
export async function loadNextTeam(
  tx: Tx,
  which: { municipalityId: string; previousId: string; childId: string; at: Temporal.Instant },
): Promise<NextTeam> {
  const experts = await listExpertsForNext(tx, which)
  const guardians = await listGuardiansForNext(tx, which)
  const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name, 'lv')
  return { experts: experts.toSorted(byName), guardians: guardians.toSorted(byName) }
}

/**
 * Fills a new assessment with what the one before leaves: its wishes and goals with their scales, each saying which
 * goal it continues and starting where the child was found last; and the services of the plan in force as a draft with
 * the goals they serve. Inside the transaction that opens the new assessment; scope is the caller's care.
 */
export async function carryOver(
  tx: Tx,
  from: { assessmentId: string; services: readonly CarriedService[] },
  to: { municipalityId: string; assessmentId: string; by: string; at: Temporal.Instant },
): Promise<void> {
  const goals = await copyGoals(tx, from.assessmentId, to)
  await insertCarriedServices(tx, { fromId: from.assessmentId, target: to, goals }, from.services)
}

/** A goal was measured: what goes on with it in the same assessment starts there. */
export async function continueFrom(
  tx: Tx,
  measured: { continuedId: string; assessmentId: string; level: number; before: number | null },
): Promise<void> {
  await startFrom(tx, measured)
}
