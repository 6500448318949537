import type { FamiliesToRemove } from '#app/people/family-removal-store.server.ts'
import { closePeople, endCare, removeChildren, revokeGuardians } from '#app/people/family-removal-store.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'

/**
 * Takes back families that an import made known, inside the caller's transaction: care and looking after end, the
 * children are seen by nobody any more, guardians lose the hat they got with it. Nothing is deleted. The caller has made
 * sure that nothing depends on them.
 */
export async function removeFamilies(tx: Tx, families: FamiliesToRemove, now: Temporal.Instant): Promise<void> {
  await endCare(tx, families, now)
  await removeChildren(tx, families, now)
  await revokeGuardians(tx, families, now)
  await closePeople(tx, families, now)
}
