import { expect, test } from 'vitest'
import { askForRevision } from '#app/plan/ask-for-revision.server.ts'
import { declineRequest } from '#app/plan/decline-request.server.ts'
import { loadAssessmentNotice } from '#app/plan/get-family-overview.server.ts'
import { getPlanHistory } from '#app/plan/get-plan-history.server.ts'
import { longestReason } from '#app/plan/rules/revised-lines.ts'
import { signPlan } from '#app/plan/sign-plan.server.ts'
import { startRevision } from '#app/plan/start-revision.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { suggestRevision } from '#app/schedule/suggest-revision.server.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { familyToRevise } from '#tests/support/given/revised-family.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-24T10:00:00Z' })

test('a guardian asks, the social worker takes it up, and the draft begins with the reason that was given', async () => {
  const family = await familyToRevise(app)
  const { child, periodId } = family
  const asked = { childId: child.id, periodId, reason: '  Grib vairāk peldēt.  ' }
  const { requestId } = valueOf(await askForRevision(app.as(family.guardian), asked))

  const { planId } = valueOf(
    await startRevision(app.as(family.worker), { childId: child.id, periodId, requestId, reason: '' }),
  )

  expect(await app.owner.plan.findUniqueOrThrow({ where: { id: planId } })).toMatchObject({
    state: 'draft',
    version: 2,
    reason: 'Grib vairāk peldēt.',
    request_id: requestId,
  })
  const history = await getPlanHistory(app.as(family.guardian), { childId: child.id, periodId: null })
  expect(history?.requests).toMatchObject([{ id: requestId, state: 'taken', isOwn: true, plan: { id: planId } }])
  // What is still being written is not the family's to read.
  expect(history?.versions.map(({ version }) => version)).toEqual([1])
  expect(await declineRequest(app.as(family.worker), { requestId, answer: 'Nē.' })).toMatchObject({ ok: false })
  const events = await app.owner.domainEvent.findMany({ where: { subject_id: requestId } })
  expect(events.map(({ type }) => type)).toEqual(['revision.requested'])
})

test('a revision that is offered for signing is the family’s to read, and asked of them until they say they have', async () => {
  const family = await familyToRevise(app)
  const { child, guardian } = family
  const guardianCtx = app.as(guardian)
  const notice = () => read(guardianCtx, (tx) => loadAssessmentNotice(guardianCtx, tx, { childId: child.id }))
  const versions = async () =>
    (await getPlanHistory(guardianCtx, { childId: child.id, periodId: null }))?.versions.map(({ version }) => version)
  const planId = await family.start()
  valueOf(await family.save(planId, [{ serviceId: family.serviceId(1), units: 9, reason: 'Vajag mazāk.' }]))
  expect(await notice()).toBeNull()
  expect(await versions()).toEqual([1])

  valueOf(await family.seal(planId))

  expect(await versions()).toEqual([1, 2])
  expect(await notice()).toMatchObject({ of: 'revision', task: { step: 'decision' }, decision: { planId } })
  valueOf(await signPlan(guardianCtx, { planId }))
  expect(await notice()).toBeNull()
})

test('a declined request carries its answer to the one who asked, and is not taken up any more', async () => {
  const family = await familyToRevise(app)
  const { child, periodId } = family
  const { requestId } = valueOf(
    await askForRevision(app.as(family.guardian), { childId: child.id, periodId, reason: 'Vajag vairāk.' }),
  )

  expect(await declineRequest(app.as(family.worker), { requestId, answer: ' ' })).toMatchObject({
    refusal: { kind: 'answer-needed' },
  })
  valueOf(await declineRequest(app.as(family.worker), { requestId, answer: 'Nauda jau ir sadalīta.' }))

  const history = await getPlanHistory(app.as(family.guardian), { childId: child.id, periodId: null })
  expect(history?.requests).toMatchObject([{ state: 'declined', answer: 'Nauda jau ir sadalīta.' }])
  const input = { childId: child.id, periodId, requestId, reason: 'Tomēr.' }
  expect(await startRevision(app.as(family.worker), input)).toMatchObject({ refusal: { kind: 'already-answered' } })
})

test('a specialist suggests a change from a session; only those who see the child answer it', async () => {
  const family = await familyToRevise(app)
  const stranger = await familyToRevise(app)
  const { bookingId } = valueOf(await family.book('2026-11-26T10:00:00Z'))

  expect(await suggestRevision(app.as(stranger.specialist), { bookingId, reason: 'Nē.' })).toMatchObject({
    refusal: { kind: 'not-found' },
  })
  const { requestId } = valueOf(
    await suggestRevision(app.as(family.specialist), { bookingId, reason: 'Divreiz nedēļā ir par daudz.' }),
  )

  expect(await app.owner.revisionRequest.findUniqueOrThrow({ where: { id: requestId } })).toMatchObject({
    asked_as: 'specialist',
    provider_id: family.specialist.providerId,
    child_id: family.child.id,
  })
  expect(await declineRequest(app.as(stranger.worker), { requestId, answer: 'Nē.' })).toMatchObject({ ok: false })
  const theirs = await app.as(stranger.specialist).db.revisionRequest.count()
  expect(theirs).toBe(0)
})

test('without words, with too many, in another family or after the period nothing is asked', async () => {
  const family = await familyToRevise(app)
  const stranger = await familyToRevise(app)
  const ask = (reason: string, childId = family.child.id, periodId = family.periodId) =>
    askForRevision(app.as(family.guardian), { childId, periodId, reason })

  expect(await ask(' ')).toMatchObject({ refusal: { kind: 'reason-needed' } })
  expect(await ask('a'.repeat(longestReason + 1))).toMatchObject({ refusal: { kind: 'too-long' } })
  expect(await ask('Vajag.', stranger.child.id)).toMatchObject({ refusal: { kind: 'not-found' } })
  expect(await ask('Vajag.', family.child.id, stranger.periodId)).toMatchObject({ refusal: { kind: 'not-found' } })
  expect(await ask('Vajag.', family.child.id, 'x')).toMatchObject({ refusal: { kind: 'not-found' } })
  app.clock.set('2027-03-25T10:00:00Z')
  expect(await ask('Vajag.')).toMatchObject({ refusal: { kind: 'period-over' } })
  app.clock.set('2026-11-24T10:00:00Z')
})
