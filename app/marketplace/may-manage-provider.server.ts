import { z } from 'zod'
import type { Context } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { isAcceptedBy } from './register-store.server.ts'

/**
 * Whether the actor looks after a provider's entry: its own manager, or an administrator of a municipality that
 * accepted it.
 */
export async function mayManageProvider({ actor }: Context, tx: Tx, providerId: string): Promise<boolean> {
  if (!z.uuid().safeParse(providerId).success) return false
  if (actor.role === 'provider_manager') return actor.providerId === providerId
  if (actor.role !== 'municipality_administrator' || actor.municipalityId === null) return false
  return isAcceptedBy(tx, { providerId, municipalityId: actor.municipalityId })
}
