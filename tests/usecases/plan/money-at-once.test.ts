import { expect, test } from 'vitest'
import { getPeriodBalances } from '#app/budget/get-balances.server.ts'
import { answerDelivery } from '#app/delivery/answer-delivery.server.ts'
import { stateDelivery } from '#app/delivery/state-delivery.server.ts'
import { approveRun } from '#app/payout/approve-run.server.ts'
import { executeRun } from '#app/payout/execute-run.server.ts'
import { prepareRun } from '#app/payout/prepare-run.server.ts'
import { extendPeriod } from '#app/plan/extend-period.server.ts'
import { lapseUnusedMoney, releaseUnusedMoney } from '#app/plan/return-unused-money.server.ts'
import { cancelBooking } from '#app/schedule/cancel-booking.server.ts'
import { moveBooking } from '#app/schedule/move-booking.server.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { familyToRevise } from '#tests/support/given/revised-family.ts'
import { testApp } from '#tests/support/test-app.ts'

/*
 * Everything that moves money of one period, at once: families book, move and cancel, specialists state, finance pays,
 * the municipality revises, extends and takes back. Whoever wins, every cent is somewhere once.
 */

const today = '2026-11-24T10:00:00Z'
const app = await testApp({ now: today, pool: 20 })
const individual = 3_852_00
const fund = 77_040_00

const day = (text: string) => Temporal.PlainDate.from(text)

/** A family with a session accepted and in a prepared run, one that is over, two that come, and a signed revision. */
async function busyFamily() {
  app.clock.set(today)
  const family = await familyToRevise(app)
  const { town, guardian, specialist, book } = family
  const officer = app.as(await app.given.actor('finance_officer', { municipalityId: town.id }))
  const approver = app.as(await app.given.actor('payout_approver', { municipalityId: town.id }))
  const booked = async (at: string) => valueOf(await book(at)).bookingId
  const accepted = await booked('2026-11-25T08:00:00Z')
  const over = await booked('2026-11-25T12:00:00Z')
  const coming = [await booked('2026-12-03T10:00:00Z'), await booked('2026-12-04T10:00:00Z')]
  app.clock.set('2026-11-26T10:00:00Z')
  const state = (bookingId: string) => stateDelivery(app.as(specialist), { bookingId, how: 'as-planned' })
  const { deliveryId } = valueOf(await state(accepted))
  valueOf(await answerDelivery(app.as(guardian), { deliveryId, answer: 'cosign', takesExtra: false }))
  const dates = { firstDay: day('2026-11-01'), endDay: day('2026-12-01') }
  const { runId } = valueOf(await prepareRun(officer, { dates, expectedTotal: null }))
  const revised = [
    { serviceId: family.serviceId(1), units: 8, reason: 'Mazāk.' },
    { serviceId: family.serviceId(6), units: 6, reason: 'Vairāk.' },
  ]
  const planId = await family.signed(revised)
  const [first = '', second = ''] = coming
  const cancel = (bookingId: string) =>
    cancelBooking(app.as(guardian), { bookingId, by: 'guardian', reason: 'plans_changed', note: null, revision: 0 })
  return { ...family, officer, approver, over, first, second, state, runId, planId, cancel }
}

async function expectEveryCent({ town, periodId }: Awaited<ReturnType<typeof busyFamily>>) {
  const { allocated, unassigned, total } = await getPeriodBalances(app.owner, periodId)
  const inFund = await app.owner.account.findFirst({ where: { municipality_id: town.id, kind: 'fund' } })
  expect(Number(inFund?.balance_cents) + allocated).toBe(fund)
  const { available, reserved, delivered, inTransit, paid } = total
  expect(unassigned + available + reserved + delivered + inTransit + paid).toBe(allocated)
  expect(await app.ledgerFaults()).toEqual([])
}

test('while a revision comes into force, families book, move and cancel and finance pays: no cent is lost', async () => {
  for (let round = 0; round < 4; round += 1) {
    const family = await busyFamily()
    const { guardian, book, first, second } = family
    const { specialist_id: specialistId } = await app.owner.booking.findUniqueOrThrow({ where: { id: second } })
    const move = { bookingId: second, specialistId, startsAt: Temporal.Instant.from('2026-12-07T10:00:00Z') }

    const [approved, stated, sent, ...others] = await Promise.all([
      family.approve(family.planId),
      family.state(family.over),
      approveRun(family.approver, { runId: family.runId }),
      ...['2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11'].map((on) => book(`${on}T10:00:00Z`)),
      family.cancel(first),
      moveBooking(app.as(guardian), { ...move, revision: 0 }),
    ])

    // Eight units are enough for all of them, so nobody is in anybody's way.
    expect([approved, stated, sent, ...others].map(({ ok }) => ok)).not.toContain(false)
    const { total, allocated, unassigned } = await getPeriodBalances(app.owner, family.periodId)
    expect({ allocated, unassigned }).toEqual({ allocated: individual, unassigned: 12_00 + 16 * 32_00 - 6 * 45_00 })
    expect(total).toMatchObject({ reserved: 5 * 32_00, delivered: 32_00, inTransit: 32_00 })
    await expectEveryCent(family)
  }
})

test('while unused money lapses, the late steps of a period still find theirs: no cent is lost', async () => {
  for (let round = 0; round < 4; round += 1) {
    const family = await busyFamily()
    const { town, child, periodId, worker } = family
    valueOf(await approveRun(family.approver, { runId: family.runId }))
    app.clock.set('2027-05-01T10:00:00Z')
    const lapse = () => lapseUnusedMoney(app.system(town.id))

    const [, , extended, paid] = await Promise.all([
      lapse(),
      lapse(),
      extendPeriod(app.as(worker), { childId: child.id, periodId, lastDay: day('2027-05-10'), reason: 'Slimība.' }),
      executeRun(family.officer, { runId: family.runId, bankDate: day('2027-05-01'), refused: [] }),
      releaseUnusedMoney(app.as(worker), { childId: child.id, periodId, reason: 'Beidzās.' }),
      family.state(family.over),
      family.approve(family.planId),
      family.cancel(family.first),
    ])

    expect(paid.ok).toBe(true)
    await expectEveryCent(family)
    const returned = await app.owner.transfer.count({ where: { cause_id: periodId, kind: 'deallocate' } })
    expect(returned > 0).toBe(!extended.ok)
  }
})
