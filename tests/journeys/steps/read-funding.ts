import type { Page } from '@playwright/test'
import { expect } from '#tests/support/journey.ts'
import { centsIn } from './read-budget.ts'

/** One service of a joint list as a page draws it: its name and the money beside it, in cents. */
export type FundedService = { name: string; cents: number }

/** The joint list of a page in its order: what-if, preview, plan to sign and plan in force are all drawn alike. */
export async function readFunding(page: Page): Promise<FundedService[]> {
  const rows = page.locator('ol.rank > li')
  await expect(rows.first()).toBeVisible()
  const texts = await rows.evaluateAll((found) =>
    found.map((row) => ({
      name: row.querySelector('h3')?.textContent ?? '',
      amount: row.querySelector('.amt')?.textContent ?? '',
    })),
  )
  return texts.map(({ name, amount }) => ({ name, cents: centsIn(amount)[0] ?? Number.NaN }))
}

/** The sums beside the funding line: what it spends, and the whole budget. */
export async function readLine(page: Page): Promise<{ funded: number; budget: number }> {
  const [funded = Number.NaN, budget = Number.NaN] = centsIn((await page.locator('ol.rank .cut').textContent()) ?? '')
  return { funded, budget }
}
