import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { accessTable, mayOpen } from '#app/people/access-table.ts'
import { routePatterns } from '#tests/support/route-patterns.ts'
import { demoIds } from '../../../prisma/demo/people.ts'
import { projectFolder } from '../../../scripts/bootstrap/project-folder.mjs'
import { addressRows, pathOf } from './addresses.ts'
import { importedCode } from './fill-town.ts'
import type { Hat } from './hats.ts'
import { openTown } from './open-town.ts'

const { town } = openTown()
const patterns = await routePatterns()

/** What people wrote about children, in sentences long enough to be told apart from the words of the pages. */
type Written = {
  experts: string[]
  goals: string[]
  notes: string[]
  evaluations: string[]
  ofAnotherProvider: string[]
}
let written: Written

beforeAll(async () => {
  const { rows, things } = town()
  const texts = async (sql: string, values: readonly unknown[] = []) =>
    (await rows.rows(z.object({ text: z.string() }), sql, values))
      .map(({ text }) => text)
      .filter((text) => text.length > 20)
  const notes = `SELECT DISTINCT text FROM goal_note`
  written = {
    experts: await texts(
      `SELECT unnest(ARRAY[strengths, needs, conclusion]) AS text FROM assessment_expert
       UNION SELECT unnest(ARRAY[strength, need]) FROM functioning_finding
       UNION SELECT note FROM goal_attainment`,
    ),
    goals: await texts(
      // The goals themselves are part of the plan that is decided and paid by; what was found of a child is not.
      `SELECT unnest(ARRAY[level_minus_1, level_0, level_plus_1]) AS text FROM goal EXCEPT SELECT text FROM goal`,
    ),
    notes: await texts(notes),
    evaluations: await texts(
      'SELECT unnest(ARRAY[what_changed, what_was_hard, what_next]) AS text FROM family_evaluation',
    ),
    ofAnotherProvider: await texts(
      `${notes} WHERE provider_id IS DISTINCT FROM $1
       EXCEPT ${notes} WHERE provider_id = $1`,
      [things.kristine.providerId],
    ),
  }
})

/** Every page that this hat opens, and its data, as one text. */
async function everythingOpenTo(hat: Hat): Promise<string> {
  const bodies: string[] = []
  for (const pattern of patterns) {
    if (pattern === '/*' || accessTable[pattern] === 'public' || !mayOpen(accessTable[pattern] ?? [], hat)) continue
    const { own = [], search = '' } = pattern.includes(':') ? (addressRows(town().things)[pattern] ?? {}) : {}
    const all = own.filter(({ hats }) => hats.includes(hat)).map(({ params }) => pathOf(pattern, params))
    for (const path of pattern.includes(':') ? all : [pattern]) {
      for (const address of [`${path}${search}`, `${path}.data${search}`]) {
        bodies.push((await town().as(hat).get(address)).body)
      }
    }
  }
  return bodies.join('\n').replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

const found = (all: string, texts: readonly string[]) => texts.filter((text) => all.includes(text))

test('there is something to look for', () => {
  for (const list of Object.values(written)) expect(list.length).toBeGreaterThan(0)
})

describe('what is said of a child stays with those who work with the child', () => {
  test.each(['finance_officer', 'payout_approver', 'ministry_analyst'] as const)(
    'no page of a %s says it',
    async (hat) => {
      const all = await everythingOpenTo(hat)
      const { experts, goals, notes, evaluations } = written
      expect(found(all, [...experts, ...goals, ...notes, ...evaluations])).toEqual([])
    },
  )

  test.each(['specialist', 'provider_manager'] as const)(
    'a %s reads only the notes of the own provider',
    async (hat) => {
      const all = await everythingOpenTo(hat)
      expect(found(all, [...written.ofAnotherProvider, ...written.experts, ...written.evaluations])).toEqual([])
    },
  )

  test('the family reads its own', async () => {
    const all = await everythingOpenTo('guardian')
    expect(found(all, written.notes).length, 'the search finds what is there').toBeGreaterThan(0)
    const others = await town().rows.rows(
      z.object({ text: z.string() }),
      `SELECT text FROM goal_note WHERE child_id <> $1 EXCEPT SELECT text FROM goal_note WHERE child_id = $1`,
      [demoIds.child('emils')],
    )
    const long = others.map(({ text }) => text).filter((text) => text.length > 20)
    expect(found(all, long)).toEqual([])
  })
})

test('a personal code of a file comes back in the table of refused rows alone', async () => {
  const administrator = town().as('municipality_administrator')
  const { lejasupe } = town().things.imports
  for (const path of ['', '?rows=faulty', '?rows=ready', '?step=match']) {
    for (const data of ['', '.data']) {
      const answer = await administrator.get(`/municipality/imports/${lejasupe}${data}${path}`)
      expect(answer.status, path).toBe(200)
      expect(answer.body, path).not.toContain(importedCode)
      expect(answer.body, path).not.toContain(importedCode.replace('-', ''))
    }
  }
  expect((await administrator.get('/municipality/imports')).body).not.toContain(importedCode)
})

test('the log of all this names no child, no text and no code', async () => {
  const log = await readFile(join(projectFolder, 'test-results', `portal-${process.pid}.log`), 'utf8')
  const { experts, goals, notes, evaluations } = written
  expect(found(log, [...experts, ...goals, ...notes, ...evaluations])).toEqual([])
  for (const { names } of [town().things.emils, town().things.tina]) expect(found(log, names)).toEqual([])
  expect(log).not.toContain(importedCode)
})
