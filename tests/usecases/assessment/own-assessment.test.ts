import { expect, test } from 'vitest'
import { getExpertAssessment } from '#app/assessment/get-expert-assessment.server.ts'
import { getOwnAssessment } from '#app/assessment/get-own-assessment.server.ts'
import type { SentExpertText } from '#app/assessment/rules/functioning.ts'
import { saveOwnAssessment } from '#app/assessment/save-own-assessment.server.ts'
import { submitOwnAssessment } from '#app/assessment/submit-own-assessment.server.ts'
import { takeBackOwnAssessment } from '#app/assessment/take-back-own-assessment.server.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { familyUnderAssessment } from '#tests/support/given/family-under-assessment.ts'
import { seatExpert } from '#tests/support/given/seat-expert.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-24T10:00:00Z' })

async function team() {
  const family = await familyUnderAssessment(app, { isProposed: false })
  const where = { municipalityId: family.town.id, assessmentId: family.assessmentId }
  const physio = await seatExpert(app, where)
  await app.owner.goal.create({
    data: {
      municipality_id: family.town.id,
      assessment_id: family.assessmentId,
      horizon: 'wish',
      position: 1,
      text: 'Lai viņš pats apģērbjas.',
    },
  })
  return { ...family, physio }
}

const written = (changes: Partial<SentExpertText> = {}): SentExpertText => ({
  findings: [
    { code: 'd5', qualifier: 2, strength: 'Velk zeķes.', need: 'Vajag laiku no rītiem.' },
    { code: 'b7', qualifier: 1, strength: '', need: '' },
  ],
  strengths: 'Neatlaidīgs.',
  needs: '',
  conclusion: 'Pašaprūpe ir sasniedzama.',
  ...changes,
})

test('what is written is kept with every save and read back beside the wishes of the parents', async () => {
  const { physio, assessmentId } = await team()
  const ctx = app.as(physio)

  const first = valueOf(await saveOwnAssessment(ctx, { assessmentId, version: 0, text: written() }))
  const text = written({ findings: [{ code: 'd5', qualifier: 3, strength: '', need: 'x' }], needs: 'Miers.' })
  const second = valueOf(await saveOwnAssessment(ctx, { assessmentId, version: first.version, text }))

  expect([first.version, second.version]).toEqual([1, 2])
  const view = await getOwnAssessment(ctx, { assessmentId })
  expect(view?.own.text).toEqual(text)
  expect(view?.own.savedAt).toBe('2026-11-24T10:00:00Z')
  expect(view?.beside.wishes.map((wish) => wish.text)).toEqual(['Lai viņš pats apģērbjas.'])
  expect(await app.owner.auditEvent.count({ where: { subject_id: assessmentId, action: 'assessment.read' } })).toBe(1)
})

test('a second window with an older text is shown the newer one, and nothing is written over', async () => {
  const { physio, assessmentId } = await team()
  const ctx = app.as(physio)
  valueOf(await saveOwnAssessment(ctx, { assessmentId, version: 0, text: written() }))

  const late = await saveOwnAssessment(ctx, { assessmentId, version: 0, text: written({ conclusion: 'Cits.' }) })

  expect(late).toMatchObject({
    ok: false,
    refusal: { kind: 'changed-meanwhile', now: { version: 1, text: { conclusion: 'Pašaprūpe ir sasniedzama.' } } },
  })
  expect((await getOwnAssessment(ctx, { assessmentId }))?.own.text.conclusion).toBe('Pašaprūpe ir sasniedzama.')
})

test('the same save sent twice is one', async () => {
  const { physio, assessmentId } = await team()
  const ctx = app.as(physio)
  const one = valueOf(await saveOwnAssessment(ctx, { assessmentId, version: 0, text: written() }))
  expect(valueOf(await saveOwnAssessment(ctx, { assessmentId, version: 0, text: written() }))).toEqual(one)
})

