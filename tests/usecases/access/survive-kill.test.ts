import { PrismaPg } from '@prisma/adapter-pg'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { verifyLedger } from '#app/budget/verify-ledger.server.ts'
import { PrismaClient } from '#app/platform/db/generated/client.ts'
import { startDemoPortal, startPortal } from '#tests/support/portal-process.ts'
import type { Portal } from '#tests/support/portal-process.ts'
import { openRows } from '#tests/support/portal-rows.ts'
import { signIn } from '#tests/support/visit-portal.ts'
import type { Visitor } from '#tests/support/visit-portal.ts'
import { personActor } from '../../../prisma/demo/cast.ts'
import { demoIds } from '../../../prisma/demo/people.ts'
import { findFreeTimes } from './find-free-times.ts'
import type { FreeTime } from './find-free-times.ts'

const families = [
  { person: 'agnese', child: 'emils' },
  { person: 'liga', child: 'elza' },
  { person: 'valdis', child: 'madars' },
  { person: 'santa', child: 'paula' },
]
/** Answers that came before the power is cut, so that it is cut in the middle of the stream. */
const before = 12

let portal: Portal | undefined
afterAll(() => portal?.stop())

test(
  'a server that is killed during bookings loses none it confirmed and repeats none',
  { timeout: 240_000 },
  async () => {
    portal = await startDemoPortal()
    const { databaseUrl } = portal
    const wishes = await Promise.all(families.map((family) => wishesOf(portalOr(portal), family)))
    const confirmed: string[] = []
    let killed: Promise<void> | undefined

    async function book({ visitor, times }: Wishes): Promise<void> {
      for (const { path, price, requestKey } of times) {
        if (killed !== undefined) return
        try {
          const answer = await visitor.post(path, { seenPrice: String(price), requestKey })
          if (answer.status === 302) confirmed.push(requestKey)
        } catch {
          // The line was cut: whether this one is booked, nobody was told.
          return
        }
        if (confirmed.length >= before) killed ??= portalOr(portal).kill()
      }
    }
    await Promise.all(wishes.map(book))
    await killed
    expect(confirmed.length).toBeGreaterThanOrEqual(before)

    const again = await startPortal(databaseUrl)
    const stopFirst = portal.stop
    portal = { ...again, stop: async () => (await again.stop(), stopFirst()) }
    const rows = await openRows(again)
    const kept = await rows.rows(
      z.object({ key: z.uuid(), bookings: z.number(), holds: z.number() }),
      `SELECT b.request_key AS key, count(DISTINCT b.id)::int AS bookings, count(h.id)::int AS holds
     FROM booking b LEFT JOIN hold h ON h.booking_id = b.id AND h.state = 'open'
     WHERE b.request_key = ANY ($1::uuid[]) GROUP BY 1`,
      [wishes.flatMap(({ times }) => times.map(({ requestKey }) => requestKey))],
    )
    await rows.close()
    expect(kept.filter(({ bookings, holds }) => bookings !== 1 || holds !== 1)).toEqual([])
    expect(kept.map(({ key }) => key)).toEqual(expect.arrayContaining(confirmed))
    const owner = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }) })
    expect((await verifyLedger(owner)).faults).toEqual([])
    await owner.$disconnect()

    // The same forms sent again lead to the same bookings, and to no second ones.
    const [one] = wishes
    const repeated = one?.times.find(({ requestKey }) => confirmed.includes(requestKey))
    if (one === undefined || repeated === undefined) throw new Error('The first family booked nothing')
    const visitor = await signIn(again, { grantId: one.grantId })
    const answer = await visitor.post(repeated.path, {
      seenPrice: String(repeated.price),
      requestKey: repeated.requestKey,
    })
    expect(answer.status).toBe(302)
  },
)

type Wishes = { visitor: Visitor; grantId: string; times: (FreeTime & { requestKey: string })[] }

async function wishesOf(running: Portal, { person, child }: (typeof families)[number]): Promise<Wishes> {
  const grantId = personActor(person, 'guardian').roleGrantId
  const visitor = await signIn(running, { grantId })
  const times = await findFreeTimes(visitor, { childId: demoIds.child(child) })
  return { visitor, grantId, times: times.map((time) => ({ ...time, requestKey: crypto.randomUUID() })) }
}

function portalOr(running: Portal | undefined): Portal {
  if (running === undefined) throw new Error('The portal has not started')
  return running
}
