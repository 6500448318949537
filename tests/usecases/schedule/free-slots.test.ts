import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startOfDay, toDate, wallClock } from '#app/platform/time.ts'
import { listFreeSlots } from '#app/schedule/list-free-slots.server.ts'
import type { AvailabilityException, WeeklyRule } from '#app/schedule/rules/weekly-availability.ts'
import { availableSpans } from '#app/schedule/rules/weekly-availability.ts'
import { slotStarts } from '#app/schedule/rules/slots.ts'
import type { TimeSpan } from '#app/schedule/rules/time-spans.ts'
import { testApp } from '#tests/support/test-app.ts'
import { givenBookable, price } from './given-bookable.ts'

const app = await testApp({ now: '2026-10-20T10:00:00Z' })
/** Around both clock changes: 25 October 2026 and 28 March 2027. */
const windows = ['2026-10-22', '2026-10-24', '2027-03-25', '2027-03-27']
const days = 6

type World = {
  firstDay: string
  duration: number
  buffer: number
  noticeHours: number
  weekly: WeeklyRule[]
  exceptions: AvailabilityException[]
  holidays: string[]
  taken: { minute: number; minutes: number; whose: 'specialist' | 'child' }[]
}

const time = fc
  .integer({ min: 0, max: 95 })
  .map((quarter) => Temporal.PlainTime.from('00:00').add({ minutes: quarter * 15 }))
const oddTime = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => Temporal.PlainTime.from('00:00').add({ minutes: minute }))
/** Times of the hour that the clocks jump over or repeat, and around it. */
const changeTime = fc
  .integer({ min: 0, max: 8 })
  .map((quarter) => Temporal.PlainTime.from('02:30').add({ minutes: quarter * 15 }))
const anyTime = fc.oneof(time, oddTime, changeTime)
const hours = fc
  .tuple(anyTime, anyTime)
  .filter(([from, to]) => Temporal.PlainTime.compare(from, to) !== 0)
  .map(([one, other]) =>
    Temporal.PlainTime.compare(one, other) < 0 ? { from: one, to: other } : { from: other, to: one },
  )

function worlds(sites: { here: string; elsewhere: string }) {
  const site = fc.constantFrom(null, sites.here, sites.elsewhere)
  return fc.constantFrom(...windows).chain((firstDay) => {
    const date = fc
      .integer({ min: 0, max: days - 1 })
      .map((after) => Temporal.PlainDate.from(firstDay).add({ days: after }))
    return fc.record<World>({
      firstDay: fc.constant(firstDay),
      duration: fc.constantFrom(15, 30, 45, 50, 60, 90),
      buffer: fc.constantFrom(0, 10, 15, 30),
      noticeHours: fc.constantFrom(0, 2, 24),
      weekly: fc.array(
        fc
          .record({
            weekday: fc.oneof(fc.integer({ min: 1, max: 7 }), fc.constant(7)),
            hours,
            siteId: site,
            until: fc.option(date),
          })
          .map((rule) => ({
            ...rule.hours,
            weekday: rule.weekday,
            siteId: rule.siteId,
            validFrom: Temporal.PlainDate.from('2020-01-01'),
            validTo: rule.until,
          })),
        { minLength: 1, maxLength: 12 },
      ),
      exceptions: fc.array(
        fc.oneof(
          date.map((day): AvailabilityException => ({ kind: 'off-all-day', date: day })),
          fc.tuple(date, hours).map(([day, some]): AvailabilityException => ({ kind: 'off', date: day, ...some })),
          fc
            .tuple(date, hours)
            .map(([day, some]): AvailabilityException => ({ kind: 'extra', date: day, siteId: null, ...some })),
        ),
        { maxLength: 5 },
      ),
      holidays: fc.uniqueArray(date.map(String), { maxLength: 1 }),
      taken: fc.array(
        fc.record({
          minute: fc.integer({ min: 0, max: days * 24 * 60 }),
          minutes: fc.integer({ min: 5, max: 180 }),
          whose: fc.constantFrom<'specialist' | 'child'>('specialist', 'child'),
        }),
        { maxLength: 8 },
      ),
    })
  })
}

