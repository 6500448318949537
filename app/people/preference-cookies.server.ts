import type { Locale } from '#app/paraglide/runtime.js'
import { cookieName as localeCookie } from '#app/paraglide/runtime.js'
import type { Config } from '#app/platform/config.server.ts'
import { writeCookie } from '#app/platform/http/cookies.ts'
import type { Theme } from '#app/platform/http/page-context.ts'

export const themeCookie = 'theme'

const year_s = 365 * 24 * 60 * 60

/** Language and appearance on this device; the language is read by the page's scripts too. */
export function preferenceCookies(
  { locale, theme }: { locale?: Locale; theme?: Theme },
  { publicUrl }: Pick<Config, 'publicUrl'>,
): string[] {
  const common = { maxAge_s: year_s, isSecure: publicUrl.protocol === 'https:' }
  return [
    ...(locale === undefined ? [] : [writeCookie({ ...common, name: localeCookie, value: locale, isHttpOnly: false })]),
    ...(theme === undefined ? [] : [writeCookie({ ...common, name: themeCookie, value: theme })]),
  ]
}
