import type { Cents } from '#app/platform/money.ts'
import { cents, priceOf, smallerOf } from '#app/platform/money.ts'
import { dateOf } from '#app/platform/time.ts'
import { sizeOfSession } from '#app/schedule/rules/session-quantity.ts'
import type { TimeSpan } from '#app/schedule/rules/time-spans.ts'
import { isBefore, overlaps } from '#app/schedule/rules/time-spans.ts'
import type { DemoService, ServiceCode } from './catalogue.ts'
import { serviceOf } from './catalogue.ts'
import type { DemoDates } from './demo-dates.ts'
import { periodOf, riga } from './demo-dates.ts'
import { choose } from './demo-id.ts'
import { children } from './families/all-children.ts'
import type { DemoChild, DemoHabit } from './families/demo-child.ts'
import type { DemoOffering } from './providers/demo-provider.ts'
import { findOffering, findSpecialist } from './providers/all-providers.ts'
import { workingSpans } from './working-hours.ts'

/** A session that a family books, with the moment at which it does. */
export type PlannedSession = TimeSpan & {
  /** Names it within the demo. */
  key: string
  child: DemoChild
  offering: DemoOffering
  service: ServiceCode
  specialist: string
  /** A longer stretch than offered, for hours. */
  minutes: number | null
  price: Cents
  bookedAt: Temporal.Instant
  /** The guardian who books and answers. */
  guardian: string
}

/** What each family has for a service, in cents. */
export type Money = (child: DemoChild, service: ServiceCode) => number

type Wanted = Pick<DemoHabit, 'offering' | 'specialist' | 'at' | 'minutes'>

const usualWeeksAhead = 2
/** Minutes by which a session is put off when the usual time is taken. */
const otherTimes = [0, 60, -60, 120, -120]

/**
 * Plans all sessions of all families: their weekly habits within the period, the specialists' hours, everybody's
 * calendar and the money of the plan. Pure: the same dates and money give the same sessions. That nothing contradicts
 * the rules of the portal is proven when the use cases book them.
 */
export function planSessions(dates: DemoDates, money: Money): PlannedSession[] {
  const diary = new Diary(dates)
  return children.flatMap((child) => {
    const left = new Map(child.needs.map(({ service }) => [service, money(child, service)]))
    const sessions: PlannedSession[] = []
    const tryToPlan = (date: Temporal.PlainDate, wanted: Wanted) => {
      const session = placeSession({ dates, diary, child, date, wanted })
      const isAffordable = session !== null && session.price <= (left.get(session.service) ?? 0)
      if (session === null || !isAffordable) return false
      left.set(session.service, (left.get(session.service) ?? 0) - session.price)
      diary.enter(session)
      sessions.push(session)
      return true
    }
    const around = daysAroundToday(child, dates)
    for (const date of around) {
      if (child.aroundToday !== undefined) tryToPlan(date, child.aroundToday)
    }
    for (const habit of child.habits) {
      let count = 0
      for (const date of habitDates(habit, child, dates)) {
        // In the weeks around today these sessions take the place of the usual ones, so that no week gets too full.
        const isInstead = habit.offering === child.aroundToday?.offering && around.some((day) => isSameWeek(day, date))
        if (isInstead || count >= (habit.most ?? Infinity)) continue
        if (tryToPlan(date, habit)) count += 1
      }
    }
    return sessions
  })
}

/** The two days before today, and today while there is still time for it, else tomorrow. */
function daysAroundToday({ aroundToday }: DemoChild, { today, now }: DemoDates): Temporal.PlainDate[] {
  if (aroundToday === undefined) return []
  const isStillAhead = isBefore(now, riga(today, aroundToday.at).subtract({ minutes: 30 }))
  return [today.subtract({ days: 2 }), today.subtract({ days: 1 }), isStillAhead ? today : today.add({ days: 1 })]
}

function habitDates(habit: DemoHabit, child: DemoChild, dates: DemoDates): Temporal.PlainDate[] {
  const { startsOn, endsBefore } = periodOf(child, dates)
  const { everyWeeks = 1, fromWeek = 0, weeksAhead = usualWeeksAhead } = habit
  const lastDay = dates.today.add({ weeks: weeksAhead })
  const first = startsOn.add({ days: (habit.weekday - startsOn.dayOfWeek + 7) % 7 })
  const weeks = Math.ceil(first.until(endsBefore, { largestUnit: 'days' }).days / 7)
  return Array.from({ length: weeks }, (_, week) => ({ week, date: first.add({ weeks: week }) }))
    .filter(({ week }) => week >= fromWeek && (week - fromWeek) % everyWeeks === 0)
    .map(({ date }) => date)
    .filter((date) => Temporal.PlainDate.compare(date, lastDay) <= 0)
}

