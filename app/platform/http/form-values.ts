import { z } from 'zod'

/** Days a portal can be about: what is counted on from them stays within what calendars and the database can write. */
const writtenDay = /^20\d{2}-\d{2}-\d{2}$/

/** A day as a date field sends it; null for an empty field or anything that is no day of this century. */
export function readDay(value: unknown): Temporal.PlainDate | null {
  if (typeof value !== 'string' || !writtenDay.test(value)) return null
  const [year, month, day] = value.split('-').map(Number)
  const isKnown = z.iso.date().safeParse(value).success
  return isKnown && year && month && day ? Temporal.PlainDate.from({ year, month, day }) : null
}

/** A month as a month field sends it, "2026-11"; null for anything else. */
export function readMonth(value: unknown): Temporal.PlainYearMonth | null {
  const first = typeof value === 'string' ? readDay(`${value}-01`) : null
  return first === null ? null : first.toPlainYearMonth()
}

/** A time of day, "9:30", "09:30" or "9.30" as people write it; null for anything that is none. */
export function readTime(value: unknown): Temporal.PlainTime | null {
  const found = typeof value === 'string' ? /^\s*(\d{1,2})[:.](\d{2})(?::00)?\s*$/.exec(value) : null
  if (found === null) return null
  const [hour, minute] = [Number(found[1]), Number(found[2])]
  return hour < 24 && minute < 60 ? Temporal.PlainTime.from({ hour, minute }) : null
}

/** A number with at most two decimals, comma or point, as whole hundredths; null for anything else. */
export function readHundredths(value: unknown): number | null {
  const text = typeof value === 'string' ? value.replaceAll(/[\s\u00a0]/g, '') : ''
  const found = /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(text)
  return found === null ? null : Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}
