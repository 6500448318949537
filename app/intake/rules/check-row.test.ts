import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { IntakeLists } from './family-row.ts'
import { checkRow } from './check-row.ts'
import type { ColumnKey } from './columns.ts'
import { columnKeys } from './columns.ts'
import { groupRows } from './group-rows.ts'
import { isRefusal } from './reasons.ts'

const lists: IntakeLists = {
  today: Temporal.PlainDate.from('2026-11-25'),
  services: [
    {
      id: 'service-1',
      code: 'fizio',
      name: { lv: 'Fizioterapija', en: 'Physiotherapy' },
      description: { lv: 'Apraksts', en: 'Description' },
      beneficiary: 'child',
      pricedModes: ['at_provider'],
    },
    {
      id: 'service-2',
      code: 'mzk',
      name: { lv: 'Mūzikas terapija', en: 'Music therapy' },
      description: { lv: 'Apraksts', en: 'Description' },
      beneficiary: 'both',
      pricedModes: [],
    },
  ],
  workers: new Map([['sd@example.invalid', 'worker-1']]),
  places: new Map([['kegums', { latitude: 56.74, longitude: 24.72 }]]),
  centre: { latitude: 56.95, longitude: 24.1 },
}
const matching = Object.fromEntries(columnKeys.map((key, index) => [key, index]))

const whole: Partial<Record<ColumnKey, string>> = {
  child_given_name: 'Ņikita',
  child_family_name: 'Ķirsis',
  birth_date: '10.05.2018',
  town: 'Ķegums',
  guardian_given_name: 'Ženija',
  guardian_family_name: 'Ķirsis',
  guardian_email: 'Zenija@Example.invalid',
  worker_email: 'sd@example.invalid',
  period_from: '01.11.2026',
  period_to: '30.04.2027',
  budget: '3 852,00',
  service: 'fizioterapija',
  units: '26',
}

function check(change: Partial<Record<ColumnKey, string>> = {}) {
  const row = { ...whole, ...change }
  return checkRow(
    columnKeys.map((key) => row[key] ?? ''),
    matching,
    lists,
  )
}

test('a whole row is read as people write it', () => {
  expect(check()).toMatchObject({
    reasons: [],
    row: {
      child: { givenName: 'Ņikita', personalCode: null, town: 'Ķegums', latitude: 56.74 },
      guardian: { email: 'zenija@example.invalid', kind: 'parent', phone: null },
      workerId: 'worker-1',
      plan: { budget: 3852_00, line: { units: 26, minimumUnits: 1, mode: null, expertRank: null } },
    },
  })
  const { row } = check()
  expect(row?.child.bornOn.toString()).toBe('2018-05-10')
  expect(row?.plan?.endsBefore.toString()).toBe('2027-05-01')
})

test.each(['31.12.2026', '31.12.2026.', '31/12/2026', '31-12-2026', '2026-12-31', '2026.12.31', '2026-12-31 00:00:00'])(
  '%s is the last day of 2026',
  (written) => {
    expect(check({ period_to: written }).row?.plan?.endsBefore.toString()).toBe('2027-01-01')
  },
)

test.each<[string, Partial<Record<ColumnKey, string>>, string, ColumnKey]>([
  ['no name', { child_given_name: '' }, 'missing', 'child_given_name'],
  ['a day that does not exist', { birth_date: '31.02.2019' }, 'not-a-day', 'birth_date'],
  ['a number for a day', { birth_date: '43231' }, 'not-a-day', 'birth_date'],
  ['a birth in the future', { birth_date: '01.01.2027' }, 'born-later', 'birth_date'],
  ['a code without its leading zero', { personal_code: '1010112345' }, 'not-a-code', 'personal_code'],
  ['a formula', { units: '=2*13' }, 'formula', 'units'],
  ['signs of a wrong code page', { child_family_name: 'B\ufffdrzi\ufffd\ufffd' }, 'not-text', 'child_family_name'],
  ['a text too long', { wishes: 'x'.repeat(2001) }, 'too-long', 'wishes'],
  ['no address', { guardian_email: 'zenija' }, 'not-an-email', 'guardian_email'],
  ['a worker of elsewhere', { worker_email: 'x@example.invalid' }, 'unknown-worker', 'worker_email'],
  ['an unknown kind', { guardian_kind: 'kaimiņš' }, 'unknown-kind', 'guardian_kind'],
  ['an unknown service', { service: 'Joga' }, 'unknown-service', 'service'],
  ['a service without a price', { service: 'mzk' }, 'no-price', 'service'],
  ['a mode without a price', { mode: 'mājās' }, 'no-price', 'service'],
  ['an unknown mode', { mode: 'mežā' }, 'unknown-mode', 'mode'],
  ['a negative budget', { budget: '-5' }, 'out-of-range', 'budget'],
  ['no budget', { budget: '0' }, 'out-of-range', 'budget'],
  ['a huge budget', { budget: '99999999999' }, 'out-of-range', 'budget'],
  ['a budget nobody can read', { budget: '3.852' }, 'not-a-number', 'budget'],
  ['no units', { units: '0' }, 'out-of-range', 'units'],
  ['half a unit', { units: '2,5' }, 'not-a-number', 'units'],
  ['a huge number of units', { units: '999999' }, 'out-of-range', 'units'],
  ['a minimum above the units', { minimum_units: '27' }, 'minimum-above', 'minimum_units'],
  ['half a place', { expert_rank: '1,5' }, 'half-a-place', 'expert_rank'],
  ['a period that ends first', { period_to: '31.10.2026' }, 'period-backwards', 'period_to'],
  ['a period too long', { period_to: '01.11.2028' }, 'period-too-long', 'period_to'],
  ['a period that is over', { period_from: '01.05.2026', period_to: '24.11.2026' }, 'period-over', 'period_to'],
  ['a plan without a service', { service: '' }, 'without-service', 'period_from'],
  ['half a place on the map', { latitude: '56,9' }, 'missing', 'longitude'],
  ['a place outside Latvia', { latitude: '40', longitude: '24' }, 'out-of-range', 'latitude'],
])('%s is refused with its column', (_, change, code, column) => {
  const { row, reasons } = check(change)

  expect(row).toBeNull()
  expect(reasons.filter(isRefusal)).toMatchObject([{ code, column }])
})

test('what only needs a look is taken with a doubt', () => {
  const { row, reasons } = check({
    guardian_email: '',
    worker_email: '',
    town: 'Nekurene',
    personal_code: '010101-12345',
  })

  expect(row).not.toBeNull()
  expect(reasons.map(({ code }) => code)).toEqual(['check-digit', 'place-unknown', 'no-email', 'no-worker'])
  expect(row?.child).toMatchObject({ latitude: 56.95 })
})

test('whatever the cells hold, a row comes out or reasons do', { timeout: 60_000 }, () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(...Object.values(whole), '', '=1', '-1', '1e9', '31.02.2026', '\0', '99999999999999999999'),
  )
  const row = fc.array(cell, { maxLength: columnKeys.length + 2 })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (table) => {
      const checked = table.map((cells, index) => ({ rowNumber: index + 2, ...checkRow(cells, matching, lists) }))
      for (const { row: read, reasons } of groupRows(checked)) {
        const isRefused = reasons.some(isRefusal)
        expect(isRefused || read !== null).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
})
