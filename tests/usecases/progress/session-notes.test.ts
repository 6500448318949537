import { expect, test } from 'vitest'
import { getSessionNotes } from '#app/progress/get-session-notes.server.ts'
import { longestNote } from '#app/progress/rules/note-input.ts'
import { correctSessionNote, writeSessionNote } from '#app/progress/write-session-note.server.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { testApp } from '#tests/support/test-app.ts'
import { givenProgress } from './given-progress.ts'

const now = '2026-11-24T12:00:00Z'
const app = await testApp({ now })
const notFound = { ok: false, refusal: { kind: 'not-found' } }

/** A session that began an hour ago. */
async function givenSessionOver() {
  app.clock.set(now)
  const world = await givenProgress(app)
  const { bookingId } = valueOf(await world.book('2026-11-25T08:00:00Z'))
  app.clock.set('2026-11-25T09:00:00Z')
  return { ...world, bookingId, ctx: app.as(world.specialist) }
}

test('a specialist writes what was done, marks the goal that the service serves, and reads it again', async () => {
  const world = await givenSessionOver()
  const { short } = world.goals

  const written = await writeSessionNote(
    world.ctx,
    world.note(world.bookingId, { text: ' Teica „vēl”. ', mark: -1, goalId: short.id }),
  )
  const seen = await getSessionNotes(world.ctx, world)

  expect(written.ok).toBe(true)
  expect(seen).toMatchObject({
    closed: null,
    goals: [{ id: short.id, text: short.text }],
    ofSession: [{ text: 'Teica „vēl”.', mark: -1, goalId: short.id, aboutOn: '2026-11-25', isOwn: true, version: 0 }],
    earlier: [],
  })
  expect(seen?.goals[0]?.scale).toHaveLength(5)
  expect(JSON.stringify(seen)).not.toContain(world.child.family_name)
  expect(await app.owner.goalNote.findMany({ where: { booking_id: world.bookingId } })).toMatchObject([
    { author_kind: 'specialist', provider_id: world.specialist.providerId, child_id: world.child.id },
  ])
})

test('the same form sent twice writes one note', async () => {
  const world = await givenSessionOver()
  const note = world.note(world.bookingId)

  const results = await Promise.all([1, 2, 3].map(() => writeSessionNote(world.ctx, note)))

  expect(results.map(({ ok }) => ok)).toEqual([true, true, true])
  expect(await app.owner.goalNote.count({ where: { booking_id: world.bookingId } })).toBe(1)
})

test('a correction takes the place of what was read, and of nothing newer', async () => {
  const world = await givenSessionOver()
  const note = world.note(world.bookingId)
  valueOf(await writeSessionNote(world.ctx, note))
  const correct = (version: number, text: string) => correctSessionNote(world.ctx, { ...note, version, text })

  const first = await correct(0, 'Trīs reizes.')
  const second = await correct(0, 'Četras reizes.')

  expect(first.ok).toBe(true)
  expect(second).toMatchObject({
    ok: false,
    refusal: { kind: 'changed-meanwhile', note: { text: 'Trīs reizes.', version: 1 } },
  })
  expect(await app.owner.goalNote.findUniqueOrThrow({ where: { id: note.noteId } })).toMatchObject({
    text: 'Trīs reizes.',
    corrected_at: new Date('2026-11-25T09:00:00Z'),
  })
  expect(await app.owner.auditEvent.count({ where: { subject_id: note.noteId, action: 'note.correct' } })).toBe(1)
})

test('of two corrections at once one is kept and the other is told', async () => {
  const world = await givenSessionOver()
  const note = world.note(world.bookingId)
  valueOf(await writeSessionNote(world.ctx, note))

  const results = await Promise.all(
    ['viens', 'divi', 'trīs'].map((text) => correctSessionNote(world.ctx, { ...note, version: 0, text })),
  )

  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
})

test.each([
  ['no words and no mark', { text: ' ' }, 'empty'],
  ['a book', { text: 'a'.repeat(longestNote + 1) }, 'too-long'],
  ['a mark without a goal', { mark: 1 }, 'mark-without-goal'],
])('%s is refused', async (_, note, kind) => {
  const world = await givenSessionOver()

  expect(await writeSessionNote(world.ctx, world.note(world.bookingId, note))).toMatchObject({
    ok: false,
    refusal: { kind },
  })
})

test('a mark off the scale, and a goal that the service does not serve, are refused', async () => {
  const world = await givenSessionOver()
  const write = (note: { mark?: number; goalId: string }) =>
    writeSessionNote(world.ctx, world.note(world.bookingId, note))

  for (const mark of [-3, 3, 0.5]) {
    expect(await write({ mark, goalId: world.goals.short.id })).toMatchObject({
      ok: false,
      refusal: { kind: 'mark-out-of-range' },
    })
  }
  for (const goal of [world.goals.long, world.goals.wish]) {
    expect(await write({ goalId: goal.id })).toMatchObject({ ok: false, refusal: { kind: 'unknown-goal' } })
  }
})

