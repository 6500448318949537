import { expect, test } from 'vitest'
import { getGoalTimeline } from '#app/progress/get-goal-timeline.server.ts'
import { correctObservation } from '#app/progress/write-observation.server.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { testApp } from '#tests/support/test-app.ts'
import { givenProgress, seatedExpert } from './given-progress.ts'

const now = '2026-11-24T12:00:00Z'
const app = await testApp({ now })
const notFound = { ok: false, refusal: { kind: 'not-found' } }
const all = (childId: string) => ({ childId, periodId: null, goalId: null, page: 1 })

test('a guardian writes what they noticed, on a goal and on none, and reads it beside the specialist', async () => {
  app.clock.set(now)
  const world = await givenProgress(app)
  const { short, wish } = world.goals
  const { bookingId } = valueOf(await world.book('2026-11-25T08:00:00Z'))
  app.clock.set('2026-11-26T12:00:00Z')
  const ctx = app.as(world.guardian)
  await world.marked(bookingId, -1)
  valueOf(await world.observe(ctx, { on: '2026-11-26', text: 'Teica „nē”.', mark: 0, goalId: short.id }))
  valueOf(await world.observe(ctx, { on: '2026-10-01', text: 'Smaida vairāk.', goalId: wish.id }))
  valueOf(await world.observe(ctx, { on: '2026-11-24', text: 'Slikti gulēja.' }))

  const timeline = await getGoalTimeline(ctx, all(world.child.id))
  const ofGoal = await getGoalTimeline(ctx, { ...all(world.child.id), goalId: short.id })

  expect(timeline?.notes.map(({ text, authorKind }) => [authorKind, text])).toEqual([
    ['guardian', 'Teica „nē”.'],
    ['specialist', 'Teica „vēl” divas reizes.'],
    ['guardian', 'Slikti gulēja.'],
    ['guardian', 'Smaida vairāk.'],
  ])
  expect(timeline?.goals.find(({ id }) => id === short.id)).toMatchObject({
    notes: 2,
    marks: [
      { on: '2026-11-25', mark: -1, by: 'professionals' },
      { on: '2026-11-26', mark: 0, by: 'family' },
    ],
  })
  expect(timeline?.writing).toEqual({ firstDay: '2026-09-24', lastDay: '2026-11-26' })
  expect(ofGoal?.notes).toHaveLength(2)
  expect(ofGoal?.notes[1]?.session?.bookingId).toBe(bookingId)
})

test('a day ahead, a day of another period, a mark off the scale and a mark on a wish are refused', async () => {
  app.clock.set(now)
  const world = await givenProgress(app)
  const ctx = app.as(world.guardian)
  const refusal = async (seen: { on: string; mark?: number; goalId?: string; text?: string }) => {
    const result = await world.observe(ctx, seen)
    return result.ok ? null : result.refusal.kind
  }

  expect(await refusal({ on: '2026-11-25' })).toBe('in-future')
  expect(await refusal({ on: '2026-09-23' })).toBe('outside-period')
  expect(await refusal({ on: '2026-11-24', mark: 3, goalId: world.goals.short.id })).toBe('mark-out-of-range')
  expect(await refusal({ on: '2026-11-24', mark: 1, goalId: world.goals.wish.id })).toBe('no-scale')
  expect(await refusal({ on: '2026-11-24', mark: 1 })).toBe('mark-without-goal')
  expect(await refusal({ on: '2026-11-24', text: '' })).toBe('empty')
  expect(await refusal({ on: '2026-11-24', goalId: crypto.randomUUID() })).toBe('unknown-goal')
  expect(await app.owner.goalNote.count({ where: { child_id: world.child.id } })).toBe(0)
})

