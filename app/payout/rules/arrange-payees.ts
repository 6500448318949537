/** What of a payee its place in the list depends on. */
type Payee = {
  name: string
  sessions: number
  reserved: number
  amount: number
  difference: number
  hasDifference: boolean
  waiting: { count: number }
  failureReason: string | null
}

export const payeeColumns = ['name', 'sessions', 'reserved', 'amount', 'difference'] as const
export type PayeeOrder = { column: (typeof payeeColumns)[number]; direction: 'ascending' | 'descending' }

/** A payee that somebody should look at before deciding. */
export function hasRemarks({ hasDifference, waiting, failureReason }: Payee): boolean {
  return hasDifference || waiting.count > 0 || failureReason !== null
}

/** Payees in the order asked for; equals stay in the order of their names, as a Latvian list is ordered. */
export function arrangePayees<Some extends Payee>(
  payees: readonly Some[],
  { column, direction }: PayeeOrder,
  { onlyRemarks }: { onlyRemarks: boolean },
): Some[] {
  const sign = direction === 'ascending' ? 1 : -1
  return payees
    .filter((payee) => !onlyRemarks || hasRemarks(payee))
    .toSorted((one, other) => {
      const byName = one.name.localeCompare(other.name, 'lv')
      if (column === 'name') return sign * byName
      return sign * (one[column] - other[column]) || byName
    })
}