test('a session ahead, and one that was called off, have no notes', async () => {
  const world = await givenSessionOver()
  const ahead = valueOf(await world.book('2026-11-27T08:00:00Z'))
  await app.corrupt(async (tx) => {
    const called = { cancelled_at: new Date(now), cancelled_by: 'provider', cancel_reason: 'specialist_ill' } as const
    await tx.booking.update({ where: { id: world.bookingId }, data: { state: 'cancelled', ...called } })
  })

  expect(await writeSessionNote(world.ctx, world.note(ahead.bookingId))).toEqual({
    ok: false,
    refusal: { kind: 'not-begun' },
  })
  expect(await writeSessionNote(world.ctx, world.note(world.bookingId))).toEqual({
    ok: false,
    refusal: { kind: 'cancelled' },
  })
  expect(await getSessionNotes(world.ctx, world)).toMatchObject({ closed: 'cancelled' })
})

test('nobody else of any kind reads or writes the notes of a session', async () => {
  const world = await givenSessionOver()
  const elsewhere = await givenProgress(app)
  app.clock.set('2026-11-25T09:00:00Z')
  const municipalityId = world.town.id
  const colleague = await app.given.specialist({ providerId: world.specialist.providerId ?? '' })
  const staff = await Promise.all(
    (['finance_officer', 'payout_approver', 'municipality_administrator', 'expert'] as const).map((role) =>
      app.given.actor(role, { municipalityId }),
    ),
  )
  for (const actor of [elsewhere.specialist, colleague.actor, world.guardian, world.worker, ...staff]) {
    const ctx = app.as(actor)
    expect(await getSessionNotes(ctx, world)).toBeNull()
    expect(await writeSessionNote(ctx, world.note(world.bookingId))).toEqual(notFound)
  }
  for (const bookingId of ['none', crypto.randomUUID()]) {
    expect(await getSessionNotes(world.ctx, { bookingId })).toBeNull()
  }
})

test('a provider sees what its own people wrote of this child and goal, and nothing of others', async () => {
  const world = await givenSessionOver()
  valueOf(
    await writeSessionNote(world.ctx, world.note(world.bookingId, { text: 'Mūsu.', goalId: world.goals.short.id })),
  )
  valueOf(
    await world.observe(app.as(world.guardian), { on: '2026-11-25', text: 'Mājās.', goalId: world.goals.short.id }),
  )
  // Another provider with a session of the same service, hence the same goal.
  const other = await app.given.offering({
    municipalityId: world.town.id,
    serviceId: world.first.service.id,
    withCap: false,
  })
  const { id: _, ...booked } = await app.owner.booking.findUniqueOrThrow({ where: { id: world.bookingId } })
  const theirs = await app.owner.booking.create({
    data: {
      ...booked,
      offering_id: other.offering.id,
      provider_id: other.provider.id,
      specialist_id: other.specialist.id,
      request_key: crypto.randomUUID(),
      starts_at: new Date('2026-11-25T06:00:00Z'),
      ends_at: new Date('2026-11-25T06:45:00Z'),
      blocked_from: new Date('2026-11-25T06:00:00Z'),
      blocked_until: new Date('2026-11-25T06:45:00Z'),
    },
  })
  const manager = await app.given.actor('provider_manager', { providerId: world.specialist.providerId ?? '' })

  expect(await getSessionNotes(app.as(other.specialistActor), { bookingId: theirs.id })).toMatchObject({
    goals: [{ id: world.goals.short.id }],
    ofSession: [],
    earlier: [],
  })
  expect(await getSessionNotes(app.as(manager), world)).toMatchObject({
    closed: 'not-the-specialist',
    ofSession: [{ text: 'Mūsu.', isOwn: false }],
    earlier: [],
  })
  expect(await writeSessionNote(app.as(manager), world.note(world.bookingId))).toEqual(notFound)
})

test('notes of earlier sessions of the goal follow, newest first', async () => {
  const world = await givenSessionOver()
  const before = valueOf(await world.book('2026-11-26T08:00:00Z'))
  app.clock.set('2026-11-26T12:00:00Z')
  await world.marked(world.bookingId, -1)
  await world.marked(before.bookingId, 0)

  expect(await getSessionNotes(world.ctx, { bookingId: before.bookingId })).toMatchObject({
    ofSession: [{ mark: 0 }],
    earlier: [{ mark: -1, aboutOn: '2026-11-25' }],
  })
})

test('the note of another session or person is not corrected through this one', async () => {
  const world = await givenSessionOver()
  const other = valueOf(await world.book('2026-11-26T08:00:00Z'))
  app.clock.set('2026-11-26T12:00:00Z')
  const note = world.note(world.bookingId)
  valueOf(await writeSessionNote(world.ctx, note))
  const theirs = await givenProgress(app)
  const alien = valueOf(await theirs.observe(app.as(theirs.guardian), { on: '2026-11-26' }))

  expect(await correctSessionNote(world.ctx, { ...note, bookingId: other.bookingId, version: 0 })).toEqual(notFound)
  expect(await correctSessionNote(world.ctx, { ...note, noteId: alien.noteId, version: 0 })).toEqual(notFound)
  // Nor does a new note take the place of one that is there.
  expect(await writeSessionNote(world.ctx, { ...note, noteId: alien.noteId })).toEqual(notFound)
})
