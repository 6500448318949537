import { expect, test } from 'vitest'
import { verifyLedger } from '#app/budget/verify-ledger.server.ts'
import { answerDelivery } from '#app/delivery/answer-delivery.server.ts'
import { stateDelivery } from '#app/delivery/state-delivery.server.ts'
import { approveRun } from '#app/payout/approve-run.server.ts'
import { executeRun } from '#app/payout/execute-run.server.ts'
import { prepareRun } from '#app/payout/prepare-run.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { dateOf } from '#app/platform/time.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { plannedFamily } from '#tests/support/given/planned-family.ts'
import { testApp } from '#tests/support/test-app.ts'

/*
 * Every kind of corruption, planted past triggers and foreign keys, is noticed by the check that is there for it. Each
 * is planted, looked at and rolled back in a transaction of its own.
 */

const app = await testApp({ now: '2026-11-24T06:00:00Z' })
const story = await tellStory()

/** One session booked; one accepted delivery each in a run that was paid, bounced, on its way, and prepared. */
async function tellStory() {
  const family = await plannedFamily(app)
  const municipalityId = family.town.id
  const finance = app.as(await app.given.actor('finance_officer', { municipalityId }))
  const approver = app.as(await app.given.actor('payout_approver', { municipalityId }))
  const days = ['25', '26', '27', '30']
  const booked: string[] = []
  for (const day of days) booked.push(valueOf(await family.book(`2026-11-${day}T08:00:00Z`)).bookingId)
  const open = valueOf(await family.book('2026-12-01T08:00:00Z')).bookingId
  const runs: string[] = []
  const deliveries: string[] = []
  for (const [index, bookingId] of booked.entries()) {
    app.clock.set(`2026-11-${days[index]}T16:00:00Z`)
    const stated = valueOf(await stateDelivery(app.as(family.specialist), { bookingId, how: 'as-planned' }))
    deliveries.push(stated.deliveryId)
    const { deliveryId } = stated
    valueOf(await answerDelivery(app.as(family.guardian), { deliveryId, answer: 'cosign', takesExtra: false }))
    const today = dateOf(app.clock.now())
    const dates = { firstDay: today, endDay: today.add({ days: 1 }) }
    const { runId } = valueOf(await prepareRun(finance, { dates, expectedTotal: null }))
    runs.push(runId)
    if (index === 3) continue
    valueOf(await approveRun(approver, { runId }))
    if (index === 2) continue
    const payout = await app.owner.payout.findFirstOrThrow({ where: { run_id: runId } })
    const refused = index === 1 ? [{ payoutId: payout.id, reason: 'AC04' }] : []
    valueOf(await executeRun(finance, { runId, bankDate: today, refused }))
  }
  const [paid = '', bounced = '', inTransit = '', prepared = ''] = runs
  const [first = '', second = '', third = '', last = ''] = deliveries
  const other = await app.owner.budgetLine.findFirstOrThrow({
    where: { period_id: family.periodId, id: { not: family.lineId } },
  })
  return { ...family, otherLineId: other.id, open, paid, bounced, inTransit, prepared, first, second, third, last }
}

async function faultsAfter(plant: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  let found: string[] = []
  await expect(
    app.corrupt(async (tx) => {
      await plant(tx)
      found = [...new Set((await verifyLedger(tx)).faults.map(({ check }) => check))]
      throw new Error('rolled back')
    }),
  ).rejects.toThrow('rolled back')
  return found
}

test('the story adds up', async () => {
  expect(await app.ledgerFaults()).toEqual([])
})

const { lineId, otherLineId, periodId, open, paid, bounced, inTransit, prepared, first, third, last } = story
const account = (kind: string, budgetLine = lineId) =>
  `(SELECT id FROM account WHERE budget_line_id = '${budgetLine}' AND kind = '${kind}')`
const payoutOf = (run: string) => `(SELECT id FROM payout WHERE run_id = '${run}')`
/** Moves both balances as the trigger would, so that only a check beyond the balances can notice. */
const move = (cents: number, from: string, to: string) =>
  `UPDATE account SET balance_cents = balance_cents + CASE WHEN id = ${to} THEN ${cents} ELSE -${cents} END
    WHERE id IN (${from}, ${to})`
const transfer = (cents: number, kind: string, { from, to, cause }: { from: string; to: string; cause: string }) =>
  `INSERT INTO transfer (municipality_id, debit_account_id, credit_account_id, cents, kind, cause, cause_id, at,
    idempotency_key) VALUES ('${story.town.id}', ${from}, ${to}, ${cents}, '${kind}', ${cause}, '2026-12-01', 'planted')`

