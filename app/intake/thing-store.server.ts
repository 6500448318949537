import { z } from 'zod'
import type { Dependent } from '#app/intake/rules/dependents.ts'
import { dependentKinds } from '#app/intake/rules/dependents.ts'
import { countColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRows } from '#app/platform/db/query-rows.server.ts'

const thingKinds = [
  'child',
  'personal_code',
  'person',
  'role_grant',
  'guardianship',
  'case_assignment',
  'period',
  'assessment',
  'plan',
] as const
export type ThingKind = (typeof thingKinds)[number]
export type Thing = { kind: ThingKind; id: string; rowNumber: number }

/** Notes what an import made. */
export async function insertThings(
  tx: Tx,
  { municipalityId, importId, things }: { municipalityId: string; importId: string; things: readonly Thing[] },
): Promise<void> {
  await tx.intakeThing.createMany({
    data: things.map(({ kind, id, rowNumber }) => ({
      municipality_id: municipalityId,
      import_id: importId,
      kind,
      thing_id: id,
      row_number: rowNumber,
    })),
  })
}

/** The ids of what an import made, by kind. */
export async function listThings(tx: Tx, importId: string): Promise<(kind: ThingKind) => string[]> {
  const things = await tx.intakeThing.findMany({
    where: { import_id: importId },
    orderBy: { thing_id: 'asc' },
    select: { kind: true, thing_id: true },
  })
  return (kind) => things.filter((thing) => thing.kind === kind).map((thing) => thing.thing_id)
}

/** Locks the children and periods of an import: nothing new is hung on them until the transaction ends. */
export async function lockMade(tx: Tx, importId: string): Promise<void> {
  const made = (kind: ThingKind) =>
    Prisma.sql`(SELECT t.thing_id FROM intake_thing t WHERE t.import_id = ${importId}::uuid AND t.kind = ${kind})`
  await tx.$executeRaw`SELECT FROM child WHERE id IN ${made('child')} ORDER BY id FOR UPDATE`
  await tx.$executeRaw`SELECT FROM budget_period WHERE id IN ${made('period')} ORDER BY id FOR UPDATE`
}

/** What has come to hang on what an import made, counted by kind; empty while it can be undone. */
export async function listDependents(tx: Tx, importId: string): Promise<Dependent[]> {
  const count = (kind: Dependent['kind'], from: Prisma.Sql) =>
    Prisma.sql`SELECT ${kind} AS kind, count(*) AS count FROM ${from}`
  const ours = Prisma.sql`(x.period_id IN (SELECT id FROM periods) OR x.child_id IN (SELECT id FROM children))`
  const ofImport = (kind: ThingKind) =>
    Prisma.sql`EXISTS (SELECT FROM intake_thing t WHERE t.import_id = ${importId}::uuid AND t.kind = ${kind} AND t.thing_id = x.id)`
  const counts = [
    count('booking', Prisma.sql`booking x WHERE ${ours}`),
    count('plan', Prisma.sql`plan x WHERE ${ours} AND x.state <> 'withdrawn' AND NOT ${ofImport('plan')}`),
    count(
      'period',
      Prisma.sql`budget_period x WHERE x.child_id IN (SELECT id FROM children)
      AND x.annulled_at IS NULL AND NOT ${ofImport('period')}`,
    ),
    count('assessment', Prisma.sql`assessment x WHERE ${ours} AND NOT ${ofImport('assessment')}`),
    count('extension', Prisma.sql`period_extension x WHERE x.period_id IN (SELECT id FROM periods)`),
    count('request', Prisma.sql`revision_request x WHERE ${ours}`),
    count(
      'note',
      Prisma.sql`goal_note x WHERE x.child_id IN (SELECT id FROM children) OR EXISTS (SELECT FROM goal g
      JOIN assessment a ON a.id = g.assessment_id WHERE g.id = x.goal_id AND a.period_id IN (SELECT id FROM periods))`,
    ),
    count('evaluation', Prisma.sql`family_evaluation x WHERE ${ours}`),
    count(
      'signature',
      Prisma.sql`plan_signature x JOIN plan p ON p.id = x.plan_id
      WHERE p.period_id IN (SELECT id FROM periods)`,
    ),
  ]
  const rows = await queryRows(
    tx,
    z.object({ kind: z.enum(dependentKinds), count: countColumn }),
    Prisma.sql`WITH periods AS (SELECT thing_id AS id FROM intake_thing WHERE import_id = ${importId}::uuid AND kind = 'period'),
      children AS (SELECT thing_id AS id FROM intake_thing WHERE import_id = ${importId}::uuid AND kind = 'child')
      ${Prisma.join(counts, ' UNION ALL ')}`,
  )
  return rows.filter(({ count: found }) => found > 0)
}
