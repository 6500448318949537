import { expect, test } from 'vitest'
import { finishWishes } from '#app/assessment/finish-wishes.server.ts'
import { getFamilyAssessment } from '#app/assessment/get-family-assessment.server.ts'
import { removeWish } from '#app/assessment/remove-wish.server.ts'
import { saveWish } from '#app/assessment/save-wish.server.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { familyUnderAssessment } from '#tests/support/given/family-under-assessment.ts'
import { testApp } from '#tests/support/test-app.ts'

const now = '2026-11-25T10:00:00Z'
const app = await testApp({ now })

type Family = Awaited<ReturnType<typeof familyUnderAssessment>>

function write({ child, guardian }: Family, text: string, { wishId = crypto.randomUUID(), version = 0 } = {}) {
  return saveWish(app.as(guardian), { childId: child.id, wishId, text, version })
}

async function wishesOf({ child, guardian }: Family) {
  return (await getFamilyAssessment(app.as(guardian), { childId: child.id }))?.assessment?.wishes
}

test('a wish is kept in the words it was written in, and says who wrote it last', async () => {
  const family = await familyUnderAssessment(app, { isProposed: false })
  const wishId = crypto.randomUUID()

  const saved = valueOf(await write(family, '  Lai viņa pati apģērbjas.  ', { wishId }))
  const again = await saveWish(app.as(family.second), {
    childId: family.child.id,
    wishId,
    text: 'Lai viņa pati apģērbjas no rīta.',
    version: saved.version,
  })

  expect(again).toMatchObject({ ok: true, value: { version: 2 } })
  expect(await wishesOf(family)).toMatchObject([
    {
      id: wishId,
      text: 'Lai viņa pati apģērbjas no rīta.',
      version: 2,
      changedBy: { name: family.second.givenName, isMe: false },
      isServed: false,
    },
  ])
})

test('a new wish that is sent twice is one wish', async () => {
  const family = await familyUnderAssessment(app, { isProposed: false })
  const wishId = crypto.randomUUID()

  const both = await Promise.all([write(family, 'Lai guļ.', { wishId }), write(family, 'Lai guļ.', { wishId })])

  expect(both.every((saved) => saved.ok)).toBe(true)
  expect(await wishesOf(family)).toHaveLength(1)
})

test('two guardians who change one wish at once: the second sees the first one’s words, and nothing is lost', async () => {
  const family = await familyUnderAssessment(app, { isProposed: false })
  const wishId = crypto.randomUUID()
  const { version } = valueOf(await write(family, 'Pirmais.', { wishId }))
  const one = { childId: family.child.id, wishId, version }

  const results = await Promise.all([
    saveWish(app.as(family.guardian), { ...one, text: 'Mammas vārdi.' }),
    saveWish(app.as(family.second), { ...one, text: 'Tēta vārdi.' }),
  ])

  const refused = results.flatMap((result) => (result.ok ? [] : [result.refusal]))
  const [kept] = (await wishesOf(family)) ?? []
  expect(refused).toMatchObject([{ kind: 'changed-meanwhile', text: kept?.text, version: 2 }])
  const mine = kept?.text === 'Mammas vārdi.' ? 'Tēta vārdi.' : 'Mammas vārdi.'
  expect(await saveWish(app.as(family.second), { ...one, text: mine, version: 2 })).toMatchObject({ ok: true })
})

test('a wish without words, one of a whole book, and one too many are refused with what is allowed', async () => {
  const family = await familyUnderAssessment(app, { isProposed: false })

  expect(await write(family, ' \n ')).toEqual({ ok: false, refusal: { kind: 'empty' } })
  expect(await write(family, 'a'.repeat(1001))).toEqual({ ok: false, refusal: { kind: 'too-long', longest: 1000 } })
  for (let count = 1; count <= 20; count += 1) valueOf(await write(family, `Vēlme ${count}.`))
  expect(await write(family, 'Vēl viena.')).toEqual({ ok: false, refusal: { kind: 'too-many', most: 20 } })
})

