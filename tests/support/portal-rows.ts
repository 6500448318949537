import pg from 'pg'
import { z } from 'zod'
import type { Portal } from './portal-process.ts'

/** A look behind the pages of a portal, as the owner of its database. */
export type PortalRows = {
  rows<Row extends z.ZodType>(row: Row, sql: string, values?: readonly unknown[]): Promise<z.infer<Row>[]>
  /** The one row there is. */
  row<Row extends z.ZodType>(row: Row, sql: string, values?: readonly unknown[]): Promise<z.infer<Row>>
  /** A statement that answers no rows. */
  run(sql: string, values?: readonly unknown[]): Promise<void>
  /** What assessments, plans, bookings, money and hours are at this moment: equal when nothing of them has changed. */
  state(): Promise<Record<string, string>>
  close(): Promise<void>
}

const changing = [
  'booking',
  'booking_change',
  'hold',
  'account',
  'transfer',
  'delivery',
  'payout_run',
  'payout',
  'payout_item',
  'availability_rule',
  'availability_exception',
  'role_grant',
  'budget_period',
  'budget_line',
  'period_extension',
  'assessment',
  'assessment_guardian',
  'assessment_expert',
  'functioning_finding',
  'expert_rank',
  'goal',
  'assessed_service',
  'assessed_service_goal',
  'service_understanding',
  'service_question',
  'plan',
  'plan_line',
  'plan_signature',
  'revision_request',
  'goal_note',
  'goal_attainment',
  'family_evaluation',
  'intake_import',
  'intake_row',
  'municipality_policy',
  'price_cap',
] as const

const counted = z.object({ digest: z.string() })

export async function openRows({ databaseUrl }: Pick<Portal, 'databaseUrl'>): Promise<PortalRows> {
  const client = new pg.Client({ connectionString: databaseUrl })
  // The database may be dropped under an idle connection at the end.
  client.on('error', () => undefined)
  await client.connect()
  const rows: PortalRows['rows'] = async (row, sql, values = []) => {
    const found = await client.query(sql, [...values])
    return z.array(row).parse(found.rows)
  }
  return {
    rows,
    async row(row, sql, values) {
      const [first, ...others] = await rows(row, sql, values)
      if (first === undefined || others.length > 0) throw new Error(`Expected one row, got ${others.length}: ${sql}`)
      return first
    },
    async run(sql, values = []) {
      await client.query(sql, [...values])
    },
    async state() {
      const digests: Record<string, string> = {}
      for (const table of changing) {
        const [found] = await rows(
          counted,
          `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS digest FROM ${table} t`,
        )
        digests[table] = found?.digest ?? ''
      }
      return digests
    },
    close: () => client.end(),
  }
}
