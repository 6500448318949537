import type { CheckedRow } from './check-row.ts'
import type { Reason } from './reasons.ts'
import { isRefusal } from './reasons.ts'

export type NumberedRow = CheckedRow & { readonly rowNumber: number }

/** More services and guardians than any family has; a group is taken over in one go. */
const mostRowsOfGroup = 60

/**
 * Puts rows of one family and period together: they are taken or refused together. Adds what is wrong between them (a
 * service twice, two budgets, two personal codes), and tells the others of a group when one of it is refused. A refused
 * row whose days cannot be read refuses every group of a child of that name: it may be a part of any of them.
 */
export function groupRows(rows: readonly NumberedRow[]): NumberedRow[] {
  const added = new Map<number, Reason[]>()
  for (const group of groupsOf(rows).values()) {
    for (const [rowNumber, reasons] of groupReasons(group)) added.set(rowNumber, reasons)
  }
  return refuseTogether(rows.map((row) => ({ ...row, reasons: [...row.reasons, ...(added.get(row.rowNumber) ?? [])] })))
}

/** The rows that can be taken, by group, in the order of the table. */
export function groupsOf<Row extends { groupMark: string | null }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    if (row.groupMark === null) continue
    const group = groups.get(row.groupMark)
    if (group === undefined) groups.set(row.groupMark, [row])
    else group.push(row)
  }
  return groups
}

/** The reasons that follow from the other rows of the group, by row number. */
function groupReasons(group: readonly NumberedRow[]): Map<number, Reason[]> {
  const found = new Map<number, Reason[]>()
  const tell = (rowNumber: number, reason: Reason) => found.set(rowNumber, [...(found.get(rowNumber) ?? []), reason])
  const services = new Map<string, number>()
  const tooMany = group[mostRowsOfGroup]
  if (tooMany !== undefined)
    tell(tooMany.rowNumber, { code: 'group-too-large', column: null, values: [String(mostRowsOfGroup)] })
  let first: { budget: number; rowNumber: number } | null = null
  let code: { text: string; rowNumber: number } | null = null
  for (const { row, rowNumber } of group) {
    if (row === null) continue
    const { personalCode } = row.child
    if (personalCode !== null) {
      if (code !== null && code.text !== personalCode)
        tell(rowNumber, { code: 'code-differs', column: 'personal_code', values: [String(code.rowNumber)] })
      code ??= { text: personalCode, rowNumber }
    }
    if (row.plan === null) continue
    const { budget, line } = row.plan
    if (first !== null && first.budget !== budget)
      tell(rowNumber, { code: 'budget-differs', column: 'budget', values: [String(first.rowNumber)] })
    first ??= { budget, rowNumber }
    const before = services.get(line.service.id)
    if (before === undefined) services.set(line.service.id, rowNumber)
    else tell(rowNumber, { code: 'service-twice', column: 'service', values: [String(before)] })
  }
  return found
}

function refuseTogether(rows: readonly NumberedRow[]): NumberedRow[] {
  const refusedBy = new Map<string, number>()
  const refused = rows.filter(({ reasons }) => reasons.some(isRefusal))
  // Group marks and name marks never equal one another: one has days in it.
  for (const { groupMark, nameMark, rowNumber } of refused) {
    const mark = groupMark ?? nameMark
    if (!refusedBy.has(mark)) refusedBy.set(mark, rowNumber)
  }
  return rows.map((row) => {
    if (row.groupMark === null || row.reasons.some(isRefusal)) return row
    const by = refusedBy.get(row.groupMark) ?? refusedBy.get(row.nameMark)
    if (by === undefined) return row
    const reason: Reason = { code: 'others-refused', column: null, values: [String(by)] }
    return { ...row, row: null, reasons: [...row.reasons, reason] }
  })
}
