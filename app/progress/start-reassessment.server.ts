import type { NextTeam } from '#app/assessment/carry-over.server.ts'
import { carryOver, loadNextTeam } from '#app/assessment/carry-over.server.ts'
import type { TeamRefusal } from '#app/assessment/open-with-team.server.ts'
import { openWithTeam } from '#app/assessment/open-with-team.server.ts'
import { defaultDeadlines } from '#app/assessment/rules/deadlines.ts'
import { openPeriod } from '#app/budget/open-accounts.server.ts'
import { findChildFor } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { mayApprovePlans } from '#app/plan/rules/who-approves.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { read, transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'
import { findPeriodToFollow, listServicesToCarry } from './reassessment-store.server.ts'
import type { NextAssessmentProblem } from './rules/next-assessment.ts'
import { nextAssessmentProblem } from './rules/next-assessment.ts'

/** `periodId`: the period that ends. The new one is half-open [startsOn, endsBefore). */
export type StartReassessmentInput = {
  childId: string
  periodId: string
  startsOn: Temporal.PlainDate
  endsBefore: Temporal.PlainDate
  /** Who leads. The other experts of the assessment before are invited again. */
  leadId: string
}

export type StartReassessmentRefusal =
  | { kind: 'not-found' }
  | NextAssessmentProblem
  | { kind: 'period'; problem: 'not-forward' | 'too-long' | 'begins-before-the-end' | 'over' }
  /** Another period of the child has some of these days. */
  | { kind: 'overlaps' }
  | TeamRefusal

const longestPeriod_months = 24

/**
 * Starts the assessment of the next period (step 13 of the model): opens the period without money, an assessment that
 * looks back on this one, invites those who took part before, and carries over goals with their scales and the services
 * of the plan in force as a draft. All or nothing; of two at once the second is told that the days are taken.
 */
export async function startReassessment(
  ctx: Context,
  { childId, periodId, startsOn, endsBefore, leadId }: StartReassessmentInput,
): Promise<Result<{ assessmentId: string; periodId: string }, StartReassessmentRefusal>> {
  const { municipalityId, role, personId: by } = ctx.actor
  if (municipalityId === null || !mayApprovePlans(role)) return refuse({ kind: 'not-found' })
  const at = ctx.clock.now()
  const today = dateOf(at)

  return transact<{ assessmentId: string; periodId: string }, StartReassessmentRefusal>(
    ctx,
    async (tx) => {
      const basis = await loadBasis(ctx, tx, { childId, periodId })
      if (basis === null) return refuse({ kind: 'not-found' })
      const { period, assessmentId: previousId } = basis
      const problem = nextAssessmentProblem(period, today)
      if (problem !== null) return refuse(problem)
      const wrong = problemOfDates({ startsOn, endsBefore, notBefore: period.endsBefore, today })
      if (wrong !== null) return refuse({ kind: 'period', problem: wrong })

      const team = await loadNextTeam(tx, { municipalityId, previousId, childId, at })
      const nextId = await openPeriod(tx, { municipalityId, childId, startsOn, endsBefore })
      const where = { municipalityId, childId, periodId: nextId, previousId }
      const opened = await openWithTeam(ctx, tx, where, { ...teamOf(team, leadId), ...defaultDeadlines(today) })
      if (!opened.ok) return opened
      const { assessmentId } = opened.value
      const services = await listServicesToCarry(tx, periodId)
      await carryOver(tx, { assessmentId: previousId, services }, { municipalityId, assessmentId, by, at })
      return accept({ assessmentId, periodId: nextId })
    },
    { one_period_at_a_time: { kind: 'overlaps' } },
  )
}

export type ReassessmentOffer = {
  child: { id: string; givenName: string; familyName: string }
  period: { id: string; startsOn: string; lastDay: string }
  problem: NextAssessmentProblem | null
  proposed: { startsOn: string; lastDay: string }
  team: NextTeam
  leadId: string | null
}

/** What starting the next assessment would open and whom it would invite; null when it is not the actor's to start. */
export async function getReassessmentOffer(
  ctx: Context,
  { childId, periodId }: { childId: string; periodId: string },
): Promise<ReassessmentOffer | null> {
  const { municipalityId, role } = ctx.actor
  if (municipalityId === null || !mayApprovePlans(role)) return null
  const at = ctx.clock.now()
  const today = dateOf(at)
  return read(ctx, async (tx) => {
    const basis = await loadBasis(ctx, tx, { childId, periodId })
    if (basis === null) return null
    const { child, period, assessmentId: previousId } = basis
    const team = await loadNextTeam(tx, { municipalityId, previousId, childId, at })
    const startsOn = Temporal.PlainDate.compare(period.endsBefore, today) < 0 ? today : period.endsBefore
    return {
      child: { id: child.id, givenName: child.givenName, familyName: child.familyName },
      period: {
        id: period.periodId,
        startsOn: period.startsOn.toString(),
        lastDay: period.endsBefore.subtract({ days: 1 }).toString(),
      },
      problem: nextAssessmentProblem(period, today),
      proposed: {
        startsOn: startsOn.toString(),
        lastDay: startsOn.add({ months: period.months }).subtract({ days: 1 }).toString(),
      },
      team,
      leadId: team.experts.find(({ isLead }) => isLead)?.personId ?? null,
    }
  })
}

async function loadBasis(ctx: Context, tx: Tx, { childId, periodId }: { childId: string; periodId: string }) {
  const child = await findChildFor(ctx, tx, childId)
  if (child === null) return null
  const period = await findPeriodToFollow(tx, { childId, periodId, on: dateOf(ctx.clock.now()) })
  return period === null || period.assessmentId === null ? null : { child, period, assessmentId: period.assessmentId }
}

/** The experts of before under the lead who was chosen; one from outside comes in as the physician. */
function teamOf({ experts, guardians }: NextTeam, leadId: string) {
  const former = experts.filter(({ wasInTeam }) => wasInTeam)
  const lead = former.find(({ personId }) => personId === leadId)
  const member = ({ personId, profession }: (typeof former)[number]) => ({
    personId,
    profession,
    isLead: personId === leadId,
  })
  const joining =
    lead === undefined ? [{ personId: leadId, profession: 'rehabilitation_physician' as const, isLead: true }] : []
  return { guardianIds: guardians.map(({ personId }) => personId), experts: [...joining, ...former.map(member)] }
}

function problemOfDates({
  startsOn,
  endsBefore,
  notBefore,
  today,
}: {
  startsOn: Temporal.PlainDate
  endsBefore: Temporal.PlainDate
  notBefore: Temporal.PlainDate
  today: Temporal.PlainDate
}) {
  const { compare } = Temporal.PlainDate
  if (compare(startsOn, notBefore) < 0) return 'begins-before-the-end'
  if (compare(startsOn, endsBefore) >= 0) return 'not-forward'
  if (compare(endsBefore, startsOn.add({ months: longestPeriod_months })) > 0) return 'too-long'
  return compare(endsBefore, today) <= 0 ? 'over' : null
}
