import type { MiddlewareFunction } from 'react-router'
import { z } from 'zod'
import { openContext, signedInContext } from '#app/people/require-context.server.ts'
import { readSessionToken } from '#app/people/session-cookie.server.ts'
import type { SignedIn } from '#app/people/session-store.server.ts'
import { findSession, touchSession } from '#app/people/session-store.server.ts'
import type { Locale } from '#app/paraglide/runtime.js'
import { cookieName as localeCookie } from '#app/paraglide/runtime.js'
import { paraglideMiddleware } from '#app/paraglide/server.js'
import { readCookie } from '#app/platform/http/cookies.ts'
import { forgetReceipt, readReceipt, receiptShownContext } from '#app/platform/http/flash.server.ts'
import { pageContext, themes } from '#app/platform/http/page-context.ts'
import { portalContext } from '#app/platform/http/portal-context.ts'
import { preferenceCookies, themeCookie } from '#app/people/preference-cookies.server.ts'

const localeSchema = z.enum(['lv', 'en']).catch('lv')
const themeSchema = z.enum(themes).catch('system')

/**
 * Finds out who is asking and sets what every page needs: actor, language, appearance, receipt. One statement for a
 * signed-in person, none for a visitor.
 */
export const identify: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const { config, db, clock } = context.get(portalContext)
  const before = context.get(pageContext)
  context.set(openContext, { db, clock, requestId: before.requestId })

  const token = readSessionToken(request, config)
  const now = clock.now()
  const signedIn = token === null ? null : await findSession(db, token, now)
  context.set(signedInContext, signedIn)
  if (signedIn?.isTouchDue) await touchSession(db, signedIn.actor.sessionId, now)

  const cookieLocale = readCookie(request, localeCookie)
  const locale: Locale = signedIn?.actor.locale ?? localeSchema.parse(cookieLocale)
  const theme = signedIn?.theme ?? themeSchema.parse(readCookie(request, themeCookie))
  context.set(pageContext, { ...before, locale, theme, flash: readReceipt(request) })

  const response = await speak(locale, request, next)
  // The browser's scripts read the language from its cookie: another device may not have it yet.
  if (signedIn !== null && cookieLocale !== locale && !response.headers.has('Set-Cookie')) {
    for (const cookie of preferenceCookies({ locale, theme }, config)) response.headers.append('Set-Cookie', cookie)
  }
  if (context.get(receiptShownContext)) response.headers.append('Set-Cookie', forgetReceipt(context))
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', cachingFor(signedIn))
  return response
}

/** What a signed-in person saw is kept nowhere, not even on a shared computer after signing out. */
function cachingFor(signedIn: SignedIn | null): string {
  return signedIn === null ? 'no-cache' : 'private, no-store'
}

/** Makes a language that of all messages rendered further in. */
async function speak(locale: Locale, request: Request, next: () => Promise<Response>): Promise<Response> {
  const inLanguage = new Request(request.url, { headers: { Cookie: `${localeCookie}=${locale}` } })
  return paraglideMiddleware(inLanguage, () => next())
}
