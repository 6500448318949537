import { expect, test } from 'vitest'
import { getImport, listImports } from '#app/intake/get-import.server.ts'
import { readTableFile } from '#app/intake/read-table-file.server.ts'
import { columnKeys } from '#app/intake/rules/columns.ts'
import { guessMatching } from '#app/intake/rules/match-columns.ts'
import { writeRefusedRows } from '#app/intake/write-refused-rows.server.ts'
import { writeWorkbookTemplate } from '#app/intake/write-template.server.ts'
import { importingTown, tableFile, vault } from '#tests/support/given/importing-town.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-25T10:00:00Z' })
const words = { reasonHeading: 'Iemesls', say: ({ code }: { code: string }) => code }

test('an import shows what would be brought in, row by row, and that its file was handed in before', async () => {
  const town = await importingTown(app)
  const file = tableFile([{ service: town.first.code }, { given: '' }])
  const before = await town.check(file)
  const importId = await town.check(file)

  const view = await getImport(town.ctx, { importId, state: null, page: 1, vault })
  const refused = await getImport(town.ctx, { importId, state: 'refused', page: 1, vault })

  expect(view).toMatchObject({
    state: 'checked',
    rowCount: 2,
    refusedRows: 1,
    sameFile: { id: before },
    rows: [
      { rowNumber: 2, state: 'waiting', child: 'Ņikita Ķirsis', service: town.first.code, units: '10' },
      { rowNumber: 3, state: 'refused' },
    ],
  })
  expect(refused).toMatchObject({ total: 1, rows: [{ rowNumber: 3, reasons: [{ code: 'missing' }, {}, {}] }] })
  const listed = (await listImports(town.ctx, { page: 1 })).imports.map(({ id }) => id)
  expect(listed.toSorted()).toEqual([importId, before].toSorted())
})

test('nobody but the administrator of the municipality reads an import, and each reading is written down', async () => {
  const town = await importingTown(app)
  const importId = await town.check(tableFile([{}]))
  const question = { importId, state: null, page: 1, vault }

  expect(await getImport(app.as(town.worker), question)).toBeNull()
  expect(await writeRefusedRows(app.as(town.worker), { importId, vault, words })).toBeNull()
  expect((await listImports(app.as(town.worker), { page: 1 })).imports).toEqual([])
  expect(await getImport(town.ctx, { ...question, importId: 'no-id' })).toBeNull()
  await getImport(town.ctx, question)
  expect(await app.owner.auditEvent.count({ where: { subject_id: importId, action: 'import.read' } })).toBe(1)
})

test('refused rows come back as a table that can be mended and handed in again', async () => {
  const town = await importingTown(app)
  const importId = await town.bring([
    { service: town.first.code },
    { given: 'Anna', family: 'Egle', born: '31.02.2019' },
  ])

  const refused = await writeRefusedRows(town.ctx, { importId, vault, words })

  expect(refused?.name).toBe('families-refused.csv')
  const table = await readTableFile(Buffer.from(refused?.csv ?? ''))
  if (!table.ok) throw new Error('The file of refused rows is no table')
  expect(table.value.header.at(-1)).toBe('Iemesls')
  expect(table.value.rows).toHaveLength(1)
  expect(table.value.rows[0]?.cells.at(-1)).toBe('not-a-day')
  const mended = Buffer.from((refused?.csv ?? '').replace('31.02.2019', '28.02.2019'))
  const again = await town.start(mended)
  await town.run()
  expect(await town.importOf(again)).toMatchObject({ state: 'done', accepted_rows: 1 })
})

test('the template is a table of all columns that brings nothing by itself', async () => {
  const town = await importingTown(app)
  const told = { sheet: 'Rindas', explanationSheet: 'Skaidrojums', columnHeading: 'a', needHeading: 'b' }
  const template = { ...told, explanationHeading: 'c', servicesHeading: 'd', needOf: String, explanationOf: String }

  const workbook = Buffer.from((await writeWorkbookTemplate(town.ctx, template)) ?? [])

  expect(await readTableFile(workbook)).toEqual({ ok: false, refusal: { kind: 'no-rows' } })
  expect(await writeWorkbookTemplate(app.as(town.worker), template)).toBeNull()
  expect(Object.keys(guessMatching(columnKeys))).toHaveLength(columnKeys.length)
})
