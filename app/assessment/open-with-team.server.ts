import type { DeadlineProblem, Deadlines } from '#app/assessment/rules/deadlines.ts'
import { problemsOfDeadlines } from '#app/assessment/rules/deadlines.ts'
import type { TeamMember, TeamProblem } from '#app/assessment/rules/team.ts'
import { problemsOfTeam } from '#app/assessment/rules/team.ts'
import { insertAssessment } from '#app/assessment/store.server.ts'
import {
  findExpertsAmong,
  findGuardiansAmong,
  insertExperts,
  insertGuardians,
  writeDeadlines,
} from '#app/assessment/team-store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'

export type InvitedTeam = Deadlines & {
  /** People who care for the child. */
  guardianIds: readonly string[]
  experts: readonly TeamMember[]
}

export type TeamRefusal =
  | { kind: 'team'; problems: readonly TeamProblem[] }
  | { kind: 'deadlines'; problems: readonly DeadlineProblem[] }
  /** Somebody invited does not care for the child, or is no expert of the municipality (any more). */
  | { kind: 'not-invitable'; personIds: readonly string[] }

/**
 * Opens the assessment of a period and invites to it, inside the caller's transaction, which has opened the period and
 * found the child in the actor's scope.
 */
export async function openWithTeam(
  ctx: Context,
  tx: Tx,
  where: { municipalityId: string; childId: string; periodId: string; previousId: string | null },
  { guardianIds, experts, ...deadlines }: InvitedTeam,
): Promise<Result<{ assessmentId: string }, TeamRefusal>> {
  const at = ctx.clock.now()
  const by = ctx.actor.personId
  const { municipalityId, childId } = where
  const teamProblems = problemsOfTeam({ guardianIds, experts })
  if (teamProblems.length > 0) return refuse({ kind: 'team', problems: teamProblems })
  const deadlineProblems = problemsOfDeadlines(deadlines, { today: dateOf(at) })
  if (deadlineProblems.length > 0) return refuse({ kind: 'deadlines', problems: deadlineProblems })

  const expertIds = experts.map((expert) => expert.personId)
  const caring = await findGuardiansAmong(tx, { childId, ids: guardianIds, at })
  const qualified = await findExpertsAmong(tx, { municipalityId, ids: expertIds })
  const strangers = [
    ...guardianIds.filter((id) => !caring.has(id)),
    ...expertIds.filter((personId) => !qualified.has(personId)),
  ]
  if (strangers.length > 0) return refuse({ kind: 'not-invitable', personIds: strangers })

  const assessmentId = await insertAssessment(tx, { ...where, at, by })
  const owner = { municipalityId, assessmentId }
  await insertGuardians(tx, owner, { ids: guardianIds, at })
  await insertExperts(tx, owner, { experts, at, by })
  await writeDeadlines(tx, assessmentId, deadlines)
  await recordAudit(ctx, tx, { action: 'assessment.open', subject: { kind: 'assessment', id: assessmentId } })
  await emit(tx, { type: 'assessment.opened', municipalityId, subjectId: assessmentId, personId: by, at })
  return accept({ assessmentId })
}
