import { expect, test } from 'vitest'
import { offeredPeriod } from './new-assessment.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test.each([
  ['a first period begins with the next month', '2026-11-25', null, '2026-12-01', '2027-06-01'],
  ['the next one follows without a gap', '2026-11-25', '2027-01-15', '2027-01-15', '2027-07-15'],
  ['after a break it begins with the next month', '2026-12-31', '2026-09-01', '2027-01-01', '2027-07-01'],
])('%s', (_, today, last, startsOn, endsBefore) => {
  const lastEndsBefore = last === null ? null : day(last)
  const offered = offeredPeriod({ today: day(today), lastEndsBefore, months: 6 })
  expect([offered.startsOn.toString(), offered.endsBefore.toString()]).toEqual([startsOn, endsBefore])
})
