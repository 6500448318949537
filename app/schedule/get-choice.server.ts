import { findOffering } from '#app/marketplace/find-offerings.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { dateOf, startOfDay } from '#app/platform/time.ts'
import { describeLine, priceOfSession } from './find-choices.server.ts'
import type { DayBooking } from './line-store.server.ts'
import { selectChildsBookings } from './line-store.server.ts'
import { openLine } from './open-line.server.ts'
import type { DayStart } from './rules/starts-to-show.ts'
import { startsToShow } from './rules/starts-to-show.ts'
import { lengthsToChoose } from './rules/session-quantity.ts'
import type { FreeStart } from './slot-store.server.ts'
import { selectFreeStarts } from './slot-store.server.ts'

export type ChoiceInput = {
  childId: string
  lineId: string
  offeringId: string
  /** The first day to show; today when null, and never before it. */
  firstDay: Temporal.PlainDate | null
  specialistId: string | null
  durationMinutes: number | null
  /** Every quarter of an hour, not only full and half hours. */
  everyQuarter: boolean
  /** All days looked at, for a calendar; otherwise the first few. */
  wholeWindow: boolean
}

export const daysLookedAt = 28
const daysShown = 5

/**
 * The page of an offering: who gives it and where, and its free starts on the first days that have some, with what the
 * child has on those days already. Null when child, line and offering do not belong together for this actor.
 */
export async function getChoice(ctx: Context, input: ChoiceInput) {
  const now = ctx.clock.now()
  const today = dateOf(now)
  return read(ctx, async (tx) => {
    const opened = await openLine(ctx, tx, input)
    if (opened === null) return null
    const { child, line, seeker } = opened
    const offering = await findOffering(tx, seeker, input.offeringId)
    if (offering === null) return null

    const earliest = later(today, line.startsOn)
    const firstDay = later(input.firstDay ?? earliest, earliest)
    const endDay = firstDay.add({ days: daysLookedAt })
    const lengths = line.unit === 'hour' ? lengthsToChoose(offering.durationMinutes) : []
    const length = lengths.find((minutes) => minutes === input.durationMinutes) ?? null
    const specialist = offering.specialists.find(({ id }) => id === input.specialistId) ?? null
    const starts = await selectFreeStarts(tx, {
      childId: child.id,
      budgetLineId: line.lineId,
      offeringIds: [offering.id],
      specialistId: specialist?.id ?? null,
      durationMinutes: length,
      firstDay,
      endDay,
      now,
      exceptBookingId: null,
    })
    const specialistOrder = offering.specialists.map(({ id }) => id)
    const all = groupByDay(starts, { specialistOrder, everyQuarter: input.everyQuarter })
    const shown = input.wholeWindow ? all : all.slice(0, daysShown)
    const bookings = await selectChildsBookings(tx, {
      childId: child.id,
      from: startOfDay(firstDay),
      until: startOfDay(endDay),
    })
    const hasMore = all.length > shown.length || Temporal.PlainDate.compare(endDay, line.endsBefore) < 0
    return {
      child: { id: child.id, givenName: child.givenName, travelLimitMinutes: child.travelLimitMinutes },
      line: describeLine(line),
      offering,
      price: priceOfSession(offering, line.unit),
      knownSince: line.known.find(({ providerId }) => providerId === offering.providerId)?.since.toString() ?? null,
      lengths,
      length: length ?? offering.durationMinutes,
      specialistId: specialist?.id ?? null,
      firstDay: firstDay.toString(),
      isFirstPage: firstDay.equals(earliest),
      laterDay: hasMore ? (all[daysShown]?.day ?? endDay.toString()) : null,
      isThinned: shown.some(({ isThinned }) => isThinned),
      days: shown.map(({ day, starts: ofDay }) => ({
        day,
        starts: ofDay,
        bookings: bookings.filter((booking) => dateOf(booking.startsAt).toString() === day).map(describeDayBooking),
      })),
      bookings: bookings.map(describeDayBooking),
    }
  })
}

/** Free starts by Riga day, as plain values, one per time. */
export function groupByDay(
  starts: readonly FreeStart[],
  { specialistOrder, everyQuarter }: { specialistOrder: readonly string[]; everyQuarter: boolean },
) {
  const days = new Map<string, DayStart[]>()
  for (const { startsAt, specialistId } of starts) {
    const day = dateOf(startsAt).toString()
    days.set(day, [...(days.get(day) ?? []), { startsAt: startsAt.toString(), specialistId }])
  }
  return [...days].map(([day, ofDay]) => {
    const kept = startsToShow(ofDay, { specialistOrder, keepAll: everyQuarter })
    const times = new Set(ofDay.map(({ startsAt }) => startsAt)).size
    return { day, starts: kept, isThinned: kept.length < times }
  })
}

export function describeDayBooking({ bookingId, lane, service, startsAt, endsAt }: DayBooking) {
  return { bookingId, lane, service, startsAt: startsAt.toString(), endsAt: endsAt.toString() }
}

function later(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) > 0 ? one : other
}
