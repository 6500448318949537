import { expect, test } from 'vitest'
import { z } from 'zod'
import { getPeriodBalances } from '#app/budget/get-balances.server.ts'
import { importingTown, tableFile } from '#tests/support/given/importing-town.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-25T10:00:00Z' })

const reasonsSchema = z.array(z.object({ code: z.string(), values: z.array(z.string()).optional() }))
/** Why rows were refused, without the doubts that every one of them has. */
function refusalsOf(rows: readonly { reasons: unknown }[]) {
  const doubts = ['no-worker', 'place-unknown']
  return rows.map(({ reasons }) => reasonsSchema.parse(reasons ?? []).filter(({ code }) => !doubts.includes(code)))
}

test('families, plans and budgets of a file are here afterwards, and the money adds up', async () => {
  const town = await importingTown(app)
  const { email } = await app.owner.person.findUniqueOrThrow({ where: { id: town.worker.personId } })

  const importId = await town.bring([
    {
      service: town.second.name_lv,
      units: '4',
      expert: '2',
      code: '32123456789',
      worker: email ?? '',
      wishes: 'Runāt\nSmaidīt',
    },
    { service: town.first.code, units: '10', minimum: '3', expert: '1', email: 'otrs@example.invalid', parent: 'Otrs' },
    { given: 'Šarlote', family: 'Ābele', email: '' },
  ])

  expect(await town.importOf(importId)).toMatchObject({
    state: 'done',
    done_rows: 3,
    accepted_rows: 3,
    refused_rows: 0,
  })
  const child = await app.owner.child.findFirstOrThrow({
    where: { municipality_id: town.town.id, given_name: 'Ņikita' },
    include: {
      guardianships: { include: { person: true } },
      case_assignments: true,
      personal_codes: true,
      periods: true,
    },
  })
  expect(child).toMatchObject({ family_name: 'Ķirsis', home_town: 'Lejasupe' })
  expect(child.guardianships.map(({ person }) => person.email).toSorted()).toEqual([
    'kirsis@example.invalid',
    'otrs@example.invalid',
  ])
  expect(child.case_assignments).toMatchObject([{ person_id: town.worker.personId }])
  expect(child.personal_codes).toHaveLength(1)
  const [period] = child.periods
  expect(period).toMatchObject({
    starts_on: new Date('2026-11-01'),
    ends_before: new Date('2027-05-01'),
    allocated_cents: 1000_00,
  })
  const plan = await app.owner.plan.findFirstOrThrow({
    where: { child_id: child.id },
    include: { lines: { orderBy: { position: 'asc' } } },
  })
  expect(plan).toMatchObject({ state: 'approved', origin: 'taken_over', version: 1, budget_cents: 1000_00 })
  expect(plan.lines.map((line) => [line.service_id, line.funded_units, line.minimum_units])).toEqual([
    [town.first.id, 10, 3],
    [town.second.id, 4, 1],
  ])
  expect(await getPeriodBalances(app.owner, plan.period_id)).toMatchObject({ allocated: 1000_00, unassigned: 500_00 })
  const goals = await app.owner.goal.findMany({
    where: { municipality_id: town.town.id },
    orderBy: { position: 'asc' },
  })
  expect(goals.map((goal) => goal.text)).toEqual(['Runāt', 'Smaidīt'])
  expect(await app.ledgerFaults()).toEqual([])
})

test('the same file again changes nothing, and is known to be the same', async () => {
  const town = await importingTown(app)
  const rows = [
    { service: town.first.code, code: '32123456789' },
    { given: 'Anna', family: 'Bērziņa' },
  ]
  await town.bring(rows)

  const again = await town.bring(rows)

  expect(await town.importOf(again)).toMatchObject({ state: 'done', accepted_rows: 0, unchanged_rows: 2 })
  expect(await app.owner.child.count({ where: { municipality_id: town.town.id } })).toBe(2)
  expect(await app.owner.plan.count({ where: { municipality_id: town.town.id } })).toBe(1)
  expect(await app.owner.guardianship.count({ where: { municipality_id: town.town.id } })).toBe(2)
})

