import { expect, test } from 'vitest'
import { readSources } from './sources.ts'
import { visibleTexts } from './visible-text.ts'

test('every word a page shows comes from the catalogues', async () => {
  const pages = (await readSources()).filter(({ path }) => path.endsWith('.tsx') && !path.endsWith('.test.tsx'))
  expect(pages.length).toBeGreaterThan(0)
  expect(pages.flatMap(visibleTexts)).toEqual([])
})

test.each([
  '<p>Labdien</p>',
  '<p>{"Labdien"}</p>',
  '<p>{`${count} sessions`}</p>',
  '<p>{ready ? "Gatavs" : m.wait()}</p>',
  '<p>{ready && "Gatavs"}</p>',
  '<button aria-label="Close" />',
  '<Field label={"Name"} />',
])('finds the word in %s', (jsx) => {
  expect(visibleTexts({ path: 'app/plan/routes/plan.tsx', text: `export const page = () => ${jsx}` })).toHaveLength(1)
})

test.each([
  '<p>{m.plan_title()}</p>',
  '<p>· {price} €</p>',
  '<p>Atspaids</p>',
  '<p className="wide">{name}</p>',
  '<input name="email" type="email" />',
])('finds no word in %s', (jsx) => {
  expect(visibleTexts({ path: 'app/plan/routes/plan.tsx', text: `export const page = () => ${jsx}` })).toEqual([])
})
