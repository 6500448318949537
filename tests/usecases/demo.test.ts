import { PrismaPg } from '@prisma/adapter-pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { verifyLedger } from '#app/budget/verify-ledger.server.ts'
import { connect } from '#app/platform/db/database.server.ts'
import type { Database } from '#app/platform/db/database.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { Prisma, PrismaClient } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'
import { dateOf, instantOf, startOfDay, toDate } from '#app/platform/time.ts'
import { createTestDatabase } from '#tests/support/database.ts'
import { demoDates } from '../../prisma/demo/demo-dates.ts'
import { demoPersonalCode } from '../../prisma/demo/invented-numbers.ts'
import { isEmpty, loadDemo } from '../../prisma/demo/load-demo.ts'
import { beginLoading } from '../../prisma/demo/loading-mark.ts'
import { writeMunicipalities } from '../../prisma/demo/write-municipalities.ts'
import { demoEmails, demoIds } from '../../prisma/demo/people.ts'

const secretKey = Buffer.alloc(32, 'tests')

/** The day after which everything is counted: leap day, year's end, both clock changes (Sundays), the 1st of a month. */
const moments = [
  '2028-02-29T08:10:00+02:00',
  '2026-12-31T17:45:00+02:00',
  '2027-03-28T12:00:00+03:00',
  '2026-10-25T03:30:00+02:00',
  '2027-06-01T22:50:00+03:00',
]

describe.each(moments)('the demo loaded at %s', (moment) => {
  const now = Temporal.Instant.from(moment)
  const { today, endingPeriod } = demoDates(now)
  let demo: Awaited<ReturnType<typeof loadedDemo>>
  beforeAll(async () => {
    demo = await loadedDemo(now, { isSecondTry: moment === moments[0] })
  }, 120_000)
  afterAll(async () => {
    await demo.drop()
  })

  test('adds up: every ledger, every budget, also the two that are special', async () => {
    expect(await verifyLedger(demo.owner)).toMatchObject({ faults: [] })
    expect(await isEmpty(demo.url)).toBe(false)

    const budgets = (await listBudgets(demo.owner)).filter(({ allocated }) => allocated > 0)
    expect(budgets).toHaveLength(13)
    expect(budgets.every(({ allocated }) => allocated === 3_852_00)).toBe(true)
    expect(budgets.find(({ child }) => child === 'Rihards')?.available).toBeLessThan(60_00)
    expect(budgets.find(({ child }) => child === 'Tince')?.available).toBeGreaterThan(1_000_00)
    expect(today.until(endingPeriod.endsBefore).days).toBeLessThanOrEqual(21)
  })

  test('tells its story', async () => {
    const counts = await countStory(demo.owner, now)

    expect(counts).toMatchObject({
      objected: 1,
      dismissed: 1,
      upheld: 1,
      lowered: 1,
      lateCharged: 1,
      feeForAbsence: 1,
      illWithNote: 1,
      bounced: 1,
      waitingRuns: 1,
    })
    expect(counts.paidRuns).toBeGreaterThan(1)
    expect(counts.payable).toBeGreaterThan(10)
    expect(counts.awaiting).toBeGreaterThan(3)
    expect(counts.bySilence).toBeGreaterThan(3)
  })

  test('gives the main family a session today or tomorrow, one or two to answer, and one to be confirmed', async () => {
    const { owner } = demo
    const child_id = demoIds.child('emils')
    const next = await owner.booking.findFirst({
      where: { child_id, state: 'booked', starts_at: { gt: toDate(now) } },
      orderBy: { starts_at: 'asc' },
    })
    const nextOn = dateOf(instantOf(next?.starts_at ?? new Date(0)))
    expect(today.until(nextOn).days).toBeLessThanOrEqual(1)
    const awaiting = await owner.delivery.count({ where: { child_id, state: 'awaiting' } })
    expect([1, 2]).toContain(awaiting)
    const toConfirm = await owner.booking.count({
      where: {
        child_id,
        state: 'booked',
        ends_at: { lt: toDate(now), gt: toDate(startOfDay(today.subtract({ days: 1 }))) },
      },
    })
    expect(toConfirm).toBeGreaterThanOrEqual(1)
  })

  test('has people with two hats, two guardians and two children', async () => {
    const { owner } = demo
    const laura = await owner.person.findUnique({ where: { email: demoEmails.laura }, include: { role_grants: true } })
    expect(laura?.role_grants.map(({ role }) => role).toSorted()).toEqual(['guardian', 'specialist'])
    expect(await owner.guardianship.count({ where: { child_id: demoIds.child('elza') } })).toBe(2)
    expect(await owner.guardianship.count({ where: { person: { email: demoEmails.ilze } } })).toBe(2)
    const [code] = await owner.personalCode.findMany({ where: { child_id: demoIds.child('emils') } })
    expect(Buffer.from(code?.cipher ?? []).toString('latin1')).not.toContain(demoPersonalCode('emils').slice(0, 6))
  })

  test('has families at every step of the way to a plan, and one that looks back', async () => {
    const { owner } = demo
    const stands = async (key: string) => {
      const child_id = demoIds.child(key)
      const assessment = await owner.assessment.findFirst({
        where: { child_id },
        orderBy: { opened_at: 'desc' },
        include: { experts: true, goals: true, services: true, attainments: true },
      })
      const plan = await owner.plan.findFirst({ where: { child_id }, include: { signatures: true } })
      return { assessment, plan }
    }
    expect((await stands('darta')).assessment).toBeNull()
    expect((await stands('ralfs')).assessment).toMatchObject({ goals: [], services: [], proposed_at: null })
    const undine = (await stands('undine')).assessment
    expect(undine?.experts.filter(({ submitted_at }) => submitted_at !== null)).toHaveLength(2)
    expect(undine?.experts).toHaveLength(3)
    const made = (await stands('made')).assessment
    expect(made).toMatchObject({ proposed_at: expect.any(Date), parent_ranking_version: 1, parents_ranked_at: null })
    const { plan: sealed } = await stands('austris')
    expect(sealed).toMatchObject({ state: 'draft', sealed_at: expect.any(Date), signatures: [{ kind: 'physician' }] })
    expect((await stands('emils')).plan).toMatchObject({ state: 'approved', decision_number: expect.any(Number) })
    const tince = (await stands('tince')).assessment
    expect(tince).toMatchObject({ previous_id: expect.any(String), attainments: [{ level: 0 }] })
    expect(await owner.goalNote.count()).toBeGreaterThan(12)
  })

  test('keeps the second municipality apart, though they share providers', async () => {
    const { owner, url } = demo
    const db = connect({ url, pool: 2 })
    onTestFinished(() => db.$disconnect())

    const seen = await read({ db, scope: { tenant: demoIds.kalnavoti, provider: null } }, async (tx) => ({
      children: await tx.child.count(),
      foreignBookings: await tx.booking.count({ where: { municipality_id: demoIds.lejasupe } }),
      ownBookings: await tx.booking.count(),
    }))
    expect(seen).toMatchObject({ children: 3, foreignBookings: 0 })
    expect(seen.ownBookings).toBeGreaterThan(20)
    const shared = await queryRows(
      owner,
      z.object({ providerId: z.uuid() }),
      Prisma.sql`SELECT provider_id AS "providerId" FROM booking GROUP BY 1 HAVING count(DISTINCT municipality_id) = 2`,
    )
    expect(shared.length).toBeGreaterThan(2)
    expect(await owner.provider.count()).toBeGreaterThanOrEqual(14)
    expect(await owner.specialist.count()).toBeGreaterThanOrEqual(30)
  })
})

