import { chromium } from '@playwright/test'
import { findChromium } from '../../scripts/test/find-chromium.ts'
import { startPortal } from '../support/portal-process.ts'
import type { Page } from './pages.ts'

/** What a browser that comes for the first time receives for a page, compressed as it goes over the wire, in bytes. */
export type PageBytes = {
  page: Page
  status: number
  scripts: number
  /** The headers of the scripts' answers, which come on top. */
  scriptHeaders: number
  scriptFiles: number
  html: number
  styles: number
}

/** Opens every page in a fresh Chromium and adds up what its network panel would show. */
export async function weighPages(databaseUrl: string, pages: readonly Page[]): Promise<PageBytes[]> {
  const portal = await startPortal(databaseUrl)
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] })
  try {
    const weighed: PageBytes[] = []
    for (const page of pages) {
      const context = await browser.newContext()
      await context.addCookies([{ name: 'session', value: page.token, url: portal.address }])
      const tab = await context.newPage()
      const network = await context.newCDPSession(tab)
      await network.send('Network.enable')
      const kinds = new Map<string, string>()
      const sums = { scripts: 0, scriptHeaders: 0, scriptFiles: 0, html: 0, styles: 0 }
      const bodies = new Map<string, number>()
      network.on('Network.responseReceived', ({ requestId, response }) => kinds.set(requestId, response.mimeType))
      network.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
        bodies.set(requestId, (bodies.get(requestId) ?? 0) + encodedDataLength)
      })
      network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        const kind = kinds.get(requestId) ?? ''
        const body = bodies.get(requestId) ?? 0
        if (kind.includes('javascript')) {
          sums.scripts += body
          sums.scriptHeaders += encodedDataLength - body
          sums.scriptFiles += 1
        } else if (kind === 'text/html') sums.html += encodedDataLength
        else if (kind === 'text/css') sums.styles += body
      })
      const answer = await tab.goto(`${portal.address}${page.path}`, { waitUntil: 'networkidle' })
      weighed.push({ page, status: answer?.status() ?? 0, ...sums })
      await context.close()
    }
    return weighed
  } finally {
    await browser.close()
    await portal.stop()
  }
}
