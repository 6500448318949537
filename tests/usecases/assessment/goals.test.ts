import { expect, test } from 'vitest'
import { addGoal } from '#app/assessment/add-goal.server.ts'
import { agreeGoals } from '#app/assessment/agree-goals.server.ts'
import { getGoals } from '#app/assessment/get-goals.server.ts'
import { moveGoal } from '#app/assessment/move-goal.server.ts'
import { removeGoal } from '#app/assessment/remove-goal.server.ts'
import { reopenGoals } from '#app/assessment/reopen-goals.server.ts'
import type { GoalDraft } from '#app/assessment/rules/goal-scale.ts'
import { saveGoal } from '#app/assessment/save-goal.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { familyUnderAssessment } from '#tests/support/given/family-under-assessment.ts'
import { seatExpert } from '#tests/support/given/seat-expert.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-24T10:00:00Z' })

async function team() {
  const family = await familyUnderAssessment(app, { isProposed: false })
  const { assessmentId, town } = family
  const physio = await seatExpert(app, { municipalityId: town.id, assessmentId })
  const wish = (text: string, position: number) =>
    app.owner.goal.create({
      data: { municipality_id: town.id, assessment_id: assessmentId, horizon: 'wish', position, text },
    })
  const [talk, dress] = [await wish('Lai runā.', 1), await wish('Lai pats apģērbjas.', 2)]
  const add = async (horizon: 'long_term' | 'short_term', servesId: string | null, actor: Actor = physio) => {
    const goalId = crypto.randomUUID()
    valueOf(await addGoal(app.as(actor), { assessmentId, goalId, horizon, text: 'Saka divus vārdus.', servesId }))
    return goalId
  }
  return { ...family, physio, talk: talk.id, dress: dress.id, add }
}

const draft = (changes: Partial<GoalDraft> = {}): GoalDraft => ({
  text: 'Saka divus vārdus kopā.',
  servesId: null,
  weight: 2,
  baseline: -2,
  levels: { [-2]: 'Nesaka.', [-1]: 'Reizi dienā.', 0: 'Trīs reizes dienā.', 1: 'Piecas.', 2: 'Pastāvīgi.' },
  ...changes,
})

test('goals are added under wishes and larger goals and read with their scale', async () => {
  const { physio, lead, worker, assessmentId, talk, add } = await team()
  const long = await add('long_term', talk)
  const short = await add('short_term', long)
  valueOf(await saveGoal(app.as(lead), { assessmentId, goalId: short, version: 1, draft: draft({ servesId: long }) }))

  const view = await getGoals(app.as(worker), { assessmentId })

  expect(view?.goals.map(({ horizon, servesId }) => [horizon, servesId])).toEqual([
    ['wish', null],
    ['wish', null],
    ['long_term', talk],
    ['short_term', long],
  ])
  expect(view?.goals.at(-1)).toMatchObject({
    weight: 2,
    baseline: -2,
    version: 2,
    changedBy: `${lead.givenName} ${lead.familyName}`,
    levels: { [-2]: 'Nesaka.', 2: 'Pastāvīgi.' },
  })
  expect([view?.canEdit, (await getGoals(app.as(physio), { assessmentId }))?.canEdit]).toEqual([false, true])
})

test('adding twice with one id is one goal; an id of elsewhere is not found', async () => {
  const { physio, assessmentId, talk } = await team()
  const elsewhere = await team()
  const goal = { assessmentId, horizon: 'short_term', text: 'x', servesId: talk } as const
  const goalId = crypto.randomUUID()
  valueOf(await addGoal(app.as(physio), { ...goal, goalId }))
  valueOf(await addGoal(app.as(physio), { ...goal, goalId }))
  expect((await getGoals(app.as(physio), { assessmentId }))?.goals).toHaveLength(3)
  const stranger = await elsewhere.add('short_term', elsewhere.talk)
  const notFound = { ok: false, refusal: { kind: 'not-found' } }
  expect(await addGoal(app.as(physio), { ...goal, goalId: stranger })).toEqual(notFound)
  expect(await addGoal(app.as(physio), { ...goal, goalId: 'no id' })).toEqual(notFound)
})