async function loadedDemo(now: Temporal.Instant, { isSecondTry }: { isSecondTry: boolean }) {
  const { url, drop } = await createTestDatabase()
  const owner: Database = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 2 }) })
  if (isSecondTry) await leaveHalfALoad(owner, url)
  await loadDemo({ databaseUrl: url, now, secretKey, onProgress: () => undefined })
  const end = async () => {
    await owner.$disconnect()
    await drop()
  }
  return { owner, url, drop: end }
}

/** As a load leaves the database that somebody ended in the middle. */
async function leaveHalfALoad(owner: Database, url: string): Promise<void> {
  await beginLoading(owner)
  await writeMunicipalities(owner, demoDates(Temporal.Instant.from('2025-05-05T12:00:00Z')))
  expect(await isEmpty(url)).toBe(true)
}

async function listBudgets(owner: Database) {
  return queryRows(
    owner,
    z.object({ child: z.string(), allocated: z.number(), available: z.coerce.number() }),
    Prisma.sql`SELECT c.given_name AS child, p.allocated_cents AS allocated,
        sum(a.balance_cents) FILTER (WHERE a.kind = 'available') AS available
      FROM budget_period p JOIN child c ON c.id = p.child_id JOIN account a ON a.period_id = p.id
      GROUP BY c.given_name, p.allocated_cents`,
  )
}

async function countStory(owner: Database, now: Temporal.Instant) {
  const count = z.coerce.number()
  const counts = await queryRow(
    owner,
    z.object({
      objected: count,
      dismissed: count,
      upheld: count,
      lowered: count,
      lateCharged: count,
      feeForAbsence: count,
      illWithNote: count,
      awaiting: count,
      bySilence: count,
      bounced: count,
      waitingRuns: count,
      paidRuns: count,
      payable: count,
    }),
    Prisma.sql`SELECT
      count(*) FILTER (WHERE state = 'objected') AS objected,
      count(*) FILTER (WHERE accepted_how = 'settled' AND amount_cents = reserved_cents) AS dismissed,
      count(*) FILTER (WHERE state = 'rejected') AS upheld,
      count(*) FILTER (WHERE accepted_how = 'settled' AND amount_cents < reserved_cents) AS lowered,
      count(*) FILTER (WHERE kind = 'late_cancellation' AND amount_cents > 0) AS "lateCharged",
      count(*) FILTER (WHERE kind = 'not_attended' AND amount_cents > 0) AS "feeForAbsence",
      count(*) FILTER (WHERE kind = 'not_attended' AND state = 'waived') AS "illWithNote",
      count(*) FILTER (WHERE state = 'awaiting') AS awaiting,
      count(*) FILTER (WHERE accepted_how = 'silence') AS "bySilence",
      (SELECT count(*) FROM payout WHERE state = 'failed') AS bounced,
      (SELECT count(*) FROM payout_run WHERE state = 'approved') AS "waitingRuns",
      (SELECT count(*) FROM payout_run WHERE state = 'executed' AND bank_date <= ${now.toString()}::timestamptz) AS "paidRuns",
      count(*) FILTER (WHERE state = 'accepted' AND municipality_id = ${demoIds.lejasupe}::uuid
        AND NOT EXISTS (SELECT FROM payout_item i WHERE i.delivery_id = delivery.id AND i.is_live)) AS payable
      FROM delivery`,
  )
  if (counts === null) throw new Error('An aggregate always has a row')
  return counts
}
