import { expect, test } from 'vitest'
import { arrangePayees } from './arrange-payees.ts'

const payee = (
  name: string,
  amount: number,
  remarks: Partial<{ hasDifference: boolean; waiting: number; failed: string }> = {},
) => ({
  name,
  amount,
  sessions: 1,
  reserved: amount,
  difference: 0,
  hasDifference: remarks.hasDifference ?? false,
  waiting: { count: remarks.waiting ?? 0 },
  failureReason: remarks.failed ?? null,
})
const payees = [
  payee('Čakste', 30),
  payee('Cīrulis', 10, { waiting: 1 }),
  payee('Dzenis', 30, { failed: 'x' }),
  payee('Ādams', 20, { hasDifference: true }),
]
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name)

test('names follow the Latvian alphabet, equal sums follow the names', () => {
  expect(names(arrangePayees(payees, { column: 'name', direction: 'ascending' }, { onlyRemarks: false }))).toEqual([
    'Ādams',
    'Cīrulis',
    'Čakste',
    'Dzenis',
  ])
  expect(names(arrangePayees(payees, { column: 'amount', direction: 'descending' }, { onlyRemarks: false }))).toEqual([
    'Čakste',
    'Dzenis',
    'Ādams',
    'Cīrulis',
  ])
})

test('remarks are a difference, something that waits, or a payment that came back', () => {
  expect(names(arrangePayees(payees, { column: 'name', direction: 'ascending' }, { onlyRemarks: true }))).toEqual([
    'Ādams',
    'Cīrulis',
    'Dzenis',
  ])
})