test('a wish is removed as it was seen; one that a goal serves stays', async () => {
  const family = await familyUnderAssessment(app, { isProposed: false })
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
  valueOf(await write(family, 'Lai runā.', { wishId: first }))
  valueOf(await write(family, 'Lai guļ.', { wishId: second }))
  await app.owner.goal.create({
    data: {
      municipality_id: family.town.id,
      assessment_id: family.assessmentId,
      horizon: 'long_term',
      position: 9,
      text: 'Lieto 20 vārdus.',
      serves_goal_id: first,
    },
  })
  const ctx = app.as(family.guardian)
  const childId = family.child.id

  expect(await removeWish(ctx, { childId, wishId: first, version: 1 })).toEqual({
    ok: false,
    refusal: { kind: 'served' },
  })
  expect(await removeWish(ctx, { childId, wishId: second, version: 0 })).toMatchObject({
    refusal: { kind: 'changed-meanwhile', text: 'Lai guļ.' },
  })
  expect(await removeWish(ctx, { childId, wishId: second, version: 1 })).toEqual({
    ok: true,
    value: { text: 'Lai guļ.' },
  })
  expect(await removeWish(ctx, { childId, wishId: second, version: 1 })).toEqual({
    ok: false,
    refusal: { kind: 'not-found' },
  })
  expect(await write(family, 'Lai guļ ilgi.', { wishId: second, version: 1 })).toEqual({
    ok: false,
    refusal: { kind: 'gone' },
  })
  expect(await wishesOf(family)).toMatchObject([{ id: first, isServed: true }])
})

test('each guardian says for themselves that the wishes are done, and can take it back', async () => {
  const family = await familyUnderAssessment(app, { isProposed: false })
  const childId = family.child.id

  const tooEarly = await finishWishes(app.as(family.guardian), { childId, isDone: true })
  valueOf(await write(family, 'Lai runā.'))
  valueOf(await finishWishes(app.as(family.guardian), { childId, isDone: true }))
  const done = await getFamilyAssessment(app.as(family.second), { childId })
  valueOf(await finishWishes(app.as(family.guardian), { childId, isDone: false }))
  const back = await getFamilyAssessment(app.as(family.guardian), { childId })

  expect(tooEarly).toEqual({ ok: false, refusal: { kind: 'no-wish' } })
  expect(done?.assessment?.guardians).toMatchObject([
    { isMe: true, wishesDoneAt: null, lastAct: null },
    { isMe: false, wishesDoneAt: now, lastAct: { act: 'wishes-done' } },
  ])
  expect(back?.assessment?.guardians[0]).toMatchObject({ isMe: true, wishesDoneAt: null })
})

test('nobody else writes or reads: another family, an ended guardianship, staff, another town', async () => {
  const family = await familyUnderAssessment(app, { isProposed: false })
  const other = await familyUnderAssessment(app, { isProposed: false })
  const wishId = crypto.randomUUID()
  valueOf(await write(family, 'Lai runā.', { wishId }))
  await app.owner.guardianship.updateMany({
    where: { child_id: family.child.id, person_id: family.second.personId },
    data: { ended_at: new Date('2026-11-25T09:00:00Z') },
  })
  const childId = family.child.id

  for (const actor of [other.guardian, family.second, family.worker, family.lead]) {
    const ctx = app.as(actor)
    const refused = { ok: false, refusal: { kind: 'not-found' } }
    expect(await getFamilyAssessment(ctx, { childId })).toBeNull()
    expect(await saveWish(ctx, { childId, wishId, text: 'Cits.', version: 1 })).toEqual(refused)
    expect(await removeWish(ctx, { childId, wishId, version: 1 })).toEqual(refused)
    expect(await finishWishes(ctx, { childId, isDone: true })).toEqual(refused)
  }
  // The wish of one family under the child of another: the id is taken, and not theirs.
  const foreign = await saveWish(app.as(other.guardian), { childId: other.child.id, wishId, text: 'Mans.', version: 0 })
  expect(foreign).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  expect(await getFamilyAssessment(app.as(family.guardian), { childId: 'nav-id' })).toBeNull()
  expect(await wishesOf(family)).toMatchObject([{ text: 'Lai runā.' }])
})

test('a child for whom nothing was opened has no assessment; a completed one stays as it is', async () => {
  const family = await familyUnderAssessment(app)
  const { child, guardian } = await app.given.child({ municipalityId: family.town.id })
  await app.owner.assessment.update({ where: { id: family.assessmentId }, data: { completed_at: new Date(now) } })

  expect(await getFamilyAssessment(app.as(guardian), { childId: child.id })).toMatchObject({ assessment: null })
  expect(await write(family, 'Vēl.')).toEqual({ ok: false, refusal: { kind: 'completed' } })
  expect(await finishWishes(app.as(family.guardian), { childId: family.child.id, isDone: true })).toEqual({
    ok: false,
    refusal: { kind: 'completed' },
  })
})
