import { test as base, expect } from '@playwright/test'
import type { BrowserContext, BrowserContextOptions } from '@playwright/test'
import { startDemoPortal } from './portal-process.ts'
import type { Portal } from './portal-process.ts'

export { expect }

type Fixtures = {
  /** Opens another person's browser, watched like the first. */
  openBrowser: (options?: BrowserContextOptions) => Promise<BrowserContext>
  /** What the browsers complained about so far. */
  complaints: string[]
}

/** The test of a journey: a portal with a demo municipality, and a browser whose complaints fail the test. */
export const test = base.extend<Fixtures, { portal: Portal }>({
  portal: [
    async ({}, use) => {
      const portal = await startDemoPortal()
      await use(portal)
      await portal.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ portal }, use) => use(portal.address),
  complaints: async ({}, use) => {
    const complaints: string[] = []
    await use(complaints)
    expect(complaints, 'warnings and errors in the browser').toEqual([])
  },
  context: async ({ context, complaints }, use) => {
    watch(context, complaints)
    await use(context)
  },
  openBrowser: async ({ browser, contextOptions, baseURL, complaints }, use) => {
    const opened: BrowserContext[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...contextOptions, baseURL, ...options })
      watch(context, complaints)
      opened.push(context)
      return context
    })
    for (const context of opened) await context.close()
  },
})

function watch(context: BrowserContext, complaints: string[]): void {
  context.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return
    // The browser notes every refused request; a refusal is an answer, a 5xx is not.
    if (/^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())) return
    complaints.push(`${message.type()}: ${message.text()} (${message.page()?.url() ?? 'no page'})`)
  })
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`))
}
