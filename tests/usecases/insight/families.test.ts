import { expect, test } from 'vitest'
import { answerDelivery } from '#app/delivery/answer-delivery.server.ts'
import { stateDelivery } from '#app/delivery/state-delivery.server.ts'
import { getFamilyFile } from '#app/insight/get-family-file.server.ts'
import { listFamilies } from '#app/insight/list-families.server.ts'
import { endingSoonDays, flagBudget, longToGoDays } from '#app/insight/rules/budget-flags.ts'
import type { Actor } from '#app/people/actor.ts'
import { cents } from '#app/platform/money.ts'
import { socialWorkerOf, valueOf } from '#tests/support/given/assessed-family.ts'
import { plannedFamily } from '#tests/support/given/planned-family.ts'
import { testApp } from '#tests/support/test-app.ts'

const now = '2026-11-24T10:00:00Z'
const app = await testApp({ now })

type Question = Parameters<typeof listFamilies>[1]
const usual: Question = { search: '', filter: 'all', sort: { column: 'name', direction: 'ascending' }, page: 1 }
const list = (actor: Actor, question: Partial<Question> = {}) => listFamilies(app.as(actor), { ...usual, ...question })

/** A municipality with so many children of given names and budgets, and its administrator. */
async function townOf(children: readonly { name: string; money: number; budget?: number; endsInDays?: number }[]) {
  const town = await app.given.municipality({ fund: 1_000_000_00 })
  const service = await app.given.service()
  const administrator = await app.given.actor('municipality_administrator', { municipalityId: town.id })
  const families = []
  for (const { name, money, budget = money, endsInDays = 100 } of children) {
    const family = await app.given.family({
      municipalityId: town.id,
      lines: [{ serviceId: service.id, cents: money }],
      budget,
      endsBefore: Temporal.PlainDate.from('2026-11-24').add({ days: endsInDays }).toString(),
    })
    const [given = '', surname = ''] = name.split(' ')
    await app.owner.child.update({
      where: { id: family.child.id },
      data: { given_name: given, family_name: surname },
    })
    families.push(family)
  }
  return { town, service, administrator, families }
}

const names = ({ rows }: Awaited<ReturnType<typeof list>>) => rows.map((row) => row.name)

test('the administrator sees the children of the municipality in Latvian order, and no others', async () => {
  const { administrator } = await townOf([
    { name: 'Žanis Zariņš', money: 100_00 },
    { name: 'Ēriks Ābols', money: 100_00 },
    { name: 'Čārlijs Zālītis', money: 100_00 },
    { name: 'Anna Dūja', money: 100_00 },
  ])
  await townOf([{ name: 'Kāds Cits', money: 100_00 }])

  const families = await list(administrator)

  expect(names(families)).toEqual(['Ēriks Ābols', 'Anna Dūja', 'Čārlijs Zālītis', 'Žanis Zariņš'])
  expect(families.counts.all).toBe(4)
})

test('a social worker sees the families assigned to them; others see none', async () => {
  const { town, families } = await townOf([
    { name: 'Pirmais Bērns', money: 100_00 },
    { name: 'Otrais Bērns', money: 100_00 },
  ])
  const worker = await socialWorkerOf(app, { municipalityId: town.id, childId: families[1]?.child.id ?? '' })

  expect(names(await list(worker))).toEqual(['Otrais Bērns'])
  expect(names(await list(families[0]?.guardian ?? worker))).toEqual(['Pirmais Bērns'])
  expect(names(await list(await app.given.actor('expert', { municipalityId: town.id })))).toEqual([])
})

test('a search finds letters of a child or guardian in any case and order; its wildcards are plain signs', async () => {
  const { administrator, families } = await townOf([
    { name: 'Elza Ķirse', money: 100_00 },
    { name: 'Emīls Ozols', money: 100_00 },
  ])
  await app.owner.person.update({
    where: { id: families[1]?.guardian.personId ?? '' },
    data: { given_name: 'Šarlote' },
  })
  const found = async (search: string) => names(await list(administrator, { search }))

  expect(await found('ķIRSE elz')).toEqual(['Elza Ķirse'])
  expect(await found('šarl')).toEqual(['Emīls Ozols'])
  expect(await found('%')).toEqual([])
  expect(await found('_')).toEqual([])
  expect(await found("' OR 1=1 --")).toEqual([])
  expect(await found('x'.repeat(10_000))).toEqual([])
})

