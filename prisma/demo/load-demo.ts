import { PrismaPg } from '@prisma/adapter-pg'
import type { Database } from '#app/platform/db/database.server.ts'
import { connect } from '#app/platform/db/database.server.ts'
import { PrismaClient } from '#app/platform/db/generated/client.ts'
import { systemClock } from '#app/platform/time.ts'
import { demoDates } from './demo-dates.ts'
import { children } from './families/all-children.ts'
import { beginLoading, endLoading, isHalfLoaded } from './loading-mark.ts'
import { makePlan } from './make-plans.ts'
import type { DemoPersonToMeet } from './people.ts'
import { peopleToMeet } from './people.ts'
import { playAssessments } from './play-assessments.ts'
import { playProgress } from './play-progress.ts'
import { playStory } from './play-story.ts'
import { registerProviders } from './register-providers.ts'
import { replayedPortal } from './replay.ts'
import { setPriceCaps } from './set-price-caps.ts'
import { writeMunicipalities } from './write-municipalities.ts'
import { writePeople, writeProviderHats } from './write-people.ts'

export type LoadDemoInput = {
  /** The owner's address of a migrated, empty database. */
  databaseUrl: string
  /** The moment the demo leads up to; the present when left out. */
  now?: Temporal.Instant
  /** 32 bytes for the personal codes; SECRET_KEY of the environment when left out. */
  secretKey?: Uint8Array
  onProgress: (note: string) => void
}

/**
 * Loads the pilot as demo data: two municipalities of invented people, and the half year up to `now` played through
 * the use cases on their own clock: plans, bookings, sessions, answers, payouts. The same `now` gives the same story.
 */
export async function loadDemo({
  databaseUrl,
  now = systemClock.now(),
  secretKey = secretKeyOfEnvironment(),
  onProgress,
}: LoadDemoInput): Promise<{ people: DemoPersonToMeet[] }> {
  const dates = demoDates(now)
  const owner: Database = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 2 }) })
  const db = connect({ url: databaseUrl, pool: 8 })
  try {
    await beginLoading(owner)
    onProgress('municipalities, catalogue, people')
    await writeMunicipalities(owner, dates)
    await writePeople(owner, dates, secretKey)

    const portal = replayedPortal(db)
    onProgress('providers and their calendars')
    await setPriceCaps(portal, dates)
    const register = await registerProviders(portal, dates)
    await writeProviderHats(owner, dates, register)
    onProgress('plans')
    await Promise.all(children.map((child) => makePlan(portal, child, dates)))
    await playAssessments(portal, dates)
    await playStory({ portal, owner, register, dates }, onProgress)
    await playProgress({ portal, owner, register, dates })
    await endLoading(owner)
    return { people: peopleToMeet }
  } finally {
    await db.$disconnect()
    await owner.$disconnect()
  }
}

/** Whether nobody uses the database yet; what an interrupted load left behind does not count. */
export async function isEmpty(databaseUrl: string): Promise<boolean> {
  const owner: Database = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }) })
  try {
    if (await isHalfLoaded(owner)) return true
    return (await owner.municipality.count()) === 0 && (await owner.person.count()) === 0
  } finally {
    await owner.$disconnect()
  }
}

function secretKeyOfEnvironment(): Uint8Array {
  const key = Buffer.from(process.env.SECRET_KEY ?? '', 'base64')
  if (key.length !== 32) throw new Error('SECRET_KEY must be 32 bytes in base64.')
  return key
}
