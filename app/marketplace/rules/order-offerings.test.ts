import { expect, test } from 'vitest'
import { cents } from '#app/platform/money.ts'
import { type Found, orderOfferings } from './order-offerings.ts'

const found: Found[] = [
  { id: 'far', mode: 'at_provider', unitPrice: cents(20_00), minutesByCar: 38 },
  { id: 'online', mode: 'online', unitPrice: cents(24_00), minutesByCar: null },
  { id: 'near', mode: 'at_provider', unitPrice: cents(30_50), minutesByCar: 12 },
  { id: 'at-limit', mode: 'institution', unitPrice: cents(30_50), minutesByCar: 30 },
  { id: 'home', mode: 'at_home', unitPrice: cents(32_00), minutesByCar: null },
]

test('home visits come first, then the nearer, then online, then what is beyond the limit', () => {
  const ordered = orderOfferings(found, { order: 'distance', travelLimitMinutes: 30 })

  expect(ordered.map(({ id }) => id)).toEqual(['home', 'near', 'at-limit', 'online', 'far'])
})

test('without a limit nothing is too far', () => {
  const ordered = orderOfferings(found, { order: 'distance', travelLimitMinutes: null })

  expect(ordered.map(({ id }) => id)).toEqual(['home', 'near', 'at-limit', 'far', 'online'])
})

test('by price the cheaper comes first and equal prices go by distance', () => {
  const ordered = orderOfferings(found, { order: 'price', travelLimitMinutes: 30 })

  expect(ordered.map(({ id }) => id)).toEqual(['far', 'online', 'near', 'at-limit', 'home'])
})
