import { expect, test } from 'vitest'
import { answerDelivery } from '#app/delivery/answer-delivery.server.ts'
import { findFamilyDelivery } from '#app/delivery/find-family-delivery.server.ts'
import { findSession } from '#app/delivery/find-session.server.ts'
import { listDeliveriesToReview } from '#app/delivery/list-deliveries-to-review.server.ts'
import { openDeliveryForReview } from '#app/delivery/open-delivery-for-review.server.ts'
import { reviewDelivery } from '#app/delivery/review-delivery.server.ts'
import { settleObjection } from '#app/delivery/settle-objection.server.ts'
import { stateDelivery } from '#app/delivery/state-delivery.server.ts'
import { stateNotAttended } from '#app/delivery/state-not-attended.server.ts'
import { cents } from '#app/platform/money.ts'
import { testApp } from '#tests/support/test-app.ts'
import type { GivenWorld } from './given-session.ts'
import { givenSession, givenWorld, valueOf } from './given-session.ts'

const app = await testApp({ now: '2026-11-24T12:00:00Z' })
const instant = Temporal.Instant.from
const everything = { show: 'all' as const, providerId: null, month: null, page: 1 }

async function stated(world: GivenWorld, startsAt: string, changed: { minutesLater?: number; place?: 'home' } = {}) {
  const { id: bookingId } = await givenSession(app, world, { startsAt })
  const startedAt = instant(startsAt).add({ minutes: changed.minutesLater ?? 0 })
  const said = {
    bookingId,
    how: 'as-stated' as const,
    startedAt,
    endedAt: startedAt.add({ minutes: 45 }),
    placeType: changed.place ?? ('provider' as const),
    note: null,
    quantity: null,
  }
  return valueOf(await stateDelivery(app.as(world.specialistActor), said)).deliveryId
}

async function staffOf(world: GivenWorld) {
  return app.as(await app.given.actor('finance_officer', { municipalityId: world.municipality.id }))
}

test('the municipality sees what differs from the booking, objections first, and what is done no longer waits', async () => {
  const world = await givenWorld(app)
  const ctx = await staffOf(world)
  const same = await stated(world, '2026-11-24T07:00:00Z')
  const later = await stated(world, '2026-11-23T07:00:00Z', { minutesLater: 10 })
  const elsewhere = await stated(world, '2026-11-22T07:00:00Z', { place: 'home' })
  const objected = await stated(world, '2026-11-20T07:00:00Z')
  await answerDelivery(app.as(world.guardian), {
    deliveryId: objected,
    answer: 'object',
    objection: 'shorter',
    words: null,
  })
  const missed = await givenSession(app, world, { startsAt: '2026-11-21T07:00:00Z' })
  const fee = valueOf(
    await stateNotAttended(app.as(world.specialistActor), {
      bookingId: missed.id,
      cause: 'no-show',
      asksFee: true,
      note: null,
    }),
  ).deliveryId

  const all = await listDeliveriesToReview(ctx, everything)
  const todo = await listDeliveriesToReview(ctx, { ...everything, show: 'todo' })
  valueOf(await reviewDelivery(ctx, { deliveryId: later }))
  valueOf(await reviewDelivery(ctx, { deliveryId: later }))
  const after = await listDeliveriesToReview(ctx, { ...everything, show: 'todo' })

  expect(all.deliveries.map(({ deliveryId, different }) => [deliveryId, different])).toEqual([
    [objected, []],
    [same, []],
    [later, ['start', 'end']],
    [elsewhere, ['place']],
    [fee, ['amount']],
  ])
  expect(all.counts).toEqual({ todo: 4, objected: 1, differs: 3, awaiting: 4, all: 5 })
  expect(todo.deliveries.map(({ deliveryId }) => deliveryId)).toEqual([objected, later, elsewhere, fee])
  expect(after.counts.todo).toBe(3)
  expect(await app.owner.auditEvent.count({ where: { subject_id: later, action: 'delivery.review' } })).toBe(1)
  const listed = { subject_id: world.municipality.id, action: 'deliveries.list', person_id: ctx.actor.personId }
  expect(await app.owner.auditEvent.count({ where: listed })).toBe(3)
})

test('what was stated stays readable beside what was decided', async () => {
  const world = await givenWorld(app)
  const ctx = await staffOf(world)
  const [lowered, upheld] = [await stated(world, '2026-11-24T07:00:00Z'), await stated(world, '2026-11-24T09:00:00Z')]
  for (const deliveryId of [lowered, upheld]) {
    await answerDelivery(app.as(world.guardian), { deliveryId, answer: 'object', objection: 'shorter', words: null })
  }
  await settleObjection(ctx, { deliveryId: lowered, decision: 'lower', amount: cents(20_00), reason: 'Puse.' })
  await settleObjection(ctx, { deliveryId: upheld, decision: 'uphold', reason: 'Nebija.' })

  const views = [lowered, upheld].map((deliveryId) => openDeliveryForReview(ctx, { deliveryId }))

  expect(await Promise.all(views)).toMatchObject([
    { state: 'accepted', statedAmount: 38_00, amount: 20_00, returned: 18_00, different: [] },
    { state: 'rejected', statedAmount: 38_00, amount: 38_00, returned: 38_00, different: [] },
  ])
})