test('of two saves at once from two windows one is kept and the other told', async () => {
  const { physio, assessmentId } = await team()
  const ctx = app.as(physio)
  const saves = await Promise.all(
    ['viens', 'divi'].map((conclusion) =>
      saveOwnAssessment(ctx, { assessmentId, version: 0, text: written({ conclusion }) }),
    ),
  )
  expect(saves.filter((saved) => saved.ok)).toHaveLength(1)
  expect(saves.filter((saved) => !saved.ok && saved.refusal.kind === 'changed-meanwhile')).toHaveLength(1)
})

test('two experts write at once without touching each other', async () => {
  const { physio, lead, assessmentId } = await team()
  const saves = await Promise.all(
    [physio, lead].map((actor) =>
      saveOwnAssessment(app.as(actor), { assessmentId, version: 0, text: written({ conclusion: actor.personId }) }),
    ),
  )
  expect(saves.every((saved) => saved.ok)).toBe(true)
  for (const actor of [physio, lead]) {
    expect((await getOwnAssessment(app.as(actor), { assessmentId }))?.own.text.conclusion).toBe(actor.personId)
  }
})

test.each([
  ['an unknown chapter', { code: 'd10' }, { problem: 'unknown-chapter', code: 'd10' }],
  ['qualifier 7', { qualifier: 7 }, { problem: 'unknown-qualifier', code: 'd1' }],
  ['20,000 characters', { need: 'ā'.repeat(20_000) }, { problem: 'too-long', field: 'd1.need', longest: 2_000 }],
])('%s is refused and what was kept stays', async (_, changes, problem) => {
  const { physio, assessmentId } = await team()
  const ctx = app.as(physio)
  valueOf(await saveOwnAssessment(ctx, { assessmentId, version: 0, text: written() }))
  const bad = { code: 'd1', qualifier: 1, strength: '', need: '', ...changes }

  const refused = await saveOwnAssessment(ctx, { assessmentId, version: 1, text: written({ findings: [bad] }) })

  expect(refused).toEqual({ ok: false, refusal: { kind: 'not-sensible', problems: [problem] } })
  expect((await getOwnAssessment(ctx, { assessmentId }))?.own.version).toBe(1)
})

test('handed in it is read by everybody of the team, and not before; taking back hides it again', async () => {
  const { physio, lead, worker, assessmentId } = await team()
  const ctx = app.as(physio)
  const whose = { assessmentId, personId: physio.personId }
  expect(await submitOwnAssessment(ctx, { assessmentId })).toEqual({
    ok: false,
    refusal: { kind: 'not-ready', missing: ['no-chapter-rated', 'no-conclusion'] },
  })
  valueOf(await saveOwnAssessment(ctx, { assessmentId, version: 0, text: written() }))
  expect(await getExpertAssessment(app.as(lead), whose)).toBeNull()

  const handedIn = valueOf(await submitOwnAssessment(ctx, { assessmentId }))
  expect(valueOf(await submitOwnAssessment(ctx, { assessmentId })).submittedAt).toBe(handedIn.submittedAt)
  for (const reader of [lead, worker, physio]) {
    expect((await getExpertAssessment(app.as(reader), whose))?.expert.text.conclusion).toBe('Pašaprūpe ir sasniedzama.')
  }
  expect(await saveOwnAssessment(ctx, { assessmentId, version: 1, text: written({ needs: 'x' }) })).toEqual({
    ok: false,
    refusal: { kind: 'submitted' },
  })
  expect(await app.owner.domainEvent.count({ where: { subject_id: assessmentId, type: 'assessment.submitted' } })).toBe(
    1,
  )

  valueOf(await takeBackOwnAssessment(ctx, { assessmentId }))
  expect(await getExpertAssessment(app.as(lead), whose)).toBeNull()
  valueOf(await saveOwnAssessment(ctx, { assessmentId, version: 1, text: written({ needs: 'x' }) }))
})

