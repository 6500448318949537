import { handInFile } from '#app/intake/hand-in-file.server.ts'
import { openIntakeVault } from '#app/intake/intake-vault.server.ts'
import { matchColumns } from '#app/intake/match-columns.server.ts'
import { guessMatching } from '#app/intake/rules/match-columns.ts'
import { askForRevision } from '#app/plan/ask-for-revision.server.ts'
import { startRevision } from '#app/plan/start-revision.server.ts'
import { connect } from '#app/platform/db/database.server.ts'
import { systemClock } from '#app/platform/time.ts'
import { startReassessment } from '#app/progress/start-reassessment.server.ts'
import { tableFile } from '#tests/support/given/importing-town.ts'
import type { Portal } from '#tests/support/portal-process.ts'
import { secretKey } from '#tests/support/portal-process.ts'
import type { PortalRows } from '#tests/support/portal-rows.ts'
import { z } from 'zod'
import { administratorOf, staffActor } from '../../../prisma/demo/cast.ts'
import { demoIds } from '../../../prisma/demo/people.ts'
import { accepted, replayedPortal } from '../../../prisma/demo/replay.ts'

/** Children whose plan is being revised, with their social workers. */
const revised = { emils: 'sanita', elza: 'sanita', tince: 'ginta-purvmala', tina: 'maija' } as const
/** Children whose next assessment has begun, with who began it and who leads; that of Tince has begun already. */
const followed = {
  emils: { worker: 'sanita', lead: 'uldis' },
  tina: { worker: 'maija', lead: 'andis' },
} as const

/** A personal code in the file that a municipality hands in. */
export const importedCode = '100518-20006'

/** What the demonstration leaves out: revisions and imports being worked on, and an expert whose part has ended. */
export async function fillTown({ databaseUrl }: Pick<Portal, 'databaseUrl'>, rows: PortalRows): Promise<void> {
  const db = connect({ url: databaseUrl, pool: 2 })
  const portal = replayedPortal(db)
  const now = systemClock.now()
  try {
    for (const [child, worker] of Object.entries(revised)) {
      const period = await lastPlannedPeriod(rows, child)
      const given = { childId: demoIds.child(child), periodId: period.id, requestId: null, reason: 'Mainās vajadzības' }
      accepted(await startRevision(portal.as(staffActor(worker, 'social_worker'), now), given), `revising for ${child}`)
    }
    for (const [child, { worker, lead }] of Object.entries(followed)) {
      const { id: periodId, endsBefore } = await lastPlannedPeriod(rows, child)
      const startsOn = Temporal.PlainDate.from(endsBefore)
      // An assessment that looks back begins near the end of the period, which these two have not reached.
      const at = startsOn.subtract({ days: 50 }).toZonedDateTime('Europe/Riga').toInstant()
      const begun = await startReassessment(portal.as(staffActor(worker, 'social_worker'), at), {
        childId: demoIds.child(child),
        periodId,
        startsOn,
        endsBefore: startsOn.add({ months: 6 }),
        leadId: demoIds.person(lead),
      })
      accepted(begun, `the next assessment of ${child}`)
    }
    const { id: periodId } = await lastPlannedPeriod(rows, 'tince')
    const request = { childId: demoIds.child('tince'), periodId, reason: 'Vajag vairāk mūzikas' }
    accepted(await askForRevision(portal.as(staffActor('laura', 'guardian'), now), request), 'a request for Tince')
    const vault = openIntakeVault({ secretKey })
    const file = tableFile([{ code: importedCode, given: 'Ieviņa', family: 'Ievedupe' }])
    const header = file.toString().split('\r\n', 1)[0]?.split(';') ?? []
    for (const municipality of ['lejasupe', 'kalnavoti'] as const) {
      const ctx = portal.as(administratorOf(municipality), now)
      const { importId } = accepted(await handInFile(ctx, { fileName: 'gimenes.csv', file, vault }), 'a file')
      const matching = guessMatching(header)
      accepted(await matchColumns(ctx, { importId, matching, vault }), 'the columns of a file')
    }
  } finally {
    await db.$disconnect()
  }
  await rows.run(
    `UPDATE assessment_expert SET ended_at = now() WHERE person_id = $1
     AND assessment_id IN (SELECT id FROM assessment WHERE child_id = $2)`,
    [demoIds.person('uldis'), demoIds.child('annija')],
  )
}

function lastPlannedPeriod(rows: PortalRows, child: string) {
  return rows.row(
    z.object({ id: z.uuid(), endsBefore: z.string() }),
    `SELECT p.id, p.ends_before::text AS "endsBefore" FROM budget_period p JOIN plan v ON v.period_id = p.id
     WHERE p.child_id = $1 AND v.state = 'approved' ORDER BY p.starts_on DESC LIMIT 1`,
    [demoIds.child(child)],
  )
}
