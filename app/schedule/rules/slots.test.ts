import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wallClock } from '#app/platform/time.ts'
import { type SlotRequest, slotStarts } from './slots.ts'
import { mergeSpans, overlaps, subtractSpans, type TimeSpan } from './time-spans.ts'

const day = Temporal.Instant.from('2026-11-26T00:00:00Z')

/** A span in minutes after midnight UTC of the day the tests use. */
function span(fromMinute: number, toMinute: number): TimeSpan {
  return { start: day.add({ minutes: fromMinute }), end: day.add({ minutes: toMinute }) }
}

function request(overrides: Partial<SlotRequest>): SlotRequest {
  return {
    free: [span(600, 780)],
    busy: [],
    durationMinutes: 60,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    now: day,
    minimumNoticeMinutes: 0,
    endDay: Temporal.PlainDate.from('2026-12-24'),
    stepMinutes: 15,
    ...overrides,
  }
}

function startMinutes(slots: SlotRequest): number[] {
  return slotStarts(slots).map((start) => day.until(start).total('minutes'))
}

test('a free morning of three hours offers every quarter at which an hour still fits', () => {
  expect(startMinutes(request({}))).toEqual([600, 615, 630, 645, 660, 675, 690, 705, 720])
})

test('free hours that begin off the quarter are offered from the next quarter', () => {
  expect(startMinutes(request({ free: [span(607, 700)] }))).toEqual([615, 630])
})

test('a session may touch a booking but its buffers keep their distance', () => {
  const busy = [span(660, 690)]

  expect(startMinutes(request({ busy }))).toEqual([600, 690, 705, 720])
  expect(startMinutes(request({ busy, bufferBeforeMinutes: 15 }))).toEqual([600, 705, 720])
  expect(startMinutes(request({ busy, bufferAfterMinutes: 15 }))).toEqual([690, 705, 720])
})

test('buffers may reach outside the free hours', () => {
  expect(startMinutes(request({ free: [span(600, 660)], bufferBeforeMinutes: 30, bufferAfterMinutes: 30 }))).toEqual([
    600,
  ])
})

test('the minimum notice counts from now, and exactly at its end is allowed', () => {
  const now = day.add({ minutes: 570 })

  expect(startMinutes(request({ now, minimumNoticeMinutes: 120 }))).toEqual([690, 705, 720])
  expect(startMinutes(request({ now: now.add({ milliseconds: 1 }), minimumNoticeMinutes: 120 }))).toEqual([705, 720])
})

test('nothing starts on or after the end day, counted in Riga days', () => {
  const lateEvening = [span(1290, 1410)]
  const endDay = Temporal.PlainDate.from('2026-11-27')

  expect(startMinutes(request({ free: lateEvening, endDay, durationMinutes: 30 }))).toEqual([1290, 1305])
})

test('on the autumn change day both passes of the repeated hour have starts', () => {
  const free = [
    { start: Temporal.Instant.from('2026-10-25T00:00:00Z'), end: Temporal.Instant.from('2026-10-25T02:00:00Z') },
  ]
  const starts = slotStarts(
    request({ free, now: Temporal.Instant.from('2026-10-01T00:00:00Z'), durationMinutes: 30, stepMinutes: 30 }),
  )

  expect(starts.map((start) => wallClock(start).toString({ smallestUnit: 'minute', timeZoneName: 'never' }))).toEqual([
    '2026-10-25T03:00+03:00',
    '2026-10-25T03:30+03:00',
    '2026-10-25T03:00+02:00',
    '2026-10-25T03:30+02:00',
  ])
})

test('a step that does not divide the hour, or a session without length, is a bug', () => {
  expect(() => slotStarts(request({ stepMinutes: 25 }))).toThrow(RangeError)
  expect(() => slotStarts(request({ durationMinutes: 0 }))).toThrow(RangeError)
})

const spans = fc.array(
  fc.tuple(fc.nat({ max: 600 }), fc.nat({ max: 200 })).map(([from, length]) => span(from, from + length)),
  { maxLength: 6 },
)

test('offered are exactly the quarters that a search by hand finds', () => {
  const minutes = fc.constantFrom(0, 10, 15, 30)
  fc.assert(
    fc.property(
      spans,
      spans,
      fc.constantFrom(30, 45, 60, 90),
      minutes,
      minutes,
      fc.nat({ max: 400 }),
      (free, busy, duration, before, after, notice) => {
        const slots = startMinutes(
          request({
            free,
            busy,
            durationMinutes: duration,
            bufferBeforeMinutes: before,
            bufferAfterMinutes: after,
            minimumNoticeMinutes: notice,
          }),
        )

        const byHand = Array.from({ length: 60 }, (_, index) => index * 15).filter((minute) => {
          const session = span(minute, minute + duration)
          const isFree = subtractSpans([session], free).length === 0
          const isClear = !busy.some((one) => overlaps(one, span(minute - before, minute + duration + after)))
          return isFree && isClear && minute >= notice
        })
        expect(slots).toEqual(byHand)
      },
    ),
  )
})

test('merging and subtracting spans agree with counting minutes', () => {
  const minuteOf = (at: Temporal.Instant) => day.until(at).total('minutes')
  const minutesIn = (list: readonly TimeSpan[]) => {
    const edges = list.map(({ start, end }) => ({ from: minuteOf(start), to: minuteOf(end) }))
    const isIn = (minute: number) => edges.some(({ from, to }) => from <= minute && minute < to)
    return Array.from({ length: 900 }, (_, minute) => minute).filter(isIn)
  }
  fc.assert(
    fc.property(spans, spans, (one, other) => {
      const taken = new Set(minutesIn(other))

      expect(minutesIn(mergeSpans(one))).toEqual(minutesIn(one))
      expect(minutesIn(subtractSpans(one, other))).toEqual(minutesIn(one).filter((minute) => !taken.has(minute)))
    }),
    { numRuns: 50 },
  )
})