test.each([
  ['no words', { text: ' ' }, 'no-text'],
  ['20,000 characters', { text: 'ā'.repeat(20_000) }, 'too-long'],
  ['weight 9', { weight: 9 }, 'unknown-weight'],
  ['a start at +2', { baseline: 2 }, 'unknown-baseline'],
  ['itself as its wish', { servesId: 'self' }, 'serves-nothing'],
  ['a wish of another child', { servesId: 'other' }, 'serves-nothing'],
])('%s is refused', async (_, changes, problem) => {
  const { physio, assessmentId, talk, add } = await team()
  const elsewhere = await team()
  const goalId = await add('short_term', talk)
  const named: Record<string, string> = { self: goalId, other: elsewhere.talk }
  const servesId = 'servesId' in changes ? (named[changes.servesId] ?? null) : talk

  const refused = await saveGoal(app.as(physio), {
    assessmentId,
    goalId,
    version: 1,
    draft: draft({ ...changes, servesId }),
  })

  expect(refused).toMatchObject({ ok: false, refusal: { kind: 'not-sensible', problems: [{ problem }] } })
})

test('a colleague who saved first is shown, with what they wrote', async () => {
  const { physio, lead, assessmentId, talk, add } = await team()
  const goalId = await add('short_term', talk)
  const save = (actor: Actor, text: string) =>
    saveGoal(app.as(actor), { assessmentId, goalId, version: 1, draft: draft({ text, servesId: talk }) })

  const saves = await Promise.all([save(physio, 'viens'), save(lead, 'divi')])

  const kept = saves.findIndex((saved) => saved.ok)
  const told = saves[1 - kept]
  expect(told).toMatchObject({
    ok: false,
    refusal: { kind: 'changed-meanwhile', now: { version: 2, text: kept === 0 ? 'viens' : 'divi' } },
  })
  expect(await save(lead, kept === 0 ? 'viens' : 'divi')).toMatchObject({ ok: true, value: { version: 2 } })
})

test('goals change places among those that lead to the same wish', async () => {
  const { physio, assessmentId, talk, dress, add } = await team()
  const one = await add('short_term', talk)
  const other = await add('short_term', dress)
  const two = await add('short_term', talk)
  const move = (goalId: string, direction: 'up' | 'down') =>
    moveGoal(app.as(physio), { assessmentId, goalId, direction })
  const order = async () =>
    (await getGoals(app.as(physio), { assessmentId }))?.goals
      .map((goal) => goal.id)
      .filter((id) => id !== other)
      .slice(2)

  valueOf(await move(two, 'up'))
  expect(await order()).toEqual([two, one])
  valueOf(await move(two, 'up'))
  valueOf(await move(other, 'down'))
  expect(await order()).toEqual([two, one])
  valueOf(await move(two, 'down'))
  expect(await order()).toEqual([one, two])
  expect(await move(talk, 'down')).toEqual({ ok: false, refusal: { kind: 'not-found' } })
})

test('a goal is removed while nothing hangs on it', async () => {
  const { town, child, physio, guardian, assessmentId, talk, add, services } = await team()
  const long = await add('long_term', talk)
  const short = await add('short_term', long)
  const ctx = app.as(physio)
  const [service] = services
  await app.owner.assessedServiceGoal.create({
    data: { municipality_id: town.id, assessed_service_id: service?.assessedId ?? '', goal_id: short },
  })
  expect(await removeGoal(ctx, { assessmentId, goalId: long })).toEqual({
    ok: false,
    refusal: { kind: 'has-goals', count: 1 },
  })
  const note = await app.owner.goalNote.create({
    data: {
      municipality_id: town.id,
      child_id: child.id,
      goal_id: short,
      author_id: guardian.personId,
      author_kind: 'guardian',
      text: 'Šodien pateica.',
      written_at: new Date('2026-11-24T10:00:00Z'),
      about_on: new Date('2026-11-24'),
    },
  })
  expect(await removeGoal(ctx, { assessmentId, goalId: short })).toEqual({ ok: false, refusal: { kind: 'has-notes' } })

  await app.owner.goalNote.delete({ where: { id: note.id } })
  valueOf(await removeGoal(ctx, { assessmentId, goalId: short }))
  valueOf(await removeGoal(ctx, { assessmentId, goalId: short }))
  valueOf(await removeGoal(ctx, { assessmentId, goalId: long }))
  expect(await removeGoal(ctx, { assessmentId, goalId: talk })).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  expect((await getGoals(ctx, { assessmentId }))?.goals).toHaveLength(2)
})