test('nothing is taken back from the parents, and nothing changes after completion', async () => {
  const { physio, assessmentId } = await team()
  const ctx = app.as(physio)
  valueOf(await saveOwnAssessment(ctx, { assessmentId, version: 0, text: written() }))
  valueOf(await submitOwnAssessment(ctx, { assessmentId }))
  const at = new Date('2026-11-24T10:00:00Z')
  await app.owner.assessment.update({ where: { id: assessmentId }, data: { proposed_at: at } })
  expect(await takeBackOwnAssessment(ctx, { assessmentId })).toEqual({ ok: false, refusal: { kind: 'proposed' } })

  await app.owner.assessment.update({ where: { id: assessmentId }, data: { completed_at: at } })
  const completed = { ok: false, refusal: { kind: 'completed' } }
  expect(await takeBackOwnAssessment(ctx, { assessmentId })).toEqual(completed)
  expect(await submitOwnAssessment(ctx, { assessmentId })).toEqual(completed)
  expect(await saveOwnAssessment(ctx, { assessmentId, version: 1, text: written() })).toEqual(completed)
})

test('who is not seated finds nothing: experts not invited or gone, other towns, parents, social workers', async () => {
  const { town, guardian, worker, physio, assessmentId } = await team()
  const elsewhere = await team()
  const gone = await seatExpert(app, { municipalityId: town.id, assessmentId })
  await app.owner.assessmentExpert.updateMany({
    where: { assessment_id: assessmentId, person_id: gone.personId },
    data: { ended_at: new Date('2026-11-24T09:00:00Z') },
  })
  const uninvited = await app.given.actor('expert', { municipalityId: town.id })
  const notFound = { ok: false, refusal: { kind: 'not-found' } }
  for (const actor of [gone, uninvited, elsewhere.physio, elsewhere.lead, guardian, worker]) {
    const ctx = app.as(actor)
    expect(await getOwnAssessment(ctx, { assessmentId })).toBeNull()
    expect(await saveOwnAssessment(ctx, { assessmentId, version: 0, text: written() })).toEqual(notFound)
    expect(await submitOwnAssessment(ctx, { assessmentId })).toEqual(notFound)
    expect(await takeBackOwnAssessment(ctx, { assessmentId })).toEqual(notFound)
  }
  for (const actor of [gone, uninvited, elsewhere.worker, guardian]) {
    expect(await getExpertAssessment(app.as(actor), { assessmentId, personId: physio.personId })).toBeNull()
  }
})

test('a re-assessment shows what was handed in a period ago', async () => {
  const { town, child, lead, physio, assessmentId } = await team()
  valueOf(await saveOwnAssessment(app.as(physio), { assessmentId, version: 0, text: written() }))
  valueOf(
    await saveOwnAssessment(app.as(lead), { assessmentId, version: 0, text: written({ conclusion: 'melnraksts' }) }),
  )
  valueOf(await submitOwnAssessment(app.as(physio), { assessmentId }))
  const period = await app.owner.budgetPeriod.create({
    data: {
      municipality_id: town.id,
      child_id: child.id,
      starts_on: new Date('2027-07-01'),
      ends_before: new Date('2028-01-01'),
    },
  })
  const next = await app.owner.assessment.create({
    data: {
      municipality_id: town.id,
      child_id: child.id,
      period_id: period.id,
      previous_id: assessmentId,
      opened_at: new Date('2026-11-24T10:00:00Z'),
    },
  })
  const ergo = await seatExpert(app, { municipalityId: town.id, assessmentId: next.id, profession: 'ergotherapist' })

  const view = await getOwnAssessment(app.as(ergo), { assessmentId: next.id })

  expect(view?.beside.earlier.map(({ code, qualifier, profession }) => [code, qualifier, profession])).toEqual([
    ['b7', 1, 'physiotherapist'],
    ['d5', 2, 'physiotherapist'],
  ])
})
