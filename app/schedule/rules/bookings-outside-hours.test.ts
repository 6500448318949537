import { expect, test } from 'vitest'
import { bookingsOutsideHours } from './bookings-outside-hours.ts'

const at = (time: string) => Temporal.Instant.from(`2026-11-24T${time}:00Z`)
const hours = (from: string, to: string, siteId: string | null = null) => ({ start: at(from), end: at(to), siteId })

test('a booking within the hours, to the minute, is inside', () => {
  expect(bookingsOutsideHours([hours('09:00', '10:00')], [hours('09:00', '10:00')])).toEqual([])
  expect(bookingsOutsideHours([hours('09:00', '10:01')], [hours('09:00', '10:00')])).toHaveLength(1)
  expect(bookingsOutsideHours([hours('08:59', '10:00')], [hours('09:00', '10:00')])).toHaveLength(1)
})

test('hours anywhere and hours at the site join to hold one booking', () => {
  const booking = hours('09:00', '11:00', 'centre')
  expect(bookingsOutsideHours([booking], [hours('09:00', '10:00'), hours('10:00', '11:00', 'centre')])).toEqual([])
})

test('hours at another site do not count', () => {
  const atHome = hours('09:00', '10:00')
  expect(bookingsOutsideHours([atHome], [hours('08:00', '12:00', 'centre')])).toEqual([atHome])
})
