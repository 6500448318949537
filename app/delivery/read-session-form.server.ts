import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { readHundredths, readTime } from '#app/platform/http/form-values.ts'
import { timeInput } from '#app/platform/i18n/format.ts'
import { hundredths } from '#app/platform/quantity.ts'
import { dateOf } from '#app/platform/time.ts'
import { instantOfWallClock } from '#app/schedule/rules/weekly-availability.ts'
import { longestWords } from './rules/objection.ts'
import { isPlaceType } from './rules/six-elements.ts'
import type { StateDeliveryInput } from './state-delivery.server.ts'

/** What was typed, kept for a form that is shown again. */
export type TypedSession = { started: string; ended: string; place: string; quantity: string; note: string }

export type FormError = { field: string; text: string }

type Booked = { bookingId: string; startsAt: string; endsAt: string; unit: string }

const typed = z.object({
  started: z.string().max(20).catch(''),
  ended: z.string().max(20).catch(''),
  place: z.string().max(20).catch(''),
  quantity: z.string().max(20).catch(''),
  note: z.string().catch(''),
})

/**
 * Reads "it went otherwise". The session is of the day it was booked for; an hour as booked means the very instant
 * that was booked, also when the clocks change in it. A session booked across midnight ends on the next day when the
 * end comes before the begin.
 */
export function readSessionForm(
  form: FormData,
  { bookingId, startsAt, endsAt, unit }: Booked,
): { values: TypedSession; errors: FormError[]; input: StateDeliveryInput | null } {
  const values = typed.parse(Object.fromEntries(form))
  const day = dateOf(Temporal.Instant.from(startsAt))
  const lastDay = dateOf(Temporal.Instant.from(endsAt))
  const started = readTime(values.started)
  const ended = readTime(values.ended)
  const isCounted = unit === 'trip' || unit === 'kilometre'
  const count = readHundredths(values.quantity)
  const errors: FormError[] = []
  if (started === null) errors.push({ field: 'started', text: m.delivery_error_time() })
  if (ended === null) errors.push({ field: 'ended', text: m.delivery_error_time() })
  if (!isPlaceType(values.place)) errors.push({ field: 'place', text: m.delivery_error_place() })
  if (isCounted && count === null) errors.push({ field: 'quantity', text: m.delivery_error_quantity() })
  if (values.note.length > longestWords) {
    errors.push({ field: 'note', text: m.delivery_error_note_long({ count: longestWords }) })
  }
  if (started === null || ended === null || !isPlaceType(values.place) || errors.length > 0) {
    return { values, errors, input: null }
  }
  const instant = (time: Temporal.PlainTime, booked: string, on: Temporal.PlainDate) =>
    clockText(time) === timeInput(booked) ? Temporal.Instant.from(booked) : instantOfWallClock(on, time)
  const endsNextDay = !lastDay.equals(day) && Temporal.PlainTime.compare(ended, started) <= 0
  return {
    values,
    errors,
    input: {
      bookingId,
      how: 'as-stated',
      startedAt: instant(started, startsAt, day),
      endedAt: instant(ended, endsAt, endsNextDay ? lastDay : day),
      placeType: values.place,
      note: values.note,
      quantity: isCounted && count !== null ? hundredths(count) : null,
    },
  }
}

function clockText(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' })
}
