import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptSilentDeliveries } from '#app/delivery/accept-silent-deliveries.server.ts'
import { answerDelivery } from '#app/delivery/answer-delivery.server.ts'
import { settleObjection } from '#app/delivery/settle-objection.server.ts'
import { stateDelivery } from '#app/delivery/state-delivery.server.ts'
import { stateNotAttended } from '#app/delivery/state-not-attended.server.ts'
import { waiveFee } from '#app/delivery/waive-fee.server.ts'
import { getPeriodBalances } from '#app/budget/get-balances.server.ts'
import { approveRun } from '#app/payout/approve-run.server.ts'
import { executeRun } from '#app/payout/execute-run.server.ts'
import { prepareRun } from '#app/payout/prepare-run.server.ts'
import { returnRun } from '#app/payout/return-run.server.ts'
import { cents } from '#app/platform/money.ts'
import { hundredths } from '#app/platform/quantity.ts'
import type { Result } from '#app/platform/result.ts'
import { dateOf, homeZone } from '#app/platform/time.ts'
import { bookSession } from '#app/schedule/book-session.server.ts'
import { cancelBooking } from '#app/schedule/cancel-booking.server.ts'
import { moveBooking } from '#app/schedule/move-booking.server.ts'
import { testApp } from '#tests/support/test-app.ts'
import { MoneyModel } from './money-model.ts'

/*
 * Random lives of a few families, in thousands of steps, beside a model of a hundred plain lines. Every step must end
 * as the model says, down to the kind of refusal, and leave the money where the model has it.
 */

const app = await testApp({ now: '2026-10-20T05:00:00Z' })

const prices = [38_00, 30_50, 45_00]
const budget = 400_00
/** How often each kind of step went through, to show that the lives are full ones. */
const done = new Map<string, number>()

const fullLife = [
  'book',
  'move',
  'cancel',
  'provider-cancels',
  'confirm',
  'confirm-otherwise',
  'miss',
  'cosign',
  'take-extra',
  'object',
  'uphold',
  'dismiss',
  'lower',
  'waive',
  'prepare',
  'approve',
  'return',
  'execute',
] as const

/** Two whole numbers pick what a step is about; the step itself decides what they mean. */
const pick = fc.nat({ max: 1_000 })
const anyStep = fc.oneof(
  { weight: 10, arbitrary: fc.record({ do: fc.constant('book' as const), one: pick, two: pick, three: pick }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('move' as const), one: pick, two: pick, three: pick }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('cancel', 'provider-cancels'), one: pick }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('confirm' as const), one: pick }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('confirm-otherwise', 'miss'), one: pick, two: pick }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('cosign', 'take-extra', 'object'), one: pick }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('uphold', 'dismiss', 'lower', 'waive'), one: pick }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('prepare', 'approve', 'return', 'execute'), one: pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('silence' as const), one: pick }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('wait' as const), one: pick }) },
)
type Step = (typeof anyStep extends fc.Arbitrary<infer Kind> ? Kind : never) & { two?: number; three?: number }

async function world() {
  app.clock.set('2026-10-20T05:00:00Z')
  const town = await app.given.municipality()
  const service = await app.given.service({ unit: 'trip' })
  const line = { serviceId: service.id, cents: budget }
  const at = { municipalityId: town.id, startsOn: '2026-09-01', endsBefore: '2027-09-01' }
  const families = [await app.given.family({ ...at, lines: [line] }), await app.given.family({ ...at, lines: [line] })]
  const offerings = []
  for (const tariff of prices) {
    const isFirst = tariff === prices[0]
    const to = { municipalityId: town.id, serviceId: service.id, withCap: isFirst }
    offerings.push(await app.given.offering({ ...to, tariff, cap: 100_00, noticeHours: 0 }))
  }
  const finance = await app.given.actor('finance_officer', { municipalityId: town.id })
  const approver = await app.given.actor('payout_approver', { municipalityId: town.id })
  const social = await app.given.actor('municipality_administrator', { municipalityId: town.id })
  const model = new MoneyModel({ now: app.clock.now(), families: families.length, budget })
  return { town, families, offerings, finance, approver, social, model }
}
type World = Awaited<ReturnType<typeof world>>

function choose<Item>(items: readonly Item[], number: number): Item | null {
  return items[number % Math.max(items.length, 1)] ?? null
}

/** Mostly one in the state that the step is meant for, so that lives go on; now and then any, which is refused. */
function chooseMostly<Item extends { state: string }>(
  items: readonly Item[],
  state: string,
  number: number,
): Item | null {
  const fitting = items.filter((item) => item.state === state)
  return choose(number % 4 === 0 || fitting.length === 0 ? items : fitting, Math.floor(number / 4))
}

