import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { projectFolder } from '../../scripts/bootstrap/project-folder.mjs'
import { readSources } from './sources.ts'

const baseLocale = 'lv'
const otherLocales = ['en']
const folder = join(projectFolder, 'messages')

/** A message is a text, or variants: declarations of inputs with texts by condition. */
const catalogue = z.record(z.string(), z.json())
type Catalogue = z.infer<typeof catalogue>

async function readCatalogue(locale: string, file: string): Promise<Catalogue> {
  return catalogue.parse(JSON.parse(await readFile(join(folder, locale, file), 'utf8')))
}

/** The names in braces that a message fills in, from anywhere inside it. */
function placeholdersOf(message: unknown): string[] {
  const names = [...JSON.stringify(message).matchAll(/(?<!\\)\{\s*(\w+)\s*\}/g)].map(([, name = '']) => name)
  return [...new Set(names)].toSorted()
}

function keysOf(messages: Catalogue): string[] {
  return Object.keys(messages)
    .filter((key) => key !== '$schema')
    .toSorted()
}

const files = (await readdir(join(folder, baseLocale))).toSorted()

test('every language has the same catalogues', async () => {
  for (const locale of otherLocales) expect((await readdir(join(folder, locale))).toSorted()).toEqual(files)
})

test.each(files.flatMap((file) => otherLocales.map((locale) => [file, locale] as const)))(
  '%s says the same in %s, with the same inputs',
  async (file, locale) => {
    const base = await readCatalogue(baseLocale, file)
    const other = await readCatalogue(locale, file)
    expect(keysOf(other)).toEqual(keysOf(base))
    const inputs = (messages: Catalogue) => keysOf(messages).map((key) => [key, placeholdersOf(messages[key])])
    expect(inputs(other)).toEqual(inputs(base))
    const empty = [base, other].flatMap((messages) => keysOf(messages).filter((key) => messages[key] === ''))
    expect(empty).toEqual([])
  },
)

test.each(files)('every key in %s begins with the name of its catalogue', async (file) => {
  const prefix = `${file.replace('.json', '')}_`
  const keys = keysOf(await readCatalogue(baseLocale, file))
  expect(keys.filter((key) => !key.startsWith(prefix))).toEqual([])
})

test('every message is said somewhere', async () => {
  const sources = await readSources()
  const said = new Set(sources.flatMap(({ text }) => [...text.matchAll(/\bm\.(\w+)/g)].map(([, key]) => key)))
  const catalogues = await Promise.all(files.map((file) => readCatalogue(baseLocale, file)))
  expect(catalogues.flatMap(keysOf).filter((key) => !said.has(key))).toEqual([])
})
