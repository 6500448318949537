import { createHash } from 'node:crypto'

/** The same name gives the same id in every demo, so that tests and people can rely on it. A UUID of version 8. */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`atspaids demo ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A whole number from 0 up to, not including, `below` that follows from a name alone: the demo's only "chance". */
export function choose(name: string, below: number): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0) % below
}
