import type { Context } from '#app/people/context.server.ts'

/**
 * Imports are the municipality administrator's: they make families known and take money from the programme fund, for
 * many at once. Answers the municipality, or null for anybody else, to whom there are no imports.
 */
export function findImportingMunicipality({ actor }: Context): string | null {
  return actor.role === 'municipality_administrator' ? actor.municipalityId : null
}
