import { findOffering } from '#app/marketplace/find-offerings.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { priceOf, subtractCents } from '#app/platform/money.ts'
import { dateOf, startOfDay } from '#app/platform/time.ts'
import { describeLine } from './find-choices.server.ts'
import { describeDayBooking } from './get-choice.server.ts'
import { selectChildsBookings } from './line-store.server.ts'
import { openLine } from './open-line.server.ts'
import { freeCancellationUntil, lateCharge } from './rules/cancellation.ts'
import { nearestStarts } from './rules/nearest-starts.ts'
import { sizeOfSession } from './rules/session-quantity.ts'
import { selectFreeStarts } from './slot-store.server.ts'

export type CheckInput = {
  childId: string
  lineId: string
  offeringId: string
  specialistId: string
  startsAt: Temporal.Instant
  durationMinutes: number | null
  kilometres: number | null
}

const daysForNearest = 14

/**
 * What a family checks before it confirms: what it costs and leaves, the rule of cancelling with its moment and sum,
 * the load of that week. `isFree` is false when the time cannot be had; then `nearest` names the closest ones that
 * can. `sameAs` is a booking that the child has of this very session already. Null when it is not the actor's.
 */
export async function checkChoice(ctx: Context, input: CheckInput) {
  const now = ctx.clock.now()
  return read(ctx, async (tx) => {
    const opened = await openLine(ctx, tx, input)
    if (opened === null) return null
    const { child, line, seeker } = opened
    const offering = await findOffering(tx, seeker, input.offeringId)
    const specialist = offering?.specialists.find(({ id }) => id === input.specialistId)
    if (offering === null || specialist === undefined || line.policy === null) return null
    const wish = { chosenMinutes: input.durationMinutes, kilometres: input.kilometres }
    const size = sizeOfSession({ unit: line.unit, offeredMinutes: offering.durationMinutes, ...wish })
    if (size === null) return { kind: 'wrong-size' as const, unit: line.unit }

    const day = dateOf(input.startsAt)
    const today = dateOf(now)
    const starts = await selectFreeStarts(tx, {
      childId: child.id,
      budgetLineId: line.lineId,
      offeringIds: [offering.id],
      specialistId: null,
      durationMinutes: size.minutes === offering.durationMinutes ? null : size.minutes,
      firstDay: Temporal.PlainDate.compare(day, today) > 0 ? day : today,
      endDay: (Temporal.PlainDate.compare(day, today) > 0 ? day : today).add({ days: daysForNearest }),
      now,
      exceptBookingId: null,
    })
    const isFree = starts.some(
      (start) => start.startsAt.equals(input.startsAt) && start.specialistId === input.specialistId,
    )
    const monday = day.subtract({ days: day.dayOfWeek - 1 })
    const week = await selectChildsBookings(tx, {
      childId: child.id,
      from: startOfDay(monday),
      until: startOfDay(monday.add({ weeks: 1 })),
    })
    const sameAs = week.find((booking) => booking.offeringId === offering.id && booking.startsAt.equals(input.startsAt))
    const price = priceOf(size.quantity, offering.unitPrice)
    const { policy } = line
    return {
      kind: 'checked' as const,
      child: { id: child.id, givenName: child.givenName, travelLimitMinutes: child.travelLimitMinutes },
      line: describeLine(line),
      offering: {
        id: offering.id,
        mode: offering.mode,
        providerName: offering.providerName,
        note: offering.note,
        site: offering.site,
        minutesByCar: offering.minutesByCar,
        roadMetres: offering.roadMetres,
        isBeyondTravelLimit: offering.isBeyondTravelLimit,
        unitPrice: offering.unitPrice,
      },
      specialist,
      startsAt: input.startsAt.toString(),
      endsAt: input.startsAt.add({ minutes: size.minutes }).toString(),
      quantity: size.quantity,
      price,
      left: subtractCents(line.available, price),
      periodLeft: subtractCents(line.periodAvailable, price),
      isFree,
      sameAs: sameAs?.bookingId ?? null,
      nearest: nearestStarts(starts, input.startsAt).map(({ startsAt, specialistId }) => ({
        startsAt: startsAt.toString(),
        specialistId,
      })),
      cancelling: {
        freeUntil: freeCancellationUntil(input.startsAt, policy).toString(),
        isStillFree: Temporal.Instant.compare(now, freeCancellationUntil(input.startsAt, policy)) < 0,
        charge: lateCharge({ price, alreadyCharged: 0 }, policy),
        percent: policy.latePercent,
      },
      week: {
        sessions: week.filter(({ lane }) => lane === 'attended').length + (line.lane === 'attended' ? 1 : 0),
        limit: child.sessionsPerWeekLimit,
      },
      sameDay: week.filter((booking) => dateOf(booking.startsAt).equals(day)).map(describeDayBooking),
    }
  })
}
