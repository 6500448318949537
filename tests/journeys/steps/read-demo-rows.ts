import { z } from 'zod'
import { openRows } from '#tests/support/portal-rows.ts'
import type { Portal } from '#tests/support/portal-process.ts'
import { demoIds } from '../../../prisma/demo/people.ts'

const found = z.object({ id: z.string() })

/** What the demo made with ids of its own, as addresses of pages need it. */
export type DemoRows = {
  /** The assessment of a child that is not completed. */
  openAssessment: (child: string) => Promise<string>
  /** The plan of a child in a state; each child of the demo has at most one. */
  plan: (child: string, state: 'draft' | 'approved') => Promise<string>
  /** The first goal of an assessment that has a scale. */
  scaledGoal: (assessmentId: string) => Promise<string>
  /** The first service of an assessment, by its id in the catalogue. */
  assessedService: (assessmentId: string) => Promise<string>
  /** The last delivered session of a child's service. */
  deliveredSession: (child: string, service: string) => Promise<string>
  close: () => Promise<void>
}

export async function readDemoRows(portal: Portal): Promise<DemoRows> {
  const rows = await openRows(portal)
  const idOf = async (sql: string, values: readonly unknown[]) => (await rows.row(found, sql, values)).id
  return {
    openAssessment: (child) =>
      idOf('SELECT id FROM assessment WHERE child_id = $1 AND completed_at IS NULL', [demoIds.child(child)]),
    plan: (child, state) =>
      idOf('SELECT id FROM plan WHERE child_id = $1 AND state = $2::"PlanState"', [demoIds.child(child), state]),
    scaledGoal: (assessmentId) =>
      idOf(`SELECT id FROM goal WHERE assessment_id = $1 AND horizon = 'short_term' ORDER BY position LIMIT 1`, [
        assessmentId,
      ]),
    assessedService: (assessmentId) =>
      idOf('SELECT service_id AS id FROM assessed_service WHERE assessment_id = $1 ORDER BY service_id LIMIT 1', [
        assessmentId,
      ]),
    deliveredSession: (child, service) =>
      idOf(
        `SELECT id FROM booking WHERE child_id = $1 AND service_id = $2 AND state = 'delivered'
         ORDER BY starts_at DESC LIMIT 1`,
        [demoIds.child(child), demoIds.service(service)],
      ),
    close: rows.close,
  }
}
