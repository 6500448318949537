import { expect, test } from 'vitest'
import { completeAssessment } from '#app/assessment/complete-assessment.server.ts'
import { getAssessment } from '#app/assessment/get-assessment.server.ts'
import { openAssessment } from '#app/assessment/open-assessment.server.ts'
import { recordAssessmentResult } from '#app/assessment/record-assessment-result.server.ts'
import { openBudgetPeriod } from '#app/plan/open-period.server.ts'
import {
  assessedFamily,
  neededService,
  socialWorkerOf,
  someGoals,
  valueOf,
} from '#tests/support/given/assessed-family.ts'
import { seatExpert } from '#tests/support/given/seat-expert.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-24T10:00:00Z' })

/** Opened without a team: what was agreed is recorded as a whole by the social worker. */
async function openedAssessment() {
  const town = await app.given.municipality()
  const { child, guardian } = await app.given.child({ municipalityId: town.id })
  const worker = await socialWorkerOf(app, { municipalityId: town.id, childId: child.id })
  const { periodId } = valueOf(
    await openBudgetPeriod(app.as(worker), {
      childId: child.id,
      startsOn: Temporal.PlainDate.from('2026-12-01'),
      endsBefore: Temporal.PlainDate.from('2027-06-01'),
    }),
  )
  const { assessmentId } = valueOf(await openAssessment(app.as(worker), { periodId }))
  return { town, child, guardian, worker, periodId, assessmentId }
}

test('what was recorded is read back as it was, wishes linked to the goals that serve them', async () => {
  const family = await assessedFamily(app)

  const assessment = await getAssessment(app.as(family.worker), { assessmentId: family.assessmentId })

  expect(assessment?.services).toHaveLength(8)
  expect(assessment?.services).toEqual(expect.arrayContaining([...family.result.services]))
  const [wish, long, short] = assessment?.goals ?? []
  expect(assessment?.goals.map((goal) => goal.text)).toEqual(someGoals.map((goal) => goal.text))
  expect([wish?.servesKey, long?.servesKey, short?.servesKey]).toEqual([null, wish?.key, long?.key])
})

test('recording again takes the place of what was there, until the assessment is completed', async () => {
  const { worker, assessmentId } = await openedAssessment()
  const service = await app.given.service()
  const ctx = app.as(worker)
  const result = {
    assessmentId,
    goals: someGoals,
    services: [neededService(service.id, { units: 3, expert: 1, parent: 1 })],
  }

  valueOf(await recordAssessmentResult(ctx, result))
  valueOf(await recordAssessmentResult(ctx, result))
  valueOf(await completeAssessment(ctx, { assessmentId }))
  const late = await recordAssessmentResult(ctx, result)

  expect(late).toEqual({ ok: false, refusal: { kind: 'already-completed' } })
  expect((await getAssessment(ctx, { assessmentId }))?.services).toHaveLength(1)
})

test('a ranking with a gap, a minimum above the units and a result without a wish are named', async () => {
  const { worker, assessmentId } = await openedAssessment()
  const one = await app.given.service()
  const other = await app.given.service()

  const refused = await recordAssessmentResult(app.as(worker), {
    assessmentId,
    goals: [],
    services: [
      neededService(one.id, { units: 3, expert: 1, parent: 1, minimum: 4 }),
      neededService(other.id, { units: 3, expert: 3, parent: 2 }),
    ],
  })

  expect(refused).toEqual({
    ok: false,
    refusal: {
      kind: 'not-usable',
      problems: [
        { problem: 'no-wish' },
        { problem: 'units-out-of-range', serviceId: one.id },
        { problem: 'expert-ranks-have-gaps' },
      ],
    },
  })
})

test('a service that the catalogue does not know is refused', async () => {
  const { worker, assessmentId } = await openedAssessment()
  const stranger = crypto.randomUUID()

  const refused = await recordAssessmentResult(app.as(worker), {
    assessmentId,
    goals: someGoals,
    services: [neededService(stranger, { units: 3, expert: 1, parent: 1 })],
  })

  expect(refused).toEqual({ ok: false, refusal: { kind: 'unknown-service', serviceIds: [stranger] } })
})

test('an empty assessment is not completed, and a period is assessed once', async () => {
  const { worker, assessmentId, periodId } = await openedAssessment()

  expect(await completeAssessment(app.as(worker), { assessmentId })).toMatchObject({
    ok: false,
    refusal: { kind: 'not-usable', problems: [{ problem: 'no-wish' }, { problem: 'no-service' }] },
  })
  expect(await openAssessment(app.as(worker), { periodId })).toEqual({ ok: false, refusal: { kind: 'already-opened' } })
})

test('another municipality, a guardian, an expert not invited and a social worker of other families find no assessment', async () => {
  const { town, guardian, assessmentId, periodId } = await openedAssessment()
  const elsewhere = await openedAssessment()
  const colleague = await app.given.actor('social_worker', { municipalityId: town.id })
  const strange = await seatExpert(app, {
    municipalityId: elsewhere.town.id,
    assessmentId: elsewhere.assessmentId,
  })
  const notInvited = await app.given.actor('expert', { municipalityId: town.id })

  for (const actor of [strange, elsewhere.worker, guardian, notInvited, colleague]) {
    const ctx = app.as(actor)
    const notFound = { ok: false, refusal: { kind: 'not-found' } }
    expect(await openAssessment(ctx, { periodId })).toEqual(notFound)
    expect(await recordAssessmentResult(ctx, { assessmentId, goals: someGoals, services: [] })).toEqual(notFound)
    expect(await completeAssessment(ctx, { assessmentId })).toEqual(notFound)
    expect(await getAssessment(ctx, { assessmentId })).toBeNull()
  }
})

test('periods of a child go forward and do not overlap', async () => {
  const { worker, child } = await openedAssessment()
  const ctx = app.as(worker)
  const date = (text: string) => Temporal.PlainDate.from(text)

  expect(
    await openBudgetPeriod(ctx, { childId: child.id, startsOn: date('2027-05-31'), endsBefore: date('2027-11-30') }),
  ).toEqual({ ok: false, refusal: { kind: 'overlaps' } })
  expect(
    await openBudgetPeriod(ctx, { childId: child.id, startsOn: date('2027-06-01'), endsBefore: date('2027-06-01') }),
  ).toEqual({ ok: false, refusal: { kind: 'not-forward' } })
  expect(
    await openBudgetPeriod(ctx, { childId: child.id, startsOn: date('2027-06-01'), endsBefore: date('2027-12-01') }),
  ).toMatchObject({ ok: true })
})
