import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startOfDay, wallClock } from '#app/platform/time.ts'
import {
  type AvailabilityException,
  type AvailabilityRequest,
  availableSpans,
  type WeeklyRule,
} from './weekly-availability.ts'

const date = (text: string) => Temporal.PlainDate.from(text)
const time = (text: string) => Temporal.PlainTime.from(text)

function rule(weekday: number, from: string, to: string, overrides: Partial<WeeklyRule> = {}): WeeklyRule {
  return {
    weekday,
    from: time(from),
    to: time(to),
    validFrom: date('2020-01-01'),
    validTo: null,
    siteId: null,
    ...overrides,
  }
}

function spansOf(firstDay: string, endDay: string, rules: WeeklyRule[], overrides: Partial<AvailabilityRequest> = {}) {
  const request = {
    weekly: rules,
    exceptions: [],
    holidays: new Set<string>(),
    firstDay: date(firstDay),
    endDay: date(endDay),
  }
  return availableSpans({ ...request, ...overrides })
}

function asText(spans: ReturnType<typeof availableSpans>): string[] {
  return spans.map((span) => {
    const [from, to] = [wallClock(span.start), wallClock(span.end)]
    return `${from.toPlainDateTime().toString({ smallestUnit: 'minute' })}/${to.toPlainDateTime().toString({ smallestUnit: 'minute' })}`
  })
}

function minutesOf(spans: ReturnType<typeof availableSpans>): number {
  return spans.reduce((sum, span) => sum + span.start.until(span.end).total('minutes'), 0)
}

test('weekly rules repeat on their weekday within their dates, merged and sorted', () => {
  const rules = [
    rule(3, '13:00', '17:00'),
    rule(1, '12:00', '15:00'),
    rule(1, '09:00', '12:00'),
    rule(1, '14:00', '16:00', { validFrom: date('2026-11-09'), validTo: date('2026-11-16') }),
  ]

  expect(asText(spansOf('2026-11-02', '2026-11-17', rules))).toEqual([
    '2026-11-02T09:00/2026-11-02T15:00',
    '2026-11-04T13:00/2026-11-04T17:00',
    '2026-11-09T09:00/2026-11-09T16:00',
    '2026-11-11T13:00/2026-11-11T17:00',
    '2026-11-16T09:00/2026-11-16T15:00',
  ])
})

test('exceptions take hours off and add hours, and extra hours win over a day off', () => {
  const exceptions: AvailabilityException[] = [
    { kind: 'off', date: date('2026-11-02'), from: time('10:00'), to: time('11:00') },
    { kind: 'off-all-day', date: date('2026-11-03') },
    { kind: 'off-all-day', date: date('2026-11-04') },
    { kind: 'extra', date: date('2026-11-04'), from: time('17:00'), to: time('19:00'), siteId: null },
    { kind: 'extra', date: date('2026-11-07'), from: time('22:00'), to: time('00:00'), siteId: null },
  ]
  const rules = [1, 2, 3].map((weekday) => rule(weekday, '09:00', '12:00'))

  expect(asText(spansOf('2026-11-02', '2026-11-09', rules, { exceptions }))).toEqual([
    '2026-11-02T09:00/2026-11-02T10:00',
    '2026-11-02T11:00/2026-11-02T12:00',
    '2026-11-04T17:00/2026-11-04T19:00',
    '2026-11-07T22:00/2026-11-08T00:00',
  ])
})

test('weekly rules rest on public holidays, extra hours do not', () => {
  const holidays = new Set(['2026-11-18'])
  const extra: AvailabilityException = {
    kind: 'extra',
    date: date('2026-11-18'),
    from: time('10:00'),
    to: time('11:00'),
    siteId: null,
  }

  expect(spansOf('2026-11-18', '2026-11-19', [rule(3, '09:00', '12:00')], { holidays })).toEqual([])
  expect(
    asText(spansOf('2026-11-18', '2026-11-19', [rule(3, '09:00', '12:00')], { holidays, exceptions: [extra] })),
  ).toEqual(['2026-11-18T10:00/2026-11-18T11:00'])
})

test('hours at different sites stay apart, and hours off are off at every site', () => {
  const off: AvailabilityException = { kind: 'off', date: date('2026-11-02'), from: time('11:00'), to: time('12:00') }
  const rules = [rule(1, '09:00', '13:00', { siteId: 'pool' }), rule(1, '10:00', '14:00', { siteId: 'centre' })]

  const spans = spansOf('2026-11-02', '2026-11-03', rules, { exceptions: [off] })

  expect(spans.map((span) => span.siteId)).toEqual(['pool', 'centre', 'centre', 'pool'])
  expect(asText(spans).map((text) => text.replaceAll('2026-11-02T', ''))).toEqual([
    '09:00/11:00',
    '10:00/11:00',
    '12:00/14:00',
    '12:00/13:00',
  ])
})

