import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import {
  dayInput,
  formatCount,
  formatDate,
  formatDateRange,
  formatDateTime,
  formatDuration,
  formatMoney,
  formatMoneyChange,
  formatMonth,
  formatNearDate,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatTime,
  formatTimeRange,
  relativeDay,
  startSentence,
  timeInput,
} from '#app/platform/i18n/format.ts'
import { hundredths, wholeUnits } from '#app/platform/quantity.ts'

/** Tests read with plain spaces; that the real ones do not break is a test of its own. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('money', () => {
  test.each([
    [0, '0,00 €', '€0.00'],
    [5, '0,05 €', '€0.05'],
    [99_999, '999,99 €', '€999.99'],
    [123_450, '1 234,50 €', '€1,234.50'],
    [-5_500, '−55,00 €', '−€55.00'],
    [8_904_303, '89 043,03 €', '€89,043.03'],
    [123_456_789_00, '123 456 789,00 €', '€123,456,789.00'],
  ])('%i cents', (cents, lv, en) => {
    expect(plain(formatMoney(cents, 'lv'))).toBe(lv)
    expect(formatMoney(cents, 'en')).toBe(en)
  })

  test('a sum never breaks across lines', () => {
    expect(formatMoney(123_450, 'lv')).toBe('1\u00a0234,50\u00a0€')
  })

  test('a difference carries its sign', () => {
    expect(plain(formatMoneyChange(1_500, 'lv'))).toBe('+15,00 €')
    expect(plain(formatMoneyChange(-1_500, 'lv'))).toBe('−15,00 €')
    expect(plain(formatMoneyChange(0, 'lv'))).toBe('0,00 €')
  })
})

describe('numbers and quantities', () => {
  test('decimals, groups and per cent follow the language', () => {
    expect(formatNumber(4.7, 'lv', 1)).toBe('4,7')
    expect(formatNumber(6, 'lv', 1)).toBe('6,0')
    expect(formatNumber(4.7, 'en', 1)).toBe('4.7')
    expect(formatNumber(-0.04, 'lv', 1)).toBe('0,0')
    expect(plain(formatNumber(12_345, 'lv'))).toBe('12 345')
    expect(plain(formatPercent(46.4, 'lv'))).toBe('46 %')
    expect(formatPercent(46.4, 'en')).toBe('46%')
  })

  test.each([
    [0, '0 nodarbību'],
    [1, '1 nodarbība'],
    [2, '2 nodarbības'],
    [9, '9 nodarbības'],
    [10, '10 nodarbību'],
    [11, '11 nodarbību'],
    [19, '19 nodarbību'],
    [20, '20 nodarbību'],
    [21, '21 nodarbība'],
    [22, '22 nodarbības'],
    [101, '101 nodarbība'],
    [111, '111 nodarbību'],
  ])('Latvian sessions: %i', (count, words) => {
    expect(plain(formatQuantity(wholeUnits(count), 'session', 'lv'))).toBe(words)
  })

  test('each unit has its words and hours come in quarters', () => {
    expect(plain(formatQuantity(hundredths(150), 'hour', 'lv'))).toBe('1,5 stundas')
    expect(plain(formatQuantity(hundredths(25), 'hour', 'lv'))).toBe('0,25 stundas')
    expect(plain(formatQuantity(hundredths(9000), 'hour', 'lv'))).toBe('90 stundu')
    expect(plain(formatQuantity(wholeUnits(3), 'trip', 'lv'))).toBe('3 reizes')
    expect(plain(formatQuantity(wholeUnits(41), 'kilometre', 'lv'))).toBe('41 kilometrs')
    expect(plain(formatQuantity(wholeUnits(1), 'course', 'lv'))).toBe('1 kurss')
    expect(plain(formatQuantity(wholeUnits(1), 'session', 'en'))).toBe('1 session')
    expect(plain(formatQuantity(hundredths(250), 'hour', 'en'))).toBe('2.5 hours')
    expect(formatCount(hundredths(275), 'lv')).toBe('2,75')
  })

  test('a duration is told in hours and minutes', () => {
    expect(plain(formatDuration(45, 'lv'))).toBe('45 minūtes')
    expect(plain(formatDuration(60, 'lv'))).toBe('1 stunda')
    expect(plain(formatDuration(90, 'lv'))).toBe('1 stunda 30 minūšu')
    expect(plain(formatDuration(0, 'en'))).toBe('0 minutes')
    expect(plain(formatDuration(121, 'en'))).toBe('2 hours 1 minute')
  })
})

describe('days', () => {
  test.each([
    ['day', 'ceturtdien, 26. novembrī', 'Thursday, 26 November'],
    ['day-until', 'ceturtdienai, 26. novembrim', 'Thursday, 26 November'],
    ['day-heading', 'ceturtdiena, 26. novembris', 'Thursday, 26 November'],
    ['date', '26. novembrī', '26 November'],
    ['date-until', '26. novembrim', '26 November'],
    ['date-heading', '26. novembris', '26 November'],
    ['date-from', '26. novembra', '26 November'],
    ['short', '26. nov.', '26 Nov'],
    ['day-short', 'ceturtd., 26. nov.', 'Thu, 26 Nov'],
    ['weekday', 'ceturtdiena', 'Thursday'],
    ['weekday-short', 'ceturtd.', 'Thu'],
    ['long', '2026. gada 26. novembris', '26 November 2026'],
    ['long-on', '2026. gada 26. novembrī', '26 November 2026'],
    ['long-until', '2026. gada 26. novembrim', '26 November 2026'],
    ['numeric', '26.11.2026.', '26/11/2026'],
  ] as const)('style %s', (style, lv, en) => {
    expect(plain(formatDate('2026-11-26', 'lv', style))).toBe(lv)
    expect(plain(formatDate('2026-11-26', 'en', style))).toBe(en)
  })

  test('a range says once what both days share', () => {
    expect(plain(formatDateRange('2026-11-23', '2026-11-27', 'lv'))).toBe('23.–27. novembris')
    expect(plain(formatDateRange('2026-11-23', '2026-11-27', 'en'))).toBe('23–27 November')
    expect(plain(formatDateRange('2026-11-30', '2026-12-04', 'lv'))).toBe('30. novembris – 4. decembris')
    expect(plain(formatDateRange('2026-11-30', '2026-11-30', 'lv'))).toBe('30. novembris')
    expect(plain(formatDateRange('2026-09-01', '2027-02-28', 'lv'))).toBe(
      '2026. gada 1. septembris – 2027. gada 28. februāris',
    )
  })

  test('the day of an instant is the day in Riga', () => {
    expect(plain(formatDate('2026-11-25T21:59:59Z', 'lv', 'date'))).toBe('25. novembrī')
    expect(plain(formatDate('2026-11-25T22:00:00Z', 'lv', 'date'))).toBe('26. novembrī')
    expect(plain(formatDate('2026-06-30T21:00:00Z', 'lv', 'date'))).toBe('1. jūlijā')
    expect(plain(formatDate(Date.parse('2026-12-31T22:00:00Z'), 'lv', 'long'))).toBe('2027. gada 1. janvāris')
  })

  test('days near now have their own word', () => {
    const now = '2026-11-24T22:30:00Z'
    expect(relativeDay('2026-11-24', now, 'lv')).toBe('vakar')
    expect(relativeDay('2026-11-25', now, 'lv')).toBe('šodien')
    expect(relativeDay('2026-11-26T21:00:00Z', now, 'lv')).toBe('rīt')
    expect(relativeDay('2026-11-27', now, 'lv')).toBeNull()
    expect(relativeDay('2026-11-25', now, 'en')).toBe('today')
    expect(plain(formatNearDate('2026-11-28', now, 'lv'))).toBe('sestdien, 28. novembrī')
    expect(startSentence(formatNearDate('2026-11-25', now, 'lv'))).toBe('Šodien')
  })

  test('a month is told with its year', () => {
    expect(plain(formatMonth('2026-11', 'lv'))).toBe('2026. gada novembris')
    expect(formatMonth('2026-02', 'en')).toBe('February 2026')
    expect(() => formatMonth('2026-13', 'lv')).toThrow(RangeError)
  })

  test('what is not a day or an instant is refused', () => {
    expect(() => formatDate('2026-02-30', 'lv')).toThrow(RangeError)
    expect(() => formatDate('2026-13-01', 'lv')).toThrow(RangeError)
    expect(() => formatTime('2026-11-26T10:00:00', 'lv')).toThrow(RangeError)
    expect(() => formatTime(Number.NaN, 'lv')).toThrow(RangeError)
  })
})

describe('hours', () => {
  test('a session is told from start to end', () => {
    const [from, to] = ['2026-11-24T15:30:00Z', '2026-11-24T17:30:00Z']
    expect(formatTimeRange(from, to, 'lv')).toBe('17.30–19.30')
    expect(formatTimeRange(from, to, 'en')).toBe('17:30–19:30')
    expect(plain(formatDateTime(from, 'lv'))).toBe('otrdien, 24. novembrī, 17.30')
    expect(formatTime('2026-11-24T07:05:00Z', 'lv')).toBe('9.05')
    expect(formatTime('2026-11-24T07:05:00Z', 'en')).toBe('09:05')
    expect(formatTime('2026-11-23T22:00:00Z', 'lv')).toBe('0.00')
  })

  test('in spring the clocks jump from 3 to 4', () => {
    expect(formatTime('2027-03-28T00:59:00Z', 'lv')).toBe('2.59')
    expect(formatTime('2027-03-28T01:00:00Z', 'lv')).toBe('4.00')
  })

  test('in autumn the hour from 3 to 4 comes twice', () => {
    expect(formatTime('2026-10-25T00:30:00Z', 'lv')).toBe('3.30')
    expect(formatTime('2026-10-25T01:30:00Z', 'lv')).toBe('3.30')
    expect(formatTime('2026-10-25T02:00:00Z', 'lv')).toBe('4.00')
  })

  test('inputs get the value of Riga', () => {
    expect(dayInput('2026-11-25T22:00:00Z')).toBe('2026-11-26')
    expect(timeInput('2026-11-25T22:05:00Z')).toBe('00:05')
  })
})

test('a machine in New York writes the same', () => {
  const script = `
    import { formatDate, formatDateTime, relativeDay } from '#app/platform/i18n/format.ts'
    console.log(JSON.stringify([
      new Date('2026-11-25T22:30:00Z').getDate(),
      formatDateTime('2026-11-25T22:30:00Z', 'lv'),
      formatDate('2026-11-26', 'lv'),
      relativeDay('2026-11-26', '2026-11-25T22:30:00Z', 'lv'),
    ]))`
  const root = fileURLToPath(new URL('../../../', import.meta.url))
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    env: { ...process.env, TZ: 'America/New_York' },
    encoding: 'utf8',
  })
  expect(JSON.parse(plain(output))).toEqual([
    25,
    'ceturtdien, 26. novembrī, 0.30',
    'ceturtdien, 26. novembrī',
    'šodien',
  ])
})
