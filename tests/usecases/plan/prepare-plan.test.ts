import { expect, test } from 'vitest'
import { getPeriodBalances } from '#app/budget/get-balances.server.ts'
import { preparePlan } from '#app/plan/prepare-plan.server.ts'
import { signPlan } from '#app/plan/sign-plan.server.ts'
import { withdrawPlan } from '#app/plan/withdraw-plan.server.ts'
import { cents } from '#app/platform/money.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { preparedPlan, rankedFamily, signedPlan, usualBudget } from '#tests/support/given/ranked-family.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-24T10:00:00Z' })

function plansOf(periodId: string) {
  return app.owner.plan.findMany({
    where: { period_id: periodId },
    include: { lines: { orderBy: { position: 'asc' } }, signatures: true },
    // Withdrawn ones first.
    orderBy: { state: 'desc' },
  })
}

test('a prepared plan is sealed with every number and its policy, and moves no money', async () => {
  const family = await rankedFamily(app)

  const planId = await preparedPlan(app, family)

  const [plan] = await plansOf(family.periodId)
  expect(plan).toMatchObject({
    id: planId,
    state: 'draft',
    origin: 'assessed',
    version: 1,
    budget_cents: 3_852_00,
    unassigned_cents: 12_00,
    minimum_rule: 'skip',
    appeal_days: 30,
    reason: null,
    prepared_by: family.worker.personId,
    decision_number: null,
  })
  expect(plan?.policy_id).not.toBeNull()
  expect(plan?.sealed_at).not.toBeNull()
  expect(plan?.lines.map((line) => line.funded_cents)).toEqual([768_00, 720_00, 1_080_00, 912_00, 360_00, 0, 0, 0])
  expect(plan?.lines.every((line) => line.budget_line_id === null)).toBe(true)
  expect(await getPeriodBalances(app.owner, family.periodId)).toMatchObject({ allocated: 0 })
  const assessment = await app.owner.assessment.findUnique({ where: { id: family.assessmentId } })
  expect(assessment?.completed_at).not.toBeNull()
  expect(await app.owner.domainEvent.findMany({ where: { subject_id: planId } })).toMatchObject([
    { type: 'plan.sealed', person_id: family.worker.personId },
  ])
})

test('another budget than the usual needs its reason', async () => {
  const family = await rankedFamily(app)
  const { assessmentId } = family
  const budget = cents(4_000_00)
  const ctx = app.as(family.worker)

  expect(await preparePlan(ctx, { assessmentId, budget, budgetReason: '  ' })).toEqual({
    ok: false,
    refusal: { kind: 'reason-needed', usual: 3_852_00 },
  })
  expect(await plansOf(family.periodId)).toEqual([])
  valueOf(await preparePlan(ctx, { assessmentId, budget, budgetReason: 'Divi speciālisti vienlaikus.' }))
  expect(await plansOf(family.periodId)).toMatchObject([
    { budget_cents: 4_000_00, reason: 'Divi speciālisti vienlaikus.' },
  ])
})

test('nothing is prepared of what is not proposed, not ranked, worth nothing, or without a price', async () => {
  const family = await rankedFamily(app)
  const { assessmentId } = family
  const ctx = app.as(family.worker)
  const attempt = (budget = usualBudget) => preparePlan(ctx, { assessmentId, budget, budgetReason: 'x' })
  const where = { id: assessmentId }

  expect(await attempt(cents(0))).toMatchObject({ refusal: { kind: 'no-budget' } })
  await app.owner.assessment.update({ where, data: { parents_ranked_at: null } })
  expect(await attempt()).toMatchObject({ refusal: { kind: 'not-ranked' } })
  await app.owner.assessment.update({ where, data: { proposed_at: null } })
  expect(await attempt()).toMatchObject({ refusal: { kind: 'not-proposed' } })
  const at = new Date('2026-11-24T09:00:00Z')
  await app.owner.assessment.update({ where, data: { proposed_at: at, parents_ranked_at: at } })
  const [first] = family.services
  await app.owner.priceCap.deleteMany({ where: { service_id: first?.service.id ?? '' } })
  expect(await attempt()).toEqual({ ok: false, refusal: { kind: 'no-price', serviceIds: [first?.service.id] } })
  expect(await plansOf(family.periodId)).toEqual([])
  expect(await app.owner.assessment.findUnique({ where })).toMatchObject({ completed_at: null })
})

test('only the family’s social worker or an administrator prepares; others find nothing', async () => {
  const family = await rankedFamily(app)
  const other = await rankedFamily(app)
  const colleague = await app.given.actor('social_worker', { municipalityId: family.town.id })
  const input = { assessmentId: family.assessmentId, budget: usualBudget, budgetReason: '' }

  for (const actor of [other.worker, colleague, family.guardian, family.physician]) {
    expect(await preparePlan(app.as(actor), input)).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  }
})

test('of several who prepare at once, one does', async () => {
  const family = await rankedFamily(app)
  const input = { assessmentId: family.assessmentId, budget: usualBudget, budgetReason: '' }

  const results = await Promise.all([1, 2, 3].map(() => preparePlan(app.as(family.worker), input)))

  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(await plansOf(family.periodId)).toHaveLength(1)
})

