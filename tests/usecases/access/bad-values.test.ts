import { expect, test } from 'vitest'
import { accessTable, mayOpen } from '#app/people/access-table.ts'
import { addressRows, nothing, pathOf } from './addresses.ts'
import { assessedForms } from './assessed-forms.ts'
import { hatNames } from './hats.ts'
import { openTown } from './open-town.ts'

const { town } = openTown()

const badValues: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['spaces', '   '],
  ['a negative number', '-1'],
  ['a number beyond all numbers', '99999999999999999999'],
  ['a number with an exponent', '1e9'],
  ['a number that is none', 'NaN'],
  ['a day that no calendar has', '2026-02-30'],
  ['a day beyond all days', '+999999-01-01'],
  ['an id of nothing', nothing],
  ['half an id', nothing.slice(0, 20)],
  ['SQL', "' OR true --"],
  ['a pile of separators', '|,|,|'],
  ['half a letter', '\u{d83d}'],
  ['a character that no database keeps', 'a\0b'],
  ['a long text', 'ā'.repeat(20_000)],
]

/** One's own page of the pattern, with a hat that opens it. */
function ownPage(pattern: string) {
  const access = accessTable[pattern] ?? []
  const hat = hatNames.find((one) => mayOpen(access, one)) ?? 'guardian'
  if (!pattern.includes(':')) return { hat, path: pattern }
  const { own = [], search = '' } = addressRows(town().things)[pattern] ?? {}
  const params = own.find(({ hats }) => hats.includes(hat))?.params ?? own[0]?.params ?? {}
  return { hat, path: `${pathOf(pattern, params)}${search}` }
}

test('whatever a field of a form holds, the answer is a page or a refusal, never a fault of ours', async () => {
  const faults: string[] = []
  for (const [pattern, forms] of Object.entries(assessedForms(town().things))) {
    const { hat, path } = ownPage(pattern)
    for (const fields of forms) {
      for (const name of Object.keys(fields)) {
        for (const [what, value] of badValues) {
          const answer = await town()
            .as(hat)
            .post(path, { ...fields, [name]: value })
          if (answer.status >= 500) faults.push(`${pattern} ${JSON.stringify(fields).slice(0, 80)}, ${name}: ${what}`)
        }
      }
      const missing = await town().as(hat).post(path, {})
      if (missing.status >= 500) faults.push(`${pattern}: nothing sent`)
    }
  }
  expect(faults).toEqual([])
}, 600_000)

test('whatever an address asks for, the answer is a page or a refusal', async () => {
  const names = ['period', 'goal', 'page', 'show', 'sort', 'q', 'budget', 'language', 'compare', 'move', 'rows', 'step']
  const faults: string[] = []
  for (const pattern of Object.keys(assessedForms(town().things))) {
    const { hat, path } = ownPage(pattern)
    for (const [what, value] of badValues) {
      const search = new URLSearchParams(names.map((name) => [name, value.slice(0, 500)]))
      const answer = await town()
        .as(hat)
        .get(`${path.split('?')[0]}?${search}`)
      if (answer.status >= 500) faults.push(`${pattern}: ${what}`)
    }
  }
  expect(faults).toEqual([])
}, 300_000)
