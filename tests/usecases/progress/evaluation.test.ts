import { expect, test } from 'vitest'
import { askEvaluations } from '#app/progress/ask-evaluations.server.ts'
import type { EvaluatePeriodInput } from '#app/progress/evaluate-period.server.ts'
import { evaluatePeriod, getEvaluation } from '#app/progress/evaluate-period.server.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { testApp } from '#tests/support/test-app.ts'
import { givenProgress } from './given-progress.ts'
import type { GivenProgress } from './given-progress.ts'

// The period runs from 24 September 2026 to 23 March 2027.
const now = '2026-11-24T12:00:00Z'
const nearEnd = '2027-03-01T10:00:00Z'
const app = await testApp({ now })

function answersOf(world: GivenProgress, given: Partial<EvaluatePeriodInput> = {}): EvaluatePeriodInput {
  return {
    childId: world.child.id,
    periodId: world.periodId,
    helped_child: 5,
    helped_family: 4,
    had_strength: 2,
    could_choose: 3,
    was_heard: 4,
    what_changed: 'Saka „vēl”.',
    what_was_hard: 'Tālu jābrauc.',
    what_next: '',
    version: 0,
    isSubmitted: false,
    ...given,
  }
}

async function givenNearEnd() {
  app.clock.set(now)
  const world = await givenProgress(app)
  app.clock.set(nearEnd)
  return { ...world, ctx: app.as(world.guardian) }
}

test('a guardian saves as they write, hands in once, and it stays', async () => {
  const world = await givenNearEnd()
  const question = { childId: world.child.id, periodId: world.periodId }

  const first = valueOf(await evaluatePeriod(world.ctx, answersOf(world, { was_heard: null })))
  const incomplete = await evaluatePeriod(
    world.ctx,
    answersOf(world, { was_heard: null, version: 1, isSubmitted: true }),
  )
  const handedIn = valueOf(await evaluatePeriod(world.ctx, answersOf(world, { version: 1, isSubmitted: true })))
  const late = await evaluatePeriod(world.ctx, answersOf(world, { version: 2 }))

  expect([first.version, handedIn.version]).toEqual([1, 2])
  expect(incomplete).toEqual({ ok: false, refusal: { kind: 'unanswered', questions: ['was_heard'] } })
  expect(late).toEqual({ ok: false, refusal: { kind: 'already-submitted' } })
  expect(await getEvaluation(world.ctx, question)).toMatchObject({
    window: { state: 'open' },
    evaluation: { helped_child: 5, what_changed: 'Saka „vēl”.', submittedAt: '2027-03-01T10:00:00.000Z' },
  })
})

test('two windows of one guardian never overwrite each other; two guardians write one each', async () => {
  const world = await givenNearEnd()
  const other = await app.given.actor('guardian', { municipalityId: world.town.id })
  await app.owner.guardianship.create({
    data: {
      municipality_id: world.town.id,
      child_id: world.child.id,
      person_id: other.personId,
      kind: 'parent',
      since: new Date(now),
    },
  })

  const windows = await Promise.all(
    ['viens', 'divi', 'trīs'].map((text) => evaluatePeriod(world.ctx, answersOf(world, { what_changed: text }))),
  )
  const theirs = await evaluatePeriod(app.as(other), answersOf(world))

  expect(windows.filter(({ ok }) => ok)).toHaveLength(1)
  expect(windows.find(({ ok }) => !ok)).toMatchObject({
    refusal: { kind: 'changed-meanwhile', evaluation: { version: 1 } },
  })
  expect(theirs.ok).toBe(true)
  expect(await app.owner.familyEvaluation.count({ where: { period_id: world.periodId } })).toBe(2)
})

test('it opens thirty days before the end', async () => {
  const world = await givenNearEnd()
  app.clock.set('2027-02-21T10:00:00Z')
  const early = await evaluatePeriod(world.ctx, answersOf(world))
  app.clock.set('2027-02-22T10:00:00Z')
  const open = await evaluatePeriod(world.ctx, answersOf(world))

  expect(early).toEqual({
    ok: false,
    refusal: { kind: 'not-open', window: { state: 'not-yet', firstDay: '2027-02-22' } },
  })
  expect(open.ok).toBe(true)
})

test('nobody but the guardians of the child writes or reads a draft', async () => {
  const world = await givenNearEnd()
  const elsewhere = await givenNearEnd()
  const question = { childId: world.child.id, periodId: world.periodId }
  const officer = await app.given.actor('finance_officer', { municipalityId: world.town.id })

  for (const actor of [elsewhere.guardian, world.worker, world.specialist, officer]) {
    expect(await getEvaluation(app.as(actor), question)).toBeNull()
    expect(await evaluatePeriod(app.as(actor), answersOf(world))).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  }
  // A period of another child is not taken for the own one.
  expect(await evaluatePeriod(world.ctx, answersOf(world, { periodId: elsewhere.periodId }))).toEqual({
    ok: false,
    refusal: { kind: 'not-found' },
  })
})

test('families are asked once, fourteen days before the end, also by two runs at once', async () => {
  app.clock.set(now)
  const world = await givenProgress(app)
  const asked = () => app.owner.domainEvent.count({ where: { type: 'evaluation.asked', subject_id: world.periodId } })
  const ask = () => askEvaluations(app.system(world.town.id))

  app.clock.set('2027-03-09T10:00:00Z')
  expect(await ask()).toEqual({ asked: 0 })
  app.clock.set('2027-03-10T10:00:00Z')
  await Promise.all([ask(), ask(), ask()])
  expect(await asked()).toBe(1)
  app.clock.set('2027-03-11T10:00:00Z')
  expect(await ask()).toEqual({ asked: 0 })
  expect(await asked()).toBe(1)
})

test('who has handed in already, and a period without a plan, are not asked about', async () => {
  const world = await givenNearEnd()
  valueOf(await evaluatePeriod(world.ctx, answersOf(world, { isSubmitted: true })))
  const { child } = await app.given.child({ municipalityId: world.town.id })
  await app.given.period({
    municipalityId: world.town.id,
    childId: child.id,
    lines: [],
    budget: 1,
    startsOn: '2026-09-24',
    endsBefore: '2027-03-24',
  })
  app.clock.set('2027-03-20T10:00:00Z')

  expect(await askEvaluations(app.system(world.town.id))).toEqual({ asked: 0 })
})
