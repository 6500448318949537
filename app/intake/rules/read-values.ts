import type { Cents } from '#app/platform/money.ts'
import { cents } from '#app/platform/money.ts'

/**
 * A day as people write it in tables: 31.12.2026, 31/12/2026, 31-12-2026, 2026-12-31, 2026.12.31 or with a time behind
 * it. Null for anything else and for days that do not exist. The day comes before the month.
 */
export function readWrittenDay(text: string): Temporal.PlainDate | null {
  const plain = text
    .trim()
    .replace(/[T\s]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '')
    .replaceAll(/\s/g, '')
    .replace(/\.$/, '')
  const yearFirst = /^(\d{4})([.\-/])(\d{1,2})\2(\d{1,2})$/.exec(plain)
  if (yearFirst !== null) return dayOf(yearFirst[1], yearFirst[3], yearFirst[4])
  const dayFirst = /^(\d{1,2})([.\-/])(\d{1,2})\2(\d{4})$/.exec(plain)
  return dayFirst === null ? null : dayOf(dayFirst[4], dayFirst[3], dayFirst[1])
}

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined) {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (y < 1900 || y > 2100) return null
  try {
    return Temporal.PlainDate.from({ year: y, month: m, day: d }, { overflow: 'reject' })
  } catch (error) {
    // Temporal says "no such day" by throwing; anything else is a bug.
    if (error instanceof RangeError) return null
    throw error
  }
}

export type ReadNumber<Value> = { ok: true; value: Value } | { ok: false; why: 'not-a-number' | 'out-of-range' }

const mostEuros = 10_000_000

/**
 * A sum in euros with at most two decimals, comma or point, spaces or the other sign between thousands. "1.234" is read
 * by nobody with certainty, hence refused.
 */
export function readEuros(text: string): ReadNumber<Cents> {
  const plain = text.replaceAll(/[\s\u00a0\u202f€]|EUR/gi, '')
  if (/^-\s*\d/.test(plain)) return { ok: false, why: 'out-of-range' }
  const found =
    /^(\d+)(?:[.,](\d{1,2}))?$/.exec(plain) ??
    /^(\d{1,3}(?:\.\d{3})+),(\d{1,2})$/.exec(plain) ??
    /^(\d{1,3}(?:,\d{3})+)\.(\d{1,2})$/.exec(plain)
  if (found?.[1] === undefined) return { ok: false, why: 'not-a-number' }
  const euros = Number(found[1].replaceAll(/[.,]/g, ''))
  if (euros > mostEuros) return { ok: false, why: 'out-of-range' }
  return { ok: true, value: cents(euros * 100 + Number((found[2] ?? '').padEnd(2, '0'))) }
}

/** A whole number; "26,0" is one too. */
export function readWhole(text: string, { least, most }: { least: number; most: number }): ReadNumber<number> {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '')
  const found = /^(-?\d{1,12})(?:[.,]0+)?$/.exec(plain)
  if (found === null) return { ok: false, why: 'not-a-number' }
  const value = Number(found[1])
  return value < least || value > most ? { ok: false, why: 'out-of-range' } : { ok: true, value }
}

/** A decimal number of degrees. */
export function readDegrees(text: string, { least, most }: { least: number; most: number }): ReadNumber<number> {
  const plain = text.replaceAll(/[\s\u00a0°]/g, '').replace(',', '.')
  if (!/^-?\d{1,3}(\.\d{1,12})?$/.test(plain)) return { ok: false, why: 'not-a-number' }
  const value = Number(plain)
  return value < least || value > most ? { ok: false, why: 'out-of-range' } : { ok: true, value }
}

/** Looks like an address to which mail can go; lower case, as addresses are kept. */
export function readEmail(text: string): string | null {
  const email = text.trim().toLowerCase()
  return email.length <= 254 && /^[^\s@,;<>()"]+@[^\s@,;<>()".]+(\.[^\s@,;<>()".]+)+$/.test(email) ? email : null
}
