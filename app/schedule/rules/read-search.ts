/** A day of this century out of an address, `2026-11-30`; null for anything else: what is counted on from it can be written. */
export function readDay(text: string | null): Temporal.PlainDate | null {
  if (text === null || !/^20\d{2}-\d{2}-\d{2}$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    // A day that no calendar has, such as 30 February.
    return null
  }
}

/** A whole number above zero out of an address; null for anything else. */
export function readCount(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : null
}
