import { m } from '#app/paraglide/messages.js'
import { readDay, readTime } from '#app/platform/http/form-values.ts'
import type { HoursRow } from './get-availability.server.ts'
import type { WeeklyHours } from './rules/weekly-hours.ts'

/** A week as typed, kept for a form that is shown again. */
export type TypedWeek = { rows: HoursRow[]; validFrom: string; validTo: string }

export type WeekError = { field: string; text: string }

export type ReadWeek = {
  typed: TypedWeek
  errors: WeekError[]
  week: { from: Temporal.PlainDate; before: Temporal.PlainDate | null; hours: WeeklyHours[] } | null
}

/** More stretches than anybody's week has. */
export const mostRows = 50

/** Reads the rows of a week. A row with neither time is left out: that is how the last one stays empty. */
export function readWeekForm(form: FormData): ReadWeek {
  const texts = (name: string) =>
    form.getAll(name).map((value) => (typeof value === 'string' ? value.slice(0, 40) : ''))
  const [weekdays, froms, tos, sites] = [texts('weekday'), texts('from'), texts('to'), texts('site')]
  const rows = weekdays.slice(0, mostRows + 1).map((weekday, index) => ({
    weekday: dayNumber(weekday),
    from: froms[index] ?? '',
    to: tos[index] ?? '',
    siteId: (sites[index] ?? '') === '' ? null : (sites[index] ?? null),
  }))
  const typed = { rows, validFrom: texts('validFrom')[0] ?? '', validTo: texts('validTo')[0] ?? '' }

  const errors: WeekError[] = []
  if (rows.length > mostRows) errors.push({ field: '', text: m.calendar_error_too_many_rows() })
  const hours: WeeklyHours[] = []
  for (const [index, row] of rows.entries()) {
    if (row.from === '' && row.to === '') continue
    const [from, to] = [readTime(row.from), readTime(row.to)]
    if (from === null || to === null) {
      errors.push({ field: `from-${index}`, text: m.calendar_error_row_missing({ row: index + 1 }) })
    } else hours.push({ weekday: row.weekday, from, to, siteId: row.siteId })
  }
  const from = readDay(typed.validFrom)
  const last = readDay(typed.validTo)
  if (from === null) errors.push({ field: 'validFrom', text: m.calendar_error_from_missing() })
  if (typed.validTo !== '' && last === null) errors.push({ field: 'validTo', text: m.calendar_error_until() })
  const week =
    from === null || errors.length > 0 ? null : { from, before: last === null ? null : last.add({ days: 1 }), hours }
  return { typed, errors, week }
}

/** The position among the rows as typed of the n-th stretch that was read: empty rows count for people, not for rules. */
export function typedRow(typed: TypedWeek, stretch: number): number {
  const filled = typed.rows.flatMap((row, index) => (row.from === '' && row.to === '' ? [] : [index]))
  return filled[stretch] ?? stretch
}

function dayNumber(text: string): number {
  const day = Number(text)
  return Number.isInteger(day) && day >= 1 && day <= 7 ? day : 1
}