test('the slot query agrees with the model on whatever week, over both clock changes', async () => {
  const bookable = await givenBookable(app, { offering: { furthestDays: 400 } })
  const { municipality, service, offering, specialist, provider, site } = bookable
  const lines = [{ serviceId: service.id, cents: 400_00 }]
  const rival = await app.given.family({ municipalityId: municipality.id, lines })
  const other = await app.given.offering({
    municipalityId: municipality.id,
    serviceId: service.id,
    tariff: price,
    withCap: false,
  })
  await app.owner.budgetPeriod.updateMany({
    data: { starts_on: new Date('2026-10-01'), ends_before: new Date('2027-06-01') },
  })
  const elsewhere = await app.owner.site.create({
    data: { ...site, id: undefined, name_lv: 'Cita vieta', name_en: 'Elsewhere' },
  })

  await fc.assert(
    fc.asyncProperty(worlds({ here: site.id, elsewhere: elsewhere.id }), async (world) => {
      const midnight = startOfDay(Temporal.PlainDate.from(world.firstDay))
      const spans = withoutOverlaps(world, midnight)
      await app.owner.booking.deleteMany()
      await app.owner.availabilityRule.deleteMany({ where: { specialist_id: specialist.id } })
      await app.owner.availabilityException.deleteMany()
      await app.owner.publicHoliday.deleteMany()
      await app.owner.offering.update({
        where: { id: offering.id },
        data: {
          duration_minutes: world.duration,
          buffer_minutes: world.buffer,
          minimum_notice_hours: world.noticeHours,
        },
      })
      await app.owner.availabilityRule.createMany({
        data: world.weekly.map((rule) => ({
          specialist_id: specialist.id,
          weekday: rule.weekday,
          from_time: timeValue(rule.from),
          to_time: timeValue(rule.to),
          valid_from: dateValue(rule.validFrom),
          valid_to: rule.validTo === null ? null : dateValue(rule.validTo),
          site_id: rule.siteId,
        })),
      })
      await app.owner.availabilityException.createMany({
        data: world.exceptions.map((exception) => ({
          specialist_id: specialist.id,
          on_date: dateValue(exception.date),
          kind: exception.kind === 'extra' ? ('extra' as const) : ('off' as const),
          from_time: exception.kind === 'off-all-day' ? null : timeValue(exception.from),
          to_time: exception.kind === 'off-all-day' ? null : timeValue(exception.to),
        })),
      })
      await app.owner.publicHoliday.createMany({
        data: world.holidays.map((day) => ({ on_date: new Date(day), name_lv: 'Diena', name_en: 'Day' })),
      })
      await app.owner.booking.createMany({
        data: spans.map(({ start, end, whose }) => {
          const isOurs = whose === 'child'
          const family = isOurs ? bookable : rival
          const by = isOurs ? other : { offering, specialist, provider }
          return {
            municipality_id: municipality.id,
            child_id: family.child.id,
            period_id: family.periodId,
            budget_line_id: family.lineId,
            service_id: service.id,
            offering_id: by.offering.id,
            provider_id: by.provider.id,
            specialist_id: by.specialist.id,
            child_lane: 'attended' as const,
            mode: 'at_provider' as const,
            starts_at: toDate(start),
            ends_at: toDate(end),
            blocked_from: toDate(start),
            blocked_until: toDate(end),
            quantity_hundredths: 100,
            unit_price_cents: price,
            price_cents: price,
            free_cancellation_hours: 24,
            late_charge_percent: 50,
            late_charges_per_period: 2,
            booked_by: family.guardian.personId,
            booked_at: toDate(app.clock.now()),
            request_key: crypto.randomUUID(),
          }
        }),
      })

      const firstDay = Temporal.PlainDate.from(world.firstDay)
      const now = midnight.subtract({ hours: 5 })
      app.clock.set(now)
      const found = await listFreeSlots(bookable.ctx, {
        childId: bookable.child.id,
        budgetLineId: bookable.lineId,
        offeringId: offering.id,
        firstDay,
        days,
      })

      const endDay = firstDay.add({ days })
      const available = availableSpans({
        weekly: world.weekly,
        exceptions: world.exceptions,
        holidays: new Set(world.holidays),
        firstDay,
        endDay,
      })
      const asked = {
        durationMinutes: world.duration,
        now,
        minimumNoticeMinutes: world.noticeHours * 60,
        endDay,
        stepMinutes: 15,
      }
      const free = available.filter((span) => span.siteId === null || span.siteId === site.id)
      const specialistFree = slotStarts({
        ...asked,
        free,
        busy: spans.filter((span) => span.whose === 'specialist'),
        bufferBeforeMinutes: 0,
        bufferAfterMinutes: world.buffer,
      })
      const childFree = slotStarts({
        ...asked,
        free,
        busy: spans.filter((span) => span.whose === 'child'),
        bufferBeforeMinutes: 0,
        bufferAfterMinutes: 0,
      }).map(String)
      const expected = specialistFree.map(String).filter((start) => childFree.includes(start))
      expect(found.map((slot) => slot.startsAt.toString())).toEqual(expected)
    }),
    { numRuns: 120 },
  )
})

