import { expect, test } from 'vitest'
import { z } from 'zod'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'
import { databaseErrorCode, read } from '#app/platform/db/transact.server.ts'
import { suggestRevision } from '#app/schedule/suggest-revision.server.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { testApp } from '#tests/support/test-app.ts'
import { givenProgress, seatedExpert } from './given-progress.ts'

/*
 * What the application's own role sees of assessments, plans and progress, asked in raw SQL: the walls stand whatever
 * a page does.
 */

const now = '2026-11-24T12:00:00Z'
const app = await testApp({ now })

const closed = [
  'plan',
  'plan_line',
  'plan_signature',
  'period_extension',
  'assessed_service',
  'assessed_service_goal',
  'goal',
  'assessment_guardian',
  'assessment_expert',
  'functioning_finding',
  'expert_rank',
  'service_understanding',
  'service_question',
  'goal_attainment',
  'family_evaluation',
] as const

async function played() {
  app.clock.set(now)
  const world = await givenProgress(app)
  await seatedExpert(app, world, true)
  const { bookingId } = valueOf(await world.book('2026-11-25T08:00:00Z'))
  app.clock.set('2026-11-26T12:00:00Z')
  await world.marked(bookingId, 0)
  valueOf(await world.observe(app.as(world.guardian), { on: '2026-11-25' }))
  valueOf(await suggestRevision(app.as(world.specialist), { bookingId, reason: 'Vajag biežāk.' }))
  await app.owner.periodExtension.create({
    data: {
      municipality_id: world.town.id,
      period_id: world.periodId,
      was_ends_before: new Date('2027-03-24'),
      ends_before: new Date('2027-04-24'),
      reason: 'Bērns bija slimnīcā.',
      decided_by: world.worker.personId,
      decided_at: new Date(now),
    },
  })
  return { ...world, bookingId, providerId: world.specialist.providerId ?? '' }
}

function count(scope: { tenant: string | null; provider: string | null }, table: string) {
  return read({ db: app.db, scope }, async (tx) => {
    const row = z.object({ found: z.int() })
    return (await queryRow(tx, row, Prisma.sql`SELECT count(*)::int AS found FROM ${Prisma.raw(table)}`))?.found
  })
}

test('inside a municipality a provider reads its own notes and suggestions, and nothing else of plans and assessments', async () => {
  const world = await played()
  const own = { tenant: world.town.id, provider: world.providerId }

  for (const table of closed) expect(await count(own, table), table).toBe(0)
  expect(await count(own, 'goal_note')).toBe(1)
  expect(await count(own, 'revision_request')).toBe(1)
  const town = { tenant: world.town.id, provider: null }
  for (const table of ['plan', 'plan_line', 'period_extension', 'assessed_service_goal', 'assessment_expert']) {
    expect(await count(town, table), table).toBeGreaterThan(0)
  }
  expect(await count(town, 'goal_note')).toBe(2)
})

test('another municipality and another provider see none of it, the goals of a session neither', async () => {
  const world = await played()
  const other = await played()

  for (const scope of [
    { tenant: other.town.id, provider: other.providerId },
    { tenant: world.town.id, provider: other.providerId },
    { tenant: null, provider: other.providerId },
  ]) {
    expect(await count(scope, `goal_note WHERE child_id = '${world.child.id}'`)).toBe(0)
    expect(await count(scope, `revision_request WHERE child_id = '${world.child.id}'`)).toBe(0)
    expect(await count(scope, `session_goals('${world.bookingId}')`)).toBe(0)
  }
  const elsewhere = { tenant: other.town.id, provider: null }
  for (const table of ['plan', 'period_extension', 'assessment_expert', 'goal_note', 'revision_request']) {
    expect(await count(elsewhere, `${table} WHERE municipality_id = '${world.town.id}'`), table).toBe(0)
  }
  expect(await count(elsewhere, `session_goals('${world.bookingId}')`)).toBe(0)
  const own = { tenant: world.town.id, provider: world.providerId }
  expect(await count(own, `session_goals('${world.bookingId}')`)).toBe(1)
})

test('a provider does not answer its own suggestion', async () => {
  const world = await played()
  const own = { db: app.db, scope: { tenant: world.town.id, provider: world.providerId } }
  const answered = { state: 'taken' as const, answered_at: new Date(now), answered_by: world.specialist.personId }

  expect(await read(own, (tx) => tx.revisionRequest.updateMany({ data: answered }))).toEqual({ count: 0 })
  const forged = read(own, (tx) =>
    tx.revisionRequest.create({
      data: {
        ...answered,
        municipality_id: world.town.id,
        child_id: world.child.id,
        period_id: world.periodId,
        asked_by: world.specialist.personId,
        asked_as: 'specialist',
        provider_id: world.providerId,
        reason: 'Vajag biežāk.',
        asked_at: new Date(now),
      },
    }),
  )
  expect(await forged.then(() => null, databaseErrorCode)).toBe('42501')
})
