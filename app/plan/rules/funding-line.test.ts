import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addCents, cents, zeroCents } from '#app/platform/money.ts'
import { hundredths, wholeUnits } from '#app/platform/quantity.ts'
import { type BudgetRequest, drawFundingLine, type FundedPlan } from './funding-line.ts'

function request(serviceId: string, units: number, unitPrice: number, minimum = 1): BudgetRequest {
  return {
    payer: 'individual-budget',
    serviceId,
    unitsAsked: wholeUnits(units),
    minimumUnits: wholeUnits(minimum),
    unitPrice: cents(unitPrice),
  }
}

function lineOf(plan: FundedPlan, serviceId: string) {
  return plan.lines.find((line) => line.serviceId === serviceId)
}

const requests = fc.uniqueArray(
  fc
    .record({
      serviceId: fc.string({ minLength: 1, maxLength: 4 }),
      unitsAsked: fc.integer({ min: 1, max: 400 }).map((quarters) => hundredths(quarters * 25)),
      minimumShare: fc.integer({ min: 0, max: 100 }),
      unitPrice: fc.integer({ min: 0, max: 9000 }).map(cents),
    })
    .map(({ minimumShare, ...rest }): BudgetRequest => ({
      ...rest,
      payer: 'individual-budget',
      minimumUnits: hundredths(Math.floor((rest.unitsAsked * minimumShare) / 100)),
    })),
  { selector: (one) => one.serviceId, maxLength: 12 },
)
const budgets = fc.integer({ min: 0, max: 1_000_000 }).map(cents)
const policies = fc.constantFrom('try-next' as const, 'stop' as const)

test('the pilot budget of 3 852,00 EUR reaches through the fifth service of the example plan', () => {
  const plan = drawFundingLine(
    [
      request('physiotherapy', 24, 32_00),
      request('audiologist', 24, 30_00),
      request('assistant', 90, 12_00),
      request('aba', 24, 38_00),
      request('pool', 12, 40_00),
      request('psychologist', 6, 45_00),
      request('canistherapy', 10, 35_00),
    ],
    cents(3852_00),
  )

  expect(plan).toMatchObject({ fundedInFull: 3480_00, fundedInPart: 360_00, unassigned: 12_00 })
  expect(addCents(plan.fundedInFull, plan.fundedInPart)).toBe(3840_00)
  expect(
    plan.lines.map(
      (line) => line.outcome !== 'other-sources' && [line.outcome, line.reason, line.unitsFunded, line.amount],
    ),
  ).toEqual([
    ['full', 'money-lasts', 2400, 768_00],
    ['full', 'money-lasts', 2400, 720_00],
    ['full', 'money-lasts', 9000, 1080_00],
    ['full', 'money-lasts', 2400, 912_00],
    ['part', 'money-reaches-in-part', 900, 360_00],
    ['none', 'less-than-one-unit', 0, 0],
    ['none', 'less-than-one-unit', 0, 0],
  ])
  expect(lineOf(plan, 'aba')).toMatchObject({ moneyAfter: 372_00 })
  expect(lineOf(plan, 'pool')).toMatchObject({
    moneyBefore: 372_00,
    unitsThatFit: 900,
    amountAsked: 480_00,
    moneyAfter: 12_00,
  })
  expect(lineOf(plan, 'psychologist')).toMatchObject({ moneyBefore: 12_00, unitPrice: 45_00 })
})

test('a service below its minimum is skipped and the next one is tried', () => {
  const list = [request('course', 10, 50_00, 8), request('music', 10, 30_00)]

  const plan = drawFundingLine(list, cents(380_00))

  expect(lineOf(plan, 'course')).toMatchObject({
    outcome: 'none',
    reason: 'less-than-minimum',
    unitsThatFit: 700,
    minimumUnits: 800,
    moneyBefore: 380_00,
  })
  expect(lineOf(plan, 'music')).toMatchObject({ outcome: 'full', amount: 300_00 })
  expect(plan.unassigned).toBe(80_00)
})

