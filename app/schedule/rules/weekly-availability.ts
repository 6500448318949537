import { homeZone } from '#app/platform/time.ts'
import { mergeSpans, subtractSpans, type TimeSpan } from './time-spans.ts'

const midnight = Temporal.PlainTime.from('00:00')

/** Wall-clock hours of one day. `to` 00:00 is the midnight that ends the day; otherwise `from` is before `to`. */
export type WallClockHours = { readonly from: Temporal.PlainTime; readonly to: Temporal.PlainTime }

/** Hours that repeat every week at a site, or anywhere (at homes, online) when `siteId` is null. */
export type WeeklyRule = WallClockHours & {
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number
  readonly validFrom: Temporal.PlainDate
  /** The first day on which the rule no longer holds; null = until further notice. */
  readonly validTo: Temporal.PlainDate | null
  readonly siteId: string | null
}

/** What differs on one date. */
export type AvailabilityException =
  | { readonly kind: 'off-all-day'; readonly date: Temporal.PlainDate }
  | (WallClockHours & { readonly kind: 'off'; readonly date: Temporal.PlainDate })
  | (WallClockHours & { readonly kind: 'extra'; readonly date: Temporal.PlainDate; readonly siteId: string | null })

export type AvailableSpan = TimeSpan & { readonly siteId: string | null }

export type AvailabilityRequest = {
  readonly weekly: readonly WeeklyRule[]
  readonly exceptions: readonly AvailabilityException[]
  /** ISO dates on which weekly rules rest. Empty for a specialist who works on public holidays. */
  readonly holidays: ReadonlySet<string>
  readonly firstDay: Temporal.PlainDate
  /** The first day that is no longer asked for. */
  readonly endDay: Temporal.PlainDate
}

/**
 * When a specialist can be booked, before bookings are taken away: weekly rules, not on public holidays, less what is
 * off on a date, plus what is extra on a date. Extra hours win over a day off, so "off, but here from 17 to 19" can
 * be said. Per site the spans are merged and sorted. This is the model of the product's slot query.
 *
 * Hours are wall-clock hours in Riga. On the spring change day 03:00-04:00 does not exist: a rule across it is an
 * hour shorter, a rule within it yields nothing. On the autumn change day 03:00-04:00 comes twice, and a time in it
 * means the second one, in winter time, as PostgreSQL's `AT TIME ZONE` reads it: a rule across it is an hour longer,
 * a rule within it happens once, and rules that touch on the wall clock still touch.
 *
 * Hours that end before they begin throw a RangeError. Source: product.md section 5 and facts.md d7, d8.
 */
export function availableSpans(request: AvailabilityRequest): AvailableSpan[] {
  const days = daysBetween(request.firstDay, request.endDay)
  const extras = request.exceptions.filter((exception) => exception.kind === 'extra')
  const sites = new Set([...request.weekly, ...extras].map((hours) => hours.siteId))

  return [...sites]
    .flatMap((siteId) => {
      const spans = mergeSpans(days.flatMap((day) => spansOfDay(day, siteId, request)))
      return spans.map((span) => ({ ...span, siteId }))
    })
    .toSorted(
      (one, other) => Temporal.Instant.compare(one.start, other.start) || compareSites(one.siteId, other.siteId),
    )
}

/** The instant at which a wall-clock time of a date is reached; the change days are read as `availableSpans` says. */
export function instantOfWallClock(date: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.Instant {
  const wanted = date.toPlainDateTime(time)
  const reached = wanted.toZonedDateTime(homeZone, { disambiguation: 'later' })
  if (reached.toPlainDateTime().equals(wanted)) return reached.toInstant()

  // The clocks jump over this time: it is reached at the jump itself, the first change after the hour before it.
  const beforeJump = wanted.toZonedDateTime(homeZone, { disambiguation: 'earlier' })
  return (beforeJump.getTimeZoneTransition('next') ?? reached).toInstant()
}

function spansOfDay(day: Temporal.PlainDate, siteId: string | null, request: AvailabilityRequest): TimeSpan[] {
  const today = request.exceptions.filter((exception) => exception.date.equals(day))
  const isOff = request.holidays.has(day.toString()) || today.some((exception) => exception.kind === 'off-all-day')
  const weekly = isOff ? [] : request.weekly.filter((rule) => rule.siteId === siteId && holdsOn(rule, day))
  const off = today.filter((exception) => exception.kind === 'off')
  const extra = today.filter((exception) => exception.kind === 'extra').filter((hours) => hours.siteId === siteId)

  const toSpan = (hours: WallClockHours) => spanOn(day, hours)
  return [...subtractSpans(weekly.map(toSpan), off.map(toSpan)), ...extra.map(toSpan)]
}

function holdsOn(rule: WeeklyRule, day: Temporal.PlainDate): boolean {
  const hasBegun = Temporal.PlainDate.compare(rule.validFrom, day) <= 0
  const hasEnded = rule.validTo !== null && Temporal.PlainDate.compare(rule.validTo, day) <= 0
  return rule.weekday === day.dayOfWeek && hasBegun && !hasEnded
}

function spanOn(day: Temporal.PlainDate, { from, to }: WallClockHours): TimeSpan {
  const endsAtMidnight = to.equals(midnight)
  if (!endsAtMidnight && Temporal.PlainTime.compare(from, to) >= 0) {
    throw new RangeError(`Hours end before they begin: ${from}-${to}`)
  }
  return {
    start: instantOfWallClock(day, from),
    end: instantOfWallClock(endsAtMidnight ? day.add({ days: 1 }) : day, to),
  }
}

function daysBetween(firstDay: Temporal.PlainDate, endDay: Temporal.PlainDate): Temporal.PlainDate[] {
  const count = Math.max(0, firstDay.until(endDay, { largestUnit: 'day' }).days)
  return Array.from({ length: count }, (_, index) => firstDay.add({ days: index }))
}

function compareSites(one: string | null, other: string | null): number {
  return (one ?? '').localeCompare(other ?? '', 'en')
}
