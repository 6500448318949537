import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/paraglide/runtime.js'
import type { Flash } from '#app/platform/http/page-context.ts'
import { formatDate } from '#app/platform/i18n/format.ts'
import type { AddExceptionRefusal } from './add-availability-exception.server.ts'
import type { TypedWeek, WeekError } from './read-week-form.server.ts'
import { typedRow } from './read-week-form.server.ts'
import type { SetWeekRefusal } from './set-weekly-availability.server.ts'

/** A refused week as a sentence at its field; rows are counted as people see them. */
export function weekError(
  refusal: Exclude<SetWeekRefusal, { kind: 'not-found' }>,
  typed: TypedWeek,
  locale: Locale,
): WeekError {
  switch (refusal.kind) {
    case 'hours-end-before-they-begin': {
      const row = typedRow(typed, refusal.index)
      return { field: `to-${row}`, text: m.calendar_error_row_times({ row: row + 1 }) }
    }
    case 'hours-overlap': {
      const row = typedRow(typed, refusal.index)
      const other = typedRow(typed, refusal.other)
      return { field: `from-${row}`, text: m.calendar_error_row_overlap({ row: row + 1, other: other + 1 }) }
    }
    case 'unknown-site': {
      const row = typedRow(typed, refusal.index)
      return { field: `site-${row}`, text: m.calendar_error_row_site({ row: row + 1 }) }
    }
    case 'starts-in-the-past':
      return { field: 'validFrom', text: m.calendar_error_from_past({ date: dayText(refusal.today, locale) }) }
    case 'ends-before-it-begins':
      return { field: 'validTo', text: m.calendar_error_until() }
  }
}

/** A refused day as a sentence at its field. */
export function dayError(refusal: Exclude<AddExceptionRefusal, { kind: 'not-found' }>, locale: Locale): WeekError {
  switch (refusal.kind) {
    case 'starts-in-the-past':
      return { field: 'firstDay', text: m.calendar_error_from_past({ date: dayText(refusal.today, locale) }) }
    case 'ends-before-it-begins':
      return { field: 'lastDay', text: m.calendar_error_until() }
    case 'too-long':
      return { field: 'lastDay', text: m.calendar_error_too_long({ count: refusal.mostDays }) }
    case 'hours-needed':
      return { field: 'dayFrom', text: m.calendar_error_hours_needed() }
    case 'hours-end-before-they-begin':
      return { field: 'dayTo', text: m.calendar_error_hours_order() }
  }
}

/** A saved change of hours, with a word about bookings that no longer fit. */
export function savedReceipt(words: { title: string; detail: string }, outsideCount: number): Flash {
  return outsideCount === 0
    ? { tone: 'ok', ...words }
    : { tone: 'attention', title: words.title, detail: m.calendar_saved_outside({ count: outsideCount }) }
}

function dayText(day: Temporal.PlainDate, locale: Locale): string {
  return formatDate(day.toString(), locale, 'date-heading')
}
