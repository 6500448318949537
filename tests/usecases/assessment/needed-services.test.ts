import { expect, test } from 'vitest'
import { addNeededService } from '#app/assessment/add-needed-service.server.ts'
import { answerQuestion } from '#app/assessment/answer-question.server.ts'
import { getNeededService, getNeededServices } from '#app/assessment/get-needed-services.server.ts'
import { removeNeededService } from '#app/assessment/remove-needed-service.server.ts'
import type { ServiceDraft } from '#app/assessment/rules/needed-service.ts'
import { saveNeededService } from '#app/assessment/save-needed-service.server.ts'
import { saveOwnOrder } from '#app/assessment/save-own-order.server.ts'
import { toDate } from '#app/platform/time.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { finished, teamAtWork } from '#tests/support/given/team-at-work.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-24T10:00:00Z' })
const refusedWith = (kind: string) => ({ ok: false, refusal: { kind } })

test('a service comes from the catalogue with its description, and is read back as the team wrote it', async () => {
  const { assessmentId, expert, lead, goalId, a } = await teamAtWork(app)
  const ctx = app.as(expert)

  valueOf(await addNeededService(ctx, { assessmentId, serviceId: a }))
  const fresh = await getNeededService(ctx, { assessmentId, serviceId: a })
  expect(fresh?.service).toMatchObject({ units: 0, version: 0, explanation: { lv: 'Apraksts', en: 'Description' } })
  expect(fresh?.service.gaps).toEqual(['units', 'reason'])

  const draft = { ...finished, goalIds: [goalId, goalId, crypto.randomUUID()] }
  valueOf(await saveNeededService(ctx, { assessmentId, serviceId: a, version: 0, draft }))

  const page = await getNeededServices(app.as(lead), { assessmentId })
  expect(page).toMatchObject({ state: 'open', budget: 2_000_00 })
  expect(page?.services).toMatchObject([
    { ...finished, goalIds: [goalId], version: 1, unitPrice: 32_00, cost: 12 * 32_00, gaps: [] },
  ])
  expect(page?.services[0]?.changedBy).toBe(`${expert.givenName} ${expert.familyName}`)
  expect(page?.catalogue.map((service) => service.serviceId)).not.toContain(a)
})

test('two experts who add the same service at once get it once', async () => {
  const { assessmentId, expert, colleague, a } = await teamAtWork(app)

  const results = await Promise.all(
    [expert, colleague].map((actor) => addNeededService(app.as(actor), { assessmentId, serviceId: a })),
  )

  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(results).toContainEqual(refusedWith('already-listed'))
})

test('of two who change one service, the second reads what the first wrote', async () => {
  const { assessmentId, expert, colleague, a } = await teamAtWork(app)
  valueOf(await addNeededService(app.as(expert), { assessmentId, serviceId: a }))

  const results = await Promise.all(
    [expert, colleague].map((actor, index) =>
      saveNeededService(app.as(actor), {
        assessmentId,
        serviceId: a,
        version: 0,
        draft: { ...finished, units: 20 + index },
      }),
    ),
  )

  const winner = results.findIndex((result) => result.ok)
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(results[1 - winner]).toMatchObject({
    ok: false,
    refusal: { kind: 'changed-meanwhile', now: { units: 20 + winner, version: 1 } },
  })
})

test.each<[string, Partial<ServiceDraft>, string, string]>([
  ['negative units', { units: -1 }, 'units', 'not-whole'],
  ['half a unit', { units: 1.5 }, 'units', 'not-whole'],
  ['no number at all', { units: Number.NaN }, 'units', 'not-whole'],
  ['units beyond counting', { units: 5_001 }, 'units', 'too-many'],
  ['units beyond the database', { units: 1e15 }, 'units', 'too-many'],
  ['a minimum above the units', { units: 3, minimumUnits: 4 }, 'minimumUnits', 'above-units'],
  ['a negative minimum', { minimumUnits: -1 }, 'minimumUnits', 'not-whole'],
  ['no session a week', { sessionsPerWeek: 0 }, 'sessionsPerWeek', 'out-of-range'],
  ['more sessions than a week holds', { sessionsPerWeek: 51 }, 'sessionsPerWeek', 'out-of-range'],
  ['a text without end', { reason: { lv: 'a'.repeat(4_001), en: '' } }, 'reason', 'too-long'],
])('%s is refused and nothing changes', async (_, nonsense, field, problem) => {
  const { assessmentId, expert, a } = await teamAtWork(app)
  const ctx = app.as(expert)
  valueOf(await addNeededService(ctx, { assessmentId, serviceId: a }))

  const refused = await saveNeededService(ctx, {
    assessmentId,
    serviceId: a,
    version: 0,
    draft: { ...finished, ...nonsense },
  })

  expect(refused).toMatchObject({ ok: false, refusal: { kind: 'not-sensible', problems: [{ field, problem }] } })
  expect((await getNeededService(ctx, { assessmentId, serviceId: a }))?.service.version).toBe(0)
})

