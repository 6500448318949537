import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { getPeriodBalances } from '#app/budget/get-balances.server.ts'
import { handInFile } from '#app/intake/hand-in-file.server.ts'
import { matchColumns } from '#app/intake/match-columns.server.ts'
import { purgeImports } from '#app/intake/purge-imports.server.ts'
import { discardImport, startImport } from '#app/intake/start-import.server.ts'
import { undoImport } from '#app/intake/undo-import.server.ts'
import { findChildFor } from '#app/people/child-scope.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { cents } from '#app/platform/money.ts'
import { bookSession } from '#app/schedule/book-session.server.ts'
import { importingTown, tableFile, vault } from '#tests/support/given/importing-town.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-25T10:00:00Z' })
const reason = 'Nepareizs fails'

test('a whole import is undone: its money is back in the fund, and nobody sees its families', async () => {
  const town = await importingTown(app, { fund: 5000_00 })
  const { email } = await app.owner.person.findUniqueOrThrow({ where: { id: town.worker.personId } })
  const importId = await town.bring([
    { service: town.first.code, code: '32123456789', worker: email ?? '' },
    { given: 'Anna', family: 'Bērziņa' },
  ])
  const child = await app.owner.child.findFirstOrThrow({
    where: { municipality_id: town.town.id, given_name: 'Ņikita' },
  })

  expect(await undoImport(town.ctx, { importId, reason })).toMatchObject({ ok: true })

  const fund = await app.owner.account.findFirstOrThrow({ where: { municipality_id: town.town.id, kind: 'fund' } })
  expect(Number(fund.balance_cents)).toBe(5000_00)
  const plan = await app.owner.plan.findFirstOrThrow({ where: { child_id: child.id }, include: { period: true } })
  expect(plan).toMatchObject({ state: 'withdrawn', withdrawn_reason: reason, period: { allocated_cents: 0 } })
  expect(plan.period.annulled_at).not.toBeNull()
  expect(await getPeriodBalances(app.owner, plan.period_id)).toMatchObject({ allocated: 0 })
  for (const ctx of [town.ctx, app.as(town.worker)]) {
    expect(await read(ctx, (tx) => findChildFor(ctx, tx, child.id))).toBeNull()
  }
  expect(await app.owner.guardianship.count({ where: { municipality_id: town.town.id, ended_at: null } })).toBe(0)
  expect(
    await app.owner.roleGrant.count({ where: { municipality_id: town.town.id, role: 'guardian', revoked_at: null } }),
  ).toBe(0)
  expect(await town.importOf(importId)).toMatchObject({ state: 'undone', undone_reason: reason })
  expect((await town.rowsOf(importId)).map(({ state }) => state)).toEqual(['undone', 'undone'])
  expect(await app.ledgerFaults()).toEqual([])
})

test('what was undone can be handed in again, mended', async () => {
  const town = await importingTown(app)
  await undoImport(town.ctx, {
    importId: await town.bring([{ service: town.first.code, parent: 'Zenija', code: '32123456789' }]),
    reason,
  })

  const again = await town.bring([{ service: town.first.code, parent: 'Ženija', code: '32123456789' }])

  expect(await town.importOf(again)).toMatchObject({ state: 'done', accepted_rows: 1 })
  const guardian = await app.owner.person.findFirstOrThrow({
    where: { guardianships: { some: { municipality_id: town.town.id, ended_at: null } } },
  })
  expect(guardian).toMatchObject({ given_name: 'Ženija', email: 'kirsis@example.invalid' })
  expect(await app.ledgerFaults()).toEqual([])
})

test('families that were here before keep all they had', async () => {
  const town = await importingTown(app)
  await town.bring([{ service: town.first.code }])
  const next = await town.bring([{ service: town.first.code, from: '01.05.2027', to: '31.10.2027' }])

  expect(await undoImport(town.ctx, { importId: next, reason })).toMatchObject({ ok: true })

  const child = await app.owner.child.findFirstOrThrow({
    where: { municipality_id: town.town.id },
    include: { periods: { where: { annulled_at: null } }, guardianships: { where: { ended_at: null } } },
  })
  expect(child).toMatchObject({ removed_at: null, periods: [{ allocated_cents: 1000_00 }], guardianships: [{}] })
  expect(await app.ledgerFaults()).toEqual([])
})

test('an import that something depends on is not undone, and says on what', async () => {
  const town = await importingTown(app)
  const importId = await town.bring([{ service: town.first.code }])
  const later = await town.bring([{ service: town.first.code, from: '01.05.2027', to: '31.10.2027' }])
  const child = await app.owner.child.findFirstOrThrow({ where: { municipality_id: town.town.id } })
  await app.owner.goalNote.create({
    data: {
      municipality_id: town.town.id,
      child_id: child.id,
      author_kind: 'social_worker',
      author_id: town.worker.personId,
      about_on: new Date('2026-11-25'),
      text: 'Smaida',
      written_at: new Date('2026-11-25T10:00:00Z'),
    },
  })

  const refused = await undoImport(town.ctx, { importId, reason })

  expect(refused).toEqual({
    ok: false,
    refusal: {
      kind: 'in-use',
      dependents: expect.arrayContaining([
        { kind: 'plan', count: 1 },
        { kind: 'period', count: 1 },
        { kind: 'assessment', count: 1 },
        { kind: 'note', count: 1 },
      ]),
    },
  })
  expect(await town.importOf(importId)).toMatchObject({ state: 'done' })
  expect(await undoImport(town.ctx, { importId: later, reason })).toMatchObject({ ok: true })
})

