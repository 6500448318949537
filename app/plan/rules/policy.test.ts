import { expect, test } from 'vitest'
import { cents } from '#app/platform/money.ts'
import type { PolicyVersion } from './policy.ts'
import { policyOn } from './policy.ts'

const version = (validFrom: string): PolicyVersion => ({
  id: validFrom,
  validFrom,
  decidedBy: null,
  decidedAt: null,
  expertTenths: 7,
  minimumRule: 'skip',
  budget: cents(3_852_00),
  periodMonths: 6,
  unusedMoney: 'lapses',
  lapseAfterDays: 30,
  fourEyes: true,
  appealDays: 30,
  appealToLv: 'Domei',
  appealToEn: 'The council',
  freeCancellationHours: 24,
  lateChargePercent: 50,
  lateChargesPerPeriod: 2,
  silentAcceptanceDays: 5,
  payoutDayOfMonth: 15,
})
const versions = ['2027-07-01', '2027-01-01', '2026-06-01', '2026-01-01'].map(version)

test.each([
  ['2026-12-31', '2026-06-01', ['2027-01-01', '2027-07-01'], ['2026-01-01']],
  ['2027-01-01', '2027-01-01', ['2027-07-01'], ['2026-06-01', '2026-01-01']],
  ['2025-12-31', null, ['2026-01-01', '2026-06-01', '2027-01-01', '2027-07-01'], []],
])('on %s holds the version of %s', (today, current, future, past) => {
  const view = policyOn(versions, today)
  expect(view.current?.validFrom ?? null).toBe(current)
  expect(view.future.map(({ validFrom }) => validFrom)).toEqual(future)
  expect(view.past.map(({ validFrom }) => validFrom)).toEqual(past)
})
