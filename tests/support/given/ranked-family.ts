import { approvePlan } from '#app/plan/approve-plan.server.ts'
import { preparePlan } from '#app/plan/prepare-plan.server.ts'
import { signPlan } from '#app/plan/sign-plan.server.ts'
import { type Cents, cents } from '#app/platform/money.ts'
import { toDate } from '#app/platform/time.ts'
import { assessedFamily, valueOf } from '#tests/support/given/assessed-family.ts'
import type { TestApp } from '#tests/support/test-app.ts'

/** The usual individual budget of a municipality that has decided nothing else. */
export const usualBudget = cents(3_852_00)

/**
 * The assessed family one step before its plan: a team under a leading physician fixed its order, the parents handed
 * in theirs, nothing is completed. An administrator of the municipality may approve.
 */
export async function rankedFamily(app: TestApp, options: { fund?: number } = {}) {
  const family = await assessedFamily(app, options)
  const municipalityId = family.town.id
  const physician = await app.given.actor('expert', { municipalityId })
  const administrator = await app.given.actor('municipality_administrator', { municipalityId })
  const at = toDate(app.clock.now())
  const seat = { municipality_id: municipalityId, assessment_id: family.assessmentId, invited_at: at }
  await app.owner.assessment.update({
    where: { id: family.assessmentId },
    data: { completed_at: null, proposed_at: at, parents_ranked_at: at },
  })
  await app.owner.assessmentExpert.create({
    data: { ...seat, person_id: physician.personId, profession: 'rehabilitation_physician', is_lead: true },
  })
  await app.owner.assessmentGuardian.create({ data: { ...seat, person_id: family.guardian.personId } })
  return { ...family, physician, administrator }
}

type Ranked = Awaited<ReturnType<typeof rankedFamily>>

/** The plan of a ranked family, sealed and waiting to be signed. Answers its id. */
export async function preparedPlan(app: TestApp, family: Ranked, budget: Cents = usualBudget): Promise<string> {
  const input = { assessmentId: family.assessmentId, budget, budgetReason: 'Vajag vairāk.' }
  return valueOf(await preparePlan(app.as(family.worker), input)).planId
}

/** The same, signed by the social worker and the physician and acknowledged by the guardian. */
export async function signedPlan(app: TestApp, family: Ranked, budget: Cents = usualBudget): Promise<string> {
  const planId = await preparedPlan(app, family, budget)
  for (const actor of [family.worker, family.physician, family.guardian]) {
    valueOf(await signPlan(app.as(actor), { planId }))
  }
  return planId
}

/** A family whose plan was signed and approved in the portal. */
export async function decidedFamily(app: TestApp, options: { fund?: number } = {}) {
  const family = await rankedFamily(app, options)
  const planId = await signedPlan(app, family)
  const { decision } = valueOf(await approvePlan(app.as(family.administrator), { planId }))
  return { ...family, planId, decision }
}
