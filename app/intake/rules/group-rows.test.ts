import { expect, test } from 'vitest'
import type { FamilyRow, ListedService } from './family-row.ts'
import type { NumberedRow } from './group-rows.ts'
import { groupRows } from './group-rows.ts'
import { servicesOf, wishesOf } from './plan-of-group.ts'
import { cents } from '#app/platform/money.ts'

function service(id: string): ListedService {
  const name = { lv: id, en: id }
  return { id, code: id, name, description: name, beneficiary: 'child', pricedModes: ['at_provider'] }
}

function family({
  serviceId = 'a',
  budget = 1000_00,
  code = null,
  expertRank = null,
  parentRank = null,
  wishes = [],
}: {
  serviceId?: string
  budget?: number
  code?: string | null
  expertRank?: number | null
  parentRank?: number | null
  wishes?: string[]
} = {}): FamilyRow & { plan: NonNullable<FamilyRow['plan']> } {
  const line = { service: service(serviceId), units: 10, minimumUnits: 1, mode: null, expertRank, parentRank }
  return {
    child: {
      givenName: 'Anna',
      familyName: 'Bērziņa',
      bornOn: Temporal.PlainDate.from('2019-03-14'),
      personalCode: code,
      town: 'Lejasupe',
      latitude: 56.9,
      longitude: 24.1,
    },
    guardian: { givenName: 'Ilze', familyName: 'Bērziņa', email: null, phone: null, kind: 'parent' },
    workerId: null,
    plan: {
      startsOn: Temporal.PlainDate.from('2026-11-01'),
      endsBefore: Temporal.PlainDate.from('2027-05-01'),
      budget: cents(budget),
      line,
    },
    wishes,
  }
}

function rows(...families: (FamilyRow | null)[]): NumberedRow[] {
  return families.map((row, index) => ({
    rowNumber: index + 2,
    row,
    reasons: row === null ? [{ code: 'missing', column: 'units' }] : [],
    nameMark: 'anna',
    groupMark: 'anna 2026',
  }))
}

const codesOf = (grouped: readonly NumberedRow[]) => grouped.map(({ reasons }) => reasons.map(({ code }) => code))

test('rows of one family and period are taken together', () => {
  expect(codesOf(groupRows(rows(family(), family({ serviceId: 'b' }))))).toEqual([[], []])
})

test('one refused row refuses its group, and says which it is', () => {
  const grouped = groupRows(rows(family(), null))

  expect(grouped[0]).toMatchObject({ row: null, reasons: [{ code: 'others-refused', values: ['3'] }] })
})

test('a refused row whose days nobody can read refuses every group of that name', () => {
  const [first, second] = rows(family(), null)
  if (first === undefined || second === undefined) throw new Error('Two rows are needed')

  expect(codesOf(groupRows([first, { ...second, groupMark: null }]))).toEqual([['others-refused'], ['missing']])
})

test.each([
  ['a service twice', family(), 'service-twice'],
  ['two budgets', family({ serviceId: 'b', budget: 999_00 }), 'budget-differs'],
  ['two personal codes', family({ serviceId: 'b', code: '321234-56780' }), 'code-differs'],
])('%s in a group is refused', (_, second, code) => {
  const grouped = groupRows(rows(family({ code: '321234-56789' }), second))

  expect(codesOf(grouped)).toEqual([['others-refused'], [code]])
})

test('a family of more rows than any has is refused', () => {
  const alone = { ...family(), plan: null }
  const grouped = groupRows(rows(...Array.from({ length: 61 }, () => alone)))

  expect(codesOf(grouped).at(-1)).toEqual(['group-too-large'])
  expect(grouped.every(({ row, reasons }) => row === null || reasons.length > 0)).toBe(true)
})

test('places become rankings without gaps: equal ones are shared, those without come last, parents follow the experts', () => {
  const plans = [
    family({ serviceId: 'a' }),
    family({ serviceId: 'b', expertRank: 4 }),
    family({ serviceId: 'c', expertRank: 2 }),
    family({ serviceId: 'd', expertRank: 4 }),
  ].map(({ plan }) => plan)

  const ranks = servicesOf(plans).map((line) => [line.serviceId, line.expertHalfRank, line.parentHalfRank])

  expect(ranks).toEqual([
    ['a', 8, 8],
    ['b', 5, 5],
    ['c', 2, 2],
    ['d', 5, 5],
  ])
})

test('the wishes of a family are kept once each', () => {
  const wishes = wishesOf([family({ wishes: ['Runāt', 'Smaidīt'] }), family({ wishes: ['Runāt'] })])

  expect(wishes.map(({ text }) => text)).toEqual(['Runāt', 'Smaidīt'])
})
