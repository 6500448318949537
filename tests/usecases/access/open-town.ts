import { afterAll, beforeAll } from 'vitest'
import { startDemoPortal } from '#tests/support/portal-process.ts'
import type { Portal } from '#tests/support/portal-process.ts'
import { openRows } from '#tests/support/portal-rows.ts'
import type { PortalRows } from '#tests/support/portal-rows.ts'
import { signIn, visit } from '#tests/support/visit-portal.ts'
import type { Visitor } from '#tests/support/visit-portal.ts'
import { demoIds } from '../../../prisma/demo/people.ts'
import { fillTown } from './fill-town.ts'
import type { Hat } from './hats.ts'
import { hatNames, hats } from './hats.ts'
import type { Things } from './things.ts'
import { findThings } from './things.ts'

export type Town = {
  portal: Portal
  rows: PortalRows
  things: Things
  /** Signed in once, kept for the whole file. */
  as(hat: Hat): Visitor
  visitor: Visitor
}

/** A served portal with both municipalities of the demonstration, and somebody signed in under every hat. */
export function openTown(): { town: () => Town } {
  let opened: Town | undefined
  beforeAll(async () => {
    const portal = await startDemoPortal()
    const rows = await openRows(portal)
    await giveAnalystsHat(rows)
    await fillTown(portal, rows)
    const visitors = new Map<Hat, Visitor>()
    for (const hat of hatNames) visitors.set(hat, await signIn(portal, hats[hat]))
    const as = (hat: Hat) => visitors.get(hat) ?? visit(portal)
    opened = { portal, rows, things: await findThings(rows), as, visitor: visit(portal) }
  }, 180_000)
  afterAll(async () => {
    await opened?.rows.close()
    await opened?.portal.stop()
  })
  return {
    town: () => {
      if (opened === undefined) throw new Error('The town opens before the first test.')
      return opened
    },
  }
}

async function giveAnalystsHat(rows: PortalRows): Promise<void> {
  await rows.run(
    `INSERT INTO role_grant (id, person_id, role, granted_at) VALUES ($1::uuid, $2::uuid, 'ministry_analyst', now())`,
    [hats.ministry_analyst.grantId, demoIds.person('andis')],
  )
}
