import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { answerDelivery } from '#app/delivery/answer-delivery.server.ts'
import { stateDelivery } from '#app/delivery/state-delivery.server.ts'
import { stateNotAttended } from '#app/delivery/state-not-attended.server.ts'
import { waiveFee } from '#app/delivery/waive-fee.server.ts'
import { prepareRun } from '#app/payout/prepare-run.server.ts'
import { approveRun } from '#app/payout/approve-run.server.ts'
import { cents } from '#app/platform/money.ts'
import { bookSession } from '#app/schedule/book-session.server.ts'
import { testApp } from '#tests/support/test-app.ts'
import type { GivenWorld } from './given-session.ts'
import { givenSession, givenWorld, valueOf } from './given-session.ts'

const app = await testApp({ now: '2026-11-24T12:00:00Z' })
const november = {
  firstDay: Temporal.PlainDate.from('2026-11-01'),
  endDay: Temporal.PlainDate.from('2026-12-01'),
}

async function acceptedFee(world: GivenWorld, startsAt: string): Promise<string> {
  const booking = await givenSession(app, world, { startsAt })
  const absence = { bookingId: booking.id, cause: 'no-show' as const, asksFee: true, note: null }
  const { deliveryId } = valueOf(await stateNotAttended(app.as(world.specialistActor), absence))
  valueOf(await answerDelivery(app.as(world.guardian), { deliveryId, answer: 'cosign', takesExtra: false }))
  return deliveryId
}

test('a fee that a run took while its provider was giving it up stays in the run', async () => {
  const world = await givenWorld(app)
  const deliveryId = await acceptedFee(world, '2026-11-24T08:00:00Z')
  const officer = app.as(await app.given.actor('finance_officer', { municipalityId: world.municipality.id }))
  const approver = app.as(await app.given.actor('payout_approver', { municipalityId: world.municipality.id }))
  // Somebody holds the statement: both wait for it, the run before the waiver.
  const { promise: held, resolve: letGo } = Promise.withResolvers<null>()
  const holding = app.owner.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM delivery WHERE id = ${deliveryId}::uuid FOR UPDATE`
    await held
  })
  await wait(50)
  const preparing = prepareRun(officer, { dates: november, expectedTotal: null })
  await wait(150)
  const waiving = waiveFee(app.as(world.manager), { deliveryId, reason: null })
  await wait(150)
  letGo(null)
  await holding

  const { runId } = valueOf(await preparing)
  expect(await waiving).toEqual({ ok: false, refusal: { kind: 'already-in-payout' } })
  expect(await app.ledgerFaults()).toEqual([])
  expect((await approveRun(approver, { runId })).ok).toBe(true)
})

test('money that a booking took from under the consent to more is told, not broken on', async () => {
  const world = await givenWorld(app, { unit: 'hour', tariff: 20_00, budget: 80_00 })
  for (const hour of ['06', '08']) {
    const session = { startsAt: `2026-11-24T${hour}:00:00Z`, minutes: 60, price: 20_00 }
    const booking = await givenSession(app, world, session)
    const said = {
      bookingId: booking.id,
      how: 'as-stated' as const,
      startedAt: Temporal.Instant.from(session.startsAt),
      endedAt: Temporal.Instant.from(session.startsAt).add({ minutes: 105 }),
      placeType: 'provider' as const,
      note: null,
      quantity: null,
    }
    valueOf(await stateDelivery(app.as(world.specialistActor), said))
  }
  const awaiting = await app.owner.delivery.findMany({ where: { child_id: world.child.id } })
  const book = (day: number) =>
    bookSession(app.as(world.guardian), {
      childId: world.child.id,
      budgetLineId: world.lineId,
      offeringId: world.offering.id,
      specialistId: world.specialist.id,
      startsAt: Temporal.Instant.from(`2026-12-0${day}T10:00:00Z`),
      durationMinutes: 60,
      seenPriceCents: cents(20_00),
      requestKey: crypto.randomUUID(),
    })

  // 40,00 are free; each answer would take 15,00 more, each booking 20,00.
  const answers = await Promise.all([
    ...awaiting.map(({ id }) =>
      answerDelivery(app.as(world.guardian), { deliveryId: id, answer: 'cosign', takesExtra: true }),
    ),
    ...[1, 2, 3].map(book),
  ])

  const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.kind]))
  expect(new Set(refusals).difference(new Set(['extra-not-available', 'budget-exceeded'])).size).toBe(0)
  expect(answers.filter(({ ok }) => ok)).toHaveLength(2)
  expect(await app.ledgerFaults()).toEqual([])
})

test('confirming less, cancelling late and booking on one line at once never wait for each other', async () => {
  const world = await givenWorld(app, { unit: 'hour', tariff: 20_00, budget: 400_00 })
  const deadlocks = async () => {
    const [row] = await app.owner.$queryRaw<{ deadlocks: bigint }[]>`
      SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`
    return Number(row?.deadlocks ?? 0)
  }
  const before = await deadlocks()
  for (const day of ['02', '03', '04']) {
    const shorter = await Promise.all(
      ['06', '08', '10'].map((hour) =>
        givenSession(app, world, { startsAt: `2026-11-${day}T${hour}:00:00Z`, minutes: 60, price: 20_00 }),
      ),
    )
    await Promise.all([
      ...shorter.map(({ id, starts_at }) =>
        stateDelivery(app.as(world.specialistActor), {
          bookingId: id,
          how: 'as-stated',
          startedAt: Temporal.Instant.fromEpochMilliseconds(starts_at.getTime()),
          endedAt: Temporal.Instant.fromEpochMilliseconds(starts_at.getTime()).add({ minutes: 30 }),
          placeType: 'provider',
          note: null,
          quantity: null,
        }),
      ),
      ...['07', '09', '11', '13'].map((hour) =>
        bookSession(app.as(world.guardian), {
          childId: world.child.id,
          budgetLineId: world.lineId,
          offeringId: world.offering.id,
          specialistId: world.specialist.id,
          startsAt: Temporal.Instant.from(`2026-12-${day}T${hour}:00:00Z`),
          durationMinutes: 60,
          seenPriceCents: cents(20_00),
          requestKey: crypto.randomUUID(),
        }),
      ),
    ])
  }

  expect(await deadlocks()).toBe(before)
  expect(await app.ledgerFaults()).toEqual([])
})
