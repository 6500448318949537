import { expect, test } from 'vitest'
import type { CoveredService, NeededService } from '#app/assessment/rules/assessed-result.ts'
import { computePlan, servicesWithoutPrice } from '#app/plan/rules/support-plan.ts'
import { cents } from '#app/platform/money.ts'

const text = { lv: 'teksts', en: 'text' }
const weights = { expertTenths: 7, parentTenths: 3 }

function needed(serviceId: string, need: Partial<NeededService>): NeededService {
  return {
    payer: 'individual-budget',
    serviceId,
    expertHalfRank: 2,
    parentHalfRank: 2,
    units: 10,
    minimumUnits: 1,
    mode: null,
    sessionsPerWeek: null,
    beneficiary: 'child',
    reason: text,
    explanation: text,
    ...need,
  }
}

const price = (serviceId: string, catalogueOrder: number, caps: Record<string, number>) => ({
  serviceId,
  catalogueOrder,
  caps: Object.entries(caps).map(([mode, amount]) => ({ mode, cents: cents(amount) })),
})

test('the price is the cap of the assessed mode, or the highest cap when the mode is open', () => {
  const services = [needed('a', {}), needed('b', { mode: 'at_home', expertHalfRank: 4, parentHalfRank: 4 })]
  const prices = [
    price('a', 1, { at_provider: 30_00, at_home: 38_00 }),
    price('b', 2, { at_provider: 50_00, at_home: 40_00 }),
  ]

  const { lines } = computePlan({ services, prices, weights, budget: cents(1_000_00) })

  expect(lines.map((line) => line.payer === 'individual-budget' && line.unitPrice)).toEqual([38_00, 40_00])
})

test('what others pay for comes after the ranked services and takes no money', () => {
  const covered: CoveredService = {
    payer: 'others',
    serviceId: 'c',
    otherPayer: text,
    beneficiary: 'child',
    reason: text,
    explanation: text,
  }
  const prices = [price('a', 1, { at_provider: 30_00 })]

  const plan = computePlan({ services: [covered, needed('a', {})], prices, weights, budget: cents(305_00) })

  expect(plan.lines.map((line) => [line.position, line.service.serviceId])).toEqual([
    [1, 'a'],
    [2, 'c'],
  ])
  expect(plan.unassigned).toBe(5_00)
})

test('funded sums and what is unassigned add up to the budget, at every budget', () => {
  const services = [
    needed('a', { units: 7, expertHalfRank: 2, parentHalfRank: 6 }),
    needed('b', { units: 5, expertHalfRank: 4, parentHalfRank: 2, minimumUnits: 4 }),
    needed('c', { units: 9, expertHalfRank: 6, parentHalfRank: 4 }),
  ]
  const prices = [
    price('a', 1, { at_home: 13_00 }),
    price('b', 2, { at_home: 17_00 }),
    price('c', 3, { at_home: 5_50 }),
  ]

  for (let budget = 0; budget < 300_00; budget += 7_31) {
    const plan = computePlan({ services, prices, weights, budget: cents(budget) })
    const funded = plan.lines.reduce(
      (sum, line) => sum + (line.payer === 'individual-budget' ? line.fundedAmount : 0),
      0,
    )
    expect(funded + plan.unassigned).toBe(budget)
  }
})

test('a service without a cap for its mode has no price', () => {
  const services = [needed('a', { mode: 'online' }), needed('b', {}), needed('c', {})]
  const prices = [price('a', 1, { at_home: 13_00 }), price('b', 2, { at_home: 17_00 })]

  expect(servicesWithoutPrice(services, prices)).toEqual(['a', 'c'])
})
