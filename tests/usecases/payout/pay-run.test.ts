import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { approveRun } from '#app/payout/approve-run.server.ts'
import { executeRun } from '#app/payout/execute-run.server.ts'
import { prepareRun } from '#app/payout/prepare-run.server.ts'
import { returnRun } from '#app/payout/return-run.server.ts'
import { writeRunFile } from '#app/payout/write-run-file.server.ts'
import { testApp } from '#tests/support/test-app.ts'
import { accepted, allOfNovember, givenDelivery, payingMunicipality, served } from './accepted-delivery.ts'

const app = await testApp({ now: '2026-12-02T09:00:00Z' })
const bankDate = Temporal.PlainDate.from('2026-12-02')

/** A prepared run of two providers, 32 and 40 euros. */
async function preparedRun() {
  const people = await payingMunicipality(app)
  const { municipalityId } = people
  const [one, other] = [await served(app, { municipalityId }), await served(app, { municipalityId })]
  await givenDelivery(app, one)
  const late = await givenDelivery(app, other, { price: 40_00 })
  const { runId } = accepted(await prepareRun(people.officer, allOfNovember))
  const payouts = await app.owner.payout.findMany({ where: { run_id: runId }, orderBy: { cents: 'asc' } })
  const [small, large] = payouts
  if (small === undefined || large === undefined) throw new Error('The run has two payouts')
  return { ...people, runId, one, other, small, large, late }
}

async function balances(municipalityId: string) {
  const rows = await app.owner.account.groupBy({
    by: ['kind'],
    where: { municipality_id: municipalityId, kind: { in: ['delivered', 'in_transit', 'paid'] } },
    _sum: { balance_cents: true },
  })
  return Object.fromEntries(rows.map(({ kind, _sum }) => [kind, Number(_sum.balance_cents)]))
}

test('money goes from delivered to in transit to paid, and the ledger adds up at each step', async () => {
  const { municipalityId, officer, approver, runId } = await preparedRun()
  expect(await balances(municipalityId)).toEqual({ delivered: 72_00, in_transit: 0, paid: 0 })

  expect(accepted(await approveRun(approver, { runId }))).toEqual({ runId, total: 72_00 })
  expect(await balances(municipalityId)).toEqual({ delivered: 0, in_transit: 72_00, paid: 0 })
  expect(await app.ledgerFaults()).toEqual([])

  expect(accepted(await executeRun(officer, { runId, bankDate, refused: [] }))).toEqual({ runId, paid: 2, failed: 0 })
  expect(await balances(municipalityId)).toEqual({ delivered: 0, in_transit: 0, paid: 72_00 })
  expect(await app.ledgerFaults()).toEqual([])
  const events = await app.owner.domainEvent.findMany({
    where: { municipality_id: municipalityId },
    orderBy: { id: 'asc' },
  })
  expect(events.map(({ type }) => type)).toEqual(['run.prepared', 'payout.paid', 'payout.paid'])
  const audit = await app.owner.auditEvent.findMany({ where: { subject_id: runId }, orderBy: { id: 'asc' } })
  expect(audit.map(({ action }) => action)).toEqual(['run.prepare', 'run.approve', 'run.execute'])
})

test('the one who prepared cannot approve, under any hat and in the database too', async () => {
  const { municipalityId, officer, runId } = await preparedRun()
  const samePerson = app.as(
    await app.given.actor('payout_approver', { municipalityId }, { personId: officer.actor.personId }),
  )

  expect(await approveRun(samePerson, { runId })).toMatchObject({ refusal: { kind: 'prepared-it-yourself' } })
  expect(await approveRun(officer, { runId })).toMatchObject({ refusal: { kind: 'not-entrusted' } })
  await expect(
    app.owner.$executeRaw`UPDATE payout_run SET state = 'approved', approved_by = prepared_by, approved_at = prepared_at
      WHERE id = ${runId}::uuid`,
  ).rejects.toThrow('four_eyes')
  expect(await balances(municipalityId)).toMatchObject({ delivered: 72_00, in_transit: 0 })
})

