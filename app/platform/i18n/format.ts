import type { Locale } from '#app/paraglide/runtime.js'
import { months, relativeDays, weekdays } from '#app/platform/i18n/calendar-words.ts'
import { unitWords } from '#app/platform/i18n/unit-words.ts'
import type { Hundredths, Unit } from '#app/platform/quantity.ts'

/**
 * How numbers, money, days and hours are written. Runs in the browser and on the server and gives the same
 * text in both: words come from our own tables, and wall-clock time is Riga's wherever the machine stands.
 */

/** An instant: epoch milliseconds or an ISO string with a zone ("2026-11-26T15:30:00Z"). */
export type Moment = number | string

/** An instant, or a day without a time ("2026-11-26"). */
export type Day = Moment

const homeZone = 'Europe/Riga'
const noBreak = '\u00a0'
const minus = '\u2212'
const rangeDash = '\u2013'

/** `1 234,50 €` or `€1,234.50`, always grouped and with both decimals; a negative sum has a true minus sign. */
export function formatMoney(cents: number, locale: Locale): string {
  const amount = decimalText(Math.abs(cents), 2, locale)
  const sign = cents < 0 ? minus : ''
  return locale === 'lv' ? `${sign}${amount}${noBreak}€` : `${sign}€${amount}`
}

/** A difference: `+15,00 €`, `−15,00 €`, `0,00 €`. */
export function formatMoneyChange(cents: number, locale: Locale): string {
  return cents > 0 ? `+${formatMoney(cents, locale)}` : formatMoney(cents, locale)
}

/** A grouped number with a fixed count of decimals: 4.7 with one is `4,7`; 1234 with none is `1 234`. */
export function formatNumber(value: number, locale: Locale, decimals = 0): string {
  const scaled = Math.round(Math.abs(value) * 10 ** decimals)
  return `${value < 0 && scaled > 0 ? minus : ''}${decimalText(scaled, decimals, locale)}`
}

/** Whole per cent out of per cent (46.4 is `46 %`, in English `46%`). */
export function formatPercent(percent: number, locale: Locale): string {
  return `${formatNumber(percent, locale)}${locale === 'lv' ? noBreak : ''}%`
}

/** `10 nodarbību`, `21 nodarbība`, `1,5 stundas`: the count without needless decimals and its unit in the right form. */
export function formatQuantity(quantity: Hundredths, unit: Unit, locale: Locale): string {
  return `${formatCount(quantity, locale)}${noBreak}${unitWords[locale][unit][pluralForm(quantity / 100, locale)]}`
}

/** Only the count of a quantity: `1,5`, `24`. */
export function formatCount(quantity: Hundredths, locale: Locale): string {
  const decimals = quantity % 100 === 0 ? 0 : quantity % 10 === 0 ? 1 : 2
  return formatNumber(quantity / 100, locale, decimals)
}

/** `45 minūtes`, `1 stunda`, `1 stunda 30 minūtes`. */
export function formatDuration(minutes: number, locale: Locale): string {
  const words = unitWords[locale]
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const parts: string[] = []
  if (hours > 0) parts.push(`${hours}${noBreak}${words.hour[pluralForm(hours, locale)]}`)
  if (rest > 0 || hours === 0) parts.push(`${rest}${noBreak}${words.minute[pluralForm(rest, locale)]}`)
  return parts.join(' ')
}

/**
 * - `day`: "ceturtdien, 26. novembrī" - when something happens
 * - `day-until`: "ceturtdienai, 26. novembrim" - after "līdz"
 * - `day-heading`: "ceturtdiena, 26. novembris" - a day as a title
 * - `date`, `date-until`, `date-heading`: the same without the weekday
 * - `date-from`: "26. novembra" - after "no"
 * - `short`: "26. nov."; `day-short`: "ceturtd., 26. nov."
 * - `weekday`: "ceturtdiena"; `weekday-short`: "ceturtd."
 * - `long`, `long-on`, `long-until`: "2026. gada 26. novembris", "... novembrī", "... novembrim"
 * - `numeric`: "26.11.2026."
 */
