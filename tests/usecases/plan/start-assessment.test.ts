import { expect, test } from 'vitest'
import { startAssessment } from '#app/plan/start-assessment.server.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { familyToAssess, startedAssessment } from '#tests/support/given/started-assessment.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-25T10:00:00Z' })

test('a social worker opens period and assessment, invites everybody and sets deadlines in one go', async () => {
  const { worker, guardian, physician, physiotherapist, child, input } = await familyToAssess(app)

  const { assessmentId, periodId } = valueOf(await startAssessment(app.as(worker), input))

  const opened = await app.owner.assessment.findUniqueOrThrow({
    where: { id: assessmentId },
    include: { guardians: true, experts: true, period: { include: { accounts: true } } },
  })
  expect(opened).toMatchObject({ child_id: child.id, period_id: periodId, opened_by: worker.personId })
  expect(opened.guardians.map((seat) => seat.person_id)).toEqual([guardian.personId])
  expect(Object.fromEntries(opened.experts.map((seat) => [seat.person_id, seat.is_lead]))).toEqual({
    [physician.personId]: true,
    [physiotherapist.personId]: false,
  })
  expect(opened.wishes_due?.toISOString().slice(0, 10)).toBe('2026-12-02')
  expect(opened.period.accounts.map((account) => account.kind)).toEqual(['unassigned'])
  expect(await app.owner.domainEvent.count({ where: { type: 'assessment.opened', subject_id: assessmentId } })).toBe(1)
})

test('two who open at once get one assessment, and the second is told so', async () => {
  const { worker, input, child } = await familyToAssess(app)
  const later = { startsOn: input.endsBefore, endsBefore: input.endsBefore.add({ months: 6 }) }

  const done = await Promise.all([
    startAssessment(app.as(worker), input),
    startAssessment(app.as(worker), { ...input, startsOn: input.startsOn.add({ days: 3 }) }),
    startAssessment(app.as(worker), { ...input, ...later }),
  ])

  const refused = { ok: false, refusal: { kind: 'already-open' } }
  expect(done.filter((one) => one.ok)).toHaveLength(1)
  expect(done.filter((one) => !one.ok)).toEqual([refused, refused])
  expect(await app.owner.assessment.count({ where: { child_id: child.id } })).toBe(1)
  expect(await app.owner.budgetPeriod.count({ where: { child_id: child.id } })).toBe(1)
})

test('days of another period are refused in the database', async () => {
  const { town, worker, input, child } = await familyToAssess(app)
  const last = input.startsOn.add({ days: 1 }).toString()
  await app.given.period({
    municipalityId: town.id,
    childId: child.id,
    budget: 1,
    lines: [],
    startsOn: input.startsOn.subtract({ months: 6 }).toString(),
    endsBefore: last,
  })

  expect(await startAssessment(app.as(worker), input)).toEqual({ ok: false, refusal: { kind: 'overlaps' } })
  expect(await startAssessment(app.as(worker), { ...input, startsOn: Temporal.PlainDate.from(last) })).toMatchObject({
    ok: true,
  })
})

test('nothing is opened when somebody cannot be invited', async () => {
  const { town, worker, child, input } = await familyToAssess(app)
  const elsewhere = await familyToAssess(app)
  const other = await app.given.child({ municipalityId: town.id })
  const ctx = app.as(worker)
  const strangers = {
    experts: [
      { personId: elsewhere.physician.personId, profession: 'rehabilitation_physician', isLead: true },
    ] as const,
    guardianIds: [other.guardian.personId],
  }

  expect(await startAssessment(ctx, { ...input, ...strangers })).toEqual({
    ok: false,
    refusal: { kind: 'not-invitable', personIds: [other.guardian.personId, elsewhere.physician.personId] },
  })
  expect(await startAssessment(ctx, { ...input, experts: [], guardianIds: [] })).toEqual({
    ok: false,
    refusal: { kind: 'team', problems: ['no-guardian', 'no-expert'] },
  })
  expect(await app.owner.budgetPeriod.count({ where: { child_id: child.id } })).toBe(0)
})

test('periods that end before they begin, last for years or are over are refused', async () => {
  const { worker, input } = await familyToAssess(app)
  const ctx = app.as(worker)
  const { startsOn } = input
  const refused = (problem: string) => ({ ok: false, refusal: { kind: 'period', problem } })

  expect(await startAssessment(ctx, { ...input, endsBefore: startsOn })).toEqual(refused('not-forward'))
  expect(await startAssessment(ctx, { ...input, endsBefore: startsOn.add({ months: 25 }) })).toEqual(
    refused('too-long'),
  )
  const past = startsOn.subtract({ years: 1 })
  expect(await startAssessment(ctx, { ...input, startsOn: past, endsBefore: past.add({ months: 6 }) })).toEqual(
    refused('over'),
  )
})

test('experts, guardians, colleagues and other towns open nothing', async () => {
  const { town, guardian, physician, input } = await familyToAssess(app)
  const elsewhere = await familyToAssess(app)
  const colleague = await app.given.actor('social_worker', { municipalityId: town.id })
  const finance = await app.given.actor('finance_officer', { municipalityId: town.id })

  for (const actor of [guardian, physician, colleague, finance, elsewhere.worker]) {
    expect(await startAssessment(app.as(actor), input)).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  }
})

test('an assessment looks back on none but an assessment of the same child', async () => {
  const other = await startedAssessment(app)
  const family = await familyToAssess(app)
  const neighbour = await app.given.child({ municipalityId: family.town.id })
  const period = await app.owner.budgetPeriod.create({
    data: {
      municipality_id: family.town.id,
      child_id: neighbour.child.id,
      starts_on: new Date('2026-10-01'),
      ends_before: new Date('2027-04-01'),
    },
  })
  const next = await app.owner.assessment.create({
    data: {
      municipality_id: family.town.id,
      child_id: neighbour.child.id,
      period_id: period.id,
      opened_at: new Date('2026-11-25T09:00:00Z'),
    },
  })

  for (const previousId of [other.assessmentId, next.id, crypto.randomUUID()]) {
    const started = await startAssessment(app.as(family.worker), { ...family.input, previousId })
    expect(started).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  }
})
