import type { Context } from '#app/people/context.server.ts'
import type { Preferences } from '#app/people/person-store.server.ts'
import { updatePreferences } from '#app/people/person-store.server.ts'

/** Keeps the language and appearance a person chose, for all their devices. A visitor's choice lives in cookies alone. */
export async function changePreferences(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  preferences: Preferences,
): Promise<void> {
  await updatePreferences(db, actor.personId, preferences)
}