function withoutOverlaps(world: World, midnight: Temporal.Instant) {
  const kept: (TimeSpan & { whose: 'specialist' | 'child' })[] = []
  for (const { minute, minutes, whose } of world.taken) {
    const start = midnight.add({ minutes: minute })
    const span = { start, end: start.add({ minutes }), whose }
    const isApart = kept.every(
      (one) => Temporal.Instant.compare(one.end, span.start) <= 0 || Temporal.Instant.compare(span.end, one.start) <= 0,
    )
    if (isApart) kept.push(span)
  }
  return kept
}

function timeValue(at: Temporal.PlainTime): Date {
  return new Date(`1970-01-01T${at.toString()}Z`)
}

function dateValue(date: Temporal.PlainDate): Date {
  return new Date(`${date.toString()}T00:00:00Z`)
}

test.each([
  [
    'autumn, when 03:00-04:00 comes twice',
    { day: '2026-10-25', from: '02:45', to: '04:15' },
    ['02:45', '03:00', '03:15', '03:30', '03:45', '03:00', '03:15', '03:30', '03:45', '04:00'],
  ],
  ['autumn, with hours inside it', { day: '2026-10-25', from: '03:15', to: '03:45' }, ['03:15', '03:30']],
  ['spring, when 03:00-04:00 does not come', { day: '2027-03-28', from: '02:45', to: '04:15' }, ['02:45', '04:00']],
  ['spring, with hours that end inside it', { day: '2027-03-28', from: '02:30', to: '03:30' }, ['02:30', '02:45']],
  ['spring, with hours that begin inside it', { day: '2027-03-28', from: '03:30', to: '04:30' }, ['04:00', '04:15']],
])('on the change day in %s, what exists is offered', async (_, { day, from, to }, expected) => {
  app.clock.set('2026-10-20T10:00:00Z')
  const bookable = await givenBookable(app, { offering: { minutes: 15, week: { days: [7], from, to } } })
  await app.owner.budgetPeriod.updateMany({ data: { ends_before: new Date('2027-06-01') } })

  const found = await listFreeSlots(bookable.ctx, {
    childId: bookable.child.id,
    budgetLineId: bookable.lineId,
    offeringId: bookable.offering.id,
    firstDay: Temporal.PlainDate.from(day),
    days: 1,
  })

  expect(found.map((slot) => wallClock(slot.startsAt).toPlainTime().toString().slice(0, 5))).toEqual(expected)
})
