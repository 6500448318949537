/** Which notes of a child a hat may read: all, those of the own provider, or none. */
export type NoteReach = 'all' | 'own-provider' | 'none'

/**
 * Notes and marks are health data. The family, its social worker, the municipality's administrator and the experts of
 * its assessments read them all (which children those are, child-scope says); a provider reads what its own specialists
 * wrote; whoever deals with money alone, or with figures of many, reads none. The one place where this is decided.
 */
export function notesFor(role: string): NoteReach {
  switch (role) {
    case 'guardian':
    case 'social_worker':
    case 'municipality_administrator':
    case 'expert':
      return 'all'
    case 'specialist':
    case 'provider_manager':
      return 'own-provider'
    default:
      return 'none'
  }
}

export type NoteAuthorKind = 'guardian' | 'specialist' | 'expert' | 'social_worker'

/** As whom somebody notes what they noticed outside a session; null when it is not theirs to write. */
export function observesAs(role: string): Exclude<NoteAuthorKind, 'specialist'> | null {
  return role === 'guardian' || role === 'expert' || role === 'social_worker' ? role : null
}