test.each([
  ['02:00', '05:00', 120, '2026-03-29T00:00:00Z'],
  ['02:30', '03:30', 30, '2026-03-29T00:30:00Z'],
  ['03:30', '04:30', 30, '2026-03-29T01:00:00Z'],
  ['03:00', '04:00', 0, null],
  ['03:15', '03:45', 0, null],
  ['00:00', '00:00', 23 * 60, '2026-03-28T22:00:00Z'],
])('on the spring change day %s-%s lasts %i minutes', (from, to, minutes, start) => {
  const spans = spansOf('2026-03-29', '2026-03-30', [rule(7, from, to)])

  expect(minutesOf(spans)).toBe(minutes)
  expect(spans[0]?.start.toString() ?? null).toBe(start)
})

test.each([
  ['02:00', '05:00', 240, '2026-10-24T23:00:00Z'],
  ['02:30', '03:30', 120, '2026-10-24T23:30:00Z'],
  ['02:00', '03:00', 120, '2026-10-24T23:00:00Z'],
  ['03:00', '04:00', 60, '2026-10-25T01:00:00Z'],
  ['03:15', '03:45', 30, '2026-10-25T01:15:00Z'],
  ['00:00', '00:00', 25 * 60, '2026-10-24T21:00:00Z'],
])(
  'on the autumn change day %s-%s lasts %i minutes, the repeated hour read as its second pass',
  (from, to, minutes, start) => {
    const spans = spansOf('2026-10-25', '2026-10-26', [rule(7, from, to)])

    expect(minutesOf(spans)).toBe(minutes)
    expect(spans[0]?.start.toString()).toBe(start)
  },
)

test('hours that end before they begin are a bug', () => {
  expect(() => spansOf('2026-11-02', '2026-11-03', [rule(1, '12:00', '12:00')])).toThrow(RangeError)
})

const quarters = fc.integer({ min: 0, max: 95 }).map((quarter) => time('00:00').add({ minutes: quarter * 15 }))
const hours = fc
  .tuple(quarters, quarters)
  .filter(([from, to]) => to.equals(time('00:00')) || Temporal.PlainTime.compare(from, to) < 0)
const changeWeeks = fc.constantFrom('2026-03-27', '2026-10-23', '2026-11-13', '2027-03-26')

test('a wall clock without changes: an instant is available exactly when rules, exceptions and holidays say so', () => {
  const rules = fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), hours), { maxLength: 8 })
  const offs = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), hours), { maxLength: 3 })
  fc.assert(
    fc.property(rules, offs, fc.integer({ min: 0, max: 6 }), (weekly, off, holiday) => {
      const firstDay = date('2026-11-02')
      const exceptions = off.map(([day, [from, to]]) => ({
        kind: 'off' as const,
        date: firstDay.add({ days: day }),
        from,
        to,
      }))
      const holidays = new Set([firstDay.add({ days: holiday }).toString()])
      const spans = availableSpans({
        weekly: weekly.map(([weekday, [from, to]]) => ({ ...rule(weekday, '00:00', '00:00'), from, to })),
        exceptions,
        holidays,
        firstDay,
        endDay: firstDay.add({ days: 7 }),
      })

      const covers = ([from, to]: readonly [Temporal.PlainTime, Temporal.PlainTime], at: Temporal.PlainTime) =>
        Temporal.PlainTime.compare(from, at) <= 0 &&
        (to.equals(time('00:00')) || Temporal.PlainTime.compare(at, to) < 0)
      for (let quarter = 0; quarter < 7 * 96; quarter += 1) {
        const at = startOfDay(firstDay).add({ minutes: quarter * 15 })
        const clock = wallClock(at)
        const isOpen =
          !holidays.has(clock.toPlainDate().toString()) &&
          weekly.some(([weekday, day]) => weekday === clock.dayOfWeek && covers(day, clock.toPlainTime())) &&
          !off.some(
            ([day, span]) =>
              firstDay.add({ days: day }).equals(clock.toPlainDate()) && covers(span, clock.toPlainTime()),
          )
        const isAvailable = spans.some(
          (span) => Temporal.Instant.compare(span.start, at) <= 0 && Temporal.Instant.compare(at, span.end) < 0,
        )
        expect(isAvailable).toBe(isOpen)
      }
    }),
    { numRuns: 30 },
  )
})

test('in any week, clock changes too, splitting a rule at a time of day changes nothing', () => {
  fc.assert(
    fc.property(changeWeeks, fc.integer({ min: 1, max: 7 }), hours, quarters, (firstDay, weekday, [from, to], cut) => {
      const isInside =
        Temporal.PlainTime.compare(from, cut) < 0 &&
        (to.equals(time('00:00')) || Temporal.PlainTime.compare(cut, to) < 0)
      fc.pre(isInside)
      const endDay = date(firstDay).add({ days: 7 }).toString()
      const whole = { ...rule(weekday, '00:00', '00:00'), from, to }

      expect(
        spansOf(firstDay, endDay, [
          { ...whole, to: cut },
          { ...whole, from: cut },
        ]),
      ).toEqual(spansOf(firstDay, endDay, [whole]))
    }),
  )
})