test('no units yet is a draft that is kept, and so is the most there can be', async () => {
  const { assessmentId, expert, a } = await teamAtWork(app)
  const ctx = app.as(expert)
  valueOf(await addNeededService(ctx, { assessmentId, serviceId: a }))

  const none = { ...finished, units: 0, minimumUnits: 0 }
  valueOf(await saveNeededService(ctx, { assessmentId, serviceId: a, version: 0, draft: none }))
  const most = { ...finished, units: 5_000, minimumUnits: 5_000 }
  valueOf(await saveNeededService(ctx, { assessmentId, serviceId: a, version: 1, draft: most }))

  expect((await getNeededService(ctx, { assessmentId, serviceId: a }))?.service).toMatchObject({ units: 5_000 })
})

test('what somebody else pays for asks for no units, and comes back without what it had', async () => {
  const { assessmentId, expert, a } = await teamAtWork(app)
  const ctx = app.as(expert)
  valueOf(await addNeededService(ctx, { assessmentId, serviceId: a }))
  const draft = { ...finished, payer: 'others' as const, otherPayer: { lv: 'Skola', en: '' } }

  valueOf(await saveNeededService(ctx, { assessmentId, serviceId: a, version: 0, draft }))

  expect((await getNeededService(ctx, { assessmentId, serviceId: a }))?.service).toMatchObject({
    payer: 'others',
    units: 0,
    unitPrice: null,
    otherPayer: { lv: 'Skola', en: '' },
    gaps: [],
  })
})

test('a service without a price cap shows none, whatever mode it has', async () => {
  const { assessmentId, expert, a } = await teamAtWork(app)
  const ctx = app.as(expert)
  valueOf(await addNeededService(ctx, { assessmentId, serviceId: a }))

  const draft = { ...finished, mode: 'online' as const }
  valueOf(await saveNeededService(ctx, { assessmentId, serviceId: a, version: 0, draft }))

  expect((await getNeededService(ctx, { assessmentId, serviceId: a }))?.service).toMatchObject({
    unitPrice: null,
    cost: null,
  })
})

test('a service nobody knows, and one that is not on the list', async () => {
  const { assessmentId, expert, a } = await teamAtWork(app)
  const ctx = app.as(expert)

  for (const serviceId of [crypto.randomUUID(), 'fizio', '']) {
    expect(await addNeededService(ctx, { assessmentId, serviceId })).toEqual(refusedWith('unknown-service'))
  }
  const missing = { assessmentId, serviceId: a, version: 0 }
  expect(await saveNeededService(ctx, { ...missing, draft: finished })).toEqual(refusedWith('not-found'))
  expect(await removeNeededService(ctx, missing)).toEqual(refusedWith('not-found'))
  expect(await getNeededService(ctx, missing)).toBeNull()
})

test('who has no seat finds nothing, and an administrator reads without writing', async () => {
  const team = await teamAtWork(app, { isReady: true })
  const elsewhere = await teamAtWork(app)
  const stranger = await app.given.actor('expert', { municipalityId: team.town.id })
  const administrator = await app.given.actor('municipality_administrator', { municipalityId: team.town.id })
  const { assessmentId, a } = team

  for (const actor of [stranger, elsewhere.lead, elsewhere.worker, team.guardian, administrator]) {
    const ctx = app.as(actor)
    const notFound = refusedWith('not-found')
    expect(await addNeededService(ctx, { assessmentId, serviceId: team.ids[3] ?? '' })).toEqual(notFound)
    expect(await saveNeededService(ctx, { assessmentId, serviceId: a, version: 1, draft: finished })).toEqual(notFound)
    expect(await removeNeededService(ctx, { assessmentId, serviceId: a, version: 1 })).toEqual(notFound)
    const page = await getNeededServices(ctx, { assessmentId })
    expect(page === null ? null : page.state).toBe(actor === administrator ? 'reading' : null)
  }
})

