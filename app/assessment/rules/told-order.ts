import type { BothLanguages } from './assessed-result.ts'

/*
 * What a family that does not use the portal told its social worker. Instants are ISO texts, so that loaders can hand
 * all of it to the browser.
 */

/** An order that the social worker handed in as the family told it: who entered it, when, and how it was told. */
export type ToldOrder = { by: string; at: string; note: string }

/** What the social worker puts in order with the family. */
export type OrderToTell = {
  services: { id: string; name: BothLanguages }[]
  /** The order that is kept for the family; while there is none, the experts'. Best first, ties in one group. */
  order: string[][]
  version: number
}

export const longestNote = 500
