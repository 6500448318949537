import { expect, test } from 'vitest'
import { approveRun } from '#app/payout/approve-run.server.ts'
import { executeRun } from '#app/payout/execute-run.server.ts'
import { getProviderPayout } from '#app/payout/get-provider-payout.server.ts'
import { getRun, getRunExport } from '#app/payout/get-run.server.ts'
import { listProviderPayouts } from '#app/payout/list-provider-payouts.server.ts'
import { listRuns } from '#app/payout/list-runs.server.ts'
import { prepareRun } from '#app/payout/prepare-run.server.ts'
import { returnRun } from '#app/payout/return-run.server.ts'
import { testApp } from '#tests/support/test-app.ts'
import { accepted, allOfNovember, givenDelivery, november, payingMunicipality, served } from './accepted-delivery.ts'

const app = await testApp({ now: '2026-12-02T09:00:00Z' })
const bankDate = Temporal.PlainDate.from('2026-12-02')

async function preparedRun() {
  const people = await payingMunicipality(app)
  const { municipalityId } = people
  const [one, other] = [await served(app, { municipalityId }), await served(app, { municipalityId })]
  await givenDelivery(app, one)
  await givenDelivery(app, one, { startsAt: '2026-11-11T08:00:00Z', price: 40_00, amount: 25_00 })
  await givenDelivery(app, one, { startsAt: '2026-11-12T08:00:00Z', state: 'objected' })
  await givenDelivery(app, other, { startsAt: '2026-11-13T08:00:00Z' })
  const { runId } = accepted(await prepareRun(people.officer, allOfNovember))
  const payouts = await app.owner.payout.findMany({ where: { run_id: runId } })
  const payoutOf = (providerId: string) => payouts.find((payout) => payout.provider_id === providerId)?.id ?? ''
  return { ...people, runId, one, other, payoutOf }
}

test('a run shows what differs from the booking, what waits, and sums that add up', async () => {
  const { approver, runId, one, payoutOf } = await preparedRun()

  const page = accepted(await getRun(approver, { runId, openedPayoutId: payoutOf(one.provider.id) }))

  expect(page.sums).toEqual({
    sessions: 3,
    reserved: 104_00,
    difference: -15_00,
    released: 15_00,
    extra: 0,
    unremarkable: 2,
    leftOut: 32_00,
  })
  expect(page.run).toMatchObject({ number: 1, state: 'prepared', lastDay: '2026-11-30', total: 89_00, payoutCount: 2 })
  const payee = page.payees.find(({ providerId }) => providerId === one.provider.id)
  expect(payee).toMatchObject({
    amount: 57_00,
    reserved: 72_00,
    difference: -15_00,
    otherAmount: 1,
    hasDifference: true,
  })
  expect(payee?.waiting).toEqual({ count: 1, amount: 32_00 })
  expect(page.opened?.sessions.map(({ reserved, amount }) => [reserved, amount])).toEqual([
    [32_00, 32_00],
    [40_00, 25_00],
  ])
  expect(page.leftOut.map(({ reasons }) => reasons.map(({ kind }) => kind))).toEqual([['objected']])
  const read = await app.owner.auditEvent.findMany({ where: { subject_id: payoutOf(one.provider.id) } })
  expect(read.map(({ action }) => action)).toEqual(['payout.read'])
})

test('reading what a run leaves out, which names children, is written down', async () => {
  const { officer, approver, runId } = await preparedRun()
  const municipalityId = officer.actor.municipalityId ?? ''
  const readingsOf = (id: string, action: string) =>
    app.owner.auditEvent.findMany({ where: { subject_id: id, action }, select: { person_id: true } })

  accepted(await getRun(approver, { runId, openedPayoutId: null }))
  const page = accepted(await listRuns(officer, { page: 1, dates: november }))
  accepted(await listRuns(approver, { page: 1, dates: november }))

  expect(page.preview?.leftOut.length).toBeGreaterThan(0)
  expect(await readingsOf(runId, 'run.read')).toEqual([{ person_id: approver.actor.personId }])
  expect(await readingsOf(municipalityId, 'runs.list')).toEqual([{ person_id: officer.actor.personId }])
})

test('what each person may do is said with the reason why not', async () => {
  const { officer, approver, runId } = await preparedRun()
  const rightsOf = async (ctx: typeof officer) => accepted(await getRun(ctx, { runId, openedPayoutId: null })).rights

  expect(await rightsOf(officer)).toEqual({
    approve: 'not-entrusted',
    return: null,
    execute: 'step-not-possible',
    hasFile: false,
  })
  expect(await rightsOf(approver)).toEqual({
    approve: null,
    return: null,
    execute: 'step-not-possible',
    hasFile: false,
  })
  accepted(await approveRun(approver, { runId }))
  expect(await rightsOf(officer)).toMatchObject({
    approve: 'step-not-possible',
    return: 'step-not-possible',
    execute: null,
    hasFile: true,
  })
})