test('ten approvals and returns at once end in one of the two', async () => {
  const { municipalityId, officer, approver, runId } = await preparedRun()

  const results = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      index % 2 === 0 ? approveRun(approver, { runId }) : returnRun(officer, { runId, reason: 'Jālabo' }),
    ),
  )

  expect(results.filter((result) => result.ok)).toHaveLength(1)
  const run = await app.owner.payoutRun.findUniqueOrThrow({ where: { id: runId } })
  const sent = run.state === 'approved' ? 72_00 : 0
  expect(await balances(municipalityId)).toMatchObject({ in_transit: sent, delivered: 72_00 - sent })
  expect(await app.ledgerFaults()).toEqual([])
})

test('an approved run does not change, whatever SQL is tried', async () => {
  const { approver, runId, small } = await preparedRun()
  accepted(await approveRun(approver, { runId }))
  const { owner } = app

  await expect(owner.$executeRaw`UPDATE payout_run SET total_cents = 1 WHERE id = ${runId}::uuid`).rejects.toThrow()
  await expect(
    owner.$executeRaw`UPDATE payout_run SET state = 'returned', returned_by = prepared_by, returned_at = prepared_at,
      return_reason = 'x', approved_by = NULL WHERE id = ${runId}::uuid`,
  ).rejects.toThrow('does not become returned')
  await expect(owner.$executeRaw`UPDATE payout SET cents = 1 WHERE id = ${small.id}::uuid`).rejects.toThrow(
    'keeps its amount',
  )
  await expect(
    owner.$executeRaw`UPDATE payout SET creditor_iban = 'LV97HABA0012345678910' WHERE id = ${small.id}::uuid`,
  ).rejects.toThrow('keeps its amount')
  await expect(owner.$executeRaw`UPDATE payout_item SET cents = 1 WHERE payout_id = ${small.id}::uuid`).rejects.toThrow(
    'only ever ends',
  )
  await expect(
    owner.$executeRaw`INSERT INTO payout_item (municipality_id, payout_id, delivery_id, provider_id, cents)
      SELECT municipality_id, payout_id, delivery_id, provider_id, cents FROM payout_item WHERE payout_id = ${small.id}::uuid`,
  ).rejects.toThrow('closed')
  expect(await returnRun(approver, { runId, reason: 'x' })).toEqual({
    ok: false,
    refusal: { kind: 'step-not-possible', state: 'approved', step: 'return' },
  })
})

test('what the bank refuses goes back with its reason, and the next run pays it once', async () => {
  const { municipalityId, officer, approver, runId, large, late } = await preparedRun()
  accepted(await approveRun(approver, { runId }))

  const refused = [{ payoutId: large.id, reason: ' Konts slēgts ' }]
  expect(accepted(await executeRun(officer, { runId, bankDate, refused }))).toEqual({ runId, paid: 1, failed: 1 })

  expect(await balances(municipalityId)).toEqual({ delivered: 40_00, in_transit: 0, paid: 32_00 })
  expect(await app.owner.payout.findUniqueOrThrow({ where: { id: large.id } })).toMatchObject({
    state: 'failed',
    failure_reason: 'Konts slēgts',
    paid_on: null,
  })
  expect(await app.ledgerFaults()).toEqual([])

  const next = accepted(await prepareRun(officer, allOfNovember))
  expect(next).toMatchObject({ number: 2, total: 40_00, payoutCount: 1 })
  accepted(await approveRun(approver, { runId: next.runId }))
  accepted(await executeRun(officer, { runId: next.runId, bankDate, refused: [] }))
  expect(await balances(municipalityId)).toEqual({ delivered: 0, in_transit: 0, paid: 72_00 })
  const items = await app.owner.payoutItem.findMany({ where: { delivery_id: late } })
  expect(items.filter(({ is_live }) => is_live)).toHaveLength(1)
  expect(await app.ledgerFaults()).toEqual([])
})

