import type { RouterContextProvider } from 'react-router'
import { createContext, redirect } from 'react-router'
import { z } from 'zod'
import { readCookie, writeCookie } from '#app/platform/http/cookies.ts'
import { localPath } from '#app/platform/http/local-path.ts'
import type { Flash, PageContext } from '#app/platform/http/page-context.ts'
import { pageContext } from '#app/platform/http/page-context.ts'
import { portalContext } from '#app/platform/http/portal-context.ts'

const name = 'receipt'
const lifetime_s = 120

const schema = z.object({
  tone: z.enum(['ok', 'attention', 'stop']),
  title: z.string(),
  detail: z.string().optional(),
  link: z.object({ href: z.string().refine((href) => localPath(href) !== null), label: z.string() }).optional(),
})

/** Whether the receipt of this request has been handed to the page, so that it is shown once. */
export const receiptShownContext = createContext<boolean>(false)

/** Leads to another page after a finished action and shows there, once, what was done. */
export function redirectWithReceipt(context: Readonly<RouterContextProvider>, to: string, receipt: Flash): Response {
  const value = Buffer.from(JSON.stringify(receipt)).toString('base64url')
  return redirect(to, { headers: { 'Set-Cookie': cookie(context, { value, maxAge_s: lifetime_s }) } })
}

/** The receipt that came with a request, or null. */
export function readReceipt(request: Request): Flash | null {
  const value = readCookie(request, name)
  if (value === null || value === '') return null
  try {
    const read = schema.safeParse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')))
    return read.success ? read.data : null
  } catch {
    // Not our writing: nothing to show.
    return null
  }
}

/** What the root page shows; marks the receipt as shown. */
export function takePageContext(context: Readonly<RouterContextProvider>): PageContext {
  const page = context.get(pageContext)
  if (page.flash !== null) context.set(receiptShownContext, true)
  return page
}

/** Removes a receipt that has been shown. */
export function forgetReceipt(context: Readonly<RouterContextProvider>): string {
  return cookie(context, { value: '', maxAge_s: 0 })
}

function cookie(context: Readonly<RouterContextProvider>, part: { value: string; maxAge_s: number }): string {
  return writeCookie({ ...part, name, isSecure: context.get(portalContext).config.publicUrl.protocol === 'https:' })
}
