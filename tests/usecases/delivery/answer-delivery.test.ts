import { expect, test } from 'vitest'
import { acceptSilentDeliveries } from '#app/delivery/accept-silent-deliveries.server.ts'
import { answerDelivery } from '#app/delivery/answer-delivery.server.ts'
import { settleObjection } from '#app/delivery/settle-objection.server.ts'
import { stateDelivery } from '#app/delivery/state-delivery.server.ts'
import { stateNotAttended } from '#app/delivery/state-not-attended.server.ts'
import { waiveFee } from '#app/delivery/waive-fee.server.ts'
import { cents } from '#app/platform/money.ts'
import type { GivenWorld } from './given-session.ts'
import { testApp } from '#tests/support/test-app.ts'
import { balancesOf, givenSession, givenWorld, valueOf } from './given-session.ts'

const app = await testApp({ now: '2026-11-24T12:00:00Z' })
const instant = Temporal.Instant.from

async function stated(world: GivenWorld, startsAt = '2026-11-24T08:00:00Z') {
  const booking = await givenSession(app, world, { startsAt })
  const { deliveryId } = valueOf(
    await stateDelivery(app.as(world.specialistActor), { bookingId: booking.id, how: 'as-planned' }),
  )
  return deliveryId
}

async function missed(world: GivenWorld, startsAt = '2026-11-24T08:00:00Z') {
  const booking = await givenSession(app, world, { startsAt })
  const absence = { bookingId: booking.id, cause: 'no-show' as const, asksFee: true, note: null }
  return valueOf(await stateNotAttended(app.as(world.specialistActor), absence)).deliveryId
}

const deliveryOf = (id: string) => app.owner.delivery.findUniqueOrThrow({ where: { id } })
const cosign = (deliveryId: string, takesExtra = false) => ({ deliveryId, answer: 'cosign' as const, takesExtra })
const object = (deliveryId: string, words: string | null = 'Nebijām tur.') => ({
  deliveryId,
  answer: 'object' as const,
  objection: 'did_not_happen' as const,
  words,
})

test('a co-signed statement is accepted and moves no money', async () => {
  const world = await givenWorld(app)
  const deliveryId = await stated(world)

  const answer = valueOf(await answerDelivery(app.as(world.guardian), cosign(deliveryId)))

  expect(answer).toMatchObject({ state: 'accepted', amount: 38_00 })
  expect(await deliveryOf(deliveryId)).toMatchObject({
    state: 'accepted',
    accepted_how: 'cosigned',
    answered_by: world.guardian.personId,
  })
  expect(await balancesOf(app, world.lineId)).toEqual({ available: 362_00, reserved: 0, delivered: 38_00 })
  expect(await app.ledgerFaults()).toEqual([])
})

test('co-signing takes the extra when the guardian agrees and the money is there', async () => {
  const world = await givenWorld(app, { unit: 'hour', budget: 20_00 })
  const longer = async (startsAt: string) => {
    const booking = await givenSession(app, world, { startsAt, minutes: 60, price: 8_00, unitPrice: 8_00 })
    const startedAt = instant(startsAt)
    const endedAt = startedAt.add({ minutes: 75 })
    const said = {
      how: 'as-stated' as const,
      startedAt,
      endedAt,
      placeType: 'provider' as const,
      note: null,
      quantity: null,
    }
    return valueOf(await stateDelivery(app.as(world.specialistActor), { bookingId: booking.id, ...said })).deliveryId
  }
  const [first, second] = [await longer('2026-11-24T08:00:00Z'), await longer('2026-11-24T10:00:00Z')]
  // 4,00 are free: enough for 2,00 of one and 2,00 of the other.
  await app.corrupt((tx) => tx.$executeRaw`UPDATE delivery SET extra_asked_cents = 300 WHERE id = ${second}::uuid`)

  const taken = valueOf(await answerDelivery(app.as(world.guardian), cosign(first, true)))
  const refused = await answerDelivery(app.as(world.guardian), cosign(second, true))
  const without = valueOf(await answerDelivery(app.as(world.guardian), cosign(second, false)))

  expect(taken.amount).toBe(10_00)
  expect(refused).toEqual({
    ok: false,
    refusal: { kind: 'extra-not-available', extra: 3_00, available: 2_00 },
  })
  expect(without.amount).toBe(8_00)
  expect(await balancesOf(app, world.lineId)).toEqual({ available: 2_00, reserved: 0, delivered: 18_00 })
  expect(await app.ledgerFaults()).toEqual([])
})

