import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const pairs = [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)]
const themes = {
  light: new Map(pairs.map(([, name, light]) => [name, light])),
  dark: new Map(pairs.map(([, name, , dark]) => [name, dark])),
}

const text = 4.5
const graphic = 3

/** Every pair that the parts use: what stands on what, and how strong it must be. */
const uses: [string, string[], number][] = [
  ['ink', ['paper', 'surface', 'sunken', 'accent-soft', 'attention-soft', 'stop-soft', 'ok-soft'], text],
  ['muted', ['paper', 'surface', 'sunken', 'accent-soft'], text],
  ['accent', ['paper', 'surface', 'sunken', 'accent-soft'], text],
  ['accent-strong', ['paper', 'surface', 'accent-soft'], text],
  ['on-accent', ['accent', 'accent-strong'], text],
  ['on-hero', ['hero'], text],
  ['on-hero-muted', ['hero'], text],
  ['attention', ['surface', 'paper', 'attention-soft'], text],
  ['surface', ['attention'], text],
  ['ok', ['surface', 'ok-soft'], text],
  ['stop', ['surface', 'paper', 'stop-soft'], text],
  ['control', ['paper', 'surface'], graphic],
  ['attention-line', ['surface'], graphic],
  ['stop-line', ['paper', 'surface', 'stop-soft'], graphic],
  ['focus', ['paper', 'surface', 'sunken', 'accent-soft'], graphic],
  ['bar-paid', ['surface', 'paper'], graphic],
  ['bar-delivered', ['surface'], graphic],
  ['bar-reserved', ['surface', 'paper'], graphic],
  ['bar-free', ['surface', 'paper'], graphic],
]

const cases = (['light', 'dark'] as const).flatMap((theme) =>
  uses.flatMap(([front, grounds, least]) => grounds.map((ground) => ({ theme, front, ground, least }))),
)

test.each(cases)('$front on $ground is strong enough in the $theme theme', ({ theme, front, ground, least }) => {
  expect(contrast(colour(theme, front), colour(theme, ground))).toBeGreaterThanOrEqual(least)
})

function colour(theme: 'light' | 'dark', name: string): string {
  const value = themes[theme].get(name)
  if (value === undefined) throw new Error(`No token ${name}`)
  return value
}

/** WCAG 2.2: the ratio of the relative luminances of two colours. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
