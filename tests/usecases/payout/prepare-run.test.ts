import { expect, test } from 'vitest'
import { prepareRun } from '#app/payout/prepare-run.server.ts'
import { returnRun } from '#app/payout/return-run.server.ts'
import { cents } from '#app/platform/money.ts'
import { testApp } from '#tests/support/test-app.ts'
import { accepted, allOfNovember, givenDelivery, november, payingMunicipality, served } from './accepted-delivery.ts'

const app = await testApp({ now: '2026-12-02T09:00:00Z' })

test('accepted deliveries become one payout for each provider, the rest is left out with its reasons', async () => {
  const { municipalityId, officer } = await payingMunicipality(app)
  const [one, other] = [await served(app, { municipalityId }), await served(app, { municipalityId })]
  await givenDelivery(app, one)
  await givenDelivery(app, one, { startsAt: '2026-11-30T21:30:00Z', price: 40_00, amount: 25_00 })
  await givenDelivery(app, other, { startsAt: '2026-10-31T22:00:00Z' })
  const tomorrow = await givenDelivery(app, other, { startsAt: '2026-11-30T22:00:00Z' })
  const awaited = await givenDelivery(app, one, { startsAt: '2026-11-12T08:00:00Z', state: 'awaiting' })
  const objected = await givenDelivery(app, one, { startsAt: '2026-11-13T08:00:00Z', state: 'objected' })

  const run = accepted(await prepareRun(officer, allOfNovember))

  expect(run).toMatchObject({ year: 2026, number: 1, total: 89_00, payoutCount: 2 })
  const reasons = run.leftOut.map(({ candidate, reasons: why }) => [candidate.deliveryId, why.map(({ kind }) => kind)])
  expect(reasons).toEqual([
    [awaited, ['answer-awaited']],
    [objected, ['objected']],
  ])
  const payouts = await app.owner.payout.findMany({ where: { run_id: run.runId }, include: { items: true } })
  expect(payouts.map((payout) => [payout.creditor_name, payout.cents, payout.items.length]).toSorted()).toEqual(
    [
      [one.provider.name, 57_00, 2],
      [other.provider.name, 32_00, 1],
    ].toSorted(),
  )
  expect(payouts.flatMap(({ items }) => items).map(({ delivery_id }) => delivery_id)).not.toContain(tomorrow)
  expect(await app.ledgerFaults()).toEqual([])
})

test('the payout day of the policy is the day of execution, moved off a weekend', async () => {
  const { municipalityId, officer } = await payingMunicipality(app)
  await givenDelivery(app, await served(app, { municipalityId }))

  const { runId } = accepted(await prepareRun(officer, allOfNovember))

  const run = await app.owner.payoutRun.findUniqueOrThrow({ where: { id: runId } })
  expect(run.execution_date.toISOString().slice(0, 10)).toBe('2026-12-15')
  expect(run.message_id).toMatch(/^R-[0-9A-Z]{26}$/)
})

test('a session of somebody whose credentials had ended that day is left out', async () => {
  const { municipalityId, officer } = await payingMunicipality(app)
  const family = await served(app, { municipalityId })
  await app.owner.credential.updateMany({
    where: { specialist_id: family.specialist.id, kind: 'clearance' },
    data: { valid_to: new Date('2026-11-10') },
  })
  await givenDelivery(app, family, { startsAt: '2026-11-09T08:00:00Z' })
  await givenDelivery(app, family, { startsAt: '2026-11-10T08:00:00Z' })

  const run = accepted(await prepareRun(officer, allOfNovember))

  expect(run.total).toBe(32_00)
  expect(run.leftOut.map(({ reasons }) => reasons)).toEqual([
    [{ kind: 'credential-missing', credentials: ['clearance'] }],
  ])
})