function isSameWeek(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return one.weekOfYear === other.weekOfYear && one.yearOfWeek === other.yearOfWeek
}

function placeSession({
  dates,
  diary,
  child,
  date,
  wanted,
}: {
  dates: DemoDates
  diary: Diary
  child: DemoChild
  date: Temporal.PlainDate
  wanted: Wanted
}): PlannedSession | null {
  const { offering } = findOffering(wanted.offering)
  const service = serviceOf(offering.service)
  const chosenMinutes = wanted.minutes ?? null
  const size = sizeOfSession({ unit: service.unit, offeredMinutes: offering.minutes, chosenMinutes, kilometres: null })
  if (size === null) throw new Error(`${child.key} wants ${wanted.offering} at a length that cannot be booked`)

  const usual = riga(date, wanted.at)
  for (const minutes of otherTimes) {
    const start = usual.add({ minutes })
    const end = start.add({ minutes: size.minutes })
    const session = {
      key: `${child.key} ${offering.key} ${start.toString()}`,
      child,
      offering,
      service: offering.service,
      specialist: wanted.specialist,
      minutes: chosenMinutes,
      price: priceOf(size.quantity, smallerOf(cents(offering.tariff), capOf(service, offering))),
      start,
      end,
      bookedAt: bookingMoment(child, dates, start),
      guardian: guardianOf(child, start),
    }
    const isInTime = isBefore(end, dates.now) || isBefore(dates.now.add({ minutes: 20 }), start)
    if ((isInTime || isBefore(start, dates.now)) && diary.isFree(session)) return session
  }
  return null
}

function capOf({ caps }: DemoService, { mode, tariff }: DemoOffering): Cents {
  return cents(caps[mode] ?? tariff)
}

function guardianOf({ key, guardians }: DemoChild, start: Temporal.Instant): string {
  const [first] = guardians
  return (guardians[choose(`guardian ${key} ${start.toString()}`, guardians.length)] ?? first).key
}

/** An evening one to two weeks before the session, not before the plan is approved and never in the future. */
function bookingMoment(child: DemoChild, dates: DemoDates, start: Temporal.Instant): Temporal.Instant {
  const name = `booked ${child.key} ${start.toString()}`
  const evening = { minutes: choose(name, 170) }
  const { startsOn } = periodOf(child, dates)
  const earliest = riga(startsOn.subtract({ days: 4 }), '18:45').add(evening)
  const usual = riga(dateOf(start).subtract({ days: 7 + choose(`${name} lead`, 7) }), '19:00').add(evening)
  const latest = dates.now.subtract({ minutes: 40 + choose(`${name} late`, 2_400) })
  const wished = isBefore(usual, earliest) ? earliest : usual
  return isBefore(latest, wished) ? latest : wished
}

/** Who is where when: specialists with their hours and pauses, children by the lane of the service. */
class Diary {
  readonly #dates: DemoDates
  readonly #hours = new Map<string, readonly TimeSpan[]>()
  readonly #taken = new Map<string, TimeSpan[]>()

  constructor(dates: DemoDates) {
    this.#dates = dates
  }

  isFree(session: PlannedSession): boolean {
    const { specialist, start, end, offering } = session
    const works = this.#hoursOf(specialist).some((span) => !isBefore(start, span.start) && !isBefore(span.end, end))
    const withPause = { start, end: end.add({ minutes: offering.buffer ?? 0 }) }
    return works && !this.#isTaken(specialist, withPause) && !this.#isTaken(laneOf(session), { start, end })
  }

  enter(session: PlannedSession): void {
    const { specialist, start, end, offering } = session
    this.#take(specialist, { start, end: end.add({ minutes: offering.buffer ?? 0 }) })
    this.#take(laneOf(session), { start, end })
  }

  #isTaken(who: string, span: TimeSpan): boolean {
    return (this.#taken.get(who) ?? []).some((taken) => overlaps(taken, span))
  }

  #take(who: string, span: TimeSpan): void {
    this.#taken.set(who, [...(this.#taken.get(who) ?? []), span])
  }

  #hoursOf(key: string): readonly TimeSpan[] {
    const known = this.#hours.get(key)
    if (known !== undefined) return known
    const { endingPeriod, period } = this.#dates
    const { specialist } = findSpecialist(key)
    const hours = workingSpans(specialist, this.#dates, { firstDay: endingPeriod.startsOn, endDay: period.endsBefore })
    this.#hours.set(key, hours)
    return hours
  }
}

function laneOf({ child, service }: PlannedSession): string {
  return `${child.key} ${serviceOf(service).lane ?? 'attended'}`
}
