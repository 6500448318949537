import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** Makes an empty database on the server of `adminUrl`, lends it to the work, and drops it. */
export async function withScratchDatabase<Value>(
  adminUrl: string,
  work: (url: string) => Promise<Value>,
): Promise<Value> {
  const name = `atspaids_scratch_${randomBytes(6).toString('hex')}`
  await runAsAdmin(adminUrl, `create database ${name}`)
  try {
    return await work(databaseOn(adminUrl, name))
  } finally {
    await runAsAdmin(adminUrl, `drop database if exists ${name} with (force)`)
  }
}

/** The same server and person, another database. */
export function databaseOn(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

/** Runs statements one by one on one connection that is closed afterwards. */
export async function runAsAdmin(adminUrl: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
