/** A cookie that browsers send back to this server only, and never to requests that other sites start with a post. */
export type Cookie = {
  name: string
  value: string
  /** Null lasts until the browser closes; 0 removes the cookie. */
  maxAge_s: number | null
  isSecure: boolean
  /** False only for what scripts on the page must read: the language. */
  isHttpOnly?: boolean
}

/** The value of a cookie of a request, or null. */
export function readCookie(request: Request, name: string): string | null {
  const header = request.headers.get('cookie') ?? ''
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return null
}

/** The text of a Set-Cookie header. */
export function writeCookie({ name, value, maxAge_s, isSecure, isHttpOnly = true }: Cookie): string {
  return [
    `${name}=${value}`,
    'Path=/',
    'SameSite=Lax',
    ...(isHttpOnly ? ['HttpOnly'] : []),
    ...(isSecure ? ['Secure'] : []),
    ...(maxAge_s === null ? [] : [`Max-Age=${maxAge_s}`]),
  ].join('; ')
}