test('an objection stops the payment and keeps the words', async () => {
  const world = await givenWorld(app)
  const deliveryId = await stated(world)

  const answer = valueOf(await answerDelivery(app.as(world.guardian), object(deliveryId, '  Bērns slimoja. ')))

  expect(answer.state).toBe('objected')
  expect(await deliveryOf(deliveryId)).toMatchObject({ objection: 'did_not_happen', objection_note: 'Bērns slimoja.' })
  const events = await app.owner.domainEvent.findMany({ where: { subject_id: deliveryId }, orderBy: { id: 'asc' } })
  expect(events.map((event) => event.type)).toEqual(['delivery.stated', 'delivery.objected'])
  expect(await app.ledgerFaults()).toEqual([])
})

test('another reason needs words', async () => {
  const world = await givenWorld(app)
  const deliveryId = await stated(world)

  const result = await answerDelivery(app.as(world.guardian), {
    deliveryId,
    answer: 'object',
    objection: 'other',
    words: '  ',
  })

  expect(result).toEqual({ ok: false, refusal: { kind: 'words-needed' } })
  expect(await deliveryOf(deliveryId)).toMatchObject({ state: 'awaiting' })
})

test('of co-signing and objecting at the same moment exactly one counts', async () => {
  const world = await givenWorld(app)
  const deliveryId = await stated(world)
  const ctx = app.as(world.guardian)

  const results = await Promise.all(
    Array.from({ length: 10 }, (_, index) => answerDelivery(ctx, index % 2 ? cosign(deliveryId) : object(deliveryId))),
  )

  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(await app.owner.domainEvent.count({ where: { subject_id: deliveryId } })).toBe(2)
})

test('an answer is given once, also when everybody answers at the same moment', async () => {
  const world = await givenWorld(app)
  const deliveryId = await stated(world)
  app.clock.set('2026-12-01T22:00:00Z')
  const ctx = app.as(world.guardian)

  const results = await Promise.all([
    ...Array.from({ length: 5 }, () => answerDelivery(ctx, cosign(deliveryId))),
    acceptSilentDeliveries(app.system(world.municipality.id)),
    acceptSilentDeliveries(app.system(world.municipality.id)),
  ])
  const late = await answerDelivery(ctx, object(deliveryId))
  app.clock.set('2026-11-24T12:00:00Z')

  expect(results.filter((result) => ('ok' in result ? result.ok : result.accepted === 1))).toHaveLength(1)
  expect(late).toEqual({ ok: false, refusal: { kind: 'already-answered', state: 'accepted' } })
})

test('foreign deliveries do not exist: other families, other municipalities, providers and ids that are none', async () => {
  const world = await givenWorld(app)
  const neighbour = await app.given.family({
    municipalityId: world.municipality.id,
    lines: [{ serviceId: world.service.id, cents: 1_00 }],
  })
  const elsewhere = await givenWorld(app)
  const deliveryId = await stated(world)
  const nothing = { ok: false, refusal: { kind: 'not-found' } }

  for (const actor of [neighbour.guardian, elsewhere.guardian, world.specialistActor, world.manager]) {
    expect(await answerDelivery(app.as(actor), cosign(deliveryId))).toEqual(nothing)
  }
  expect(await answerDelivery(app.as(world.guardian), cosign('none'))).toEqual(nothing)
  const foreignOfficer = await app.given.actor('finance_officer', { municipalityId: elsewhere.municipality.id })
  const otherWorker = await app.given.actor('social_worker', { municipalityId: world.municipality.id })
  for (const actor of [foreignOfficer, otherWorker, world.guardian]) {
    expect(await settleObjection(app.as(actor), { deliveryId, decision: 'uphold', reason: 'x' })).toEqual(nothing)
  }
  for (const actor of [elsewhere.manager, world.guardian, foreignOfficer]) {
    expect(await waiveFee(app.as(actor), { deliveryId, reason: null })).toEqual(nothing)
  }
})

