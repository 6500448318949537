import { expect, test } from 'vitest'
import { finishWishes } from '#app/assessment/finish-wishes.server.ts'
import { getFamilyAssessment } from '#app/assessment/get-family-assessment.server.ts'
import { getGoals } from '#app/assessment/get-goals.server.ts'
import { getOverview } from '#app/assessment/get-overview.server.ts'
import { recordFamilyRanking } from '#app/assessment/record-family-ranking.server.ts'
import { recordFamilyWish, recordWishesDone } from '#app/assessment/record-family-wish.server.ts'
import { reopenProposal } from '#app/assessment/reopen-proposal.server.ts'
import { saveParentRanking } from '#app/assessment/save-parent-ranking.server.ts'
import { saveWish } from '#app/assessment/save-wish.server.ts'
import { submitParentRanking } from '#app/assessment/submit-parent-ranking.server.ts'
import { takeBackParentRanking } from '#app/assessment/take-back-parent-ranking.server.ts'
import { getPlanDraft } from '#app/plan/get-plan-draft.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { familyUnderAssessment } from '#tests/support/given/family-under-assessment.ts'
import { testApp } from '#tests/support/test-app.ts'

const now = '2026-11-25T10:00:00Z'
const app = await testApp({ now })

type Family = Awaited<ReturnType<typeof familyUnderAssessment>>

const notFound = { ok: false, refusal: { kind: 'not-found' } }
const completed = { ok: false, refusal: { kind: 'completed' } }
const note = '25. novembrī pa tālruni, māte'
const inOrder = (ids: readonly string[]) => ids.map((id) => [id])

function tellOrder(
  { assessmentId, ids }: Family,
  actor: Actor,
  { order = inOrder(ids.toReversed()), version = 0, how = note } = {},
) {
  return recordFamilyRanking(app.as(actor), { assessmentId, order, version, note: how })
}

function tellWish({ assessmentId }: Family, actor: Actor, text = 'Lai guļ.', wishId = crypto.randomUUID()) {
  return recordFamilyWish(app.as(actor), { assessmentId, wishId, text })
}

async function viewOf({ child, guardian }: Family) {
  return (await getFamilyAssessment(app.as(guardian), { childId: child.id }))?.assessment
}

async function complete({ assessmentId }: Family) {
  await app.owner.assessment.update({ where: { id: assessmentId }, data: { completed_at: new Date(now) } })
}

/** Everybody who must not write for the family: others' workers, the team, administrators, guardians. */
async function notItsWorker(family: Family): Promise<Actor[]> {
  const other = await familyUnderAssessment(app)
  const administrator = await app.given.actor('municipality_administrator', { municipalityId: family.town.id })
  const colleague = await app.given.actor('social_worker', { municipalityId: family.town.id })
  return [other.worker, colleague, family.lead, administrator, family.guardian, other.guardian]
}

test('the social worker writes a wish as it was told, once, and a guardian can change it', async () => {
  const family = await familyUnderAssessment(app, { isProposed: false })
  const wishId = crypto.randomUUID()

  valueOf(await tellWish(family, family.worker, '  Lai guļ naktīs. ', wishId))
  valueOf(await tellWish(family, family.worker, 'Lai guļ naktīs.', wishId))
  const written = await viewOf(family)
  const changed = await saveWish(app.as(family.guardian), {
    childId: family.child.id,
    wishId,
    text: 'Lai guļ visu nakti.',
    version: 1,
  })

  expect(written?.wishes).toMatchObject([
    { text: 'Lai guļ naktīs.', version: 1, changedBy: { name: family.worker.givenName, isMe: false } },
  ])
  expect(changed).toMatchObject({ ok: true, value: { version: 2 } })
  // Who sends the old words once more does not write over the guardian's.
  expect(await tellWish(family, family.worker, 'Lai guļ naktīs.', wishId)).toMatchObject({
    refusal: { kind: 'changed-meanwhile', text: 'Lai guļ visu nakti.' },
  })
  expect(await tellWish(family, family.worker, ' ')).toEqual({ ok: false, refusal: { kind: 'empty' } })
})

test('a family that said all its wishes is noted for each guardian, who can take it back', async () => {
  const family = await familyUnderAssessment(app, { isProposed: false })
  const { assessmentId, child, worker } = family
  const ctx = app.as(worker)

  expect(await recordWishesDone(ctx, { assessmentId })).toEqual({ ok: false, refusal: { kind: 'no-wish' } })
  valueOf(await tellWish(family, worker))
  valueOf(await finishWishes(app.as(family.second), { childId: child.id, isDone: true }))
  valueOf(await recordWishesDone(ctx, { assessmentId }))
  const after = await getGoals(ctx, { assessmentId })
  const guardians = (await viewOf(family))?.guardians
  valueOf(await finishWishes(app.as(family.guardian), { childId: child.id, isDone: false }))

  expect(after?.telling).toEqual({ areWishesDone: true })
  const toldTo = `${worker.givenName} ${worker.familyName}`
  expect(guardians).toMatchObject([
    { isMe: true, wishesDoneAt: now, wishesToldTo: toldTo, lastAct: null },
    { isMe: false, wishesDoneAt: now, wishesToldTo: null, lastAct: { act: 'wishes-done' } },
  ])
  expect((await viewOf(family))?.guardians[0]).toMatchObject({ wishesDoneAt: null, wishesToldTo: null })
  expect((await getGoals(ctx, { assessmentId }))?.telling).toEqual({ areWishesDone: false })
  const actions = await app.owner.auditEvent.findMany({
    where: { subject_id: assessmentId, action: { contains: 'record' } },
  })
  expect(actions.map(({ action }) => action).toSorted()).toEqual(['wish.record', 'wishes.record-done'])
})

