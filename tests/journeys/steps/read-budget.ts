import type { Page } from '@playwright/test'
import { m } from '#app/paraglide/messages.js'
import { formatMoney } from '#app/platform/i18n/format.ts'
import { expect } from '#tests/support/journey.ts'

const locale = 'lv'
const sumInText = /-?\d[\d\s]*,\d{2}(?=\s€)/g
/** What every bar of money says first: "No 3 852,00 € ...". */
const spokenBar = new RegExp(
  `^${m.ui_bar_label({ total: '', paid: '', delivered: '', reserved: '', free: '' }, { locale }).split(' ')[0]} `,
)

/** The money of a period as a page shows it, in cents. */
export type Budget = { total: number; paid: number; delivered: number; reserved: number; free: number; rest: number }

/** Reads the home and the plan of a child, which tell the same, and holds each to its own sums. */
export async function readBudget(page: Page, childId: string): Promise<Budget> {
  await page.goto(`/family/${childId}/plan`)
  const [whole, ...lines] = await readBars(page)
  if (whole === undefined) throw new Error('The plan shows no budget')
  const sumOf = (part: keyof Budget) => lines.reduce((sum, line) => sum + line[part], 0)
  expect({
    ...whole,
    total: sumOf('total') + whole.rest,
    paid: sumOf('paid'),
    delivered: sumOf('delivered'),
    reserved: sumOf('reserved'),
    free: sumOf('free'),
  }).toEqual(whole)

  await page.goto(`/family/${childId}`)
  const [atHome] = await readBars(page)
  expect(atHome).toEqual(whole)
  for (const cents of Object.values(whole).filter((sum) => sum > 0)) {
    await expect(
      page
        .getByRole('definition')
        .filter({ hasText: textOf(cents) })
        .first(),
    ).toBeVisible()
  }
  return whole
}

/** Every bar of money of a page, the one of the whole period first. Each adds up. */
async function readBars(page: Page): Promise<Budget[]> {
  const bars = page.getByRole('img', { name: spokenBar })
  await expect(bars.first()).toBeVisible()
  const spoken = await bars.evaluateAll((found) => found.map((bar) => bar.getAttribute('aria-label') ?? ''))
  const budgets = spoken.map((text) => {
    const [total = NaN, paid = NaN, delivered = NaN, reserved = NaN, free = NaN, rest = 0] = centsIn(text)
    expect(free + reserved + delivered + paid + rest, text).toBe(total)
    return { total, paid, delivered, reserved, free, rest }
  })
  return budgets.toSorted((one, other) => other.total - one.total)
}

/** Every sum of money in a text, in cents. */
export function centsIn(text: string): number[] {
  return [...text.matchAll(sumInText)].map(([sum]) => Number(sum.replaceAll(/[^\d-]/g, '')))
}

/** A sum as pages in Latvian write it, whichever space stands in it. */
export function textOf(cents: number): RegExp {
  const text = RegExp.escape(formatMoney(cents, locale)).replaceAll(/\\x20|\\xa0|\\u202f|[\s]/g, String.raw`\s`)
  return new RegExp(`(^|[^\\d\\s]|\\D\\s)${text}`)
}