test('a withdrawn draft keeps its reason, loses its signatures, and is prepared again as version 1', async () => {
  const family = await rankedFamily(app)
  const first = await signedPlan(app, family)
  const ctx = app.as(family.worker)

  expect(await withdrawPlan(ctx, { planId: first, reason: ' ' })).toMatchObject({ refusal: { kind: 'reason-needed' } })
  const withdrawn = valueOf(await withdrawPlan(ctx, { planId: first, reason: 'Vecāki grib pārdomāt.' }))
  expect(withdrawn).toEqual({ childId: family.child.id, assessmentId: family.assessmentId })
  expect(await app.owner.assessment.findUnique({ where: { id: family.assessmentId } })).toMatchObject({
    completed_at: null,
  })
  expect(await withdrawPlan(ctx, { planId: first, reason: 'Vēlreiz.' })).toMatchObject({
    refusal: { kind: 'not-a-draft' },
  })
  expect(await signPlan(ctx, { planId: first })).toMatchObject({ refusal: { kind: 'not-open' } })

  const second = await preparedPlan(app, family)
  const [one, two] = await plansOf(family.periodId)
  expect(one).toMatchObject({ id: first, state: 'withdrawn', withdrawn_reason: 'Vecāki grib pārdomāt.', version: 1 })
  expect(one?.signatures.map((signature) => signature.voided_at === null)).toEqual([false, false, false])
  expect(two).toMatchObject({ id: second, state: 'draft', version: 1, signatures: [] })
})

test('a stranger withdraws nothing', async () => {
  const family = await rankedFamily(app)
  const other = await rankedFamily(app)
  const planId = await preparedPlan(app, family)

  for (const actor of [other.worker, family.physician, family.guardian]) {
    const refused = await withdrawPlan(app.as(actor), { planId, reason: 'Nē.' })
    expect(refused).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  }
  for (const wrong of ['', 'abc', crypto.randomUUID()]) {
    const refused = await withdrawPlan(app.as(family.worker), { planId: wrong, reason: 'Nē.' })
    expect(refused).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  }
})

test('a plan keeps the policy it was made with: a new policy makes the next plan, never the old one', async () => {
  const family = await rankedFamily(app)
  const planId = await preparedPlan(app, family)
  const before = await app.owner.plan.findUnique({ where: { id: planId }, include: { lines: true } })
  await app.owner.municipalityPolicy.create({
    data: {
      municipality_id: family.town.id,
      valid_from: new Date('2026-11-24'),
      expert_weight_tenths: 0,
      parent_weight_tenths: 10,
      free_cancellation_hours: 24,
      late_charge_percent: 50,
      late_charges_per_period: 2,
      silent_acceptance_days: 5,
      payout_day_of_month: 15,
      minimum_rule: 'stop',
      budget_cents: 1_000_00,
      appeal_days: 10,
    },
  })
  expect(await app.owner.plan.findUnique({ where: { id: planId }, include: { lines: true } })).toEqual(before)

  valueOf(await withdrawPlan(app.as(family.worker), { planId, reason: 'Jauna politika.' }))
  const again = await preparePlan(app.as(family.worker), {
    assessmentId: family.assessmentId,
    budget: cents(1_000_00),
    budgetReason: '',
  })
  const plan = await app.owner.plan.findUnique({
    where: { id: valueOf(again).planId },
    include: { lines: { orderBy: { position: 'asc' } } },
  })
  expect(plan).toMatchObject({ expert_weight_tenths: 0, minimum_rule: 'stop', appeal_days: 10 })
  // The parents' first is ninety hours at 12.00: the money reaches 83 of them, and there the list is closed.
  expect(plan?.lines.map((line) => line.funded_units)).toEqual([83, 0, 0, 0, 0, 0, 0, 0])
})

test.each([
  // A minute before and after midnight in Riga, in winter and in summer time, and on the days when the clocks change.
  ['2026-12-31T21:59:00Z', '2027-01-01', 7],
  ['2026-12-31T22:00:00Z', '2027-01-01', 5],
  ['2026-06-30T20:59:00Z', '2026-07-01', 7],
  ['2026-06-30T21:00:00Z', '2026-07-01', 5],
  ['2026-03-28T22:00:00Z', '2026-03-29', 5],
  ['2026-10-24T20:59:00Z', '2026-10-25', 7],
  ['2026-10-24T21:00:00Z', '2026-10-25', 5],
])('at %s a policy valid from %s gives %i tenths to the experts', async (now, from, tenths) => {
  app.clock.set('2026-03-01T10:00:00Z')
  const family = await rankedFamily(app)
  await app.owner.municipalityPolicy.create({
    data: {
      municipality_id: family.town.id,
      valid_from: new Date(from),
      expert_weight_tenths: 5,
      parent_weight_tenths: 5,
      free_cancellation_hours: 24,
      late_charge_percent: 50,
      late_charges_per_period: 2,
      silent_acceptance_days: 5,
      payout_day_of_month: 15,
    },
  })
  app.clock.set(now)
  const planId = await preparedPlan(app, family)
  app.clock.set('2026-11-24T10:00:00Z')
  expect(await app.owner.plan.findUnique({ where: { id: planId } })).toMatchObject({ expert_weight_tenths: tenths })
})
