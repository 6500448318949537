import { columnKeys } from '#app/intake/rules/columns.ts'
import type { ColumnKey } from '#app/intake/rules/columns.ts'
import type { Matching } from '#app/intake/rules/match-columns.ts'

/** The matching as its form sends it: one field a column of ours, with the number of the file's column or nothing. */
export function readMatching(form: FormData): Matching {
  const matching: Partial<Record<ColumnKey, number>> = {}
  for (const key of columnKeys) {
    const value = form.get(key)
    if (typeof value === 'string' && /^\d{1,3}$/.test(value)) matching[key] = Number(value)
  }
  return matching
}
