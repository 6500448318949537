import { expect, test } from 'vitest'
import { getPeriodBalances } from '#app/budget/get-balances.server.ts'
import { answerDelivery } from '#app/delivery/answer-delivery.server.ts'
import { stateDelivery } from '#app/delivery/state-delivery.server.ts'
import { extendPeriod } from '#app/plan/extend-period.server.ts'
import { getPlanHistory } from '#app/plan/get-plan-history.server.ts'
import { lapseUnusedMoney, releaseUnusedMoney, warnOfPeriodEnds } from '#app/plan/return-unused-money.server.ts'
import { cancelBooking } from '#app/schedule/cancel-booking.server.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { plannedFamily } from '#tests/support/given/planned-family.ts'
import { testApp } from '#tests/support/test-app.ts'

const today = '2026-11-24T10:00:00Z'
const app = await testApp({ now: today })

/** The period ends before 24 March 2027; the policy lets unused money lapse 30 days later, on 23 April. */
async function family() {
  app.clock.set(today)
  return plannedFamily(app)
}

test('unused money goes back on the policy’s day and not before, in summer time as in winter time, and only once', async () => {
  const { town, periodId, guardian, child } = await family()

  // Summer time begins on 28 March: the day is Riga's, an hour before midnight in UTC.
  app.clock.set('2027-04-22T20:59:00Z')
  expect(await lapseUnusedMoney(app.system(town.id))).toEqual({ returned: 0 })
  app.clock.set('2027-04-22T21:00:00Z')
  const runs = await Promise.all([lapseUnusedMoney(app.system(town.id)), lapseUnusedMoney(app.system(town.id))])
  expect(runs.map(({ returned }) => returned).toSorted()).toEqual([0, 3_852_00])
  expect(await lapseUnusedMoney(app.system(town.id))).toEqual({ returned: 0 })

  expect(await getPeriodBalances(app.owner, periodId)).toMatchObject({ allocated: 0, unassigned: 0 })
  const fund = await app.owner.account.findFirst({ where: { municipality_id: town.id, kind: 'fund' } })
  expect(Number(fund?.balance_cents)).toBe(77_040_00)
  expect(await app.owner.domainEvent.count({ where: { subject_id: periodId, type: 'period.lapsed' } })).toBe(1)
  const history = await getPlanHistory(app.as(guardian), { childId: child.id, periodId: null })
  expect(history?.end?.returned).toMatchObject([{ amount: 3_852_00, by: null }])
  expect(await app.ledgerFaults()).toEqual([])
})

test('a line with an open session keeps its money until that is settled', async () => {
  const { town, periodId, lineId, book, worker } = await family()
  const { bookingId } = valueOf(await book('2026-11-26T10:00:00Z'))
  app.clock.set('2027-05-01T10:00:00Z')

  valueOf({ ok: true, value: await lapseUnusedMoney(app.system(town.id)) })
  const kept = await getPeriodBalances(app.owner, periodId)
  expect(kept).toMatchObject({ allocated: 768_00, unassigned: 0 })
  expect(kept.byLine.get(lineId)).toMatchObject({ available: 736_00, reserved: 32_00 })
  expect(await app.ledgerFaults()).toEqual([])

  const cancelling = { bookingId, by: 'municipality' as const, reason: 'other' as const, note: null, revision: 0 }
  valueOf(await cancelBooking(app.as(worker), cancelling))
  expect(await lapseUnusedMoney(app.system(town.id))).toEqual({ returned: 768_00 })
  expect(await app.ledgerFaults()).toEqual([])
})

test('a line with a session that waits for an answer keeps its money until that is given', async () => {
  const { town, periodId, lineId, book, guardian, specialist } = await family()
  const { bookingId } = valueOf(await book('2026-11-26T10:00:00Z'))
  app.clock.set('2026-11-27T10:00:00Z')
  const { deliveryId } = valueOf(await stateDelivery(app.as(specialist), { bookingId, how: 'as-planned' }))
  app.clock.set('2027-05-01T10:00:00Z')

  await lapseUnusedMoney(app.system(town.id))
  const kept = await getPeriodBalances(app.owner, periodId)
  expect(kept.byLine.get(lineId)).toMatchObject({ available: 736_00, reserved: 0, delivered: 32_00 })

  valueOf(await answerDelivery(app.as(guardian), { deliveryId, answer: 'cosign', takesExtra: false }))
  expect(await lapseUnusedMoney(app.system(town.id))).toEqual({ returned: 736_00 })
  expect(await getPeriodBalances(app.owner, periodId)).toMatchObject({ allocated: 32_00 })
  expect(await app.ledgerFaults()).toEqual([])
})

test('where the policy lets unused money stay, it goes back by hand, after the end and with a reason', async () => {
  const { town, periodId, child, worker } = await family()
  await app.owner.municipalityPolicy.updateMany({
    where: { municipality_id: town.id },
    data: { unused_money: 'stays' },
  })
  const release = (reason: string) => releaseUnusedMoney(app.as(worker), { childId: child.id, periodId, reason })

  expect(await release('Beidzās.')).toMatchObject({ refusal: { kind: 'not-over' } })
  app.clock.set('2027-12-01T10:00:00Z')
  expect(await lapseUnusedMoney(app.system(town.id))).toEqual({ returned: 0 })
  expect(await release('')).toMatchObject({ refusal: { kind: 'reason-needed' } })
  expect(valueOf(await release('Periods ir beidzies.'))).toEqual({ returned: 3_852_00 })
  expect(await release('Vēlreiz.')).toMatchObject({ refusal: { kind: 'nothing-free' } })
  expect(await app.ledgerFaults()).toEqual([])
})

