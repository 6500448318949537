import { expect, test } from 'vitest'
import { askQuestion } from '#app/assessment/ask-question.server.ts'
import { getFamilyAssessment } from '#app/assessment/get-family-assessment.server.ts'
import { markUnderstood } from '#app/assessment/mark-understood.server.ts'
import { saveParentRanking } from '#app/assessment/save-parent-ranking.server.ts'
import { submitParentRanking } from '#app/assessment/submit-parent-ranking.server.ts'
import { takeBackParentRanking } from '#app/assessment/take-back-parent-ranking.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { familyUnderAssessment } from '#tests/support/given/family-under-assessment.ts'
import { testApp } from '#tests/support/test-app.ts'

const now = '2026-11-25T10:00:00Z'
const app = await testApp({ now })

type Family = Awaited<ReturnType<typeof familyUnderAssessment>>

const inOrder = (ids: readonly string[]) => ids.map((id) => [id])

function save({ child }: Family, actor: Actor, order: readonly (readonly string[])[], version = 0) {
  return saveParentRanking(app.as(actor), { childId: child.id, order, version })
}

async function viewOf({ child }: Family, actor: Actor) {
  return (await getFamilyAssessment(app.as(actor), { childId: child.id }))?.assessment
}

async function ranksOf({ assessmentId, ids }: Family) {
  const rows = await app.owner.assessedService.findMany({ where: { assessment_id: assessmentId } })
  return ids.map((id) => rows.find((row) => row.service_id === id)?.parent_rank_halves)
}

test('before the proposal a family reads nothing of the services and puts nothing in order', async () => {
  const family = await familyUnderAssessment(app, { isProposed: false })
  const childId = family.child.id
  const assessedServiceId = family.services[0]?.assessedId ?? ''
  const ctx = app.as(family.guardian)

  expect(await viewOf(family, family.guardian)).toMatchObject({ services: [], proposedAt: null })
  expect(await save(family, family.guardian, inOrder(family.ids))).toEqual({
    ok: false,
    refusal: { kind: 'not-proposed' },
  })
  expect(await markUnderstood(ctx, { childId, assessedServiceId, isUnderstood: true })).toMatchObject({
    refusal: { kind: 'not-found' },
  })
  expect(await askQuestion(ctx, { childId, assessedServiceId, text: 'Kas tas?' })).toMatchObject({
    refusal: { kind: 'not-found' },
  })
})

test('each guardian marks a service as understood; a changed explanation wants to be read again', async () => {
  const family = await familyUnderAssessment(app)
  const childId = family.child.id
  const assessedServiceId = family.services[0]?.assessedId ?? ''
  const understood = async (actor: Actor) => (await viewOf(family, actor))?.services[0]?.understoodBy

  valueOf(await markUnderstood(app.as(family.guardian), { childId, assessedServiceId, isUnderstood: true }))
  const mine = await understood(family.guardian)
  const theirs = await understood(family.second)
  await app.owner.assessedService.update({
    where: { id: assessedServiceId },
    data: { changed_at: new Date('2026-11-25T10:00:01Z') },
  })
  const changed = await understood(family.guardian)

  expect(mine).toEqual([{ name: family.guardian.givenName, isMe: true, at: now }])
  expect(theirs).toMatchObject([{ isMe: false }])
  expect(changed).toEqual([])
})

test('a mark can be taken back', async () => {
  const family = await familyUnderAssessment(app)
  const mark = { childId: family.child.id, assessedServiceId: family.services[1]?.assessedId ?? '' }
  const ctx = app.as(family.guardian)

  valueOf(await markUnderstood(ctx, { ...mark, isUnderstood: true }))
  valueOf(await markUnderstood(ctx, { ...mark, isUnderstood: false }))
  valueOf(await markUnderstood(ctx, { ...mark, isUnderstood: false }))

  expect((await viewOf(family, family.guardian))?.services[1]?.understoodBy).toEqual([])
})