function must<Item>(item: Item | null | undefined): Item {
  if (item === null || item === undefined) throw new Error('The world has no such thing')
  return item
}

/** A full hour of one of the coming days, in Riga's wall-clock time: across the clock change too. */
function startOf(number: number): Temporal.Instant {
  const day = dateOf(app.clock.now()).add({ days: Math.floor(number / 12) % 12 })
  return day
    .toZonedDateTime({ timeZone: homeZone, plainTime: Temporal.PlainTime.from({ hour: 8 + (number % 12) }) })
    .toInstant()
}

/** Counts what went through; null then, else the kind of the refusal. */
function outcomeOf(step: Step, result: Result<unknown, { kind: string }>): string | null {
  if (result.ok) done.set(step.do, (done.get(step.do) ?? 0) + 1)
  return refusalOf(result)
}

function refusalOf(result: Result<unknown, { kind: string }>): string | null {
  return result.ok ? null : result.refusal.kind
}

async function take(step: Step, { families, offerings, finance, approver, social, model, town }: World): Promise<void> {
  const guardianOf = (family: number) => app.as(must(families[family]).guardian)
  const { now } = model

  if (step.do === 'wait') {
    model.now = now.add({ hours: 1 + (step.one % 30) })
    app.clock.set(model.now)
    return
  }
  if (step.do === 'book') {
    const family = step.one % families.length
    const offering = must(step.two) % offerings.length
    const startsAt = startOf(must(step.three))
    const price = must(prices[offering])
    const { offering: offered, specialist } = must(offerings[offering])
    const { child, lineId } = must(families[family])
    const expected = model.refusalOfBooking({ family, offering, startsAt, price })
    const result = await bookSession(guardianOf(family), {
      childId: child.id,
      budgetLineId: lineId,
      offeringId: offered.id,
      specialistId: specialist.id,
      startsAt,
      seenPriceCents: cents(price),
      requestKey: randomUUID(),
    })
    expect(outcomeOf(step, result)).toBe(expected)
    if (result.ok)
      model.book({ id: result.value.bookingId, family, offering, startsAt, price, revision: 0, state: 'booked' })
    return
  }
  if (step.do === 'move' || step.do === 'cancel' || step.do === 'provider-cancels') {
    const booking = chooseMostly(model.bookings, 'booked', step.one)
    if (booking === null) return
    if (step.do === 'move') {
      const startsAt = startOf(must(step.three))
      const expected =
        booking.state !== 'booked'
          ? 'not-live'
          : model.isLate(booking)
            ? 'too-late-to-move'
            : model.refusalOfTime({ ...booking, startsAt, except: booking.id })
      const result = await moveBooking(guardianOf(booking.family), {
        bookingId: booking.id,
        specialistId: must(offerings[booking.offering]).specialist.id,
        startsAt,
        revision: booking.revision,
      })
      expect(outcomeOf(step, result)).toBe(expected)
      if (result.ok) Object.assign(booking, { startsAt, revision: booking.revision + 1 })
      return
    }
    const isGuardian = step.do === 'cancel'
    const ctx = isGuardian ? guardianOf(booking.family) : app.as(must(offerings[booking.offering]).specialistActor)
    const charge = isGuardian ? model.chargeOf(booking) : 0
    const result = await cancelBooking(ctx, {
      bookingId: booking.id,
      by: isGuardian ? 'guardian' : 'provider',
      reason: isGuardian ? 'plans_changed' : 'specialist_ill',
      note: null,
      revision: booking.revision,
    })
    const isTooLate = isGuardian && model.isOver(booking)
    expect(outcomeOf(step, result)).toBe(booking.state !== 'booked' ? 'not-live' : isTooLate ? 'already-over' : null)
    if (!result.ok) return
    expect(result.value.charge).toBe(charge)
    const fee = await app.owner.delivery.findFirst({ where: { booking_id: booking.id }, select: { id: true } })
    model.cancel(booking, charge, fee?.id ?? null)
    return
  }
  if (step.do === 'confirm' || step.do === 'confirm-otherwise') {
    const booking = chooseMostly(model.bookings, 'booked', step.one)
    if (booking === null) return
    const expected = booking.state !== 'booked' ? 'booking-changed' : model.isOver(booking) ? null : 'not-over-yet'
    const specialist = app.as(must(offerings[booking.offering]).specialistActor)
    const { id: bookingId, startsAt } = booking
    const quantity = step.do === 'confirm' ? 100 : must([50, 110, 150][must(step.two) % 3])
    const times = { startedAt: startsAt, endedAt: startsAt.add({ minutes: 45 }) }
    const said = { placeType: 'provider' as const, note: null, quantity: hundredths(quantity) }
    const result = await stateDelivery(
      specialist,
      quantity === 100 ? { bookingId, how: 'as-planned' } : { bookingId, how: 'as-stated', ...times, ...said },
    )
    expect(outcomeOf(step, result)).toBe(expected)
    if (result.ok) model.deliver(booking, { id: result.value.deliveryId, acceptBy: result.value.acceptBy }, quantity)
    return
  }
  if (step.do === 'miss') {
    const booking = chooseMostly(model.bookings, 'booked', step.one)
    if (booking === null) return
    const expected = booking.state !== 'booked' ? 'booking-changed' : model.hasBegun(booking) ? null : 'not-begun-yet'
    const asksFee = must(step.two) % 4 !== 0
    const fee = model.feeOf(booking, asksFee)
    const specialist = app.as(must(offerings[booking.offering]).specialistActor)
    const absence = { bookingId: booking.id, cause: 'no-show' as const, asksFee, note: null }
    const result = await stateNotAttended(specialist, absence)
    expect(outcomeOf(step, result)).toBe(expected)
    if (!result.ok) return
    expect(result.value.amount).toBe(fee)
    model.miss(booking, fee, { id: result.value.deliveryId, acceptBy: result.value.acceptBy })
    return
  }
  if (step.do === 'cosign' || step.do === 'take-extra' || step.do === 'object') {
    const delivery = chooseMostly(model.deliveries, 'awaiting', step.one)
    if (delivery === null) return
    const isTooLate =
      step.do === 'object' && delivery.acceptBy !== null && Temporal.Instant.compare(now, delivery.acceptBy) >= 0
    const takesExtra = step.do === 'take-extra'
    const isTooMuch = takesExtra && delivery.extraAsked > model.purse(delivery.family).available
    const expected =
      delivery.state !== 'awaiting'
        ? 'already-answered'
        : isTooLate
          ? 'time-is-over'
          : isTooMuch
            ? 'extra-not-available'
            : null
    const answer =
      step.do === 'object'
        ? { answer: 'object' as const, objection: 'did_not_happen' as const, words: 'Nenotika.' }
        : { answer: 'cosign' as const, takesExtra }
    const result = await answerDelivery(guardianOf(delivery.family), { deliveryId: delivery.id, ...answer })
    expect(outcomeOf(step, result)).toBe(expected)
    if (!result.ok) return
    if (takesExtra) model.takeExtra(delivery)
    delivery.state = step.do === 'object' ? 'objected' : 'accepted'
    return
  }
  if (step.do === 'waive') {
    const delivery = choose(step.one % 3 === 0 ? model.deliveries : model.fees(), step.one)
    if (delivery === null) return
    const isOwed = delivery.state !== 'waived' && delivery.state !== 'rejected'
    const expected = !delivery.isFee
      ? 'not-a-fee'
      : !isOwed
        ? 'no-longer-owed'
        : delivery.payout === 'none'
          ? null
          : 'already-in-payout'
    const specialist = app.as(must(offerings[delivery.offering]).specialistActor)
    const result = await waiveFee(specialist, { deliveryId: delivery.id, reason: null })
    expect(outcomeOf(step, result)).toBe(expected)
    if (result.ok) model.drop(delivery, 'waived')
    return
  }
  if (step.do === 'uphold' || step.do === 'dismiss' || step.do === 'lower') {
    const delivery = chooseMostly(model.deliveries, 'objected', step.one)
    if (delivery === null) return
    const about = { deliveryId: delivery.id, reason: 'Abas puses uzklausītas.' }
    const input =
      step.do === 'lower'
        ? ({ ...about, decision: 'lower', amount: cents(10_00) } as const)
        : { ...about, decision: step.do }
    const result = await settleObjection(app.as(social), input)
    const isInRange = step.do !== 'lower' || delivery.amount > 10_00
    expect(outcomeOf(step, result)).toBe(
      delivery.state !== 'objected' ? 'not-objected' : isInRange ? null : 'amount-out-of-range',
    )
    if (!result.ok) return
    if (step.do === 'uphold') {
      model.drop(delivery, 'rejected')
      return
    }
    if (step.do === 'lower') model.giveBack(delivery, delivery.amount - 10_00)
    delivery.state = 'accepted'
    return
  }
  if (step.do === 'silence') {
    const due = model.deliveries.filter(
      (one) => one.state === 'awaiting' && one.acceptBy !== null && Temporal.Instant.compare(one.acceptBy, now) <= 0,
    )
    expect(await acceptSilentDeliveries(app.system(town.id))).toEqual({ accepted: due.length })
    for (const delivery of due) delivery.state = 'accepted'
    return
  }
  if (step.do === 'prepare') {
    const payable = model.payable()
    const today = dateOf(now)
    const dates = { firstDay: today.subtract({ days: 200 }), endDay: today.add({ days: 60 }) }
    const result = await prepareRun(app.as(finance), { dates, expectedTotal: null })
    expect(outcomeOf(step, result)).toBe(payable.length === 0 ? 'nothing-to-pay' : null)
    if (!result.ok) return
    expect(result.value.total).toBe(payable.reduce((total, one) => total + one.amount, 0))
    for (const delivery of payable) delivery.payout = 'prepared'
    // The model follows one run at a time: an older one that is still open is returned first, as people would do.
    if (model.run !== null) await finishRun(model, { approver, finance })
    model.run = { id: result.value.runId, preparedBy: 0, state: 'prepared' }
    return
  }
  if (model.run === null) return
  const { run } = model
  if (step.do === 'return') {
    const result = await returnRun(app.as(approver), { runId: run.id, reason: 'Pārbaudīt summas.' })
    expect(outcomeOf(step, result)).toBe(run.state === 'prepared' ? null : 'step-not-possible')
    if (result.ok) {
      for (const delivery of model.inRun('prepared')) delivery.payout = 'none'
      model.run = null
    }
    return
  }
  if (step.do === 'approve') {
    const own = await approveRun(app.as({ ...finance, role: 'payout_approver' }), { runId: run.id })
    expect(refusalOf(own)).toBe(run.state === 'prepared' ? 'prepared-it-yourself' : 'step-not-possible')
    const result = await approveRun(app.as(approver), { runId: run.id })
    expect(outcomeOf(step, result)).toBe(run.state === 'prepared' ? null : 'step-not-possible')
    if (result.ok) {
      for (const delivery of model.inRun('prepared')) model.moveToTransit(delivery)
      run.state = 'approved'
    }
    return
  }
  const payouts = await app.owner.payout.findMany({ where: { run_id: run.id }, include: { items: true } })
  const refused = payouts.filter((_, index) => (step.one + index) % 3 === 0)
  const result = await executeRun(app.as(finance), {
    runId: run.id,
    bankDate: dateOf(now),
    refused: refused.map(({ id }) => ({ payoutId: id, reason: 'AC04' })),
  })
  expect(outcomeOf(step, result)).toBe(run.state === 'approved' ? null : 'step-not-possible')
  if (!result.ok) return
  const bounced = new Set(refused.flatMap((payout) => payout.items.map((item) => item.delivery_id)))
  for (const delivery of model.inRun('in-transit')) model.endTransit(delivery, !bounced.has(delivery.id))
  model.run = null
}

