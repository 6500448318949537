import { expect, test } from 'vitest'
import { cents } from '#app/platform/money.ts'
import { addUpTrace, differenceOf, expectedStanding, nothingStanding } from './add-up-trace.ts'

const entries = [
  { from: 'unassigned', to: 'available', amount: cents(100_00) },
  { from: 'available', to: 'reserved', amount: cents(40_00) },
  { from: 'reserved', to: 'delivered', amount: cents(25_00) },
  { from: 'reserved', to: 'available', amount: cents(15_00) },
  { from: 'delivered', to: 'in_transit', amount: cents(25_00) },
  { from: 'in_transit', to: 'paid', amount: cents(25_00) },
] as const

test('a line keeps all that was assigned to it, wherever it is', () => {
  const { standing, total, entries: summed } = addUpTrace(entries, { countsAvailable: true })

  expect(total).toBe(100_00)
  expect(standing).toEqual({ ...nothingStanding(), available: 75_00, paid: 25_00 })
  expect(summed.map(({ after }) => after)).toEqual([100_00, 100_00, 100_00, 100_00, 100_00, 100_00])
})

test('a booking holds what it took and has not given back', () => {
  const { standing, total, entries: summed } = addUpTrace(entries.slice(1), { countsAvailable: false })

  expect(summed.map(({ after }) => after)).toEqual([40_00, 40_00, 25_00, 25_00, 25_00])
  expect(total).toBe(25_00)
  expect(standing).toEqual({ ...nothingStanding(), paid: 25_00 })
})

const delivery = (payoutState: 'prepared' | 'in_transit' | 'paid' | 'failed', isLive: boolean) => ({
  holds: [{ state: 'posted', amount: cents(40_00) }] as const,
  deliveries: [{ state: 'accepted', amount: cents(25_00), items: [{ isLive, payoutState }] }] as const,
})

test.each([
  ['prepared', true, 'delivered'],
  ['in_transit', true, 'in_transit'],
  ['paid', true, 'paid'],
  ['failed', false, 'delivered'],
] as const)('a delivery in a payout that is %s (live: %s) is %s', (state, isLive, place) => {
  expect(expectedStanding([delivery(state, isLive)])).toEqual({ ...nothingStanding(), [place]: 25_00 })
})

test('an open hold is reserved, an ended one and a rejected delivery are nowhere', () => {
  const open = { holds: [{ state: 'open', amount: cents(30_00) }] as const, deliveries: [] }
  const over = {
    holds: [{ state: 'voided', amount: cents(9_00) }] as const,
    deliveries: [{ state: 'rejected', amount: cents(9_00), items: [] }] as const,
  }
  expect(expectedStanding([open, over])).toEqual({ ...nothingStanding(), reserved: 30_00 })
})

test('a difference counts on both sides', () => {
  const one = { ...nothingStanding(), paid: cents(10) }
  expect(differenceOf(one, { ...nothingStanding(), delivered: cents(10) })).toBe(20)
  expect(differenceOf(one, one)).toBe(0)
})
