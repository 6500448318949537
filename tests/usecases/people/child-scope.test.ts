import { expect, test } from 'vitest'
import type { Actor } from '#app/people/actor.ts'
import { findChildFor } from '#app/people/child-scope.server.ts'
import { listOwnChildren } from '#app/people/list-own-children.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { toDate } from '#app/platform/time.ts'
import { testApp } from '#tests/support/test-app.ts'

const now = Temporal.Instant.from('2026-11-24T12:00:00Z')
const app = await testApp({ now })
const own = await app.given.municipality()
const foreign = await app.given.municipality()
const family = await app.given.child({ municipalityId: own.id })
const neighbour = await app.given.child({ municipalityId: own.id })
const elsewhere = await app.given.child({ municipalityId: foreign.id })

const sees = (actor: Actor, childId: string) => {
  const ctx = app.as(actor)
  return read(ctx, async (tx) => (await findChildFor(ctx, tx, childId)) !== null)
}
const seen = async (actor: Actor) => [
  await sees(actor, family.child.id),
  await sees(actor, neighbour.child.id),
  await sees(actor, elsewhere.child.id),
]

test('a guardian sees the children in their care', async () => {
  expect(await seen(family.guardian)).toEqual([true, false, false])
  expect(await listOwnChildren(app.as(family.guardian))).toEqual([
    { id: family.child.id, givenName: family.child.given_name },
  ])
})

test('a guardianship that has ended or not begun shows nothing', async () => {
  const { child, guardian } = await app.given.child({ municipalityId: own.id })
  const of = { where: { child_id: child.id } }
  await app.owner.guardianship.updateMany({ ...of, data: { ended_at: toDate(now) } })
  expect(await sees(guardian, child.id)).toBe(false)
  await app.owner.guardianship.updateMany({ ...of, data: { ended_at: null, since: toDate(now.add({ hours: 1 })) } })
  expect(await sees(guardian, child.id)).toBe(false)
})

test('a guardian who also has a hat elsewhere sees no child of that municipality', async () => {
  const there = await app.given.actor(
    'guardian',
    { municipalityId: foreign.id },
    { personId: family.guardian.personId },
  )
  expect(await seen(there)).toEqual([false, false, false])
})

test('a social worker sees assigned families only', async () => {
  const worker = await app.given.actor('social_worker', { municipalityId: own.id })
  expect(await seen(worker)).toEqual([false, false, false])
  await app.owner.caseAssignment.create({
    data: { municipality_id: own.id, child_id: family.child.id, person_id: worker.personId, since: toDate(now) },
  })
  expect(await seen(worker)).toEqual([true, false, false])
})

test.each(['finance_officer', 'payout_approver', 'municipality_administrator'] as const)(
  'a %s sees every child of the own municipality and none of another',
  async (role) => {
    expect(await seen(await app.given.actor(role, { municipalityId: own.id }))).toEqual([true, true, false])
  },
)

test('provider people see no child as such', async () => {
  const { provider, manager } = await app.given.provider({ acceptedBy: [own.id] })
  const { actor } = await app.given.specialist({ providerId: provider.id })
  expect(await seen(manager)).toEqual([false, false, false])
  expect(await seen(actor)).toEqual([false, false, false])
})

test('what is no id reads like an unknown one', async () => {
  for (const id of ['x', "' OR true --", crypto.randomUUID()]) expect(await sees(family.guardian, id)).toBe(false)
})
