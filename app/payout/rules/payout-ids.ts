/**
 * Payment references made from our own ids, so that a retry carries the same ones and a correction, being a new run
 * or payout, carries new ones. They say nothing about a person and fit the 35 characters of ISO 20022.
 * Source: facts.md d5.
 */

const base32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The message id of a run's file: `R-` and the run's UUID in 26 characters of Crockford's base 32. */
export function messageIdOf(runId: string): string {
  return `R-${shorten(runId)}`
}

/** The id of the file's only block of payments. */
export function paymentBlockIdOf(runId: string): string {
  return `${messageIdOf(runId)}-1`
}

/** The end-to-end id of a payout, unique for ever: `P-` and the payout's UUID in 26 characters. */
export function endToEndIdOf(payoutId: string): string {
  return `P-${shorten(payoutId)}`
}

/** The payout an end-to-end id on a bank statement belongs to; null when it is not one of ours. */
export function findPayoutId(endToEndId: string): string | null {
  const matched = /^P-([0-9A-HJKMNP-TV-Z]{26})$/.exec(endToEndId)
  return matched?.[1] === undefined ? null : lengthen(matched[1])
}

function shorten(id: string): string {
  if (!idPattern.test(id)) throw new RangeError('Payment references are made from UUIDs')
  const value = BigInt(`0x${id.replaceAll('-', '')}`)
  return Array.from({ length: 26 }, (_, index) =>
    base32.charAt(Number((value >> BigInt(5 * (25 - index))) & 31n)),
  ).join('')
}

function lengthen(text: string): string | null {
  const value = [...text].reduce((sum, character) => (sum << 5n) | BigInt(base32.indexOf(character)), 0n)
  if (value >= 1n << 128n) return null
  const hex = value.toString(16).padStart(32, '0')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