test.each([
  ['an ordinary week', '2026-11-24T12:00:00Z', '2026-12-01T22:00:00Z'],
  // Stated on a Wednesday before Christmas: 24, 25, 26 and 31 December and 1 January do not count.
  ['Christmas', '2026-12-23T12:00:00Z', '2027-01-05T22:00:00Z'],
  ['the clocks going forward', '2027-03-24T12:00:00Z', '2027-04-02T21:00:00Z'],
  ['the clocks going back', '2026-10-21T12:00:00Z', '2026-10-28T22:00:00Z'],
])('silence across %s counts from the midnight after the fifth working day', async (_, now, acceptedFrom) => {
  await app.owner.publicHoliday.createMany({
    skipDuplicates: true,
    data: ['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-31', '2027-01-01', '2027-03-26', '2027-03-29'].map(
      (day) => ({
        on_date: new Date(day),
        name_lv: day,
        name_en: day,
      }),
    ),
  })
  app.clock.set(now)
  const world = await givenWorld(app)
  const deliveryId = await stated(world, instant(now).subtract({ hours: 2 }).toString())
  const edge = instant(acceptedFrom)

  app.clock.set(edge.subtract({ milliseconds: 1 }))
  const before = await acceptSilentDeliveries(app.system(world.municipality.id))
  app.clock.set(edge)
  const late = await answerDelivery(app.as(world.guardian), object(deliveryId))
  const after = await acceptSilentDeliveries(app.system(world.municipality.id))
  app.clock.set('2026-11-24T12:00:00Z')

  expect([before, after]).toEqual([{ accepted: 0 }, { accepted: 1 }])
  expect(late).toMatchObject({ ok: false, refusal: { kind: 'time-is-over' } })
  expect(await deliveryOf(deliveryId)).toMatchObject({ state: 'accepted', accepted_how: 'silence', answered_by: null })
  expect(await app.ledgerFaults()).toEqual([])
})

test('silence is counted by the policy of the municipality and only in it', async () => {
  const quick = await givenWorld(app, { policy: { silent_acceptance_days: 1 } })
  const other = await givenWorld(app, { policy: { silent_acceptance_days: 1 } })
  const [mine, theirs] = [await stated(quick), await stated(other)]
  app.clock.set('2026-11-25T22:00:00Z')

  await acceptSilentDeliveries(app.system(quick.municipality.id))
  app.clock.set('2026-11-24T12:00:00Z')

  expect(await deliveryOf(mine)).toMatchObject({ state: 'accepted' })
  expect(await deliveryOf(theirs)).toMatchObject({ state: 'awaiting' })
})

test('an objection upheld gives all of the money back, with the reason', async () => {
  const world = await givenWorld(app)
  const officer = await app.given.actor('finance_officer', { municipalityId: world.municipality.id })
  const deliveryId = await stated(world)
  await answerDelivery(app.as(world.guardian), object(deliveryId))

  const settled = valueOf(
    await settleObjection(app.as(officer), {
      deliveryId,
      decision: 'uphold',
      reason: ' Speciāliste apstiprina kļūdu. ',
    }),
  )

  expect(settled).toMatchObject({ state: 'rejected', amount: 0, returned: 38_00 })
  expect(await balancesOf(app, world.lineId)).toEqual({ available: 400_00, reserved: 0, delivered: 0 })
  const transfer = await app.owner.transfer.findFirstOrThrow({
    where: { cause_id: deliveryId, kind: 'reverse_delivery' },
  })
  expect(transfer).toMatchObject({ cents: 38_00, person_id: officer.personId, reason: 'Speciāliste apstiprina kļūdu.' })
  expect(await app.owner.auditEvent.findMany({ where: { subject_id: deliveryId } })).toMatchObject([
    { action: 'delivery.settle.uphold', reason: 'Speciāliste apstiprina kļūdu.' },
  ])
  expect(await app.ledgerFaults()).toEqual([])
})

test('an objection dismissed accepts the statement as it stands', async () => {
  const world = await givenWorld(app)
  const officer = await app.given.actor('municipality_administrator', { municipalityId: world.municipality.id })
  const deliveryId = await stated(world)
  await answerDelivery(app.as(world.guardian), object(deliveryId))

  const settled = valueOf(
    await settleObjection(app.as(officer), { deliveryId, decision: 'dismiss', reason: 'Žurnālā ir.' }),
  )
  const again = await settleObjection(app.as(officer), { deliveryId, decision: 'uphold', reason: 'Vēlreiz.' })

  expect(settled).toMatchObject({ state: 'accepted', amount: 38_00, returned: 0 })
  expect(await deliveryOf(deliveryId)).toMatchObject({ accepted_how: 'settled', settled_by: officer.personId })
  expect(again).toEqual({ ok: false, refusal: { kind: 'not-objected', state: 'accepted' } })
  expect(await app.ledgerFaults()).toEqual([])
})

