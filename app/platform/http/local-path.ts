const somewhere = 'http://atspaids.invalid'

/**
 * A path on this server out of what a form or address claims, or null. Refuses other sites in every spelling
 * browsers accept (`//host`, `/\host`, control characters).
 */
export function localPath(claim: unknown): string | null {
  if (typeof claim !== 'string' || !claim.startsWith('/') || claim.length > 2_000) return null
  if (!URL.canParse(claim, somewhere)) return null
  const url = new URL(claim, somewhere)
  return url.origin === somewhere && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : null
}