test('a policy that stops closes the list below the first service not funded in full', () => {
  const list = [request('aba', 10, 38_00), request('music', 1, 1_00)]

  const plan = drawFundingLine(list, cents(100_00), 'stop')

  expect(lineOf(plan, 'aba')).toMatchObject({ outcome: 'part', unitsFunded: 200 })
  expect(lineOf(plan, 'music')).toMatchObject({ outcome: 'none', reason: 'list-closed', unitsThatFit: 100 })
  expect(plan.unassigned).toBe(24_00)
})

test.each([
  [299_99, 'part', 900],
  [300_00, 'full', 1000],
  [300_01, 'full', 1000],
  [30_00, 'part', 100],
  [29_99, 'none', 0],
  [0, 'none', 0],
])('ten units of 30,00 EUR within %i cents are funded %s', (budget, outcome, unitsFunded) => {
  expect(drawFundingLine([request('music', 10, 30_00)], cents(budget)).lines).toMatchObject([{ outcome, unitsFunded }])
})

test('services of other payers keep their place and take no money', () => {
  const plan = drawFundingLine(
    [{ payer: 'others', serviceId: 'speech-at-school' }, request('music', 1, 30_00)],
    cents(30_00),
  )

  expect(plan.lines[0]).toEqual({ payer: 'others', serviceId: 'speech-at-school', outcome: 'other-sources' })
  expect(plan).toMatchObject({ fundedInFull: 30_00, unassigned: 0 })
})

test('nonsense is a bug, not a plan', () => {
  expect(() => drawFundingLine([], cents(-1))).toThrow(RangeError)
  expect(() => drawFundingLine([request('none', 0, 1)], zeroCents)).toThrow(RangeError)
  expect(() => drawFundingLine([request('minimum', 1, 1, 2)], zeroCents)).toThrow(RangeError)
  expect(() => drawFundingLine([request('price', 1, -1)], zeroCents)).toThrow(RangeError)
})

test('funded and unassigned always add up to the budget, line by line', () => {
  fc.assert(
    fc.property(requests, budgets, policies, (list, budget, policy) => {
      const plan = drawFundingLine(list, budget, policy)

      expect(addCents(plan.fundedInFull, plan.fundedInPart, plan.unassigned)).toBe(budget)
      expect(plan.unassigned).toBeGreaterThanOrEqual(0)
      for (const line of plan.lines) {
        if (line.outcome === 'other-sources') continue
        expect(addCents(line.amount, line.moneyAfter)).toBe(line.moneyBefore)
        expect(line.unitsFunded).toBeLessThanOrEqual(line.unitsAsked)
        if (line.outcome === 'part') {
          expect(line.unitsFunded).toBeGreaterThanOrEqual(line.minimumUnits)
          expect(line.unitsFunded % 100).toBe(0)
          expect(line.moneyAfter).toBeLessThan(line.unitPrice)
        }
      }
      expect(drawFundingLine(list, budget, policy)).toEqual(plan)
    }),
  )
})

test('moving a service up the list never lowers its own funding', () => {
  fc.assert(
    fc.property(requests, budgets, policies, fc.nat(), fc.nat(), (list, budget, policy, from, to) => {
      const moved = list[from % Math.max(1, list.length)]
      if (moved === undefined) return
      const rest = list.filter((one) => one !== moved)
      const higher = to % (list.indexOf(moved) + 1)
      const raised = rest.toSpliced(higher, 0, moved)

      const before = lineOf(drawFundingLine(list, budget, policy), moved.serviceId)
      const after = lineOf(drawFundingLine(raised, budget, policy), moved.serviceId)

      if (before?.outcome === 'other-sources' || after?.outcome === 'other-sources')
        throw new Error('not asked of others')
      expect(after?.amount).toBeGreaterThanOrEqual(before?.amount ?? 0)
    }),
  )
})