test('a question stands beside its service for both guardians, and the experts hear of it', async () => {
  const family = await familyUnderAssessment(app)
  const childId = family.child.id
  const assessedServiceId = family.coveredByOthers.id
  const ctx = app.as(family.guardian)

  const { questionId } = valueOf(
    await askQuestion(ctx, { childId, assessedServiceId, text: ' Vai tas notiek skolā? ' }),
  )
  await app.owner.serviceQuestion.update({
    where: { id: questionId },
    data: { answer: 'Jā.', answered_at: new Date(now), answered_by: family.lead.personId },
  })

  const [service] = (await viewOf(family, family.second))?.services.slice(-1) ?? []
  expect(service?.questions).toMatchObject([
    {
      text: 'Vai tas notiek skolā?',
      askedBy: { isMe: false },
      answer: { text: 'Jā.', by: `${family.lead.givenName} ${family.lead.familyName}` },
    },
  ])
  const events = await app.owner.domainEvent.findMany({ where: { subject_id: questionId } })
  expect(events).toMatchObject([{ type: 'question.asked', person_id: family.guardian.personId }])
  expect(await askQuestion(ctx, { childId, assessedServiceId, text: ' ' })).toMatchObject({
    refusal: { kind: 'empty' },
  })
  expect(await askQuestion(ctx, { childId, assessedServiceId, text: 'a'.repeat(1001) })).toMatchObject({
    refusal: { kind: 'too-long' },
  })
  expect(await askQuestion(ctx, { childId, assessedServiceId: crypto.randomUUID(), text: 'Ko?' })).toMatchObject({
    refusal: { kind: 'not-found' },
  })
})

test('the order is kept as half ranks, with ties averaged', async () => {
  const family = await familyUnderAssessment(app)
  const [a = '', b = '', c = '', d = ''] = family.ids

  const saved = valueOf(await save(family, family.guardian, [[d], [a, b], [c]]))

  expect(saved.version).toBe(1)
  expect(await ranksOf(family)).toEqual([5, 5, 8, 2])
  expect((await viewOf(family, family.second))?.ranking).toMatchObject({
    version: 1,
    changedBy: { name: family.guardian.givenName, isMe: false },
    handedIn: null,
  })
})

test('of two guardians who save at once one reads the other’s order, and can keep their own over it', async () => {
  const family = await familyUnderAssessment(app)
  const [a = '', b = '', c = '', d = ''] = family.ids
  const mine = inOrder([d, c, b, a])
  const theirs = inOrder([b, a, c, d])

  const results = await Promise.all([save(family, family.guardian, mine), save(family, family.second, theirs)])

  const refused = results.flatMap((result) => (result.ok ? [] : [result.refusal]))
  const [first] = results
  const won = first?.ok === true ? mine : theirs
  expect(refused).toMatchObject([{ kind: 'changed-meanwhile', order: won, version: 1 }])
  const lost = first?.ok === true ? theirs : mine
  expect(await save(family, family.second, lost, 1)).toEqual({ ok: true, value: { version: 2 } })
})

test('the order that stands already is no conflict, whatever version was on the screen', async () => {
  const family = await familyUnderAssessment(app)
  const order = inOrder(family.ids.toReversed())
  valueOf(await save(family, family.guardian, order))

  expect(await save(family, family.second, order)).toEqual({ ok: true, value: { version: 1 } })
})

test('an order with a service missing, twice or unknown is refused and changes nothing', async () => {
  const family = await familyUnderAssessment(app)
  const [a = '', b = '', c = '', d = ''] = family.ids
  const covered = family.coveredByOthers.service_id

  for (const [order, problem] of [
    [inOrder([a, b, c]), 'missing'],
    [inOrder([a, b, c, d, a]), 'twice'],
    [inOrder([a, b, c, d, covered]), 'unknown'],
    [inOrder([a, b, c, 'nav-id']), 'unknown'],
    [[], 'missing'],
  ] as const) {
    expect(await save(family, family.guardian, order)).toMatchObject({
      refusal: { kind: 'bad-order', problems: expect.arrayContaining([expect.objectContaining({ problem })]) },
    })
  }
  expect(await ranksOf(family)).toEqual([null, null, null, null])
})

