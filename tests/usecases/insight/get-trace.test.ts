import { expect, test } from 'vitest'
import { getTrace, getTraceAsSystem } from '#app/insight/get-trace.server.ts'
import { approveRun } from '#app/payout/approve-run.server.ts'
import { executeRun } from '#app/payout/execute-run.server.ts'
import { prepareRun } from '#app/payout/prepare-run.server.ts'
import { toDate } from '#app/platform/time.ts'
import { testApp } from '#tests/support/test-app.ts'
import { accepted, allOfNovember, givenDelivery, payingMunicipality, served } from '../payout/accepted-delivery.ts'

const app = await testApp({ now: '2026-12-02T09:00:00Z' })
const bankDate = Temporal.PlainDate.from('2026-12-02')
const notFound = { ok: false, refusal: { kind: 'not-found' } }

/** A line of 1 000 euros, of which one delivery of 25 (reserved 40) is paid after a refused payment, another waits. */
async function paidStory() {
  const people = await payingMunicipality(app)
  const { municipalityId, officer, approver } = people
  const family = await served(app, { municipalityId })
  const paid = await givenDelivery(app, family, { price: 40_00, amount: 25_00 })
  const refusedRun = accepted(await prepareRun(officer, allOfNovember)).runId
  accepted(await approveRun(approver, { runId: refusedRun }))
  const payout = await app.owner.payout.findFirstOrThrow({ where: { run_id: refusedRun } })
  const refused = [{ payoutId: payout.id, reason: 'Konts slēgts' }]
  accepted(await executeRun(officer, { runId: refusedRun, bankDate, refused }))
  const { runId } = accepted(await prepareRun(officer, allOfNovember))
  accepted(await approveRun(approver, { runId }))
  accepted(await executeRun(officer, { runId, bankDate, refused: [] }))
  await givenDelivery(app, family, { startsAt: '2026-11-20T08:00:00Z', state: 'awaiting' })
  const booking = await app.owner.delivery.findUniqueOrThrow({ where: { id: paid }, select: { booking_id: true } })
  return { ...people, ...family, paid, bookingId: booking.booking_id, runId, refusedPayout: payout.id }
}

const kinds = ['reserve', 'release', 'deliver', 'send', 'bounce', 'send', 'settle']

test('a delivery is traced from its reservation to the bank, and the sums agree', async () => {
  const { officer, paid } = await paidStory()

  const trace = accepted(await getTrace(officer, { id: paid }))

  expect(trace.entries.map(({ kind }) => kind)).toEqual(kinds)
  expect(trace.entries.map(({ after }) => after)).toEqual([40_00, 25_00, 25_00, 25_00, 25_00, 25_00, 25_00])
  expect(trace.entries[4]).toMatchObject({ from: 'in_transit', to: 'delivered', reason: 'Konts slēgts' })
  expect(trace).toMatchObject({ total: 25_00, difference: 0, standing: { paid: 25_00, available: 0 } })
  const [delivery] = trace.sessions[0]?.deliveries ?? []
  expect(delivery?.items.map(({ payoutState, isLive }) => [payoutState, isLive])).toEqual([
    ['failed', false],
    ['paid', true],
  ])
  const read = await app.owner.auditEvent.findMany({ where: { subject_id: paid } })
  expect(read.map(({ action }) => action)).toEqual(['trace.read'])
})

test('a line is traced with all it was given, and agrees with its accounts', async () => {
  const { officer, lineId } = await paidStory()

  const trace = accepted(await getTrace(officer, { id: lineId }))

  expect(trace).toMatchObject({ focus: { kind: 'line' }, total: 1_000_00, difference: 0 })
  expect(trace.standing).toEqual({ available: 943_00, reserved: 0, delivered: 32_00, in_transit: 0, paid: 25_00 })
  expect(trace.entries[0]).toMatchObject({ kind: 'assign', from: 'unassigned', to: 'available', after: 1_000_00 })
  expect(trace.sessions).toHaveLength(2)
})

test('booking, payout, run and the number of an entry lead to the same money', async () => {
  const { officer, bookingId, runId, refusedPayout } = await paidStory()

  const ofBooking = accepted(await getTrace(officer, { id: bookingId }))
  for (const id of [runId, refusedPayout, ofBooking.entries[3]?.number ?? '']) {
    const trace = accepted(await getTrace(officer, { id }))
    expect(trace.entries.map(({ number }) => number)).toEqual(ofBooking.entries.map(({ number }) => number))
    expect(trace.difference).toBe(0)
  }
})

test('a session whose state the ledger does not know shows a difference', async () => {
  const { officer, paid } = await paidStory()
  await app.corrupt((tx) => tx.delivery.update({ where: { id: paid }, data: { amount_cents: 24_00 } }))

  expect(accepted(await getTrace(officer, { id: paid })).difference).toBe(1_00)
})

test('a plan’s or grant’s transfers are found by their cause', async () => {
  const { officer, municipalityId, periodId } = await paidStory()

  const ofPeriod = accepted(await getTrace(officer, { id: periodId }))
  expect(ofPeriod.entries.map(({ kind }) => kind)).toEqual(['allocate', 'assign'])
  expect(accepted(await getTrace(officer, { id: municipalityId })).entries).toMatchObject([{ kind: 'fund_grant' }])
})

test('only staff of the municipality see it, a social worker only with families of their own', async () => {
  const { municipalityId, paid, lineId, runId, child, guardian, manager } = await paidStory()
  const elsewhere = await payingMunicipality(app)
  const actor = await app.given.actor('social_worker', { municipalityId })
  const worker = app.as(actor)

  for (const stranger of [elsewhere.officer, app.as(guardian), app.as(manager), worker]) {
    for (const id of [paid, lineId, runId, '1', 'nothing']) {
      expect(await getTrace(stranger, { id })).toEqual(notFound)
    }
  }
  await app.owner.caseAssignment.create({
    data: {
      municipality_id: municipalityId,
      child_id: child.id,
      person_id: actor.personId,
      since: toDate(app.clock.now()),
    },
  })
  expect(accepted(await getTrace(worker, { id: paid })).total).toBe(25_00)
  expect(await getTrace(worker, { id: runId })).toEqual(notFound)
})

test('the command line traces inside one municipality', async () => {
  const { municipalityId, paid } = await paidStory()
  const elsewhere = await payingMunicipality(app)

  const trace = accepted(await getTraceAsSystem(app.system(municipalityId), { municipalityId, id: paid }))
  expect(trace.total).toBe(25_00)
  const other = elsewhere.municipalityId
  expect(await getTraceAsSystem(app.system(other), { municipalityId: other, id: paid })).toEqual(notFound)
})
