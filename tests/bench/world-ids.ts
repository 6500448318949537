import { createHash } from 'node:crypto'

/** What the bulk data holds; the order gives each kind a number of its own inside the ids. */
const kinds = [
  'municipality',
  'service',
  'provider',
  'site',
  'specialist',
  'offering',
  'guardian',
  'child',
  'period',
  'line',
  'booking',
  'delivery',
  'run',
  'payout',
  'plan',
  'assessment',
  'staff',
] as const
export type Kind = (typeof kinds)[number]

/**
 * The id of the n-th thing of a kind, known without asking. Like the ids of the product (version 7) they grow from the
 * left: ids that differ at the far right alone make GiST indexes useless, which would be measuring something else.
 */
export function idOf(kind: Kind, n: number): string {
  const grows = `019a${n.toString(16).padStart(8, '0')}`
  return `${grows.slice(0, 8)}-${grows.slice(8)}-7000-8000-${suffixOf(kind)}`
}

/** The same in SQL, where `n` is an expression. */
export function sqlId(kind: Kind, n: string): string {
  return `('019a' || lpad(to_hex(${n}), 8, '0') || '70008000${suffixOf(kind)}')::uuid`
}

function suffixOf(kind: Kind): string {
  return (kinds.indexOf(kind) + 1).toString(16).padStart(12, '0')
}

/** The session token of the n-th person of a kind, as a browser carries it. */
export function tokenOf(kind: 'guardian' | 'staff', n: number): string {
  return createHash('sha256').update(`${kind} ${n}`).digest('base64url')
}

/** The hash under which the database knows `tokenOf`; base64url is base64 with two other signs and no padding. */
export function sqlTokenHash(kind: 'guardian' | 'staff', n: string): string {
  const base64 = `encode(sha256(convert_to('${kind} ' || ${n}, 'UTF8')), 'base64')`
  return `sha256(convert_to(rtrim(translate(${base64}, '+/', '-_'), '='), 'UTF8'))`
}