test('two runs prepared at once pay a delivery once, and numbers have no gaps', async () => {
  const { municipalityId, officer } = await payingMunicipality(app)
  const family = await served(app, { municipalityId })
  for (let day = 1; day <= 12; day += 1) {
    await givenDelivery(app, family, { startsAt: `2026-11-${String(day).padStart(2, '0')}T08:00:00Z` })
  }
  const days = Array.from({ length: 12 }, (_, index) => november.firstDay.add({ days: index }))
  const stretches = [november, november, ...days.map((day) => ({ firstDay: day, endDay: day.add({ days: 1 }) }))]

  const results = await Promise.all(stretches.map((dates) => prepareRun(officer, { dates, expectedTotal: null })))

  const runs = results.filter((result) => result.ok).map(({ value }) => value)
  expect(runs.reduce((sum, { total }) => sum + total, 0)).toBe(12 * 32_00)
  const numbers = runs.map(({ number }) => number).toSorted((a, b) => a - b)
  expect(numbers).toEqual(runs.map((_, index) => index + 1))
  const items = await app.owner.payoutItem.groupBy({
    by: ['delivery_id'],
    where: { municipality_id: municipalityId },
    _count: true,
  })
  expect(items.every(({ _count }) => _count === 1)).toBe(true)
  expect(await app.ledgerFaults()).toEqual([])
})

test('a delivery is in one live payout only, also for the database', async () => {
  const { municipalityId, officer } = await payingMunicipality(app)
  await givenDelivery(app, await served(app, { municipalityId }))
  const { runId } = accepted(await prepareRun(officer, allOfNovember))

  await expect(
    app.owner.$executeRaw`INSERT INTO payout_item (municipality_id, payout_id, delivery_id, provider_id, cents)
      SELECT i.municipality_id, i.payout_id, i.delivery_id, i.provider_id, i.cents
      FROM payout_item i JOIN payout o ON o.id = i.payout_id WHERE o.run_id = ${runId}::uuid`,
  ).rejects.toThrow('one_live_payout_a_delivery')
})

test('a run that is returned frees its deliveries and keeps its number', async () => {
  const { municipalityId, officer, approver } = await payingMunicipality(app)
  await givenDelivery(app, await served(app, { municipalityId }))
  const first = accepted(await prepareRun(officer, allOfNovember))
  expect(await prepareRun(officer, allOfNovember)).toEqual({
    ok: false,
    refusal: { kind: 'nothing-to-pay', leftOut: 1 },
  })

  accepted(await returnRun(approver, { runId: first.runId, reason: ' Trūkst rēķina ' }))
  const second = accepted(await prepareRun(officer, allOfNovember))

  expect(second).toMatchObject({ number: 2, total: 32_00 })
  const returned = await app.owner.payoutRun.findUniqueOrThrow({
    where: { id: first.runId },
    include: { payouts: true },
  })
  expect(returned).toMatchObject({ state: 'returned', return_reason: 'Trūkst rēķina', payouts: [{ state: 'dropped' }] })
  expect(await app.ledgerFaults()).toEqual([])
})

test('what cannot be prepared is refused and changes nothing', async () => {
  const { municipalityId, officer, approver } = await payingMunicipality(app)
  const backwards = { firstDay: november.endDay, endDay: november.firstDay }

  expect(await prepareRun(officer, allOfNovember)).toMatchObject({ refusal: { kind: 'nothing-to-pay' } })
  expect(await prepareRun(officer, { ...allOfNovember, dates: backwards })).toMatchObject({
    refusal: { kind: 'dates-wrong' },
  })
  const family = await served(app, { municipalityId })
  await givenDelivery(app, family)
  expect(await prepareRun(approver, allOfNovember)).toMatchObject({ refusal: { kind: 'not-entrusted' } })
  expect(await prepareRun(officer, { dates: november, expectedTotal: cents(31_00) })).toEqual({
    ok: false,
    refusal: { kind: 'total-changed', total: 32_00 },
  })
  await app.owner.provider.update({ where: { id: family.provider.id }, data: { iban: 'LV00HABA0551016193780' } })
  expect(await prepareRun(officer, allOfNovember)).toEqual({
    ok: false,
    refusal: { kind: 'file-not-payable', problems: [{ what: 'creditor-iban', creditor: family.provider.name }] },
  })
  expect(await app.owner.payoutRun.count({ where: { municipality_id: municipalityId } })).toBe(0)
})

test('another municipality sees and pays nothing of it', async () => {
  const mine = await payingMunicipality(app)
  const theirs = await payingMunicipality(app)
  await givenDelivery(app, await served(app, { municipalityId: mine.municipalityId }))
  const { runId } = accepted(await prepareRun(mine.officer, allOfNovember))

  expect(await prepareRun(theirs.officer, allOfNovember)).toMatchObject({
    refusal: { kind: 'nothing-to-pay', leftOut: 0 },
  })
  expect(await returnRun(theirs.approver, { runId, reason: 'x' })).toMatchObject({ refusal: { kind: 'not-found' } })
})
