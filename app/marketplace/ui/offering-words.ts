import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { Mode } from '#app/marketplace/rules/modes.ts'
import { formatDuration, formatQuantity } from '#app/platform/i18n/format.ts'
import { type Unit, wholeUnits } from '#app/platform/quantity.ts'
import type { IconName } from '#app/ui/icon.tsx'

export type BothLanguages = { lv: string; en: string }
export type EitherLanguage = { lv: string | null; en: string | null }

/** The text in the reader's language. */
export function ownText(text: BothLanguages): string {
  return text[getLocale()]
}

/** The same where a language may be missing: the other one is better than nothing. */
export function ownTextOrNull(text: EitherLanguage): string | null {
  return text[getLocale()] ?? text.lv ?? text.en
}

export function modeBadge(mode: Mode): string {
  return {
    at_provider: m.marketplace_mode_at_provider,
    at_home: m.marketplace_mode_at_home,
    institution: m.marketplace_mode_institution,
    online: m.marketplace_mode_online,
  }[mode]()
}

export function modeFilter(mode: Mode): string {
  return {
    at_provider: m.marketplace_filter_at_provider,
    at_home: m.marketplace_filter_at_home,
    institution: m.marketplace_filter_institution,
    online: m.marketplace_filter_online,
  }[mode]()
}

export const modeIcon = {
  at_provider: 'pin',
  at_home: 'home',
  institution: 'users',
  online: 'video',
} as const satisfies Record<Mode, IconName>

type Place = { mode: Mode; site: { name: BothLanguages; address: string; town: string } | null }

/** Where a session is: an address, or in words where there is none to tell. */
export function whereText({ mode, site }: Place): string {
  if (mode === 'at_home') return m.marketplace_where_at_home()
  if (mode === 'online') return m.marketplace_where_online()
  if (site === null) return m.marketplace_where_institution()
  return `${ownText(site.name)}, ${site.address}, ${site.town}`
}

/** `fizioterapeite, Rehabilitācijas centrs`; of somebody who works alone only the profession. */
export function professionText(person: { name: string; profession: BothLanguages; providerName: string }): string {
  const profession = ownText(person.profession)
  return person.name === person.providerName ? profession : `${profession}, ${person.providerName}`
}

/** `par nodarbību`, to stand after a price. */
export function perUnit(unit: Unit): string {
  return {
    session: m.marketplace_per_session,
    hour: m.marketplace_per_hour,
    trip: m.marketplace_per_trip,
    kilometre: m.marketplace_per_kilometre,
    course: m.marketplace_per_course,
  }[unit]()
}

/** `12 minūtes ar auto, 8 kilometri`; null when the family does not travel. */
export function travelText({ minutesByCar, roadMetres }: { minutesByCar: number | null; roadMetres: number | null }) {
  if (minutesByCar === null || roadMetres === null) return null
  const distance = formatQuantity(wholeUnits(Math.round(roadMetres / 1000)), 'kilometre', getLocale())
  return m.marketplace_drive({ duration: formatDuration(minutesByCar, getLocale()), distance })
}

const languageWords: Record<string, () => string> = {
  lv: m.marketplace_language_lv,
  en: m.marketplace_language_en,
  ru: m.marketplace_language_ru,
  uk: m.marketplace_language_uk,
  lt: m.marketplace_language_lt,
  et: m.marketplace_language_et,
  de: m.marketplace_language_de,
  pl: m.marketplace_language_pl,
  be: m.marketplace_language_be,
  lsl: m.marketplace_language_lsl,
}

/** A language by its ISO code; the code itself for one that we have no word for. */
export function languageWord(code: string): string {
  return languageWords[code]?.() ?? code
}

/** `latviski, krieviski`: all that the people of an offering speak. */
export function languagesText(specialists: readonly { languages: readonly string[] }[]): string {
  return [...new Set(specialists.flatMap(({ languages }) => languages))].map(languageWord).join(', ')
}