test('rows sort by money, fall on pages of twenty, and a page past the end is the last one', async () => {
  const { administrator } = await townOf(
    Array.from({ length: 23 }, (_, index) => ({ name: `Bērns${index} B`, money: (index + 1) * 100 })),
  )

  const first = await list(administrator, { sort: { column: 'available', direction: 'descending' } })
  const last = await list(administrator, { sort: { column: 'available', direction: 'descending' }, page: 9 })

  expect(first.rows).toHaveLength(20)
  expect(first.rows[0]?.available).toBe(23_00)
  expect(last).toMatchObject({ page: 2, total: 23 })
  expect(last.rows.map((row) => row.available)).toEqual([3_00, 2_00, 1_00])
})

test('the list flags money exactly as the rule does', async () => {
  const budget = 1_000_00
  const cases = [endingSoonDays, endingSoonDays + 1, longToGoDays, longToGoDays - 1].flatMap((daysLeft) =>
    [99_99, 100_00, 149_99, 150_00].map((available) => ({ daysLeft, available })),
  )
  const { administrator } = await townOf(
    cases.map(({ daysLeft, available }) => ({
      name: `${daysLeft} ${available}`,
      money: available,
      budget,
      endsInDays: daysLeft,
    })),
  )

  const { rows } = await list(administrator)

  const found = new Map(rows.map((row) => [row.name, row.flags]))
  for (const { daysLeft, available } of cases) {
    const flag = flagBudget({ phase: 'running', daysLeft }, { allocated: cents(budget), available: cents(available) })
    expect(found.get(`${daysLeft} ${available}`)).toEqual(flag === null ? [] : [flag])
  }
})

test('an objection and a missing plan are flagged and can be filtered by', async () => {
  const family = await plannedFamily(app)
  await app.given.child({ municipalityId: family.town.id })
  const administrator = await app.given.actor('municipality_administrator', { municipalityId: family.town.id })
  const { bookingId } = valueOf(await family.book('2026-11-24T13:00:00Z'))
  app.clock.set('2026-11-24T14:00:00Z')
  const { deliveryId } = valueOf(await stateDelivery(app.as(family.specialist), { bookingId, how: 'as-planned' }))
  valueOf(
    await answerDelivery(app.as(family.guardian), {
      deliveryId,
      answer: 'object',
      objection: 'did_not_happen',
      words: null,
    }),
  )
  app.clock.set(now)

  const objected = await list(administrator, { filter: 'objection' })
  const planless = await list(administrator, { filter: 'no-plan' })

  expect(objected.counts).toMatchObject({ all: 2, objection: 1, 'no-plan': 1 })
  expect(objected.rows.map((row) => row.childId)).toEqual([family.child.id])
  expect(planless.rows).toMatchObject([{ allocated: 0, usedPercent: null }])
})

test('the family file shows plan, guardians and sessions, and each reading is written down', async () => {
  const family = await plannedFamily(app)
  valueOf(await family.book('2026-11-26T09:00:00Z'))

  const file = await getFamilyFile(app.as(family.worker), {
    childId: family.child.id,
    periodId: null,
    sessions: 'some',
  })

  expect(file?.plan.plan?.ranked).toHaveLength(7)
  expect(file?.guardians).toMatchObject([{ kind: 'parent', email: expect.stringContaining('@') }])
  expect(file?.ahead).toHaveLength(1)
  expect(file?.behind).toEqual([])
  expect(await app.owner.auditEvent.findMany({ where: { subject_id: family.child.id } })).toMatchObject([
    { action: 'child-file.read', person_id: family.worker.personId },
  ])
})

test('a file outside the scope is not found and leaves no trace', async () => {
  const family = await plannedFamily(app)
  const other = await plannedFamily(app)
  const colleague = await app.given.actor('social_worker', { municipalityId: family.town.id })

  for (const actor of [other.worker, colleague]) {
    expect(
      await getFamilyFile(app.as(actor), { childId: family.child.id, periodId: null, sessions: 'some' }),
    ).toBeNull()
  }
  expect(await app.owner.auditEvent.count({ where: { subject_id: family.child.id } })).toBe(0)
})
