import type { Locator, Page } from '@playwright/test'
import { expect } from '#tests/support/journey.ts'

/** More presses than any page has stops. */
const mostStops = 150

/** Presses Tab until the focus is there, and holds that it can be seen where it stands. */
export async function tabTo(page: Page, target: Locator, { backwards = false } = {}): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    for (const one of await target.all()) {
      if (!(await one.evaluate((element) => element === document.activeElement))) continue
      await expect(one).toBeInViewport()
      return
    }
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab')
  }
  throw new Error(`No press of Tab leads to ${target.toString()}`)
}
