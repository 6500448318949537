import { z } from 'zod'
import { endingSoonDays, longToGoDays, muchLeftPercent, nearlyOutPercent } from '#app/insight/rules/budget-flags.ts'
import type { FamilyFilter, FamilyRow, FamilySortColumn } from '#app/insight/rules/family-row.ts'
import { seesChild } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { centsColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'

export type FamilyQuestion = {
  search: string
  filter: FamilyFilter
  sort: { column: FamilySortColumn; direction: 'ascending' | 'descending' }
  page: number
  pageSize: number
  today: Temporal.PlainDate
}

const flags = ['objection', 'money-left', 'nearly-out', 'no-plan'] as const

const familyRow = z
  .object({
    childId: z.uuid(),
    name: z.string(),
    guardians: z.array(z.string()),
    startsOn: z.string().nullable(),
    lastDay: z.string().nullable(),
    allocated: centsColumn,
    available: centsColumn,
    reserved: centsColumn,
    delivered: centsColumn,
    paid: centsColumn,
    usedPercent: z.number().nullable(),
    timePercent: z.number().nullable(),
    flags: z.array(z.enum(flags)),
  })
  .transform((row): FamilyRow => row)

const familyPage = z.object({
  rows: z.array(familyRow),
  counts: z.object({
    all: z.int(),
    objection: z.int(),
    'money-left': z.int(),
    'nearly-out': z.int(),
    'no-plan': z.int(),
  }),
})

/**
 * One page of the children in the actor's scope, and how many children each filter shows, in one statement: balances
 * are summed once. A page past the end is the last one.
 */
export async function findFamilyPage(
  ctx: Context,
  tx: Tx,
  question: FamilyQuestion,
): Promise<z.infer<typeof familyPage>> {
  const { filter, page, pageSize } = question
  const found = await queryRow(
    tx,
    familyPage,
    Prisma.sql`${families(ctx, question)}, counts AS (
      SELECT count(*) AS all, count(*) FILTER (WHERE ${matches('objection')}) AS objection,
        count(*) FILTER (WHERE ${matches('money-left')}) AS "money-left",
        count(*) FILTER (WHERE ${matches('nearly-out')}) AS "nearly-out",
        count(*) FILTER (WHERE ${matches('no-plan')}) AS "no-plan",
        count(*) FILTER (WHERE ${matches(filter)}) AS shown
      FROM family f
    )
    SELECT row_to_json(counts) AS counts, (SELECT coalesce(json_agg(listed), '[]') FROM (
        SELECT f.*, (SELECT coalesce(json_agg(p.given_name || ' ' || p.family_name ORDER BY g.since), '[]')
          FROM guardianship g JOIN person p ON p.id = g.person_id
          WHERE g.child_id = f."childId" AND g.ended_at IS NULL) AS guardians
        FROM family f WHERE ${matches(filter)}
        ORDER BY ${orderBy(question)}, f.name COLLATE "lv-x-icu", f."childId"
        LIMIT ${pageSize}
        OFFSET (SELECT least(${page}::int - 1, greatest(0, (c.shown - 1) / ${pageSize}::int)) * ${pageSize}::int FROM counts c)
      ) listed) AS rows
    FROM counts`,
  )
  if (found === null) throw new Error('A count answers one row')
  return found
}

function matches(filter: FamilyFilter): Prisma.Sql {
  return filter === 'all' ? Prisma.sql`true` : Prisma.sql`${filter} = ANY (f.flags)`
}

/**
 * The children in scope whose own or guardian's name holds the search, each with one period and its balances. Set by
 * set rather than child by child, which takes seconds on ten thousand of them.
 */
function families(ctx: Context, { search, today }: FamilyQuestion): Prisma.Sql {
  const day = Prisma.sql`${today.toString()}::date`
  return Prisma.sql`WITH scope AS MATERIALIZED (
    SELECT c.id, c.given_name, c.family_name FROM child c
    WHERE ${seesChild(ctx, Prisma.sql`c.id`)} AND ${isCalled(search)}
  ), period AS MATERIALIZED (
    SELECT DISTINCT ON (p.child_id) p.id, p.child_id, p.starts_on, p.ends_before
    FROM budget_period p WHERE p.child_id IN (SELECT id FROM scope) AND p.annulled_at IS NULL
    ORDER BY p.child_id,
      CASE WHEN p.starts_on <= ${day} AND p.ends_before > ${day} THEN 0 WHEN p.starts_on > ${day} THEN 1 ELSE 2 END,
      abs(p.starts_on - ${day})
  ), balance AS MATERIALIZED (
    SELECT period_id, sum(balance_cents) AS allocated,
      sum(balance_cents) FILTER (WHERE kind = 'available') AS available,
      sum(balance_cents) FILTER (WHERE kind = 'reserved') AS reserved,
      sum(balance_cents) FILTER (WHERE kind IN ('delivered', 'in_transit')) AS delivered,
      sum(balance_cents) FILTER (WHERE kind = 'paid') AS paid
    FROM account WHERE period_id IN (SELECT id FROM period) GROUP BY period_id
  ), money AS MATERIALIZED (
    SELECT c.id AS "childId", c.given_name || ' ' || c.family_name AS name,
      c.family_name || ' ' || c.given_name AS sort_name, p.starts_on, p.ends_before,
      p.starts_on <= ${day} AND p.ends_before > ${day} AS is_running, coalesce(b.allocated, 0)::bigint AS allocated,
      coalesce(b.available, 0)::bigint AS available, coalesce(b.reserved, 0)::bigint AS reserved,
      coalesce(b.delivered, 0)::bigint AS delivered, coalesce(b.paid, 0)::bigint AS paid,
      c.id IN (SELECT d.child_id FROM delivery d WHERE d.municipality_id = ${ctx.actor.municipalityId}::uuid
        AND d.state = 'objected') AS has_objection
    FROM scope c LEFT JOIN period p ON p.child_id = c.id LEFT JOIN balance b ON b.period_id = p.id
  ), family AS MATERIALIZED (
    SELECT "childId", name, sort_name, starts_on::text AS "startsOn", (ends_before - 1)::text AS "lastDay",
      allocated, available, reserved, delivered, paid,
      ((delivered + paid) * 100.0 / nullif(allocated, 0))::float8 AS "usedPercent",
      (least(greatest(${day} - starts_on, 0), ends_before - starts_on) * 100.0 / (ends_before - starts_on))::float8
        AS "timePercent",
      array_remove(ARRAY[
        CASE WHEN has_objection THEN 'objection' END,
        CASE WHEN is_running AND allocated > 0 AND ends_before - ${day} <= ${endingSoonDays}::int
          AND available * 100 >= allocated * ${muchLeftPercent}::int THEN 'money-left' END,
        CASE WHEN is_running AND allocated > 0 AND ends_before - ${day} >= ${longToGoDays}::int
          AND available * 100 < allocated * ${nearlyOutPercent}::int THEN 'nearly-out' END,
        CASE WHEN allocated = 0 THEN 'no-plan' END], NULL) AS flags
    FROM money
  )`
}

/** Letters as they are typed, in either order of given and family name; wildcards in the search are plain signs. */
function isCalled(search: string): Prisma.Sql {
  const words = search.split(/\s+/).filter((word) => word !== '')
  const conditions = words.map((word) => {
    const pattern = `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    return Prisma.sql`(c.given_name ILIKE ${pattern} OR c.family_name ILIKE ${pattern} OR EXISTS (
      SELECT FROM guardianship g JOIN person p ON p.id = g.person_id
      WHERE g.child_id = c.id AND g.ended_at IS NULL AND (p.given_name ILIKE ${pattern} OR p.family_name ILIKE ${pattern})))`
  })
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.sql`(${Prisma.join(conditions, ' AND ')})`
}

const sortedBy: Record<FamilySortColumn, Prisma.Sql> = {
  name: Prisma.sql`f.sort_name COLLATE "lv-x-icu"`,
  allocated: Prisma.sql`f.allocated`,
  available: Prisma.sql`f.available`,
  reserved: Prisma.sql`f.reserved`,
  delivered: Prisma.sql`f.delivered`,
  paid: Prisma.sql`f.paid`,
  used: Prisma.sql`f."usedPercent"`,
  time: Prisma.sql`f."timePercent"`,
}

function orderBy({ sort }: FamilyQuestion): Prisma.Sql {
  const direction = sort.direction === 'descending' ? Prisma.sql`DESC` : Prisma.sql`ASC`
  return Prisma.sql`${sortedBy[sort.column]} ${direction} NULLS LAST`
}
