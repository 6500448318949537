import { expect, test } from 'vitest'
import { getPeriodBalances } from '#app/budget/get-balances.server.ts'
import { takeOverPlan } from '#app/plan/take-over-plan.server.ts'
import { computePlan } from '#app/plan/rules/support-plan.ts'
import { cents } from '#app/platform/money.ts'
import { assessedFamily, valueOf } from '#tests/support/given/assessed-family.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-24T10:00:00Z' })
const budget = cents(3_852_00)

async function storedPlan(periodId: string) {
  return app.owner.plan.findMany({
    where: { period_id: periodId },
    include: { lines: { orderBy: { position: 'asc' } } },
  })
}

test('the approved plan is the one that the rules compute, line by line', async () => {
  const family = await assessedFamily(app)

  const approved = valueOf(await takeOverPlan(app.as(family.worker), { periodId: family.periodId, budget }))

  const expected = computePlan({
    services: family.result.services,
    prices: family.services.map(({ service, cap }) => ({
      serviceId: service.id,
      catalogueOrder: service.catalogue_order,
      caps: [{ mode: 'at_provider', cents: cents(cap) }],
    })),
    weights: { expertTenths: 7, parentTenths: 3 },
    budget,
  })
  const [plan] = await storedPlan(family.periodId)
  expect(plan).toMatchObject({
    id: approved.planId,
    version: 1,
    state: 'approved',
    expert_weight_tenths: 7,
    parent_weight_tenths: 3,
    budget_cents: 3_852_00,
    unassigned_cents: 12_00,
    approved_by: family.worker.personId,
  })
  const ranked = expected.lines.filter((line) => line.payer === 'individual-budget')
  expect(plan?.lines.slice(0, 7)).toMatchObject(
    ranked.map((line) => ({
      service_id: line.service.serviceId,
      position: line.position,
      score_twentieths: line.scoreTwentieths,
      funded_units: line.fundedUnits,
      funded_cents: line.fundedAmount,
      left_before_cents: line.leftBefore,
      outcome: line.outcome,
    })),
  )
  expect(plan?.lines.map((line) => line.funded_cents)).toEqual([768_00, 720_00, 1_080_00, 912_00, 360_00, 0, 0, 0])
  expect(plan?.lines.map((line) => line.outcome)).toEqual([
    'full',
    'full',
    'full',
    'full',
    'partly',
    'not_funded',
    'not_funded',
    'other_payer',
  ])
})

test('the money of the plan leaves the fund, stands on the lines, and adds up', async () => {
  const family = await assessedFamily(app, { fund: 5_000_00 })

  valueOf(await takeOverPlan(app.as(family.worker), { periodId: family.periodId, budget }))

  const balances = await getPeriodBalances(app.owner, family.periodId)
  expect(balances).toMatchObject({ allocated: 3_852_00, unassigned: 12_00, total: { available: 3_840_00 } })
  const [plan] = await storedPlan(family.periodId)
  for (const line of plan?.lines ?? []) {
    const onLine = line.budget_line_id === null ? 0 : balances.byLine.get(line.budget_line_id)?.available
    expect(onLine).toBe(line.funded_cents)
  }
  const fund = await app.owner.account.findFirst({ where: { municipality_id: family.town.id, kind: 'fund' } })
  expect(Number(fund?.balance_cents)).toBe(1_148_00)
  expect(await app.ledgerFaults()).toEqual([])
})

test('a fund that does not reach refuses with its numbers and changes nothing', async () => {
  const family = await assessedFamily(app, { fund: 3_851_99 })

  const refused = await takeOverPlan(app.as(family.worker), { periodId: family.periodId, budget })

  expect(refused).toEqual({ ok: false, refusal: { kind: 'fund-short', inFund: 3_851_99, asked: 3_852_00 } })
  expect(await storedPlan(family.periodId)).toEqual([])
  expect(await app.owner.budgetLine.count({ where: { period_id: family.periodId } })).toBe(0)
  expect(await getPeriodBalances(app.owner, family.periodId)).toMatchObject({ allocated: 0 })
  expect(await app.owner.domainEvent.count({ where: { municipality_id: family.town.id } })).toBe(0)
})

test('a fund that just reaches is emptied', async () => {
  const family = await assessedFamily(app, { fund: 3_852_00 })

  const approved = await takeOverPlan(app.as(family.worker), { periodId: family.periodId, budget })

  expect(approved).toMatchObject({ ok: true })
})

test('a period is approved once, however many try at the same time', async () => {
  const family = await assessedFamily(app)
  const ctx = app.as(family.worker)

  const results = await Promise.all([1, 2, 3, 4].map(() => takeOverPlan(ctx, { periodId: family.periodId, budget })))

  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(results.filter((result) => !result.ok).map((result) => !result.ok && result.refusal.kind)).toEqual([
    'already-approved',
    'already-approved',
    'already-approved',
  ])
  expect(await app.ledgerFaults()).toEqual([])
})

test('the assessment of another municipality, or of a family not assigned to me, is not found', async () => {
  const family = await assessedFamily(app)
  const other = await assessedFamily(app)
  const colleague = await app.given.actor('social_worker', { municipalityId: family.town.id })
  const finance = await app.given.actor('finance_officer', { municipalityId: family.town.id })

  for (const actor of [other.worker, colleague, finance, family.guardian]) {
    const refused = await takeOverPlan(app.as(actor), { periodId: family.periodId, budget })
    expect(refused).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  }
})

test('a service without a price cap today keeps the plan from being made and is named', async () => {
  const family = await assessedFamily(app)
  const [first] = family.services
  await app.owner.priceCap.updateMany({
    where: { service_id: first?.service.id ?? '' },
    data: { valid_to: new Date('2026-11-24') },
  })

  const refused = await takeOverPlan(app.as(family.worker), { periodId: family.periodId, budget })

  expect(refused).toEqual({ ok: false, refusal: { kind: 'no-price', serviceIds: [first?.service.id] } })
})

test('a budget of nothing is no budget', async () => {
  const family = await assessedFamily(app)

  const refused = await takeOverPlan(app.as(family.worker), { periodId: family.periodId, budget: cents(0) })

  expect(refused).toEqual({ ok: false, refusal: { kind: 'no-budget' } })
})

test('approval is audited and told to whoever listens', async () => {
  const family = await assessedFamily(app)

  const { planId } = valueOf(await takeOverPlan(app.as(family.worker), { periodId: family.periodId, budget }))

  expect(await app.owner.auditEvent.findMany({ where: { subject_id: planId } })).toMatchObject([
    { action: 'plan.take-over', person_id: family.worker.personId, municipality_id: family.town.id },
  ])
  expect(await app.owner.domainEvent.findMany({ where: { subject_id: planId } })).toMatchObject([
    { type: 'plan.approved' },
  ])
})
