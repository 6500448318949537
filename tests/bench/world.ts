import pg from 'pg'
import { PrismaPg } from '@prisma/adapter-pg'
import { verifyLedger } from '#app/budget/verify-ledger.server.ts'
import { PrismaClient } from '#app/platform/db/generated/client.ts'
import { dateOf } from '#app/platform/time.ts'
import { marketSql, peopleSql, plansSql } from './world-sql.ts'
import { ledgerSql, payoutsSql, sessionsSql } from './world-sessions-sql.ts'

/** How much there is. Providers come in eights, each with four specialists and two of eight services. */
export type World = {
  children: number
  providers: number
  specialists: number
  /** ISO text: everybody has just signed in, the periods began sixty days ago. */
  now: string
  today: string
}

/** The sizes that are compared: the pilot's ten children, and ten thousand. */
export function worldOf(children: number): World {
  const now = Temporal.Now.instant()
  const providers = children > 1_000 ? 256 : 8
  return { children, providers, specialists: providers * 4, now: now.toString(), today: dateOf(now).toString() }
}

/** Fills a migrated, empty database by the owner's connection, and proves that its ledger adds up. */
export async function fillWorld(ownerUrl: string, world: World): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('BEGIN')
    for (const part of [marketSql, peopleSql, plansSql, sessionsSql, payoutsSql, ledgerSql])
      for (const statement of part(world)) await client.query(statement)
    await client.query('COMMIT')
    // Summing up moved the rows about; in the product a balance changes where it is.
    await client.query('CLUSTER account USING account_pkey')
    await client.query('VACUUM (FREEZE)')
    // On its own: as a part of VACUUM it leaves the sizes of indexes as they were when the tables were empty.
    await client.query('ANALYZE')
    await client.query('CHECKPOINT')
  } finally {
    await client.end()
  }
  await requireAgreement(ownerUrl)
}

async function requireAgreement(ownerUrl: string): Promise<void> {
  const owner = new PrismaClient({ adapter: new PrismaPg({ connectionString: ownerUrl, max: 1 }) })
  try {
    const { faults } = await verifyLedger(owner)
    if (faults.length > 0) throw new Error(`The bulk data does not add up: ${JSON.stringify(faults.slice(0, 3))}`)
  } finally {
    await owner.$disconnect()
  }
}
