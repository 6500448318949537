import type { Offering, OfferingFilters } from '#app/marketplace/find-offerings.server.ts'
import { findOfferings } from '#app/marketplace/find-offerings.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { priceOf } from '#app/platform/money.ts'
import { wholeUnits } from '#app/platform/quantity.ts'
import type { Unit } from '#app/platform/quantity.ts'
import { dateOf } from '#app/platform/time.ts'
import { openLine } from './open-line.server.ts'
import { sizeOfSession } from './rules/session-quantity.ts'
import { selectNextFreeStarts } from './slot-store.server.ts'

export type ChoiceFilters = OfferingFilters & {
  /** Only what begins at 17.00 or later. */
  isEvening: boolean
}

const weeksAhead = 4
const evening = Temporal.PlainTime.from('17:00')

/**
 * Where a child can have the service of a line: offerings in the order of distance or price with what one session
 * costs the line and the next free times. What has no free time in the next four weeks comes last; in the evening
 * filter it is left out. Null when child or line are not the actor's.
 */
export async function findChoices(
  ctx: Context,
  { childId, lineId, filters }: { childId: string; lineId: string; filters: ChoiceFilters },
) {
  const now = ctx.clock.now()
  const today = dateOf(now)
  return read(ctx, async (tx) => {
    const opened = await openLine(ctx, tx, { childId, lineId })
    if (opened === null) return null
    const { child, line, seeker } = opened
    const found = await findOfferings(tx, seeker, filters)
    const firstDay = Temporal.PlainDate.compare(line.startsOn, today) > 0 ? line.startsOn : today
    const next = await selectNextFreeStarts(tx, {
      childId: child.id,
      budgetLineId: line.lineId,
      offeringIds: found.offerings.map(({ id }) => id),
      specialistId: null,
      durationMinutes: null,
      firstDay,
      endDay: firstDay.add({ weeks: weeksAhead }),
      now,
      exceptBookingId: null,
      daysEach: 3,
      notBefore: filters.isEvening ? evening : null,
    })
    const choices = found.offerings.map((offering) => ({
      ...withoutContacts(offering),
      price: priceOfSession(offering, line.unit),
      knownSince: line.known.find(({ providerId }) => providerId === offering.providerId)?.since.toString() ?? null,
      nextTimes: next
        .filter(({ offeringId }) => offeringId === offering.id)
        .map(({ startsAt, specialistId }) => ({ startsAt: startsAt.toString(), specialistId })),
    }))
    const free = choices.filter(({ nextTimes }) => nextTimes.length > 0)
    const full = choices.filter(({ nextTimes }) => nextTimes.length === 0)
    return {
      child: { id: child.id, givenName: child.givenName, travelLimitMinutes: child.travelLimitMinutes },
      line: describeLine(line),
      modes: found.modes,
      languages: found.languages,
      choices: filters.isEvening ? free : [...free, ...full],
    }
  })
}

/** What one session, or one unit when its size is still open, costs the line. */
export function priceOfSession({ unitPrice, durationMinutes }: Offering, unit: Unit) {
  const size = sizeOfSession({ unit, offeredMinutes: durationMinutes, chosenMinutes: null, kilometres: null })
  return priceOf(size?.quantity ?? wholeUnits(1), unitPrice)
}

function withoutContacts({ email: _email, phone: _phone, about: _about, ...offering }: Offering) {
  return offering
}

type OpenedLine = NonNullable<Awaited<ReturnType<typeof openLine>>>['line']

/** A line as plain values for a page. */
export function describeLine(line: OpenedLine) {
  const { lineId, service, unit, available, periodAvailable, startsOn, endsBefore } = line
  return {
    lineId,
    service,
    unit,
    available,
    periodAvailable,
    startsOn: startsOn.toString(),
    lastDay: endsBefore.subtract({ days: 1 }).toString(),
  }
}
