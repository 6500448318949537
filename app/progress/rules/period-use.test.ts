import { expect, test } from 'vitest'
import { serviceUse, totalsOf } from '#app/progress/rules/period-use.ts'
import { cents } from '#app/platform/money.ts'
import { hundredths } from '#app/platform/quantity.ts'

const service = {
  serviceId: 'fizio',
  name: { lv: 'Fizioterapija', en: 'Physiotherapy' },
  unit: 'session' as const,
  plannedUnits: hundredths(24_00),
  planned: cents(768_00),
  bookings: 24,
  deliveredSessions: 19,
  notAttended: 1,
  cancelled: [
    { by: 'guardian' as const, reason: 'child_ill', count: 3 },
    { by: 'provider' as const, reason: 'specialist_ill', count: 1 },
  ],
  open: 0,
  deliveredUnits: hundredths(19_00),
  delivered: cents(608_00),
  fees: cents(16_00),
  reserved: cents(32_00),
}

test('what nobody used is what was planned less what was received, asked as fees and still set aside', () => {
  expect(serviceUse(service)).toMatchObject({ cancelledSessions: 4, unusedUnits: 5_00, unused: 112_00 })
})

test('more than planned leaves nothing unused', () => {
  const more = serviceUse({ ...service, deliveredUnits: hundredths(25_00), delivered: cents(800_00) })

  expect(more).toMatchObject({ unusedUnits: 0, unused: 0 })
})

test('totals add up over services; without services they are nought', () => {
  const use = serviceUse(service)

  expect(totalsOf([use, use])).toEqual({
    planned: 1_536_00,
    delivered: 1_216_00,
    fees: 32_00,
    unused: 224_00,
    sessions: 38,
  })
  expect(totalsOf([])).toEqual({ planned: 0, delivered: 0, fees: 0, unused: 0, sessions: 0 })
})
