import { expect, test } from 'vitest'
import { readDay, readHundredths, readMonth, readTime } from './form-values.ts'

test('a day is a day of the calendar', () => {
  expect(String(readDay('2028-02-29'))).toBe('2028-02-29')
  for (const wrong of ['2026-02-29', '2026-13-01', '26-01-01', '', null, '2026-01-01T10:00', '-000001-01-01']) {
    expect(readDay(wrong)).toBeNull()
  }
})

test('a month is a month', () => {
  expect(String(readMonth('2026-11'))).toBe('2026-11')
  expect(readMonth('2026-13')).toBeNull()
  expect(readMonth(null)).toBeNull()
})

test.each([
  ['09:30', '09:30:00'],
  ['9.05', '09:05:00'],
  [' 0:00 ', '00:00:00'],
  ['17:30:00', '17:30:00'],
])('"%s" is a time', (written, time) => {
  expect(String(readTime(written))).toBe(time)
})

test.each(['24:00', '9:60', '9', '', null, '9:5'])('"%s" is no time', (written) => {
  expect(readTime(written)).toBeNull()
})

test.each([
  ['2', 200],
  ['12,5', 1250],
  ['12.05', 1205],
  ['1 234,50', 123_450],
  ['0', 0],
])('"%s" is %i hundredths', (written, hundredths) => {
  expect(readHundredths(written)).toBe(hundredths)
})

test.each(['', '-1', '1,234', '1e3', 'x', '12345678', null])('"%s" is no number', (written) => {
  expect(readHundredths(written)).toBeNull()
})
