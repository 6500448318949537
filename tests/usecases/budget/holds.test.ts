import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { getPeriodBalances } from '#app/budget/get-balances.server.ts'
import { openHold, postHold, voidHold } from '#app/budget/hold-money.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { cents } from '#app/platform/money.ts'
import { accept } from '#app/platform/result.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-24T10:00:00Z' })

async function familyWith(money: number) {
  const town = await app.given.municipality()
  const service = await app.given.service()
  const family = await app.given.family({ municipalityId: town.id, lines: [{ serviceId: service.id, cents: money }] })
  const ctx = app.as(family.guardian)
  const cause = (bookingId: string, key: string) => ({
    municipalityId: town.id,
    kind: 'booking' as const,
    id: bookingId,
    personId: family.guardian.personId,
    at: app.clock.now(),
    key,
  })
  const balances = async () => (await getPeriodBalances(app.owner, family.periodId)).total
  return { ctx, cause, balances, lineId: family.lineId, town }
}

test('a hold takes money from available to reserved, and voiding gives all of it back', async () => {
  const { ctx, cause, balances, lineId } = await familyWith(100_00)
  const bookingId = randomUUID()

  await transact(ctx, async (tx) => {
    await openHold(tx, {
      budgetLineId: lineId,
      bookingId,
      amount: cents(38_00),
      cause: cause(bookingId, `a:${bookingId}`),
    })
    return accept(null)
  })
  expect(await balances()).toMatchObject({ available: 62_00, reserved: 38_00 })

  await transact(ctx, async (tx) =>
    accept(await voidHold(tx, { bookingId, cause: cause(bookingId, `b:${bookingId}`) })),
  )
  expect(await balances()).toMatchObject({ available: 100_00, reserved: 0 })
})

test('posting a part delivers it and releases the rest; a second end finds nothing to end', async () => {
  const { ctx, cause, balances, lineId } = await familyWith(100_00)
  const bookingId = randomUUID()
  await transact(ctx, async (tx) => {
    await openHold(tx, {
      budgetLineId: lineId,
      bookingId,
      amount: cents(40_00),
      cause: cause(bookingId, `a:${bookingId}`),
    })
    return accept(null)
  })

  const posted = await transact(ctx, async (tx) =>
    accept(await postHold(tx, { bookingId, owed: cents(25_00), cause: cause(bookingId, `b:${bookingId}`) })),
  )
  const again = await transact(ctx, async (tx) =>
    accept(await voidHold(tx, { bookingId, cause: cause(bookingId, `c:${bookingId}`) })),
  )

  expect(posted).toEqual({ ok: true, value: 15_00 })
  expect(again).toEqual({ ok: true, value: null })
  expect(await balances()).toMatchObject({ available: 75_00, reserved: 0, delivered: 25_00 })
})

test('money that is not there cannot be held, and nothing of the attempt stays', async () => {
  const { ctx, cause, balances, lineId } = await familyWith(30_00)
  const bookingId = randomUUID()

  const result = await transact<null, { kind: 'budget-exceeded' }>(
    ctx,
    async (tx) => {
      await openHold(tx, {
        budgetLineId: lineId,
        bookingId,
        amount: cents(30_01),
        cause: cause(bookingId, `a:${bookingId}`),
      })
      return accept(null)
    },
    { balance_is_never_negative: { kind: 'budget-exceeded' } },
  )

  expect(result).toEqual({ ok: false, refusal: { kind: 'budget-exceeded' } })
  expect(await balances()).toMatchObject({ available: 30_00, reserved: 0 })
  expect(await app.owner.hold.count({ where: { booking_id: bookingId } })).toBe(0)
})

test('another municipality sees no accounts and can post nothing on them', async () => {
  const { cause, lineId } = await familyWith(30_00)
  const stranger = await familyWith(1_00)
  const bookingId = randomUUID()

  const attempt = transact(stranger.ctx, async (tx) => {
    await openHold(tx, {
      budgetLineId: lineId,
      bookingId,
      amount: cents(1_00),
      cause: cause(bookingId, `a:${bookingId}`),
    })
    return accept(null)
  })

  await expect(attempt).rejects.toThrow()
  expect(await stranger.ctx.db.account.count()).toBe(0)
})
