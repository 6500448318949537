import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbeddedDatabase } from './embedded.ts'

let home = ''
let dataFolder = ''

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'atspaids-embedded-'))
  dataFolder = join(home, 'postgres')
})
afterAll(() => rm(home, { recursive: true, force: true }))

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.at(0)?.at(0)
  } finally {
    await client.end()
  }
}

async function serverProcess(): Promise<number> {
  return Number((await readFile(join(dataFolder, 'postmaster.pid'), 'utf8')).split('\n')[0])
}

test('starts, keeps what was written, and starts again on the same port', async () => {
  const first = await startEmbeddedDatabase({ dataFolder })
  await ask(first.url, 'create table kept as select 7 as number')
  await first.stop()
  await expect(ask(first.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
  const second = await startEmbeddedDatabase({ dataFolder })
  expect(second.url).toBe(first.url)
  expect(await ask(second.url, 'select number from kept')).toBe(7)
  await second.stop()
}, 60_000)

test('is shared by those who use it, and stops with the last', async () => {
  const one = await startEmbeddedDatabase({ dataFolder })
  const other = await startEmbeddedDatabase({ dataFolder })
  await one.stop()
  expect(await ask(other.url, 'select 1')).toBe(1)
  await other.stop()
  await expect(ask(other.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
}, 60_000)

test('tells when it is killed, and loses nothing that was committed', async () => {
  const database = await startEmbeddedDatabase({ dataFolder })
  await ask(database.url, 'update kept set number = 8')
  process.kill(await serverProcess(), 'SIGKILL')
  await database.lost
  const again = await startEmbeddedDatabase({ dataFolder })
  expect(await ask(again.url, 'select number from kept')).toBe(8)
  await again.stop()
  await database.stop()
}, 60_000)

test('starts although the file of a crash names another program by now', async () => {
  const database = await startEmbeddedDatabase({ dataFolder })
  const left = await readFile(join(dataFolder, 'postmaster.pid'), 'utf8')
  await database.stop()
  await writeFile(join(dataFolder, 'postmaster.pid'), left.replace(/^\d+/, String(process.pid)))
  const again = await startEmbeddedDatabase({ dataFolder })
  expect(await ask(again.url, 'select 1')).toBe(1)
  await again.stop()
}, 60_000)

test('refuses the data of another major release and leaves it as it is', async () => {
  const file = join(dataFolder, 'PG_VERSION')
  const version = await readFile(file, 'utf8')
  await writeFile(file, '17\n')
  await expect(startEmbeddedDatabase({ dataFolder })).rejects.toThrow(/belongs to PostgreSQL 17.*Nothing was changed/)
  await writeFile(file, version)
})

test('refuses a password that is not the one the data was made with', async () => {
  await writeFile(join(home, 'secrets', 'database-password'), 'another')
  await expect(startEmbeddedDatabase({ dataFolder })).rejects.toThrow(/password kept in .data\/secrets/)
})