test('after the proposal, and after completion, nothing of the list changes', async () => {
  for (const data of [{ proposed_at: toDate(app.clock.now()) }, { completed_at: toDate(app.clock.now()) }]) {
    const { assessmentId, expert, ids, a } = await teamAtWork(app, { isReady: true })
    await app.owner.assessment.update({ where: { id: assessmentId }, data })
    const ctx = app.as(expert)
    const closed = refusedWith('proposed_at' in data ? 'proposed' : 'completed')

    expect(await addNeededService(ctx, { assessmentId, serviceId: ids[3] ?? '' })).toEqual(closed)
    expect(await saveNeededService(ctx, { assessmentId, serviceId: a, version: 1, draft: finished })).toEqual(closed)
    expect(await removeNeededService(ctx, { assessmentId, serviceId: a, version: 1 })).toEqual(closed)
  }
})

test('a removed service takes what was written of it along; one that changed meanwhile is not removed unseen', async () => {
  const { assessmentId, expert, colleague, a, b, c } = await teamAtWork(app, { isReady: true })
  const ctx = app.as(expert)
  const order = [[a], [b, c]]
  valueOf(await saveOwnOrder(app.as(colleague), { assessmentId, order, isHandedIn: true }))

  const seenBefore = { assessmentId, serviceId: a, version: 0 }
  expect(await removeNeededService(app.as(colleague), seenBefore)).toEqual(refusedWith('changed-meanwhile'))
  valueOf(await removeNeededService(ctx, seenBefore))

  expect((await getNeededServices(ctx, { assessmentId }))?.services.map((one) => one.serviceId)).toEqual([b, c])
  expect(await app.owner.expertRank.count({ where: { assessment_id: assessmentId } })).toBe(2)
  const [kept] = await app.owner.assessmentExpert.findMany({ where: { person_id: colleague.personId } })
  expect(kept?.order_submitted_at).not.toBeNull()
})

test('a further service brings handed-in orders back to their experts', async () => {
  const { assessmentId, expert, colleague, ids, a, b, c } = await teamAtWork(app, { isReady: true })
  valueOf(await saveOwnOrder(app.as(colleague), { assessmentId, order: [[a], [b], [c]], isHandedIn: true }))

  valueOf(await addNeededService(app.as(expert), { assessmentId, serviceId: ids[3] ?? '' }))

  const [seat] = await app.owner.assessmentExpert.findMany({ where: { person_id: colleague.personId } })
  expect(seat?.order_submitted_at).toBeNull()
})

test('a question is answered once, told to whoever listens, and not by guardians or strangers', async () => {
  const { assessmentId, expert, colleague, guardian, town, a } = await teamAtWork(app, { isReady: true })
  const elsewhere = await teamAtWork(app)
  const [service] = await app.owner.assessedService.findMany({
    where: { assessment_id: assessmentId, service_id: a },
  })
  const { id: questionId } = await app.owner.serviceQuestion.create({
    data: {
      municipality_id: town.id,
      assessed_service_id: service?.id ?? '',
      asked_by: guardian.personId,
      text: 'Cik tas ir tālu?',
      asked_at: toDate(app.clock.now()),
    },
  })
  const ask = { assessmentId, questionId, answer: ' Piecpadsmit minūtes. ' }

  expect(await answerQuestion(app.as(guardian), ask)).toEqual(refusedWith('not-found'))
  expect(await answerQuestion(app.as(elsewhere.expert), ask)).toEqual(refusedWith('not-found'))
  const there = { ...ask, assessmentId: elsewhere.assessmentId }
  expect(await answerQuestion(app.as(elsewhere.expert), there)).toEqual(refusedWith('not-found'))
  expect(await answerQuestion(app.as(expert), { ...ask, questionId: 'x' })).toEqual(refusedWith('not-found'))
  expect(await answerQuestion(app.as(expert), { ...ask, answer: '  ' })).toEqual(refusedWith('empty'))
  const results = await Promise.all([expert, colleague].map((actor) => answerQuestion(app.as(actor), ask)))

  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(results).toContainEqual(refusedWith('already-answered'))
  const page = await getNeededService(app.as(expert), { assessmentId, serviceId: a })
  expect(page?.questions).toMatchObject([{ text: 'Cik tas ir tālu?', answer: 'Piecpadsmit minūtes.' }])
  expect(await app.owner.domainEvent.findMany({ where: { subject_id: questionId } })).toMatchObject([
    { type: 'question.answered', municipality_id: town.id },
  ])
})
