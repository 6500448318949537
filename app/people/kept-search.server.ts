import type { RouterContextProvider } from 'react-router'
import { deriveKey } from '#app/people/derive-key.server.ts'
import { requireSignedIn } from '#app/people/require-context.server.ts'
import { openText, sealText } from '#app/people/seal-text.server.ts'
import { readCookie, writeCookie } from '#app/platform/http/cookies.ts'
import { portalContext } from '#app/platform/http/portal-context.ts'

const name = 'search'
/** As long as somebody looks through what was found. */
const lifetime_s = 30 * 60
/** Longer than any name; more finds nothing and is cut. */
export const longestSearch = 60

type Where = Readonly<RouterContextProvider>

/**
 * What staff searched for is often a name, and names stay out of addresses: those end up in histories, logs and on
 * shared screens. It travels in a cookie that nobody but this server can read, for half an hour, and only within the
 * session it was typed in. An empty search takes it away. Answers a Set-Cookie header.
 */
export function keepSearch(context: Where, search: string): string {
  const { config } = context.get(portalContext)
  const text = search.trim().slice(0, longestSearch)
  const sealed =
    text === '' ? '' : Buffer.from(sealText(keyOf(context), text, sessionOf(context))).toString('base64url')
  return writeCookie({
    name,
    value: sealed,
    maxAge_s: sealed === '' ? 0 : lifetime_s,
    isSecure: config.publicUrl.protocol === 'https:',
  })
}

/** What was searched for in this session; empty when nothing was, or the cookie is not ours. */
export function readKeptSearch(request: Request, context: Where): string {
  const value = readCookie(request, name)
  if (value === null || value === '') return ''
  try {
    return openText(keyOf(context), Buffer.from(value, 'base64url'), sessionOf(context))
  } catch {
    // Of another session, or not our writing: nothing was searched for.
    return ''
  }
}

function keyOf(context: Where): Uint8Array {
  return deriveKey(context.get(portalContext).config.secretKey, 'kept-search')
}

function sessionOf(context: Where): string {
  return requireSignedIn(context).actor.sessionId
}