test('a lower amount gives the difference back', async () => {
  const world = await givenWorld(app)
  const officer = await app.given.actor('finance_officer', { municipalityId: world.municipality.id })
  const deliveryId = await stated(world)
  await answerDelivery(app.as(world.guardian), object(deliveryId))
  const lower = (amount: number, reason = 'Puse laika.') =>
    settleObjection(app.as(officer), { deliveryId, decision: 'lower', amount: cents(amount), reason })

  for (const amount of [0, -1, 38_00, 38_01]) {
    expect(await lower(amount)).toEqual({ ok: false, refusal: { kind: 'amount-out-of-range', most: 38_00 } })
  }
  expect(await lower(19_00, ' ')).toEqual({ ok: false, refusal: { kind: 'reason-needed' } })
  const settled = valueOf(await lower(37_99))

  expect(settled).toMatchObject({ state: 'accepted', amount: 37_99, returned: 1 })
  expect(await balancesOf(app, world.lineId)).toEqual({ available: 362_01, reserved: 0, delivered: 37_99 })
  expect(await app.ledgerFaults()).toEqual([])
})

test('a fee waived goes back and no longer counts; one on its way in a payout stays', async () => {
  const world = await givenWorld(app)
  const deliveryId = await missed(world)
  const onItsWay = await missed(world, '2026-11-23T08:00:00Z')
  await answerDelivery(app.as(world.guardian), cosign(onItsWay))
  await givenPayoutOf(world, onItsWay)

  const waived = valueOf(await waiveFee(app.as(world.manager), { deliveryId, reason: 'Pirmā reize.' }))
  const again = await waiveFee(app.as(world.manager), { deliveryId, reason: null })
  const tooLate = await waiveFee(app.as(world.specialistActor), { deliveryId: onItsWay, reason: null })

  expect(waived).toMatchObject({ returned: 19_00 })
  expect(again).toEqual({ ok: false, refusal: { kind: 'no-longer-owed', state: 'waived' } })
  expect(tooLate).toEqual({ ok: false, refusal: { kind: 'already-in-payout' } })
  expect(await app.owner.booking.findUniqueOrThrow({ where: { id: waived.bookingId } })).toMatchObject({
    charged_cents: 0,
  })
  expect(await balancesOf(app, world.lineId)).toEqual({ available: 381_00, reserved: 0, delivered: 19_00 })
  expect(await app.ledgerFaults()).toEqual([])
})

test('a session that took place is not a fee to waive', async () => {
  const world = await givenWorld(app)
  const deliveryId = await stated(world)

  const result = await waiveFee(app.as(world.manager), { deliveryId, reason: null })

  expect(result).toEqual({ ok: false, refusal: { kind: 'not-a-fee' } })
})

/** The delivery alone in a prepared run, as preparing one leaves it. */
async function givenPayoutOf(world: GivenWorld, deliveryId: string) {
  const officer = await app.given.actor('finance_officer', { municipalityId: world.municipality.id })
  const ofTenant = { municipality_id: world.municipality.id }
  const run = await app.owner.payoutRun.create({
    data: {
      ...ofTenant,
      year: 2026,
      number: 1,
      covers_from: new Date('2026-11-01'),
      covers_before: new Date('2026-12-01'),
      execution_date: new Date('2026-12-15'),
      state: 'prepared',
      total_cents: 19_00,
      payout_count: 1,
      message_id: crypto.randomUUID(),
      prepared_by: officer.personId,
      prepared_at: new Date('2026-11-24T12:00:00Z'),
    },
  })
  const payout = await app.owner.payout.create({
    data: {
      ...ofTenant,
      run_id: run.id,
      provider_id: world.provider.id,
      cents: 19_00,
      creditor_name: world.provider.name,
      creditor_iban: world.provider.iban,
      end_to_end_id: crypto.randomUUID(),
      state: 'prepared',
    },
  })
  await app.owner.payoutItem.create({
    data: { ...ofTenant, payout_id: payout.id, delivery_id: deliveryId, provider_id: world.provider.id, cents: 19_00 },
  })
}
