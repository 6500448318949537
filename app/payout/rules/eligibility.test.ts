import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addCents, cents } from '#app/platform/money.ts'
import { chooseDeliveries, type PayableDelivery, reasonsToLeaveOut } from './eligibility.ts'

const date = (text: string) => Temporal.PlainDate.from(text)
const november = { firstDay: date('2026-11-01'), endDay: date('2026-12-01') }

function delivery(overrides: Partial<PayableDelivery> = {}): PayableDelivery {
  return {
    deliveryId: 'delivery-1',
    providerId: 'provider-a',
    date: date('2026-11-12'),
    answer: 'accepted',
    amount: cents(32_00),
    requiredCredentials: ['child-clearance'],
    heldCredentials: [{ kind: 'child-clearance', validFrom: date('2026-01-01'), validTo: null }],
    livePayoutId: null,
    ...overrides,
  }
}

test('accepted deliveries of the month are paid, one share for each provider', () => {
  const contents = chooseDeliveries(
    [
      delivery({ deliveryId: '3', providerId: 'provider-b', amount: cents(30_00) }),
      delivery({ deliveryId: '2', date: date('2026-11-30') }),
      delivery({ deliveryId: '1', date: date('2026-11-01'), amount: cents(16_00) }),
    ],
    november,
  )

  expect(
    contents.shares.map(({ providerId, deliveries, total }) => [
      providerId,
      deliveries.map((one) => one.deliveryId),
      total,
    ]),
  ).toEqual([
    ['provider-a', ['1', '2'], 48_00],
    ['provider-b', ['3'], 30_00],
  ])
  expect(contents.total).toBe(78_00)
  expect(contents.leftOut).toEqual([])
})

test.each([
  ['the day before', { date: date('2026-10-31') }, [{ kind: 'outside-dates' }]],
  ['the day after', { date: date('2026-12-01') }, [{ kind: 'outside-dates' }]],
  ['not answered', { answer: 'awaited' }, [{ kind: 'answer-awaited' }]],
  ['objected to', { answer: 'objected' }, [{ kind: 'objected' }]],
  ['worth nothing', { amount: cents(0) }, [{ kind: 'nothing-to-pay' }]],
  ['paid already', { livePayoutId: 'payout-7' }, [{ kind: 'already-in-payout', payoutId: 'payout-7' }]],
  [
    'of somebody without clearance',
    { heldCredentials: [] },
    [{ kind: 'credential-missing', credentials: ['child-clearance'] }],
  ],
  [
    'objected to and outside',
    { answer: 'objected', date: date('2026-12-01') },
    [{ kind: 'outside-dates' }, { kind: 'objected' }],
  ],
] as const)('a delivery %s is left out, with its reasons', (_, overrides, reasons) => {
  const contents = chooseDeliveries([delivery(overrides)], november)

  expect(contents).toMatchObject({ shares: [], total: 0 })
  expect(contents.leftOut).toEqual([{ delivery: delivery(overrides), reasons }])
})

test.each([
  ['2026-11-12', '2026-11-13', true],
  ['2026-11-13', '2026-12-31', false],
  ['2026-01-01', '2026-11-12', false],
])('a clearance from %s up to %s counts on 12 November: %s', (from, to, counts) => {
  const heldCredentials = [{ kind: 'child-clearance', validFrom: date(from), validTo: date(to) }]

  expect(reasonsToLeaveOut(delivery({ heldCredentials }), november).length === 0).toBe(counts)
})

const anyDelivery = fc
  .record({
    providerId: fc.constantFrom('a', 'b', 'c'),
    date: fc.integer({ min: -5, max: 35 }).map((days) => date('2026-11-01').add({ days })),
    answer: fc.constantFrom('awaited' as const, 'accepted' as const, 'objected' as const),
    amount: fc.nat({ max: 9000 }).map(cents),
    livePayoutId: fc.option(fc.constant('payout-7'), { nil: null }),
  })
  .map(delivery)

test('every delivery is either paid once or left out with a reason, and sums add up', () => {
  fc.assert(
    fc.property(fc.array(anyDelivery, { maxLength: 30 }), (list) => {
      const all = list.map((one, index) => ({ ...one, deliveryId: String(index) }))

      const contents = chooseDeliveries(all, november)

      const paid = contents.shares.flatMap((share) => share.deliveries)
      const waiting = contents.leftOut.map(({ delivery: one }) => one)
      expect([...paid, ...waiting].map((one) => one.deliveryId).toSorted()).toEqual(
        all.map((one) => one.deliveryId).toSorted(),
      )
      expect(addCents(...contents.shares.map((share) => share.total))).toBe(contents.total)
      expect(contents.shares.every((share) => share.total > 0)).toBe(true)
      expect(chooseDeliveries(all.toReversed(), november)).toEqual(contents)
    }),
  )
})
