import { accept, refuse, type Result } from '#app/platform/result.ts'

/** What a guardian finds wrong with a statement. */
export const objectionKinds = ['did_not_happen', 'shorter', 'wrong_place', 'wrong_service', 'other'] as const
export type ObjectionKind = (typeof objectionKinds)[number]

/** The longest text that people may write in a note, an objection or a reason. */
export const longestWords = 2000

export type Objection = { readonly kind: ObjectionKind; readonly words: string | null }

/**
 * An objection as it is kept. The kind alone says enough, except for `other`, which needs words; blank words are
 * none.
 */
export function completeObjection({ kind, words }: Objection): Result<Objection, { kind: 'words-needed' }> {
  const trimmed = words?.trim() ?? ''
  if (kind === 'other' && trimmed === '') return refuse({ kind: 'words-needed' })
  return accept({ kind, words: trimmed === '' ? null : trimmed })
}