/** Ends the run the model followed, whatever its state, so that a new one can be followed. */
async function finishRun(model: MoneyModel, { approver, finance }: Pick<World, 'approver' | 'finance'>) {
  const { run } = model
  if (run === null) return
  if (run.state === 'prepared') {
    const taken = await app.owner.payoutItem.findMany({ where: { payout: { run_id: run.id } } })
    expect(refusalOf(await returnRun(app.as(approver), { runId: run.id, reason: 'Jauns saraksts.' }))).toBe(null)
    const freed = new Set(taken.map((item) => item.delivery_id))
    for (const delivery of model.inRun('prepared')) if (freed.has(delivery.id)) delivery.payout = 'none'
    return
  }
  const paid = await executeRun(app.as(finance), { runId: run.id, bankDate: dateOf(model.now), refused: [] })
  expect(refusalOf(paid)).toBe(null)
  for (const delivery of model.inRun('in-transit')) model.endTransit(delivery, true)
}

test('random lives keep every cent where a plain model has it', { timeout: 240_000 }, async () => {
  let steps = 0
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 250, maxLength: 400, size: 'max' }), async (lives) => {
      const here = await world()
      for (const [index, one] of lives.entries()) {
        await take(one, here)
        steps += 1
        if (index % 10 !== 0 && index !== lives.length - 1) continue
        for (const [family, { periodId }] of here.families.entries()) {
          const { total, allocated } = await getPeriodBalances(app.owner, periodId)
          expect(total).toEqual(here.model.purse(family))
          expect(allocated).toBe(budget)
        }
      }
    }),
    { numRuns: 8, endOnFailure: true },
  )
  expect(steps).toBeGreaterThan(2_000)
  for (const kind of fullLife) expect([kind, done.get(kind) ?? 0]).not.toEqual([kind, 0])
  expect(await app.ledgerFaults()).toEqual([])
})
