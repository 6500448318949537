import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { approveRun } from '#app/payout/approve-run.server.ts'
import { prepareRun } from '#app/payout/prepare-run.server.ts'
import { writeRunFile } from '#app/payout/write-run-file.server.ts'
import { testApp } from '#tests/support/test-app.ts'
import { projectFolder } from '../../../scripts/bootstrap/project-folder.mjs'
import { accepted, allOfNovember, givenDelivery, payingMunicipality, served } from '../payout/accepted-delivery.ts'

const app = await testApp({ now: '2026-12-02T09:00:00Z' })

type Ended = { code: number; out: string; error: string }

/** The command line as an administrator starts it, on the database of this file. */
function portal(...words: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'scripts/portal.ts', ...words],
      { cwd: projectFolder, env: { ...process.env, DATABASE_URL: app.url } },
      (failure, out, error) => resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error }),
    )
  })
}

async function approvedRun() {
  const people = await payingMunicipality(app)
  const delivery = await givenDelivery(app, await served(app, { municipalityId: people.municipalityId }))
  const { runId } = accepted(await prepareRun(people.officer, allOfNovember))
  accepted(await approveRun(people.approver, { runId }))
  return { ...people, delivery, runId }
}

test('trace prints the way of the money, and as JSON what the page shows', async () => {
  const { delivery } = await approvedRun()

  const told = await portal('trace', delivery)
  expect(told).toMatchObject({ code: 0 })
  expect(told.out).toContain('delivered -> in_transit  32.00 EUR')
  expect(told.out).toContain(
    'The sums agree: available 0.00 EUR, reserved 0.00 EUR, delivered 0.00 EUR, in_transit 32.00 EUR',
  )
  const json = await portal('trace', delivery, '--json')
  expect(JSON.parse(json.out)).toMatchObject({ trace: { total: 32_00, difference: 0, focus: { kind: 'delivery' } } })
}, 120_000)

test('trace of nothing is 1, a command without its id is 2', async () => {
  expect(await portal('trace', '01957a3c-5f10-7c3a-9e1b-2f6d8c4b7a10')).toMatchObject({ code: 1, out: '' })
  expect(await portal('trace')).toMatchObject({ code: 2, out: '' })
}, 120_000)

test('payout file writes the bytes of the page, by number and by id', async () => {
  const { runId, officer, municipalityId } = await approvedRun()
  const { xml } = accepted(await writeRunFile(officer, { runId }))
  const folder = await mkdtemp(join(tmpdir(), 'portal-'))
  const file = join(folder, 'payments.xml')

  expect(await portal('payout', 'file', runId)).toMatchObject({ code: 0, out: xml })
  const { name_lv } = await app.owner.municipality.findUniqueOrThrow({ where: { id: municipalityId } })
  expect(await portal('payout', 'file', '1/2026', '--municipality', name_lv, '--out', file)).toMatchObject({ code: 0 })
  expect(await readFile(file, 'utf8')).toBe(xml)
  await rm(folder, { recursive: true })
}, 120_000)

test('payout file says what is in the way', async () => {
  const { municipalityId, officer } = await payingMunicipality(app)
  await givenDelivery(app, await served(app, { municipalityId }))
  const { runId } = accepted(await prepareRun(officer, allOfNovember))

  const early = await portal('payout', 'file', runId)
  expect(early).toMatchObject({ code: 1, out: '' })
  expect(early.error).toContain('The run is not approved')
  const several = await portal('payout', 'file', '1/2026')
  expect(several).toMatchObject({ code: 1, out: '' })
  expect(several.error).toContain('add --municipality')
  expect(await portal('payout', 'file', '99/2026')).toMatchObject({ code: 1 })
  expect(await portal('payout', 'file', 'third')).toMatchObject({ code: 2 })
}, 120_000)

test('person add gives a role once, and says what it needs', async () => {
  const { municipalityId } = await payingMunicipality(app)
  const names = ['--given-name', 'Anna', '--family-name', 'Egle']
  const add = ['person', 'add', 'anna.egle@example.invalid', ...names, '--role', 'payout_approver']

  expect((await portal(...add)).error).toContain('This role needs --municipality.')
  const added = await portal(...add, '--municipality', municipalityId, '--json')
  expect(added).toMatchObject({ code: 0 })
  const { roleGrantId } = z.object({ roleGrantId: z.uuid() }).parse(JSON.parse(added.out))
  const grant = await app.owner.roleGrant.findUniqueOrThrow({ where: { id: roleGrantId } })
  expect(grant).toMatchObject({ role: 'payout_approver', municipality_id: municipalityId })
  expect(await portal(...add, '--municipality', municipalityId)).toMatchObject({ code: 1 })
  expect(await portal('person', 'add', 'no-address', ...names, '--role', 'guardian')).toMatchObject({ code: 2 })
  expect(await portal('person', 'add', 'a@example.invalid', ...names, '--role', 'king')).toMatchObject({ code: 2 })
}, 120_000)