test('only the municipality administrator imports; for others there is no such thing', async () => {
  const town = await importingTown(app)
  const importId = await town.check(tableFile([{}]))
  const stranger = await app.given.actor('municipality_administrator', {
    municipalityId: (await app.given.municipality()).id,
  })

  for (const ctx of [app.as(town.worker), app.as(stranger)]) {
    const none = { ok: false, refusal: { kind: 'not-found' } }
    expect(await matchColumns(ctx, { importId, matching: {}, vault })).toEqual(none)
    expect(await startImport(ctx, { importId })).toEqual(none)
    expect(await discardImport(ctx, { importId })).toEqual(none)
    expect(await undoImport(ctx, { importId, reason })).toEqual(none)
  }
  expect(await handInFile(app.as(town.worker), { fileName: 'a.csv', file: tableFile([{}]), vault })).toMatchObject({
    ok: false,
  })
})

test('an import is started once, not before it is checked, and given up only before', async () => {
  const town = await importingTown(app)
  const importId = await town.handIn(tableFile([{}]))

  expect(await startImport(town.ctx, { importId })).toMatchObject({ refusal: { kind: 'not-checked' } })
  const started = await town.start(tableFile([{}]))
  expect(await startImport(town.ctx, { importId: started })).toMatchObject({ refusal: { kind: 'not-checked' } })
  expect(await discardImport(town.ctx, { importId: started })).toMatchObject({ refusal: { kind: 'too-late' } })
  expect(await undoImport(town.ctx, { importId: started, reason })).toMatchObject({ refusal: { kind: 'not-done' } })
  expect(await discardImport(town.ctx, { importId })).toMatchObject({ ok: true })
})

test('rows are deleted 90 days after the import has ended, its counts stay', async () => {
  const town = await importingTown(app)
  const importId = await town.bring([{}])

  app.clock.set('2027-02-23T09:00:00Z')
  await purgeImports(app.system(town.town.id))
  const before = await town.rowsOf(importId)
  app.clock.set('2027-02-23T11:00:00Z')
  await purgeImports(app.system(town.town.id))
  app.clock.set('2026-11-25T10:00:00Z')

  expect(before).toHaveLength(1)
  expect(await town.rowsOf(importId)).toHaveLength(0)
  expect(await town.importOf(importId)).toMatchObject({ accepted_rows: 1 })
})

test('what is kept of a row cannot be read in the database', async () => {
  const town = await importingTown(app)
  const importId = await town.handIn(tableFile([{ given: 'Ņikita', code: '32123456789' }]))

  const [row] = await town.rowsOf(importId)
  const kept = Buffer.from(row?.sealed_cells ?? []).toString('latin1')

  expect(kept).not.toContain('32123456789')
  expect(kept).not.toContain('kirsis')
  expect(() => vault.open({ importId, rowNumber: 3 }, row?.sealed_cells ?? new Uint8Array())).toThrow()
})

test('an import that is undone while a family books: one of the two is told, and no money is lost', async () => {
  for (let round = 0; round < 6; round += 1) {
    const fund = 5000_00
    const town = await importingTown(app, { fund })
    const importId = await town.bring([{ service: town.first.code }])
    const { id: municipalityId } = town.town
    const line = await app.owner.budgetLine.findFirstOrThrow({ where: { municipality_id: municipalityId } })
    const { period_id: periodId, id: budgetLineId } = line
    const child = await app.owner.child.findFirstOrThrow({ where: { municipality_id: municipalityId } })
    const { person_id: personId } = await app.owner.guardianship.findFirstOrThrow({ where: { child_id: child.id } })
    const { offering, specialist } = await app.given.offering({
      municipalityId,
      serviceId: town.first.id,
      tariff: 40_00,
      withCap: false,
    })
    const guardian = { ...town.administrator, personId, role: 'guardian' as const, municipalityId }
    const booking = () =>
      bookSession(app.as(guardian), {
        childId: child.id,
        budgetLineId,
        offeringId: offering.id,
        specialistId: specialist.id,
        startsAt: Temporal.Instant.from('2026-12-01T10:00:00Z'),
        seenPriceCents: cents(40_00),
        requestKey: crypto.randomUUID(),
      })

    const undoing = wait(round * 5).then(() => undoImport(town.ctx, { importId, reason }))
    const [booked, undone] = await Promise.all([booking(), undoing])

    expect([booked.ok, undone.ok].filter(Boolean)).toHaveLength(1)
    const balances = await getPeriodBalances(app.owner, periodId)
    expect(balances.allocated).toBe(booked.ok ? 1000_00 : 0)
    expect(balances.total.reserved).toBe(booked.ok ? 40_00 : 0)
    if (booked.ok) expect(undone).toEqual({ ok: false, refusal: { kind: 'in-use', dependents: expect.anything() } })
    const left = await app.owner.account.findFirstOrThrow({ where: { municipality_id: municipalityId, kind: 'fund' } })
    expect(Number(left.balance_cents) + balances.allocated).toBe(fund)
  }
  expect(await app.ledgerFaults()).toEqual([])
})