test('a family is warned 30 and 7 days before, each once, and again when the period was made longer', async () => {
  const { town, periodId, child, worker } = await family()
  const warn = async (at: string) => {
    app.clock.set(at)
    await warnOfPeriodEnds(app.system(town.id))
    return app.owner.domainEvent.count({ where: { subject_id: periodId, type: 'period.ending' } })
  }
  expect(await warn('2027-02-21T10:00:00Z')).toBe(0)
  expect(await warn('2027-02-22T10:00:00Z')).toBe(1)
  expect(await warn('2027-02-23T10:00:00Z')).toBe(1)
  expect(await warn('2027-03-17T10:00:00Z')).toBe(2)
  expect(await warn('2027-03-23T10:00:00Z')).toBe(2)
  const lastDay = Temporal.PlainDate.from('2027-04-30')
  valueOf(await extendPeriod(app.as(worker), { childId: child.id, periodId, lastDay, reason: 'Slimība.' }))
  expect(await warn('2027-04-24T10:00:00Z')).toBe(3)
})

test('a period is made longer with a reason: sessions fit into the new time, and the end moves with its history', async () => {
  const { periodId, child, worker, book, guardian } = await family()
  expect(await book('2027-03-25T10:00:00Z')).toMatchObject({ ok: false })
  const extend = (day: string, reason = 'Bērns ilgi slimoja.') =>
    extendPeriod(app.as(worker), { childId: child.id, periodId, lastDay: Temporal.PlainDate.from(day), reason })

  expect(await extend('2027-03-23')).toMatchObject({ refusal: { kind: 'not-longer', lastDay: '2027-03-23' } })
  expect(await extend('2028-03-24')).toMatchObject({ refusal: { kind: 'too-long' } })
  expect(await extend('2027-04-23', ' ')).toMatchObject({ refusal: { kind: 'reason-needed' } })
  valueOf(await extend('2027-04-23'))

  valueOf(await book('2027-03-25T10:00:00Z'))
  const history = await getPlanHistory(app.as(guardian), { childId: child.id, periodId: null })
  expect(history?.shown?.lastDay).toBe('2027-04-23')
  expect(history?.end?.extensions).toMatchObject([{ wasEndsBefore: '2027-03-24', endsBefore: '2027-04-24' }])
  expect(await app.owner.domainEvent.count({ where: { subject_id: periodId, type: 'period.extended' } })).toBe(1)
  expect(await getPeriodBalances(app.owner, periodId)).toMatchObject({ allocated: 3_852_00 })
})

test('a period never runs into the child’s next one, nor comes back once its money lapsed', async () => {
  const { town, periodId, child, worker } = await family()
  const extend = (day: string) =>
    extendPeriod(app.as(worker), {
      childId: child.id,
      periodId,
      lastDay: Temporal.PlainDate.from(day),
      reason: 'Vajag.',
    })
  await app.given.period({
    municipalityId: town.id,
    childId: child.id,
    budget: 100_00,
    lines: [],
    startsOn: '2027-05-01',
    endsBefore: '2027-11-01',
  })
  expect(await extend('2027-05-01')).toEqual({ ok: false, refusal: { kind: 'overlaps' } })
  app.clock.set('2027-05-01T10:00:00Z')
  await lapseUnusedMoney(app.system(town.id))
  expect(await extend('2027-04-30')).toEqual({ ok: false, refusal: { kind: 'lapsed' } })
})

test('a period that is made longer while its money lapses keeps it; one whose money went first is not made longer', async () => {
  const { town, periodId, child, worker } = await family()
  const extend = () =>
    extendPeriod(app.as(worker), {
      childId: child.id,
      periodId,
      lastDay: Temporal.PlainDate.from('2027-06-30'),
      reason: 'Slimība.',
    })
  app.clock.set('2027-05-01T10:00:00Z')
  const waiting = new Promise((resolve) => setTimeout(resolve, 300))

  // The lapse has found the period due, and waits for its money; by then the period is longer.
  let lapsed: ReturnType<typeof lapseUnusedMoney> | undefined
  await app.owner.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM account WHERE period_id = ${periodId}::uuid FOR UPDATE`
    lapsed = lapseUnusedMoney(app.system(town.id))
    await waiting
    await tx.budgetPeriod.update({ where: { id: periodId }, data: { ends_before: new Date('2027-05-15') } })
  })
  expect(await lapsed).toEqual({ returned: 0 })

  for (let round = 0; round < 5; round += 1) {
    const other = await family()
    app.clock.set('2027-05-01T10:00:00Z')
    const [{ returned }, longer] = await Promise.all([
      lapseUnusedMoney(app.system(other.town.id)),
      extendPeriod(app.as(other.worker), {
        childId: other.child.id,
        periodId: other.periodId,
        lastDay: Temporal.PlainDate.from('2027-06-30'),
        reason: 'Slimība.',
      }),
    ])
    expect([returned > 0, longer.ok].filter(Boolean)).toHaveLength(1)
  }
  valueOf(await extend())
  expect(await app.ledgerFaults()).toEqual([])
})
