import { expect, test } from 'vitest'
import { answerDelivery } from '#app/delivery/answer-delivery.server.ts'
import { stateDelivery } from '#app/delivery/state-delivery.server.ts'
import { getFamilyHome } from '#app/insight/get-family-home.server.ts'
import { cancelBooking } from '#app/schedule/cancel-booking.server.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { plannedFamily } from '#tests/support/given/planned-family.ts'
import { testApp } from '#tests/support/test-app.ts'

/** A Tuesday, noon in Riga. */
const now = '2026-11-24T10:00:00Z'
const app = await testApp({ now })

type Family = Awaited<ReturnType<typeof plannedFamily>>
const homeOf = ({ guardian, child }: Family) => getFamilyHome(app.as(guardian), { childId: child.id })

test('home says what is next, what is on this week, and what can still be booked', async () => {
  const family = await plannedFamily(app)
  const { bookingId } = valueOf(await family.book('2026-11-24T15:00:00Z'))
  valueOf(await family.book('2026-11-29T09:00:00Z'))
  valueOf(await family.book('2026-11-30T09:00:00Z'))

  const home = await homeOf(family)

  const freeUntil = '2026-11-23T15:00:00.000Z'
  expect(home?.next).toMatchObject({ bookingId, startsAt: '2026-11-24T15:00:00.000Z', freeUntil, answer: null })
  // Sunday belongs to this week, Monday does not.
  expect(home?.week.map((session) => session.startsAt.slice(0, 10))).toEqual(['2026-11-24', '2026-11-29'])
  expect(home?.sessionsToday).toBe(1)
  expect(home?.money).toMatchObject({ allocated: 3_852_00, reserved: 96_00, unassigned: 12_00 })
  expect(home?.tasks).toEqual([])
})

test('a session under way is still the next one, until it ends', async () => {
  const family = await plannedFamily(app)
  valueOf(await family.book('2026-11-24T13:00:00Z'))

  app.clock.set('2026-11-24T13:44:59Z')
  expect((await homeOf(family))?.next).not.toBeNull()
  app.clock.set('2026-11-24T13:45:00Z')
  expect((await homeOf(family))?.next).toBeNull()
  app.clock.set(now)
})

test('a delivery waits for the guardian until they answer', async () => {
  const family = await plannedFamily(app)
  const { bookingId } = valueOf(await family.book('2026-11-24T13:00:00Z'))
  app.clock.set('2026-11-24T14:00:00Z')
  const { deliveryId } = valueOf(await stateDelivery(app.as(family.specialist), { bookingId, how: 'as-planned' }))

  expect((await homeOf(family))?.tasks).toMatchObject([
    { kind: 'answer', what: 'delivered', deliveryId, amount: 32_00 },
  ])
  valueOf(await answerDelivery(app.as(family.guardian), { deliveryId, answer: 'cosign', takesExtra: false }))
  expect((await homeOf(family))?.tasks).toEqual([])
  app.clock.set(now)
})

test('a session that the provider called off is told, one that the family cancelled is not', async () => {
  const family = await plannedFamily(app)
  const theirs = valueOf(await family.book('2026-11-27T09:00:00Z'))
  const ours = valueOf(await family.book('2026-11-28T09:00:00Z'))
  const cancelling = { note: null, revision: 0 } as const
  valueOf(
    await cancelBooking(app.as(family.specialist), {
      ...cancelling,
      bookingId: theirs.bookingId,
      by: 'provider',
      reason: 'specialist_ill',
    }),
  )
  valueOf(
    await cancelBooking(app.as(family.guardian), {
      ...cancelling,
      bookingId: ours.bookingId,
      by: 'guardian',
      reason: 'plans_changed',
    }),
  )

  const home = await homeOf(family)

  expect(home?.tasks).toMatchObject([
    { kind: 'cancelled-on-you', bookingId: theirs.bookingId, budgetLineId: family.lineId },
  ])
  expect(home?.week).toEqual([])
})

test('money left near the end of the period is pointed at; after the end nothing is', async () => {
  const family = await plannedFamily(app)

  app.clock.set('2027-03-01T10:00:00Z')
  expect((await homeOf(family))?.tasks).toMatchObject([
    { kind: 'money-left', available: 3_840_00, lastDay: '2027-03-23', daysLeft: 23 },
  ])
  app.clock.set('2027-03-24T10:00:00Z')
  const home = await homeOf(family)
  expect(home?.shown?.phase).toBe('over')
  expect(home?.tasks).toEqual([])
  app.clock.set(now)
})

test('a child without a period, and one whose plan is not approved, have a home as well', async () => {
  const town = await app.given.municipality()
  const { child, guardian } = await app.given.child({ municipalityId: town.id })

  const home = await getFamilyHome(app.as(guardian), { childId: child.id })

  expect(home).toMatchObject({ shown: null, money: null, hasPlan: false, next: null, week: [], tasks: [] })
})

test("another family's child has no home for me", async () => {
  const family = await plannedFamily(app)
  const other = await plannedFamily(app)

  expect(await getFamilyHome(app.as(other.guardian), { childId: family.child.id })).toBeNull()
  expect(await getFamilyHome(app.as(family.specialist), { childId: family.child.id })).toBeNull()
  expect(await getFamilyHome(app.as(family.guardian), { childId: "' OR true" })).toBeNull()
})
