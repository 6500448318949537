import { expect, test } from 'vitest'
import { answerDelivery } from '#app/delivery/answer-delivery.server.ts'
import { stateDelivery } from '#app/delivery/state-delivery.server.ts'
import { approveRun } from '#app/payout/approve-run.server.ts'
import { executeRun } from '#app/payout/execute-run.server.ts'
import { prepareRun } from '#app/payout/prepare-run.server.ts'
import { getSupportPlan } from '#app/plan/get-support-plan.server.ts'
import type { PeriodMoney } from '#app/plan/rules/plan-view.ts'
import { assessedFamily, valueOf } from '#tests/support/given/assessed-family.ts'
import { plannedFamily } from '#tests/support/given/planned-family.ts'
import { testApp } from '#tests/support/test-app.ts'

const now = '2026-11-24T10:00:00Z'
const app = await testApp({ now })

function expectToAddUp(money: PeriodMoney) {
  const { unassigned, available, reserved, delivered, paid, lines } = money
  expect(unassigned + available + reserved + delivered + paid).toBe(money.allocated)
  for (const kind of ['available', 'reserved', 'delivered', 'paid'] as const) {
    expect(lines.reduce((sum, line) => sum + line.money[kind], 0)).toBe(money[kind])
  }
  for (const { units } of lines) {
    expect(units.booked + units.delivered + units.paid + units.left).toBe(units.approved)
  }
}

test('the guardian reads the plan with every number of the approved version', async () => {
  const family = await plannedFamily(app)

  const view = await getSupportPlan(app.as(family.guardian), { childId: family.child.id, periodId: null })

  expect(view?.shown?.phase).toBe('running')
  expect(view?.plan).toMatchObject({
    version: 1,
    expertTenths: 7,
    parentTenths: 3,
    budget: 3_852_00,
    unassigned: 12_00,
  })
  expect(view?.plan?.ranked.map((line) => line.scoreTwentieths / 20)).toEqual([6.4, 6, 4.9, 4.7, 2.7, 1.7, 1.6])
  expect(view?.plan?.ranked.map((line) => line.funded)).toEqual([768_00, 720_00, 1_080_00, 912_00, 360_00, 0, 0])
  expect(view?.plan?.covered).toHaveLength(1)
  expect(view?.plan?.goals.map((goal) => goal.horizon)).toEqual(['wish', 'long_term', 'short_term'])
  expect(view?.worker?.name).toBe(`${family.worker.givenName} ${family.worker.familyName}`)
  if (view?.money) expectToAddUp(view.money)
})

test('units and euros of a line move from left to booked, received and paid, and add up at every step', async () => {
  const family = await plannedFamily(app)
  const finance = await app.given.actor('finance_officer', { municipalityId: family.town.id })
  const approver = await app.given.actor('payout_approver', { municipalityId: family.town.id })
  const firstLine = async () => {
    const view = await getSupportPlan(app.as(family.guardian), { childId: family.child.id, periodId: null })
    if (!view?.money) throw new Error('The plan has money')
    expectToAddUp(view.money)
    return view.money.lines[0]
  }

  const { bookingId } = valueOf(await family.book('2026-11-25T08:00:00Z'))
  valueOf(await family.book('2026-11-26T08:00:00Z'))
  expect(await firstLine()).toMatchObject({
    units: { approved: 2400, booked: 200, left: 2200 },
    money: { available: 704_00, reserved: 64_00 },
  })

  app.clock.set('2026-11-25T10:00:00Z')
  const { deliveryId } = valueOf(await stateDelivery(app.as(family.specialist), { bookingId, how: 'as-planned' }))
  valueOf(await answerDelivery(app.as(family.guardian), { deliveryId, answer: 'cosign', takesExtra: false }))
  expect(await firstLine()).toMatchObject({
    units: { booked: 100, delivered: 100, paid: 0 },
    money: { reserved: 32_00, delivered: 32_00, paid: 0 },
  })

  app.clock.set('2026-12-05T10:00:00Z')
  const { runId } = valueOf(
    await prepareRun(app.as(finance), {
      dates: { firstDay: Temporal.PlainDate.from('2026-11-01'), endDay: Temporal.PlainDate.from('2026-12-01') },
      expectedTotal: null,
    }),
  )
  valueOf(await approveRun(app.as(approver), { runId }))
  // On its way to the provider it is not yet paid.
  expect(await firstLine()).toMatchObject({ units: { delivered: 100, paid: 0 }, money: { delivered: 32_00, paid: 0 } })
  app.clock.set('2026-12-09T10:00:00Z')
  valueOf(await executeRun(app.as(finance), { runId, bankDate: Temporal.PlainDate.from('2026-12-08'), refused: [] }))
  expect(await firstLine()).toMatchObject({ units: { delivered: 0, paid: 100 }, money: { delivered: 0, paid: 32_00 } })
  app.clock.set(now)
})

test('a period without an approved plan shows none', async () => {
  const family = await assessedFamily(app)

  const view = await getSupportPlan(app.as(family.guardian), { childId: family.child.id, periodId: null })

  expect(view).toMatchObject({ plan: null, money: { allocated: 0, lines: [] }, shown: { id: family.periodId } })
})

test('the period of another child is no period of this one', async () => {
  const family = await plannedFamily(app)
  const other = await plannedFamily(app)

  const view = await getSupportPlan(app.as(family.guardian), { childId: family.child.id, periodId: other.periodId })

  expect(view?.shown?.id).toBe(family.periodId)
})

test('nobody else reads it: another family, another municipality, a colleague, a provider, a wrong id', async () => {
  const family = await plannedFamily(app)
  const other = await plannedFamily(app)
  const colleague = await app.given.actor('social_worker', { municipalityId: family.town.id })
  const neighbour = await app.given.child({ municipalityId: family.town.id })
  const question = { childId: family.child.id, periodId: null }

  for (const actor of [other.guardian, other.worker, colleague, neighbour.guardian, family.specialist]) {
    expect(await getSupportPlan(app.as(actor), question)).toBeNull()
  }
  expect(await getSupportPlan(app.as(family.guardian), { ...question, childId: 'no id' })).toBeNull()
  expect(await getSupportPlan(app.as(family.worker), question)).not.toBeNull()
})

test('those who pay read what was granted and why, and no goals', async () => {
  const family = await plannedFamily(app)
  const question = { childId: family.child.id, periodId: null }
  for (const role of ['finance_officer', 'payout_approver'] as const) {
    const view = await getSupportPlan(app.as(await app.given.actor(role, { municipalityId: family.town.id })), question)
    expect(view?.plan?.ranked).toHaveLength(7)
    expect(view?.plan?.goals).toEqual([])
  }
  const administrator = await app.given.actor('municipality_administrator', { municipalityId: family.town.id })
  const view = await getSupportPlan(app.as(administrator), question)
  expect(view?.plan?.goals).toHaveLength(3)
})