const plants: Record<string, { by: string; sql: string[] }> = {
  'a balance that no transfer moved': {
    by: 'balance',
    sql: [`UPDATE account SET balance_cents = balance_cents + 1 WHERE id = ${account('paid')}`],
  },
  'a transfer that grew': { by: 'balance', sql: [`UPDATE transfer SET cents = cents + 1 WHERE cause_id = '${open}'`] },
  'a transfer that is gone': { by: 'balance', sql: [`DELETE FROM transfer WHERE cause_id = '${open}'`] },
  'a transfer from one line to another': {
    by: 'way',
    sql: [
      transfer(1_00, 'reserve', {
        from: account('available', otherLineId),
        to: account('reserved'),
        cause: `'booking', '${open}'`,
      }),
      move(1_00, account('available', otherLineId), account('reserved')),
    ],
  },
  'money paid out of what is free': {
    by: 'way',
    sql: [
      transfer(1_00, 'settle', { from: account('available'), to: account('paid'), cause: `'booking', '${open}'` }),
      move(1_00, account('available'), account('paid')),
    ],
  },
  'a period with another sum': {
    by: 'allocated',
    sql: [`UPDATE budget_period SET allocated_cents = allocated_cents - 1 WHERE id = '${periodId}'`],
  },
  'a plan that funded something else': {
    by: 'planned',
    sql: [`UPDATE plan_line SET funded_cents = funded_cents + 1 WHERE budget_line_id = '${lineId}'`],
  },
  'a hold that was let go alone': {
    by: 'reserved',
    sql: [`UPDATE hold SET state = 'voided', ended_at = opened_at WHERE booking_id = '${open}'`],
  },
  'a hold of another sum': { by: 'hold', sql: [`UPDATE hold SET cents = cents + 1 WHERE booking_id = '${open}'`] },
  'a hold that says void and was posted': {
    by: 'hold',
    sql: [
      `UPDATE hold SET state = 'voided' WHERE booking_id = (SELECT booking_id FROM delivery WHERE id = '${first}')`,
    ],
  },
  'a booking that lost its hold': { by: 'booking', sql: [`DELETE FROM hold WHERE booking_id = '${open}'`] },
  'a cancelled booking whose money is still held': {
    by: 'booking',
    sql: [`UPDATE booking SET state = 'cancelled', cancelled_at = starts_at WHERE id = '${open}'`],
  },
  'a booking of another price': {
    by: 'booking',
    sql: [`UPDATE booking SET price_cents = price_cents - 1 WHERE id = '${open}'`],
  },
  'a statement worth less than was posted': {
    by: 'delivery',
    sql: [`UPDATE delivery SET amount_cents = amount_cents - 1 WHERE id = '${last}'`],
  },
  'two statements that even each other out': {
    by: 'delivery',
    sql: [
      `UPDATE delivery SET amount_cents = amount_cents - 1, extra_asked_cents = 1 WHERE id = '${last}'`,
      `UPDATE delivery SET amount_cents = amount_cents + 1, extra_asked_cents = 1 WHERE id = '${story.second}'`,
    ],
  },
  'a rejected statement whose money did not go back': {
    by: 'delivered',
    sql: [`UPDATE delivery SET state = 'rejected', accepted_how = NULL WHERE id = '${last}'`],
  },
  'a payout said to be paid that the ledger has on its way': {
    by: 'in-transit',
    sql: [`UPDATE payout SET state = 'paid' WHERE run_id = '${inTransit}'`],
  },
  'a payout said to be on its way that the ledger has paid': {
    by: 'paid',
    sql: [`UPDATE payout SET state = 'in_transit' WHERE run_id = '${paid}'`],
  },
  'a payout that is more than its items': {
    by: 'payout',
    sql: [`UPDATE payout SET cents = cents + 1 WHERE run_id = '${prepared}'`],
  },
  'a transfer told to be of another payout': {
    by: 'sent',
    sql: [`UPDATE transfer SET cause_id = ${payoutOf(paid)} WHERE cause_id = ${payoutOf(inTransit)}`],
  },
  'a refused payment that never came back': {
    by: 'sent',
    sql: [`UPDATE transfer SET kind = 'settle' WHERE cause_id = ${payoutOf(bounced)} AND kind = 'bounce'`],
  },
  'an item whose delivery is worth something else': {
    by: 'item',
    sql: [`UPDATE delivery SET amount_cents = amount_cents - 1 WHERE id = '${third}'`],
  },
  'an item let go while its payout was paid': {
    by: 'item',
    sql: [`UPDATE payout_item SET is_live = false WHERE payout_id = ${payoutOf(paid)}`],
  },
  'a run of another total': {
    by: 'run',
    sql: [`UPDATE payout_run SET total_cents = total_cents + 1 WHERE id = '${prepared}'`],
  },
  'a run that counts another payout': {
    by: 'run',
    sql: [`UPDATE payout_run SET payout_count = payout_count + 1 WHERE id = '${paid}'`],
  },
  'a payout that was dropped from an approved run': {
    by: 'run',
    sql: [`UPDATE payout SET state = 'dropped' WHERE run_id = '${inTransit}'`],
  },
}

test.each(Object.entries(plants))('%s is noticed', async (_, { by, sql }) => {
  expect(
    await faultsAfter(async (tx) => {
      for (const statement of sql) expect(await tx.$executeRawUnsafe(statement)).toBeGreaterThan(0)
    }),
  ).toContain(by)
})