test('a bank date before the approval or after today, a payment of another run and a missing reason are refused', async () => {
  const { officer, approver, runId, small } = await preparedRun()
  const another = await preparedRun()
  accepted(await approveRun(approver, { runId }))
  const execute = (date: string, refused: { payoutId: string; reason: string }[] = []) =>
    executeRun(officer, { runId, bankDate: Temporal.PlainDate.from(date), refused })

  expect(await execute('2026-12-01')).toMatchObject({ refusal: { kind: 'bank-date-before-approval' } })
  expect(await execute('2026-12-03')).toMatchObject({ refusal: { kind: 'bank-date-in-future' } })
  expect(await execute('2026-12-02', [{ payoutId: small.id, reason: ' ' }])).toMatchObject({
    refusal: { kind: 'reason-missing' },
  })
  expect(await execute('2026-12-02', [{ payoutId: another.small.id, reason: 'x' }])).toMatchObject({
    refusal: { kind: 'payout-unknown' },
  })
  expect(await executeRun(another.officer, { runId, bankDate, refused: [] })).toMatchObject({
    refusal: { kind: 'not-found' },
  })
  expect((await execute('2026-12-02')).ok).toBe(true)
  expect(await execute('2026-12-02')).toMatchObject({ refusal: { kind: 'step-not-possible', state: 'executed' } })
})

test('a run whose delivery was settled otherwise is not approved', async () => {
  const { approver, runId, late } = await preparedRun()
  await app.corrupt((tx) => tx.delivery.update({ where: { id: late }, data: { amount_cents: 39_00 } }))

  expect(await approveRun(approver, { runId })).toEqual({
    ok: false,
    refusal: { kind: 'deliveries-changed', count: 1 },
  })
})

const schemaFile = join(resolve(process.env.STANDARDS_DIR ?? '../shared/standards'), 'iso20022', 'pain.001.001.09.xsd')

test('the payment file holds the sums that the ledger has in transit, and is the same every time', async () => {
  const { municipalityId, officer, approver, runId } = await preparedRun()
  expect(await writeRunFile(officer, { runId })).toEqual({ ok: false, refusal: { kind: 'not-approved-yet' } })
  accepted(await approveRun(approver, { runId }))

  const file = accepted(await writeRunFile(officer, { runId }))

  const { in_transit } = await balances(municipalityId)
  const amounts = [...file.xml.matchAll(/<InstdAmt Ccy="EUR">(\d+)\.(\d\d)</g)].map(([, euro, cent]) =>
    Number(`${euro}${cent}`),
  )
  expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(in_transit)
  expect(file.name).toBe('atspaids-2026-001.xml')
  expect(file.xml).toContain('<CreDtTm>2026-12-02T09:00:00Z</CreDtTm>')
  app.clock.set('2026-12-02T11:00:00Z')
  expect(accepted(await writeRunFile(approver, { runId })).xml).toBe(file.xml)
  accepted(await executeRun(officer, { runId, bankDate, refused: [] }))
  expect(accepted(await writeRunFile(approver, { runId })).xml).toBe(file.xml)
  if (!existsSync(schemaFile)) return
  const outcome = await validateXML({
    xml: [{ fileName: 'payments.xml', contents: file.xml }],
    schema: [{ fileName: 'pain.001.001.09.xsd', contents: readFileSync(schemaFile, 'utf8') }],
  })
  expect(outcome.errors).toEqual([])
})

test('nobody of another municipality gets the file, and nobody who has no business with payments', async () => {
  const { municipalityId, approver, runId } = await preparedRun()
  const other = await payingMunicipality(app)
  accepted(await approveRun(approver, { runId }))
  const worker = app.as(await app.given.actor('social_worker', { municipalityId }))

  for (const stranger of [other.officer, other.approver, worker]) {
    expect(await writeRunFile(stranger, { runId })).toMatchObject({ refusal: { kind: 'not-found' } })
    expect(await approveRun(stranger, { runId })).toMatchObject({ refusal: { kind: 'not-found' } })
  }
  expect(await writeRunFile(approver, { runId: 'no-id' })).toMatchObject({ refusal: { kind: 'not-found' } })
})