test('the lead says that finished goals are agreed, and which wishes have none; then they stay until opened again', async () => {
  const { physio, lead, worker, assessmentId, talk, dress, add } = await team()
  const goalId = await add('short_term', talk)
  const agree = (actor: Actor, acceptedWishIds: string[] = []) =>
    agreeGoals(app.as(actor), { assessmentId, acceptedWishIds })
  expect(await agree(physio)).toEqual({ ok: false, refusal: { kind: 'not-lead' } })
  expect(await agree(worker)).toEqual({ ok: false, refusal: { kind: 'not-lead' } })
  expect(await agree(lead)).toMatchObject({
    ok: false,
    refusal: {
      kind: 'not-ready',
      gaps: [
        { gap: 'unfinished', goalId, emptyLevels: [-2, -1, 0, 1, 2], hasNoBaseline: true, leadsToNoWish: false },
        { gap: 'wishes-unserved', wishIds: [dress] },
      ],
    },
  })
  const written = draft({ servesId: talk })
  valueOf(await saveGoal(app.as(physio), { assessmentId, goalId, version: 1, draft: written }))
  valueOf(await agree(lead, [dress]))
  valueOf(await agree(lead))

  const closed = { ok: false, refusal: { kind: 'agreed' } }
  const again = { assessmentId, goalId, version: 2, draft: draft({ servesId: talk, text: 'cits' }) }
  expect(await saveGoal(app.as(physio), again)).toEqual(closed)
  expect(await removeGoal(app.as(physio), { assessmentId, goalId })).toEqual(closed)
  expect(await reopenGoals(app.as(physio), { assessmentId })).toEqual({ ok: false, refusal: { kind: 'not-lead' } })
  valueOf(await reopenGoals(app.as(lead), { assessmentId }))
  valueOf(await saveGoal(app.as(physio), again))
})

test('with the parents, or completed, goals stay', async () => {
  const { lead, assessmentId, talk, add } = await team()
  const goalId = await add('short_term', talk)
  const at = new Date('2026-11-24T10:00:00Z')
  const save = () => saveGoal(app.as(lead), { assessmentId, goalId, version: 1, draft: draft({ servesId: talk }) })
  await app.owner.assessment.update({ where: { id: assessmentId }, data: { proposed_at: at } })
  expect(await save()).toEqual({ ok: false, refusal: { kind: 'proposed' } })
  expect(await reopenGoals(app.as(lead), { assessmentId })).toEqual({ ok: false, refusal: { kind: 'proposed' } })
  await app.owner.assessment.update({ where: { id: assessmentId }, data: { completed_at: at } })
  expect(await save()).toEqual({ ok: false, refusal: { kind: 'completed' } })
  expect(await agreeGoals(app.as(lead), { assessmentId, acceptedWishIds: [] })).toEqual({
    ok: false,
    refusal: { kind: 'completed' },
  })
})

test('who has no part in the assessment finds no goals', async () => {
  const { town, guardian, assessmentId, talk, add } = await team()
  const goalId = await add('short_term', talk)
  const elsewhere = await team()
  const uninvited = await app.given.actor('expert', { municipalityId: town.id })
  const colleague = await app.given.actor('social_worker', { municipalityId: town.id })
  const notFound = { ok: false, refusal: { kind: 'not-found' } }
  for (const actor of [guardian, uninvited, colleague, elsewhere.lead, elsewhere.worker]) {
    const ctx = app.as(actor)
    expect(await getGoals(ctx, { assessmentId })).toBeNull()
    expect(await saveGoal(ctx, { assessmentId, goalId, version: 1, draft: draft() })).toEqual(notFound)
    expect(await moveGoal(ctx, { assessmentId, goalId, direction: 'up' })).toEqual(notFound)
    expect(await removeGoal(ctx, { assessmentId, goalId })).toEqual(notFound)
    expect(await agreeGoals(ctx, { assessmentId, acceptedWishIds: [] })).toEqual(notFound)
  }
})