export type DateStyle =
  | 'day'
  | 'day-until'
  | 'day-heading'
  | 'date'
  | 'date-until'
  | 'date-heading'
  | 'date-from'
  | 'short'
  | 'day-short'
  | 'weekday'
  | 'weekday-short'
  | 'long'
  | 'long-on'
  | 'long-until'
  | 'numeric'

export function formatDate(day: Day, locale: Locale, style: DateStyle = 'day'): string {
  const date = calendarDay(day)
  switch (style) {
    case 'day':
      return `${weekdayWord(date, locale, 'on')}, ${dayAndMonth(date, locale, 'on')}`
    case 'day-until':
      return `${weekdayWord(date, locale, 'until')}, ${dayAndMonth(date, locale, 'until')}`
    case 'day-heading':
      return `${weekdayWord(date, locale, 'plain')}, ${dayAndMonth(date, locale, 'plain')}`
    case 'date':
      return dayAndMonth(date, locale, 'on')
    case 'date-until':
      return dayAndMonth(date, locale, 'until')
    case 'date-heading':
      return dayAndMonth(date, locale, 'plain')
    case 'date-from':
      return dayAndMonth(date, locale, 'from')
    case 'short':
      return dayAndMonth(date, locale, 'short')
    case 'day-short':
      return `${weekdayWord(date, locale, 'short')}, ${dayAndMonth(date, locale, 'short')}`
    case 'weekday':
      return weekdayWord(date, locale, 'plain')
    case 'weekday-short':
      return weekdayWord(date, locale, 'short')
    case 'long':
      return withYear(date, locale, 'plain')
    case 'long-on':
      return withYear(date, locale, 'on')
    case 'long-until':
      return withYear(date, locale, 'until')
    case 'numeric':
      return locale === 'lv'
        ? `${twoDigits(date.day)}.${twoDigits(date.month)}.${date.year}.`
        : `${twoDigits(date.day)}/${twoDigits(date.month)}/${date.year}`
  }
}

/**
 * Days from the first to the last, both included, with what they share said once: "23.–27. novembris",
 * "30. novembris – 4. decembris", "2026. gada 1. septembris – 2027. gada 28. februāris".
 */
export function formatDateRange(first: Day, last: Day, locale: Locale): string {
  const from = calendarDay(first)
  const to = calendarDay(last)
  if (from.year !== to.year) {
    return `${withYear(from, locale, 'plain')} ${rangeDash} ${withYear(to, locale, 'plain')}`
  }
  if (from.month !== to.month) {
    return `${dayAndMonth(from, locale, 'plain')} ${rangeDash} ${dayAndMonth(to, locale, 'plain')}`
  }
  if (from.day === to.day) return dayAndMonth(from, locale, 'plain')
  return locale === 'lv'
    ? `${from.day}.${rangeDash}${dayAndMonth(to, locale, 'plain')}`
    : `${from.day}${rangeDash}${dayAndMonth(to, locale, 'plain')}`
}

/** "2026. gada novembris", "November 2026": a month out of "2026-11". */
export function formatMonth(month: string, locale: Locale): string {
  const { year, month: number } = calendarDay(`${month}-01`)
  const word = months[locale].plain[number - 1] ?? ''
  return locale === 'lv' ? `${year}.${noBreak}gada ${word}` : `${word} ${year}`
}

/** `17.30` in Latvian, `17:30` in English, 24 hours, Riga time. */
export function formatTime(moment: Moment, locale: Locale): string {
  const { hour, minute } = rigaClock(moment)
  return locale === 'lv' ? `${hour}.${twoDigits(minute)}` : `${twoDigits(hour)}:${twoDigits(minute)}`
}

/** `17.30–19.30`. */
export function formatTimeRange(from: Moment, to: Moment, locale: Locale): string {
  return `${formatTime(from, locale)}${rangeDash}${formatTime(to, locale)}`
}

/** `ceturtdien, 26. novembrī, 17.30`. */
export function formatDateTime(moment: Moment, locale: Locale, style: DateStyle = 'day'): string {
  return `${formatDate(moment, locale, style)}, ${formatTime(moment, locale)}`
}

