import { DateLocalizer } from 'react-big-calendar'
import type { Locale } from '#app/paraglide/runtime.js'
import { dayInput, formatDate, startSentence, timeInput } from '#app/platform/i18n/format.ts'

/**
 * The calendar component thinks in the browser's own zone. It is given dates whose local hands show Riga's wall
 * clock, so that a browser in New York draws the same week: what is drawn is the clock on the wall, never an instant.
 */
export function rigaWallClock(moment: string): Date {
  return dateWithHands(dayInput(moment), timeInput(moment))
}

/** A date whose local hands show a day and a time. */
export function dateWithHands(day: string, time = '00:00'): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return new Date(year, month - 1, date, hour, minute)
}

const monday = 1

/** Words, 24 hours and Monday first, from the product's own tables: no date library is loaded for it. */
export function rigaLocalizer(locale: Locale): DateLocalizer {
  return new DateLocalizer({
    firstOfWeek: () => monday,
    format: (value) => (value instanceof Date ? handsOf(value) : String(value)),
    formats: {
      timeGutterFormat: handsOf,
      dayFormat: (date) => startSentence(formatDate(dayOf(date), locale, 'day-heading')),
      dayHeaderFormat: (date) => startSentence(formatDate(dayOf(date), locale, 'day-heading')),
      eventTimeRangeFormat: ({ start }) => handsOf(start),
      eventTimeRangeStartFormat: ({ start }) => handsOf(start),
      eventTimeRangeEndFormat: ({ end }) => handsOf(end),
    },
  })

  function handsOf(date: Date): string {
    const hour = date.getHours()
    const minute = String(date.getMinutes()).padStart(2, '0')
    return locale === 'lv' ? `${hour}.${minute}` : `${String(hour).padStart(2, '0')}:${minute}`
  }
}

/** The day that a date's local hands show. */
export function dayOf(date: Date): string {
  const month = String(date.getMonth() + 1).padStart(2, '0')
  return `${date.getFullYear()}-${month}-${String(date.getDate()).padStart(2, '0')}`
}
