import type { OpenContext, SystemContext } from '#app/people/context.server.ts'
import { onClose } from '../closing.ts'
import { openMigratedDatabase } from './open-migrated-database.ts'

export type PortalContext = {
  /** Outside every municipality. */
  open: OpenContext
  /** Inside one municipality, under the application's own role. */
  inMunicipality(municipalityId: string): SystemContext
  /** Every municipality there is, by name. */
  municipalities: readonly { id: string; name: string }[]
}

/** What a command that reads or writes through the use cases leans on: the database, the time, no person. */
export async function openPortalContext(): Promise<PortalContext> {
  const database = await openMigratedDatabase()
  const { connect } = await import('#app/platform/db/database.server.ts')
  const { systemClock } = await import('#app/platform/time.ts')
  const db = connect({ url: database.url, pool: 1 })
  onClose(() => db.$disconnect())
  const municipalities = await db.municipality.findMany({
    select: { id: true, name_lv: true },
    orderBy: { name_lv: 'asc' },
  })
  const open = { db, clock: systemClock, requestId: null }
  return {
    open,
    inMunicipality: (municipalityId) => ({ ...open, scope: { tenant: municipalityId, provider: null } }),
    municipalities: municipalities.map(({ id, name_lv: name }) => ({ id, name })),
  }
}
