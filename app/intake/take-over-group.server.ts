import { takeOverAssessment } from '#app/assessment/take-over-assessment.server.ts'
import { openPeriod } from '#app/budget/open-accounts.server.ts'
import type { IntakeVault } from '#app/intake/intake-vault.server.ts'
import type { FamilyRow, RowPlan } from '#app/intake/rules/family-row.ts'
import { servicesOf, wishesOf } from '#app/intake/rules/plan-of-group.ts'
import type { Reason } from '#app/intake/rules/reasons.ts'
import type { ThingKind } from '#app/intake/thing-store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import type { TakeOverFamilyRefusal } from '#app/people/take-over-family.server.ts'
import { takeOverFamily } from '#app/people/take-over-family.server.ts'
import type { FundingBasis } from '#app/plan/rules/funding-policy.ts'
import { findPeriodsInDays, writeTakenOverPlan } from '#app/plan/write-taken-over-plan.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

/** The one who started the import; a job acts for them. */
export type Importing = Pick<Context, 'clock' | 'requestId'> & {
  actor: Pick<Context['actor'], 'personId' | 'role'> & { municipalityId: string }
}

export type GroupOutcome = { made: { kind: ThingKind; id: string }[] }
export type GroupRefusal = { kind: 'refused'; reason: Reason }

/**
 * Takes over one family, and one period of it when the rows bring a plan, inside the caller's transaction. What is here
 * already as the rows say is left alone: an empty list of what was made means that nothing changed.
 */
export async function takeOverGroup(
  acting: Importing,
  tx: Tx,
  { rows, basis, vault }: { rows: readonly FamilyRow[]; basis: FundingBasis | null; vault: IntakeVault },
): Promise<Result<GroupOutcome, GroupRefusal>> {
  const [first] = rows
  if (first === undefined) return accept({ made: [] })
  const { municipalityId } = acting.actor
  const now = acting.clock.now()
  const personalCode = rows.map((row) => row.child.personalCode).find((code) => code !== null) ?? null
  const family = {
    child: { ...first.child, personalCode, municipalityId },
    guardians: distinctGuardians(rows),
    workerIds: [...new Set(rows.flatMap((row) => (row.workerId === null ? [] : [row.workerId])))],
  }
  const taken = await takeOverFamily(tx, { family, vault: vault.codes, now })
  if (!taken.ok) return refuseFor(reasonOf(taken.refusal))
  const { childId, made } = taken.value
  const plans = rows.flatMap((row) => (row.plan === null ? [] : [row.plan]))
  const plan = await takeOverPlanOf(acting, tx, { childId, plans, rows, basis })
  return plan.ok ? accept({ made: [...made, ...plan.value.made] }) : plan
}

/** A family's rows repeat its guardians. */
function distinctGuardians(rows: readonly FamilyRow[]) {
  const named = rows.map(({ guardian }) => {
    const name = guardian.email ?? `${guardian.givenName} ${guardian.familyName}`.toLowerCase()
    return [name, guardian] as const
  })
  return [...new Map(named).values()]
}

function reasonOf({ kind }: TakeOverFamilyRefusal): Reason {
  return { code: kind, column: kind === 'two-children' ? null : 'personal_code' }
}

function refuseFor(reason: Reason): Result<never, GroupRefusal> {
  return refuse({ kind: 'refused', reason })
}

async function takeOverPlanOf(
  acting: Importing,
  tx: Tx,
  {
    childId,
    plans,
    rows,
    basis,
  }: { childId: string; plans: readonly RowPlan[]; rows: readonly FamilyRow[]; basis: FundingBasis | null },
): Promise<Result<GroupOutcome, GroupRefusal>> {
  const [first] = plans
  if (first === undefined) return accept({ made: [] })
  const { startsOn, endsBefore, budget } = first
  const { municipalityId, personId } = acting.actor
  const days = { municipalityId, childId, startsOn, endsBefore }
  const services = servicesOf(plans)
  const [known] = await findPeriodsInDays(tx, days)
  if (known !== undefined) {
    if (!known.startsOn.equals(startsOn) || !known.endsBefore.equals(endsBefore)) {
      const lastDay = known.endsBefore.subtract({ days: 1 })
      const values = [known.startsOn.toString(), lastDay.toString()]
      return refuseFor({ code: 'period-overlaps', column: 'period_from', values })
    }
    if (known.plans.length === 0) return refuseFor({ code: 'period-open', column: 'period_from' })
    const isHere = known.plans.some((plan) => plan.budget === budget && hasSameLines(plan.lines, services))
    return isHere ? accept({ made: [] }) : refuseFor({ code: 'plan-differs', column: 'service' })
  }
  if (basis === null) return refuseFor({ code: 'not-possible', column: null })
  const at = acting.clock.now()
  const periodId = await openPeriod(tx, days)
  const result = { goals: wishesOf(rows), services }
  const assessed = await takeOverAssessment(tx, { ...result, municipalityId, childId, periodId, at, by: personId })
  if (!assessed.ok) return refuseFor({ code: 'not-possible', column: null })
  const { planId } = await writeTakenOverPlan(acting, tx, { childId, periodId, services, budget, basis })
  return accept({
    made: [
      { kind: 'period', id: periodId },
      { kind: 'assessment', id: assessed.value.assessmentId },
      { kind: 'plan', id: planId },
    ],
  })
}

type MadeLine = { serviceId: string; units: number; minimumUnits: number; mode: string | null }

function hasSameLines(one: readonly MadeLine[], other: readonly MadeLine[]): boolean {
  const plain = (lines: readonly MadeLine[]) =>
    JSON.stringify(lines.map((line) => [line.serviceId, line.units, line.minimumUnits, line.mode]).toSorted())
  return plain(one) === plain(other)
}