test('the page of runs previews the earliest whole month with money, and the rest of the year', async () => {
  const { municipalityId, officer, approver } = await payingMunicipality(app)
  const family = await served(app, { municipalityId })
  await givenDelivery(app, family, { startsAt: '2026-10-20T08:00:00Z' })
  await givenDelivery(app, family, { startsAt: '2026-11-20T08:00:00Z' })

  const page = accepted(await listRuns(officer, { page: 1, dates: null }))
  expect(page.preview).toMatchObject({ firstDay: '2026-10-01', lastDay: '2026-10-31', total: 32_00, earlier: null })
  expect(page.months.map(({ month, amount }) => [month, amount])).toEqual([
    ['2026-11', 32_00],
    ['2026-10', 32_00],
  ])
  const late = accepted(await listRuns(officer, { page: 1, dates: november }))
  expect(late.preview?.earlier).toEqual({ count: 1, amount: 32_00, since: '2026-10-20' })

  accepted(await prepareRun(officer, allOfNovember))
  const seen = accepted(await listRuns(approver, { page: 1, dates: null }))
  expect(seen).toMatchObject({ count: 1, mayPrepare: false, preview: null, runs: [{ number: 1, state: 'prepared' }] })
})

test('a provider sees its own payouts with their dates, and what is still to come', async () => {
  const { officer, approver, runId, one, other, payoutOf } = await preparedRun()
  const mine = app.as(one.manager)
  const before = accepted(await listProviderPayouts(mine, { page: 1 }))
  expect(before.payouts).toMatchObject([{ state: 'prepared', amount: 57_00, sessions: 2, executionDate: '2026-12-15' }])
  expect(before.upcoming).toMatchObject([
    { month: '2026-11', sessions: 0, waiting: 1, waitingAmount: 32_00, promisedOn: '2026-12-15' },
  ])

  accepted(await approveRun(approver, { runId }))
  accepted(
    await executeRun(officer, {
      runId,
      bankDate,
      refused: [{ payoutId: payoutOf(other.provider.id), reason: 'Konts slēgts' }],
    }),
  )

  expect(accepted(await listProviderPayouts(mine, { page: 1 })).payouts).toMatchObject([
    { state: 'paid', paidOn: '2026-12-02' },
  ])
  expect(accepted(await listProviderPayouts(app.as(other.manager), { page: 1 }))).toMatchObject({
    payouts: [{ state: 'failed', failureReason: 'Konts slēgts' }],
    upcoming: [{ sessions: 1, amount: 32_00 }],
  })
  const detail = accepted(await getProviderPayout(mine, { payoutId: payoutOf(one.provider.id) }))
  expect(detail.sessions.map(({ childName, amount }) => [childName, amount])).toEqual([
    [one.child.given_name, 32_00],
    [one.child.given_name, 25_00],
  ])
})

test('a payout of a returned run never was the provider’s', async () => {
  const { approver, runId, one } = await preparedRun()
  accepted(await returnRun(approver, { runId, reason: 'Jālabo' }))

  expect(accepted(await listProviderPayouts(app.as(one.manager), { page: 1 })).payouts).toEqual([])
})

test('a stranger finds nothing: another provider, its specialist, another municipality', async () => {
  const { runId, one, other, payoutOf } = await preparedRun()
  const payoutId = payoutOf(one.provider.id)
  const notFound = { ok: false, refusal: { kind: 'not-found' } }

  expect(await getProviderPayout(app.as(other.manager), { payoutId })).toEqual(notFound)
  expect(await getProviderPayout(app.as(one.specialistActor), { payoutId })).toEqual(notFound)
  const elsewhere = await payingMunicipality(app)
  expect(await getRun(elsewhere.officer, { runId, openedPayoutId: null })).toEqual(notFound)
  expect(await getRunExport(elsewhere.approver, { runId })).toEqual(notFound)
  expect(accepted(await listRuns(elsewhere.officer, { page: 1, dates: november }))).toMatchObject({
    runs: [],
    months: [],
    preview: { total: 0, leftOut: [] },
  })
  const mine = accepted(await listProviderPayouts(app.as(other.manager), { page: 1 }))
  expect(mine.payouts.map((payout) => payout.payoutId)).toEqual([payoutOf(other.provider.id)])
})
