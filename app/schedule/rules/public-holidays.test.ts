import { expect, test } from 'vitest'
import { holidayDates, publicHolidays } from './public-holidays.ts'
import { addWorkingDays, isWorkingDay } from './working-days.ts'

const fixedDays = ['01-01', '05-01', '05-04', '06-23', '06-24', '11-18', '12-24', '12-25', '12-26', '12-31']

test.each([
  [
    2026,
    { goodFriday: '04-03', easter: '04-05', easterMonday: '04-06', mothersDay: '05-10', pentecost: '05-24', moved: [] },
  ],
  [
    2027,
    { goodFriday: '03-26', easter: '03-28', easterMonday: '03-29', mothersDay: '05-09', pentecost: '05-16', moved: [] },
  ],
  [
    2028,
    {
      goodFriday: '04-14',
      easter: '04-16',
      easterMonday: '04-17',
      mothersDay: '05-14',
      pentecost: '06-04',
      moved: ['11-20'],
    },
  ],
  [
    2029,
    {
      goodFriday: '03-30',
      easter: '04-01',
      easterMonday: '04-02',
      mothersDay: '05-13',
      pentecost: '05-20',
      moved: ['11-19'],
    },
  ],
  [
    2030,
    {
      goodFriday: '04-19',
      easter: '04-21',
      easterMonday: '04-22',
      mothersDay: '05-12',
      pentecost: '06-09',
      moved: ['05-06'],
    },
  ],
  [
    2031,
    {
      goodFriday: '04-11',
      easter: '04-13',
      easterMonday: '04-14',
      mothersDay: '05-11',
      pentecost: '06-01',
      moved: ['05-05'],
    },
  ],
])('%i has exactly the public holidays of the law', (year, { moved, ...movable }) => {
  const expected = [...fixedDays, ...Object.values(movable), ...moved].map((day) => `${year}-${day}`).toSorted()

  expect(publicHolidays([year]).map((holiday) => holiday.date.toString())).toEqual(expected)
})

test('holidays have a name in both languages, and a moved day says so', () => {
  const days = publicHolidays([2028])
  const nameOn = (date: string) => days.find((day) => day.date.toString() === date)

  expect(nameOn('2028-06-04')).toMatchObject({ nameLv: 'Vasarsvētki', nameEn: 'Pentecost' })
  expect(nameOn('2028-06-24')).toMatchObject({ nameLv: 'Jāņu diena', nameEn: 'Midsummer Day' })
  expect(nameOn('2028-11-20')?.nameLv).toBe('Pārceltā brīvdiena: Latvijas Republikas Proklamēšanas diena')
  expect(nameOn('2028-11-20')?.nameEn).toBe('Day off in lieu: Proclamation Day of the Republic of Latvia')
})

test('a one-off day keeps the name the library gives it', () => {
  const oneOff = publicHolidays([2023]).find((day) => day.date.toString() === '2023-05-29')

  expect(oneOff?.nameLv).toContain('hokeja')
  expect(oneOff?.nameEn).toContain('hockey')
})

test('years come out in order, whatever order they are asked in', () => {
  const dates = publicHolidays([2027, 2026]).map((day) => day.date.toString())

  expect(dates).toEqual(dates.toSorted())
})

test('working days skip weekends and holidays', () => {
  const holidays = holidayDates(publicHolidays([2026, 2027]))
  const after = (date: string, count: number) =>
    addWorkingDays(Temporal.PlainDate.from(date), count, holidays).toString()

  expect(after('2026-11-13', 1)).toBe('2026-11-16')
  expect(after('2026-11-14', 1)).toBe('2026-11-16')
  expect(after('2026-11-16', 2)).toBe('2026-11-19')
  expect(after('2026-12-23', 1)).toBe('2026-12-28')
  expect(after('2026-12-30', 1)).toBe('2027-01-04')
  expect(isWorkingDay(Temporal.PlainDate.from('2026-11-18'), holidays)).toBe(false)
  expect(() => addWorkingDays(Temporal.PlainDate.from('2026-11-16'), 0, holidays)).toThrow(RangeError)
})
