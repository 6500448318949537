import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from '#tests/support/journey.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const narrowest = 320

/** What every page a journey comes by must be: free of what axe finds, light and dark, and nowhere wider than the screen. */
export async function lookAtPage(
  page: Page,
  { isFamily = true, isDarkToo = true }: { isFamily?: boolean; isDarkToo?: boolean } = {},
): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page).toHaveTitle(/\S+ – Atspaids$/)
  for (const colorScheme of isDarkToo ? (['dark', 'light'] as const) : (['light'] as const)) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode(true).analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
    expect(found, `axe, ${colorScheme}, ${page.url()}`).toEqual([])
  }
  await expectToFit(page)
  const size = page.viewportSize()
  if (isFamily && size !== null && size.width < 500) {
    await page.setViewportSize({ width: narrowest, height: size.height })
    await expectToFit(page)
    await page.setViewportSize(size)
  }
}

async function expectToFit(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  expect(content, `the page is not wider than the screen: ${page.url()}`).toBeLessThanOrEqual(screen ?? 0)
}
