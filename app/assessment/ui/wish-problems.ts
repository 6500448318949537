import { m } from '#app/paraglide/messages.js'

type SaveRefusal =
  | { kind: 'completed' }
  | { kind: 'empty' }
  | { kind: 'gone' }
  | { kind: 'too-long'; longest: number }
  | { kind: 'too-many'; most: number }
  | { kind: 'changed-meanwhile'; text: string; version: number; by: string; at: string }

/** Why a wish was not saved. */
export function saveProblem(refusal: SaveRefusal): string {
  switch (refusal.kind) {
    case 'completed':
      return m.ranking_refused_completed()
    case 'empty':
      return m.ranking_refused_empty()
    case 'gone':
      return m.ranking_refused_gone()
    case 'too-long':
      return m.ranking_refused_long({ count: refusal.longest })
    case 'too-many':
      return m.ranking_refused_many({ count: refusal.most })
    case 'changed-meanwhile':
      return m.ranking_refused_changed({ name: refusal.by })
  }
}

/** What somebody else wrote meanwhile, as the form compares it; null for any other refusal. */
export function wishConflict(refusal: SaveRefusal) {
  if (refusal.kind !== 'changed-meanwhile') return null
  const { version, by, at, text } = refusal
  return { version, by: by === '' ? null : by, at, values: { text } }
}

/** Why a wish was not removed. */
export function removeProblem(
  refusal: { kind: 'completed' } | { kind: 'served' } | { kind: 'changed-meanwhile'; by: string },
): string {
  switch (refusal.kind) {
    case 'completed':
      return m.ranking_refused_completed()
    case 'served':
      return m.ranking_wish_served()
    case 'changed-meanwhile':
      return m.ranking_refused_changed({ name: refusal.by })
  }
}
