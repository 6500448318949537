import type { Locale } from '#app/paraglide/runtime.js'
import type { Tx } from '#app/platform/db/database.server.ts'
import type { Theme } from '#app/platform/http/page-context.ts'

export type Preferences = { locale?: Locale; theme?: Theme }

/** Keeps a person's language and appearance; what is not given stays. */
export async function updatePreferences(
  tx: Pick<Tx, 'person'>,
  personId: string,
  preferences: Preferences,
): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: preferences, select: { id: true } })
}
