import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { BothLanguages } from '#app/marketplace/ui/offering-words.ts'
import { ownText } from '#app/marketplace/ui/offering-words.ts'
import { formatDate, formatTime, startSentence } from '#app/platform/i18n/format.ts'
import { writeTimeChoice } from '#app/schedule/rules/time-choice.ts'
import type { SlotDay } from '#app/ui/slot-tiles.tsx'

export type FreeDay = {
  day: string
  starts: readonly { startsAt: string; specialistId: string }[]
  /** What the child has on that day already. */
  bookings: readonly { startsAt: string; service: BothLanguages }[]
}

/** Free days as tiles to choose from, with what the child has on each day; names only when there is a choice of people. */
export function slotDays(days: readonly FreeDay[], specialists: readonly { id: string; name: string }[]): SlotDay[] {
  const locale = getLocale()
  const nameOf = new Map(specialists.map(({ id, name }) => [id, name]))
  return days.map(({ day, starts, bookings }) => ({
    day,
    label: startSentence(formatDate(day, locale, 'day')),
    note: bookings.length === 0 ? undefined : m.schedule_times_already({ sessions: sessionsText(bookings) }),
    slots: starts.map((start) => ({
      value: writeTimeChoice(start),
      label: formatTime(start.startsAt, locale),
      detail: specialists.length > 1 ? nameOf.get(start.specialistId) : undefined,
    })),
  }))
}

function sessionsText(bookings: FreeDay['bookings']): string {
  return bookings
    .map(({ startsAt, service }) =>
      m.schedule_same_day_item({ time: formatTime(startsAt, getLocale()), service: ownText(service) }),
    )
    .join(', ')
}