test('months, providers and pages narrow the list', async () => {
  const world = await givenWorld(app)
  const ctx = await staffOf(world)
  const october = await stated(world, '2026-10-31T21:15:00Z')
  const november = await stated(world, '2026-10-31T22:00:00Z', { minutesLater: 50 })
  const month = Temporal.PlainYearMonth.from('2026-10')
  const ids = async (input: Partial<Parameters<typeof listDeliveriesToReview>[1]>) =>
    (await listDeliveriesToReview(ctx, { ...everything, ...input })).deliveries.map(({ deliveryId }) => deliveryId)

  expect(await ids({ month })).toEqual([october])
  expect(await ids({ month: month.add({ months: 1 }) })).toEqual([november])
  expect(await ids({ providerId: world.provider.id })).toEqual([november, october])
  expect(await ids({ providerId: world.child.id })).toEqual([])
  expect(await ids({ page: 2 })).toEqual([])
})

test('sessions that nobody stated wait in sight of the municipality, with the money they hold', async () => {
  const world = await givenWorld(app)
  await givenSession(app, world, { startsAt: '2026-11-20T08:00:00Z' })
  await givenSession(app, world, { startsAt: '2026-11-23T08:00:00Z', price: 20_00 })
  await givenSession(app, world, { startsAt: '2026-11-24T08:00:00Z' })
  await stated(world, '2026-11-19T08:00:00Z')
  const worker = await app.given.actor('social_worker', { municipalityId: world.municipality.id })

  expect((await listDeliveriesToReview(await staffOf(world), everything)).unstated).toEqual([
    {
      providerId: world.provider.id,
      name: world.provider.name,
      phone: world.provider.phone,
      sessions: 2,
      reserved: 58_00,
      since: '2026-11-20T08:00:00.000Z',
    },
  ])
  expect((await listDeliveriesToReview(app.as(worker), everything)).unstated).toEqual([])
  expect((await listDeliveriesToReview(await staffOf(await givenWorld(app)), everything)).unstated).toEqual([])
})

test('another municipality, an unassigned social worker and the provider see nothing of it', async () => {
  const world = await givenWorld(app)
  const other = await givenWorld(app)
  const deliveryId = await stated(world, '2026-11-24T07:00:00Z')
  const worker = await app.given.actor('social_worker', { municipalityId: world.municipality.id })

  for (const ctx of [await staffOf(other), app.as(worker), app.as(world.manager), app.as(other.guardian)]) {
    expect((await listDeliveriesToReview(ctx, everything)).deliveries).toEqual([])
    expect(await openDeliveryForReview(ctx, { deliveryId })).toBeNull()
    expect(await findFamilyDelivery(ctx, { childId: world.child.id, deliveryId })).toBeNull()
  }
  await app.owner.caseAssignment.create({
    data: {
      municipality_id: world.municipality.id,
      child_id: world.child.id,
      person_id: worker.personId,
      since: new Date('2026-01-01'),
    },
  })
  expect((await listDeliveriesToReview(app.as(worker), everything)).deliveries).toHaveLength(1)
  expect(await openDeliveryForReview(app.as(worker), { deliveryId })).toMatchObject({ deliveryId })
  expect(await app.owner.auditEvent.count({ where: { subject_id: deliveryId, action: 'delivery.read' } })).toBe(1)
})

test('the guardian sees what was stated under the own child only, with the last day to answer', async () => {
  const world = await givenWorld(app)
  const deliveryId = await stated(world, '2026-11-24T07:00:00Z', { minutesLater: 5 })
  const ctx = app.as(world.guardian)

  const found = await findFamilyDelivery(ctx, { childId: world.child.id, deliveryId })

  expect(found).toMatchObject({
    isOpen: true,
    lastDayToAnswer: '2026-12-01',
    different: ['start', 'end'],
    reserved: 38_00,
    amount: 38_00,
    available: 362_00,
  })
  expect(await findFamilyDelivery(ctx, { childId: world.municipality.id, deliveryId })).toBeNull()
  expect(await findFamilyDelivery(ctx, { childId: world.child.id, deliveryId: 'none' })).toBeNull()
})

test('who gives the session sees what it needs and what became of it, and no more of the child', async () => {
  const world = await givenWorld(app)
  const other = await givenWorld(app)
  const { id: bookingId } = await givenSession(app, world, { startsAt: '2026-11-24T07:00:00Z' })
  const ctx = app.as(world.specialistActor)
  const health = { safety_note: 'Alerģija pret lateksu', session_needs: 'Mierīga telpa' }
  await app.owner.child.update({ where: { id: world.child.id }, data: health })

  const before = await findSession(ctx, { bookingId })
  await stateDelivery(ctx, { bookingId, how: 'as-planned' })
  const after = await findSession(ctx, { bookingId })

  expect(before).toMatchObject({ isOver: true, feeAtMost: 19_00, delivery: null, bookedPlace: 'provider' })
  expect(before?.startsAt).toBe('2026-11-24T07:00:00Z')
  expect(before).toMatchObject({ safetyNote: 'Alerģija pret lateksu', sessionNeeds: 'Mierīga telpa' })
  expect(after).toMatchObject({ safetyNote: null, sessionNeeds: null })
  expect(after?.delivery).toMatchObject({
    state: 'awaiting',
    amount: 38_00,
    lastDayToAnswer: '2026-12-01',
    different: [],
  })
  for (const hidden of [world.child.family_name, world.child.id, '2018'])
    expect(JSON.stringify(after)).not.toContain(hidden)
  expect(await findSession(app.as(other.manager), { bookingId })).toBeNull()
  expect(await findSession(app.as(world.guardian), { bookingId })).toBeNull()
})