test('nobody but the family’s social worker writes what it told', async () => {
  const family = await familyUnderAssessment(app)
  const { assessmentId } = family
  valueOf(await tellWish(family, family.worker))

  for (const actor of await notItsWorker(family)) {
    expect(await tellWish(family, actor)).toEqual(notFound)
    expect(await recordWishesDone(app.as(actor), { assessmentId })).toEqual(notFound)
    expect(await tellOrder(family, actor)).toEqual(notFound)
    expect((await getPlanDraft(app.as(actor), { assessmentId, budget: null }))?.toTell ?? null).toBeNull()
  }
  expect((await viewOf(family))?.ranking).toMatchObject({ version: 0, handedIn: null, told: null })
  expect(await tellOrder({ ...family, assessmentId: 'x' }, family.worker)).toEqual(notFound)
})

test('an order that was told is handed in with its note, and says everywhere who entered it', async () => {
  const family = await familyUnderAssessment(app)
  const { assessmentId, worker } = family
  const ctx = app.as(worker)
  valueOf(await tellWish(family, worker))
  const draft = await getPlanDraft(ctx, { assessmentId, budget: null })

  valueOf(await tellOrder(family, worker, { how: ` ${note} ` }))

  expect(draft).toMatchObject({ blocker: { kind: 'not-ranked' }, told: null, toTell: { version: 0 } })
  expect(draft?.toTell?.order).toEqual(inOrder(family.ids))
  const told = { by: `${worker.givenName} ${worker.familyName}`, at: now, note }
  expect(await getPlanDraft(ctx, { assessmentId, budget: null })).toMatchObject({ blocker: null, told, toTell: null })
  expect((await viewOf(family))?.ranking).toMatchObject({ version: 1, handedIn: { isMe: false }, told })
  const overview = await getOverview(app.as(family.lead), { assessmentId })
  expect(overview).toMatchObject({ told, history: [{ type: 'assessment.ranking-told', by: told.by }] })
  const events = await app.owner.domainEvent.findMany({ where: { subject_id: assessmentId } })
  expect(events).toMatchObject([{ type: 'assessment.ranked', person_id: worker.personId }])
  expect(await app.owner.auditEvent.count({ where: { subject_id: assessmentId, action: 'ranking.record' } })).toBe(1)
  expect(await tellOrder(family, worker, { version: 1 })).toEqual({ ok: false, refusal: { kind: 'handed-in' } })
})

test('an order without when and how, or not of the proposed services, is refused and hands nothing in', async () => {
  const family = await familyUnderAssessment(app)

  expect(await tellOrder(family, family.worker, { how: ' ' })).toMatchObject({ refusal: { kind: 'note-needed' } })
  expect(await tellOrder(family, family.worker, { how: 'a'.repeat(501) })).toMatchObject({
    refusal: { kind: 'note-too-long', longest: 500 },
  })
  expect(await tellOrder(family, family.worker, { order: inOrder(family.ids.slice(1)) })).toMatchObject({
    refusal: { kind: 'bad-order' },
  })
  expect((await viewOf(family))?.ranking).toMatchObject({ version: 0, handedIn: null })
})

test('before the proposal there is no order to tell, after completion nothing', async () => {
  const early = await familyUnderAssessment(app, { isProposed: false })
  const late = await familyUnderAssessment(app)
  await complete(late)

  expect(await tellOrder(early, early.worker)).toEqual({ ok: false, refusal: { kind: 'not-proposed' } })
  expect(await tellOrder(late, late.worker)).toEqual(completed)
  expect(await tellWish(late, late.worker)).toEqual(completed)
  expect(await recordWishesDone(app.as(late.worker), { assessmentId: late.assessmentId })).toEqual(completed)
  expect((await getGoals(app.as(late.worker), { assessmentId: late.assessmentId }))?.telling).toBeNull()
})

test('an order that a guardian changed meanwhile is not written over, and is where the worker starts', async () => {
  const family = await familyUnderAssessment(app)
  const { assessmentId, child, ids } = family
  const [a = '', b = '', c = '', d = ''] = ids
  const theirs = [[b], [a, c], [d]]
  valueOf(await saveParentRanking(app.as(family.guardian), { childId: child.id, order: theirs, version: 0 }))

  const refused = await tellOrder(family, family.worker)

  expect(refused).toMatchObject({
    refusal: { kind: 'changed-meanwhile', order: theirs, version: 1, by: family.guardian.givenName },
  })
  const draft = await getPlanDraft(app.as(family.worker), { assessmentId, budget: null })
  expect(draft?.toTell).toMatchObject({ order: theirs, version: 1 })
  expect(await tellOrder(family, family.worker, { version: 1 })).toEqual({ ok: true, value: { version: 2 } })
})

test('a guardian takes back what was told and hands in their own; so does the lead who opens the list again', async () => {
  const family = await familyUnderAssessment(app)
  const { assessmentId, child, ids } = family
  const ctx = app.as(family.guardian)
  valueOf(await tellOrder(family, family.worker))

  valueOf(await takeBackParentRanking(ctx, { childId: child.id }))
  const open = (await viewOf(family))?.ranking
  valueOf(await submitParentRanking(ctx, { childId: child.id, order: inOrder(ids), version: 1 }))
  const own = (await viewOf(family))?.ranking
  valueOf(await takeBackParentRanking(ctx, { childId: child.id }))
  valueOf(await tellOrder(family, family.worker, { version: 2 }))
  valueOf(await reopenProposal(app.as(family.lead), { assessmentId }))

  expect(open).toMatchObject({ version: 1, handedIn: null, told: null })
  expect(own).toMatchObject({ version: 2, handedIn: { isMe: true }, told: null })
  expect((await viewOf(family))?.ranking).toMatchObject({ version: 3, handedIn: null, told: null })
})