test('two imports of the same file at once make each family once', async () => {
  const town = await importingTown(app)
  const rows = Array.from({ length: 60 }, (_, index) => ({
    family: `Liepa${index}`,
    service: town.first.code,
    units: '2',
    budget: '80',
  }))
  await town.start(tableFile(rows))
  await town.start(tableFile(rows))

  await Promise.all([town.run(), town.run(), town.run()])

  const imports = await app.owner.intakeImport.findMany({ where: { municipality_id: town.town.id } })
  expect(imports.map(({ state }) => state)).toEqual(['done', 'done'])
  expect(imports.reduce((sum, { accepted_rows }) => sum + accepted_rows, 0)).toBe(60)
  expect(imports.reduce((sum, { unchanged_rows }) => sum + unchanged_rows, 0)).toBe(60)
  expect(await app.owner.child.count({ where: { municipality_id: town.town.id } })).toBe(60)
  expect(await app.owner.plan.count({ where: { municipality_id: town.town.id } })).toBe(60)
  expect(await app.ledgerFaults()).toEqual([])
})

test('an import that is stopped between batches goes on from there', async () => {
  const town = await importingTown(app)
  const importId = await town.start(tableFile(Array.from({ length: 60 }, (_, index) => ({ family: `Osis${index}` }))))
  let batches = 0

  const stopped = await town.run(() => (batches += 1) <= 1)
  const inTheMiddle = await town.importOf(importId)
  await town.run()

  expect(stopped).toEqual({ isDone: false })
  expect(inTheMiddle).toMatchObject({ state: 'running', done_rows: 25 })
  expect(await town.importOf(importId)).toMatchObject({ state: 'done', accepted_rows: 60 })
  expect(await app.owner.child.count({ where: { municipality_id: town.town.id } })).toBe(60)
})

test('an import that something is wrong with keeps no other waiting', async () => {
  const town = await importingTown(app)
  const broken = await town.start(tableFile([{ family: 'Osis' }]))
  const whole = await town.start(tableFile([{ family: 'Liepa' }]))
  await app.owner.$executeRaw`UPDATE intake_import SET matching = '"none"' WHERE id = ${broken}::uuid`

  await expect(town.run()).rejects.toThrow()

  expect(await town.importOf(whole)).toMatchObject({ state: 'done', accepted_rows: 1 })
  expect(await town.importOf(broken)).toMatchObject({ state: 'running', done_rows: 0 })
})

test('where the fund does not reach, that family is refused with the sums and the others are taken', async () => {
  const town = await importingTown(app, { fund: 1500_00 })

  const importId = await town.bring([
    { family: 'Viens', service: town.first.code },
    { family: 'Divi', service: town.first.code },
    { family: 'Divi', service: town.second.code },
    { family: 'Trīs', service: town.first.code, budget: '500' },
  ])

  const rows = await town.rowsOf(importId)
  expect(rows.map(({ state }) => state)).toEqual(['accepted', 'refused', 'refused', 'accepted'])
  expect(refusalsOf(rows)[1]).toEqual([{ code: 'fund-short', values: ['50000', '100000'] }])
  expect(await app.owner.child.count({ where: { municipality_id: town.town.id } })).toBe(2)
  expect(await app.ledgerFaults()).toEqual([])
})

test('a plan that differs, days that overlap and codes of others are refused by name', async () => {
  const town = await importingTown(app)
  await town.bring([
    { service: town.first.code, code: '32123456789' },
    { given: 'Anna', family: 'Egle', code: '32123456780' },
  ])

  const importId = await town.bring([
    { service: town.first.code, units: '11' },
    { service: town.first.code, from: '01.12.2026', to: '31.05.2027' },
    { given: 'Cits', family: 'Bērns', code: '32123456789' },
    { given: 'Anna', family: 'Egle', code: '32123456788' },
  ])

  const rows = await town.rowsOf(importId)
  expect(refusalsOf(rows)).toEqual([
    [{ code: 'plan-differs' }],
    [{ code: 'period-overlaps', values: ['2026-11-01', '2027-04-30'] }],
    [{ code: 'code-of-another' }],
    [{ code: 'code-differs' }],
  ])
})

test('a file of several batches is taken over to its last row', { timeout: 120_000 }, async () => {
  const town = await importingTown(app, { fund: 10_000_000_00 })
  const services = [town.first.code, town.second.code]
  const rows = Array.from({ length: 500 }, (_, index) => ({
    family: `Priede${Math.floor(index / 2)}`,
    service: services[index % 2] ?? '',
    code: `32${String(100_000_000 + Math.floor(index / 2))}`,
  }))
  const importId = await town.start(tableFile(rows))

  await town.run()

  expect(await town.importOf(importId)).toMatchObject({ state: 'done', accepted_rows: 500 })
  expect(await app.ledgerFaults()).toEqual([])
})