/** "vakar", "šodien", "rīt", or null for any other day. Days are Riga's. */
export function relativeDay(day: Day, now: Moment, locale: Locale): string | null {
  const difference = dayNumber(calendarDay(day)) - dayNumber(calendarDay(now))
  if (difference === -1) return relativeDays[locale]['-1']
  if (difference === 0) return relativeDays[locale]['0']
  if (difference === 1) return relativeDays[locale]['1']
  return null
}

/** "šodien", "rīt" and "vakar" where they fit, else the day in the style asked for. */
export function formatNearDate(day: Day, now: Moment, locale: Locale, style: DateStyle = 'day'): string {
  return relativeDay(day, now, locale) ?? formatDate(day, locale, style)
}

/** Makes the first letter capital, for a date or word that begins a sentence. */
export function startSentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('lv') + text.slice(1)
}

/** The Riga day of an instant, "2026-11-26": the value of a date input. */
export function dayInput(day: Day): string {
  const { year, month, day: dayOfMonth } = calendarDay(day)
  return `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`
}

/** The Riga hour of an instant, "17:30": the value of a time input. */
export function timeInput(moment: Moment): string {
  const { hour, minute } = rigaClock(moment)
  return `${twoDigits(hour)}:${twoDigits(minute)}`
}

type CalendarDay = { year: number; month: number; day: number }
type Form = 'plain' | 'on' | 'until' | 'short'

const plainDate = /^(\d{4})-(\d{2})-(\d{2})$/

function calendarDay(day: Day): CalendarDay {
  const written = typeof day === 'string' ? plainDate.exec(day) : null
  if (written !== null) {
    const date = { year: Number(written[1]), month: Number(written[2]), day: Number(written[3]) }
    const check = new Date(Date.UTC(date.year, date.month - 1, date.day))
    if (check.getUTCMonth() + 1 !== date.month) throw new RangeError(`Not a day: ${day}`)
    return date
  }
  return rigaClock(day)
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: homeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
})

const zoned = /T.*(Z|[+-]\d{2}:?\d{2})$/i

function rigaClock(moment: Moment): CalendarDay & { hour: number; minute: number } {
  // A string without a zone would be read in the machine's own zone, so it is refused.
  const epoch = typeof moment === 'number' ? moment : zoned.test(moment) ? Date.parse(moment) : Number.NaN
  if (!Number.isFinite(epoch)) throw new RangeError(`Not an instant: ${moment}`)
  const found = { year: 0, month: 0, day: 0, hour: 0, minute: 0 }
  for (const { type, value } of clock.formatToParts(epoch)) {
    if (type === 'year' || type === 'month' || type === 'day' || type === 'hour' || type === 'minute') {
      found[type] = Number(value)
    }
  }
  return found
}

function dayNumber({ year, month, day }: CalendarDay): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000)
}

function weekdayWord(date: CalendarDay, locale: Locale, form: Form): string {
  // Day 0 of the epoch is a Thursday, the fourth from Monday.
  const index = (((dayNumber(date) + 3) % 7) + 7) % 7
  return weekdays[locale][form][index] ?? ''
}

function dayAndMonth(date: CalendarDay, locale: Locale, form: Form | 'from'): string {
  const month = months[locale][form][date.month - 1] ?? ''
  return `${date.day}${locale === 'lv' ? '.' : ''}${noBreak}${month}`
}

function withYear(date: CalendarDay, locale: Locale, form: Form): string {
  return locale === 'lv'
    ? `${date.year}.${noBreak}gada ${dayAndMonth(date, locale, form)}`
    : `${dayAndMonth(date, locale, form)} ${date.year}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** Writes a whole number of the last decimal: 123450 with two decimals is `1 234,50`. */
function decimalText(scaled: number, decimals: number, locale: Locale): string {
  const digits = String(Math.round(scaled)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals)
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === 'lv' ? noBreak : ',')
  return decimals === 0 ? grouped : `${grouped}${locale === 'lv' ? ',' : '.'}${fraction}`
}

const pluralRules = { lv: new Intl.PluralRules('lv'), en: new Intl.PluralRules('en') }

function pluralForm(count: number, locale: Locale): 'zero' | 'one' | 'other' {
  const form = pluralRules[locale].select(count)
  return form === 'zero' || form === 'one' ? form : 'other'
}