test('who reads and who writes: the family and those who answer for it, never finance, providers or strangers', async () => {
  app.clock.set(now)
  const world = await givenProgress(app)
  const elsewhere = await givenProgress(app)
  valueOf(await world.observe(app.as(world.guardian), { on: '2026-11-24' }))
  const municipalityId = world.town.id
  const expert = await seatedExpert(app, world)
  const [administrator, unseated, finance, approver, stranger] = await Promise.all(
    (['municipality_administrator', 'expert', 'finance_officer', 'payout_approver', 'social_worker'] as const).map(
      (role) => app.given.actor(role, { municipalityId }),
    ),
  )
  const manager = await app.given.actor('provider_manager', { providerId: world.specialist.providerId ?? '' })
  const analyst = await app.given.actor('ministry_analyst')

  for (const actor of [world.guardian, world.worker, expert, administrator]) {
    if (actor === undefined) continue
    expect((await getGoalTimeline(app.as(actor), all(world.child.id)))?.notes).toHaveLength(1)
  }
  const others = [unseated, finance, approver, stranger, manager, analyst, world.specialist]
  for (const actor of [...others, elsewhere.guardian, elsewhere.worker]) {
    if (actor === undefined) continue
    expect(await getGoalTimeline(app.as(actor), all(world.child.id))).toBeNull()
    expect(await world.observe(app.as(actor), { on: '2026-11-24' })).toEqual(notFound)
  }
  if (administrator === undefined) return
  expect(await world.observe(app.as(administrator), { on: '2026-11-24' })).toEqual(notFound)
  valueOf(await world.observe(app.as(expert), { on: '2026-11-24', mark: 1, goalId: world.goals.short.id }))
  valueOf(await world.observe(app.as(world.worker), { on: '2026-11-24' }))
  const reads = await app.owner.auditEvent.findMany({
    where: { subject_id: world.child.id, action: 'notes.read' },
    select: { person_id: true },
  })
  expect(new Set(reads.map(({ person_id }) => person_id))).toEqual(
    new Set([world.worker.personId, expert.personId, administrator.personId]),
  )
})

test('one corrects what one wrote oneself, and sees when it was changed meanwhile', async () => {
  app.clock.set(now)
  const world = await givenProgress(app)
  const ctx = app.as(world.guardian)
  const { noteId } = valueOf(await world.observe(ctx, { on: '2026-11-24' }))
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
  const correct = (actor: typeof other, version: number, aboutOn = '2026-11-23') =>
    correctObservation(app.as(actor), {
      childId: world.child.id,
      periodId: world.periodId,
      noteId,
      version,
      aboutOn: Temporal.PlainDate.from(aboutOn),
      text: 'Pats paēda.',
      mark: 1,
      goalId: world.goals.short.id,
    })

  expect(await correct(other, 0)).toEqual(notFound)
  expect((await correct(world.guardian, 0)).ok).toBe(true)
  expect(await correct(world.guardian, 0)).toMatchObject({
    ok: false,
    refusal: { kind: 'changed-meanwhile', note: { text: 'Pats paēda.', mark: 1, aboutOn: '2026-11-23' } },
  })
  expect(await correct(world.guardian, 1, '2026-11-25')).toEqual({ ok: false, refusal: { kind: 'in-future' } })
  expect((await getGoalTimeline(ctx, all(world.child.id)))?.notes).toMatchObject([
    { version: 1, correctedAt: '2026-11-24T12:00:00.000Z', isOwn: true },
  ])
})

test('twenty notes a page, newest first', async () => {
  app.clock.set(now)
  const world = await givenProgress(app)
  const ctx = app.as(world.guardian)
  const days = Array.from({ length: 25 }, (_, index) => `2026-11-${String(index).padStart(2, '0')}`).slice(1)
  for (const on of days) valueOf(await world.observe(ctx, { on, text: on }))

  const second = await getGoalTimeline(ctx, { ...all(world.child.id), page: 2 })

  expect(second?.paging).toEqual({ page: 2, pageSize: 20, total: 24 })
  expect(second?.notes.map(({ text }) => text)).toEqual(['2026-11-04', '2026-11-03', '2026-11-02', '2026-11-01'])
})

test('the database keeps a note with its own child, goal, session and author', async () => {
  app.clock.set(now)
  const world = await givenProgress(app)
  const elsewhere = await givenProgress(app)
  const write = (change: { goalId?: string; childId?: string; mark?: number }) =>
    app.owner.goalNote.create({
      data: {
        municipality_id: world.town.id,
        child_id: change.childId ?? world.child.id,
        goal_id: change.goalId ?? null,
        author_id: world.guardian.personId,
        author_kind: 'guardian',
        text: 'x',
        mark: change.mark ?? null,
        about_on: new Date('2026-11-24'),
        written_at: new Date(now),
      },
    })
  const neighbour = await app.given.child({ municipalityId: world.town.id })

  await expect(write({ goalId: world.goals.short.id, childId: neighbour.child.id })).rejects.toThrow(
    'note_belongs_together',
  )
  await expect(write({ goalId: elsewhere.goals.short.id })).rejects.toThrow()
  await expect(write({ goalId: world.goals.wish.id, mark: 1 })).rejects.toThrow('note_mark')
  const { id } = await write({ goalId: world.goals.short.id, mark: 1 })
  await expect(
    app.owner.goalNote.update({ where: { id }, data: { author_id: elsewhere.guardian.personId } }),
  ).rejects.toThrow('note_keeps_its_author')
})
