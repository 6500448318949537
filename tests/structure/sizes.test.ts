import { expect, test } from 'vitest'
import { readSources } from './sources.ts'

const longest = 400
const vague = /(^|[/-])(utils?|helpers?|common|misc|manager|index)\.tsx?$/

const sources = await readSources()

test(`no file of the application is longer than ${longest} lines`, () => {
  const long = sources.filter(({ text }) => text.split('\n').length > longest + 1)
  expect(long.map(({ path }) => path)).toEqual([])
})

test('every file is named after what it does', () => {
  expect(sources.filter(({ path }) => vague.test(path)).map(({ path }) => path)).toEqual([])
})

test('no comment switches a check off', () => {
  const off = /@ts-(ignore|expect-error|nocheck)|(oxlint|eslint)-disable|oxfmt-ignore|prettier-ignore/
  expect(sources.filter(({ text }) => off.test(text)).map(({ path }) => path)).toEqual([])
})
