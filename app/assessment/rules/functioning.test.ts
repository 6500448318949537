import { expect, test } from 'vitest'
import type { SentExpertText } from '#app/assessment/rules/functioning.ts'
import {
  chapters,
  fieldsOfExpertText,
  missingFromExpert,
  qualifierRange,
  qualifiers,
  readExpertText,
  saysTheSame,
} from '#app/assessment/rules/functioning.ts'

const sent = (changes: Partial<SentExpertText> = {}): SentExpertText => ({
  findings: [{ code: 'd3', qualifier: 3, strength: 'Rāda ar žestiem.', need: 'Vajag, lai saprot runu.' }],
  strengths: '',
  needs: '',
  conclusion: 'Runa ir galvenais.',
  ...changes,
})
const finding = (changes: object = {}) => ({ code: 'd1', qualifier: 1, strength: '', need: '', ...changes })

test('the qualifiers cover every per cent from 0 to 100 once, in order', () => {
  const ends = qualifiers.map((qualifier) => qualifierRange[qualifier])
  expect(ends[0]?.from).toBe(0)
  expect(ends.at(-1)?.to).toBe(100)
  for (const [index, { to }] of ends.entries()) {
    const next = ends[index + 1]
    if (next !== undefined) expect(next.from).toBe(to + 1)
  }
})

test('reads what was sent and leaves out chapters with nothing in them', () => {
  const empty = finding({ code: 'd9', qualifier: null, strength: ' ' })
  const { text } = readExpertText(
    sent({ findings: [...sent().findings, empty, finding({ code: 'b2', qualifier: 0 })] }),
  )
  expect(text?.findings.map(({ code, qualifier }) => [code, qualifier])).toEqual([
    ['d3', 3],
    ['b2', 0],
  ])
})

test.each([
  ['a chapter that does not exist', { code: 'd10' }, { problem: 'unknown-chapter', code: 'd10' }],
  ['an environmental factor', { code: 'e1' }, { problem: 'unknown-chapter', code: 'e1' }],
  ['qualifier 7', { qualifier: 7 }, { problem: 'unknown-qualifier', code: 'd1' }],
  ['half a qualifier', { qualifier: 1.5 }, { problem: 'unknown-qualifier', code: 'd1' }],
  ['a negative qualifier', { qualifier: -1 }, { problem: 'unknown-qualifier', code: 'd1' }],
  ['20,000 characters', { need: 'ā'.repeat(20_000) }, { problem: 'too-long', field: 'd1.need', longest: 2_000 }],
])('says what is wrong with %s', (_, changes, problem) => {
  expect(readExpertText(sent({ findings: [finding(changes)] })).problems).toEqual([problem])
})

test('a chapter sent twice and a conclusion that is too long are both said', () => {
  const { problems } = readExpertText(sent({ findings: [finding(), finding()], conclusion: 'x'.repeat(4_001) }))
  expect(problems).toEqual([
    { problem: 'chapter-twice', code: 'd1' },
    { problem: 'too-long', field: 'conclusion', longest: 4_000 },
  ])
})

test('handing in needs a rated chapter and a conclusion', () => {
  const text = { findings: [], strengths: '', needs: '', conclusion: ' ' }
  expect(missingFromExpert(text)).toEqual(['no-chapter-rated', 'no-conclusion'])
  expect(
    missingFromExpert({ ...text, conclusion: 'x', findings: [{ code: 'd1', qualifier: 0, strength: '', need: '' }] }),
  ).toEqual([])
})

test('the same text in another order says the same', () => {
  const findings = [finding({ code: 'd1' }), finding({ code: 'd2' })]
  const one = readExpertText(sent({ findings })).text
  const other = readExpertText(sent({ findings: findings.toReversed() })).text
  if (one === null || other === null) throw new Error('not read')
  expect(saysTheSame(one, other)).toBe(true)
  expect(saysTheSame(one, { ...other, needs: 'x' })).toBe(false)
})

test('the form has three fields a chapter and three beside', () => {
  const { text } = readExpertText(sent())
  if (text === null) throw new Error('not read')
  const fields = fieldsOfExpertText(text)
  expect(Object.keys(fields)).toHaveLength(chapters.length * 3 + 3)
  expect(fields).toMatchObject({ 'd3.qualifier': '3', 'd1.qualifier': '', conclusion: 'Runa ir galvenais.' })
})
