import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Tx } from '#app/platform/db/database.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { accept } from '#app/platform/result.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-24T10:00:00Z' })
const nobody = { db: app.db, scope: { tenant: null, provider: null } }

const locks = {
  'a raw statement': (tx: Tx, id: string) =>
    tx.$executeRaw`UPDATE service SET catalogue_order = catalogue_order WHERE id = ${id}::uuid`,
  'a statement of the client': (tx: Tx, id: string) =>
    tx.service.updateMany({ where: { id }, data: { catalogue_order: { increment: 0 } } }),
}

test.each(Object.entries(locks))('two that wait for each other in %s both end well', async (_, lock) => {
  const [one, other] = [await app.given.service(), await app.given.service()]
  let tries = 0

  const inOrder = (first: string, second: string) =>
    transact(nobody, async (tx) => {
      tries += 1
      await lock(tx, first)
      await wait(200)
      await lock(tx, second)
      return accept(first)
    })
  const ended = await Promise.all([inOrder(one.id, other.id), inOrder(other.id, one.id)])

  expect(ended.map(({ ok }) => ok)).toEqual([true, true])
  expect(tries).toBe(3)
})

test('a serialisation failure is tried again, a bounded number of times', async () => {
  let tries = 0
  const failing = (times: number) => {
    tries = 0
    return transact(nobody, async (tx) => {
      tries += 1
      if (tries <= times) await tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'raced' USING ERRCODE = '40001'; END $$`
      return accept(tries)
    })
  }

  expect(await failing(4)).toEqual({ ok: true, value: 5 })
  await expect(failing(9)).rejects.toThrow()
  expect(tries).toBe(5)
})