test('handing in keeps the order of the screen, is told once, and can be taken back until the plan is made', async () => {
  const family = await familyUnderAssessment(app)
  const childId = family.child.id
  const order = inOrder(family.ids.toReversed())
  const ctx = app.as(family.guardian)

  valueOf(await submitParentRanking(ctx, { childId, order, version: 0 }))
  const again = await submitParentRanking(app.as(family.second), { childId, order, version: 1 })
  const change = await save(family, family.second, inOrder(family.ids), 1)

  expect(again).toEqual({ ok: false, refusal: { kind: 'handed-in' } })
  expect(change).toEqual({ ok: false, refusal: { kind: 'handed-in' } })
  expect(await ranksOf(family)).toEqual([8, 6, 4, 2])
  expect((await viewOf(family, family.second))?.ranking.handedIn).toMatchObject({ isMe: false, at: now })
  const events = await app.owner.domainEvent.findMany({ where: { subject_id: family.assessmentId } })
  expect(events).toMatchObject([{ type: 'assessment.ranked' }])

  valueOf(await takeBackParentRanking(app.as(family.second), { childId }))
  expect(await takeBackParentRanking(ctx, { childId })).toEqual({ ok: false, refusal: { kind: 'not-handed-in' } })
  expect(await ranksOf(family)).toEqual([8, 6, 4, 2])
  expect(await save(family, family.guardian, inOrder(family.ids), 1)).toMatchObject({ ok: true })
  const actions = await app.owner.auditEvent.findMany({
    where: { subject_id: family.assessmentId },
    orderBy: { at: 'asc' },
  })
  expect(actions.map(({ action }) => action).toSorted()).toEqual(['ranking.submit', 'ranking.take-back'])
})

test('handing in an order that the other guardian changed meanwhile is refused and hands nothing in', async () => {
  const family = await familyUnderAssessment(app)
  valueOf(await save(family, family.second, inOrder(family.ids.toReversed())))

  const refused = await submitParentRanking(app.as(family.guardian), {
    childId: family.child.id,
    order: inOrder(family.ids),
    version: 0,
  })

  expect(refused).toMatchObject({ refusal: { kind: 'changed-meanwhile', by: family.second.givenName, version: 1 } })
  expect((await viewOf(family, family.guardian))?.ranking.handedIn).toBeNull()
})

test('once the plan is made of it everything is read-only and stays readable', async () => {
  const family = await familyUnderAssessment(app)
  const childId = family.child.id
  const order = inOrder(family.ids)
  valueOf(await submitParentRanking(app.as(family.guardian), { childId, order, version: 0 }))
  await app.owner.assessment.update({ where: { id: family.assessmentId }, data: { completed_at: new Date(now) } })
  const mark = { childId, assessedServiceId: family.services[0]?.assessedId ?? '' }
  const ctx = app.as(family.guardian)

  const completed = { ok: false, refusal: { kind: 'completed' } }
  expect(await save(family, family.guardian, order.toReversed(), 1)).toEqual(completed)
  expect(await submitParentRanking(ctx, { childId, order, version: 1 })).toEqual(completed)
  expect(await takeBackParentRanking(ctx, { childId })).toEqual(completed)
  expect(await markUnderstood(ctx, { ...mark, isUnderstood: true })).toEqual(completed)
  expect(await askQuestion(ctx, { ...mark, text: 'Vēl?' })).toEqual(completed)
  expect((await viewOf(family, family.guardian))?.services).toHaveLength(5)
})

test('nobody but a guardian in care puts the services in order', async () => {
  const family = await familyUnderAssessment(app)
  const other = await familyUnderAssessment(app)
  await app.owner.guardianship.updateMany({
    where: { child_id: family.child.id, person_id: family.second.personId },
    data: { ended_at: new Date('2026-11-25T09:00:00Z') },
  })
  const childId = family.child.id
  const order = inOrder(family.ids)

  for (const actor of [other.guardian, family.second, family.worker, family.lead]) {
    const ctx = app.as(actor)
    const refused = { ok: false, refusal: { kind: 'not-found' } }
    expect(await save(family, actor, order)).toEqual(refused)
    expect(await submitParentRanking(ctx, { childId, order, version: 0 })).toEqual(refused)
    expect(await takeBackParentRanking(ctx, { childId })).toEqual(refused)
    const mark = { childId, assessedServiceId: family.services[0]?.assessedId ?? '' }
    expect(await markUnderstood(ctx, { ...mark, isUnderstood: true })).toEqual(refused)
    expect(await askQuestion(ctx, { ...mark, text: 'Ko?' })).toEqual(refused)
  }
  // A service of another family under one's own child.
  const foreign = { childId: other.child.id, assessedServiceId: family.services[0]?.assessedId ?? '' }
  expect(await markUnderstood(app.as(other.guardian), { ...foreign, isUnderstood: true })).toMatchObject({
    refusal: { kind: 'not-found' },
  })
})
