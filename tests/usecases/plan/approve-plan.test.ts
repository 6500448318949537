import { expect, test } from 'vitest'
import { getPeriodBalances } from '#app/budget/get-balances.server.ts'
import { approvePlan } from '#app/plan/approve-plan.server.ts'
import { recordAcknowledgement, signPlan } from '#app/plan/sign-plan.server.ts'
import { withdrawPlan } from '#app/plan/withdraw-plan.server.ts'
import { cents } from '#app/platform/money.ts'
import { socialWorkerOf, valueOf } from '#tests/support/given/assessed-family.ts'
import { decidedFamily, preparedPlan, rankedFamily, signedPlan } from '#tests/support/given/ranked-family.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-24T10:00:00Z' })

function planOf(planId: string) {
  return app.owner.plan.findUniqueOrThrow({ where: { id: planId }, include: { lines: true } })
}

test('a signed plan comes into force: money on the lines, the number of the decision, its day', async () => {
  const family = await rankedFamily(app, { fund: 5_000_00 })
  const planId = await signedPlan(app, family)

  const approved = valueOf(await approvePlan(app.as(family.administrator), { planId }))

  expect(approved).toEqual({ planId, decision: { year: 2026, number: 1 } })
  const plan = await planOf(planId)
  expect(plan).toMatchObject({
    state: 'approved',
    approved_by: family.administrator.personId,
    decision_year: 2026,
    decision_number: 1,
    decided_on: new Date('2026-11-24'),
  })
  const balances = await getPeriodBalances(app.owner, family.periodId)
  expect(balances).toMatchObject({ allocated: 3_852_00, unassigned: 12_00, total: { available: 3_840_00 } })
  for (const line of plan.lines) {
    const onLine = line.budget_line_id === null ? 0 : balances.byLine.get(line.budget_line_id)?.available
    expect(onLine).toBe(line.funded_cents)
  }
  expect(await app.owner.auditEvent.findMany({ where: { subject_id: planId, action: 'plan.approve' } })).toHaveLength(1)
  expect(await app.owner.domainEvent.count({ where: { subject_id: planId, type: 'plan.approved' } })).toBe(1)
  expect(await app.ledgerFaults()).toEqual([])
})

test('nothing comes into force before everybody signed, and what lacks is named', async () => {
  const family = await rankedFamily(app)
  const planId = await preparedPlan(app, family)
  const ctx = app.as(family.administrator)
  const guardian = {
    kind: 'guardian',
    personId: family.guardian.personId,
    name: `${family.guardian.givenName} ${family.guardian.familyName}`,
  }

  expect(await approvePlan(ctx, { planId })).toEqual({
    ok: false,
    refusal: { kind: 'unsigned', missing: [{ kind: 'social_worker' }, { kind: 'physician' }, guardian] },
  })
  valueOf(await signPlan(app.as(family.worker), { planId }))
  valueOf(await signPlan(app.as(family.physician), { planId }))
  expect(await approvePlan(ctx, { planId })).toEqual({
    ok: false,
    refusal: { kind: 'unsigned', missing: [guardian] },
  })
  const told = { planId, personId: family.guardian.personId, how: 'in_person' as const }
  expect(await recordAcknowledgement(app.as(family.worker), { ...told, note: ' ' })).toMatchObject({
    refusal: { kind: 'note-needed' },
  })
  valueOf(await recordAcknowledgement(app.as(family.worker), { ...told, note: 'Izrunāts klātienē 23. novembrī.' }))
  expect(await approvePlan(ctx, { planId })).toMatchObject({ ok: true })
})

test('each signs once, and only under the hat that signs', async () => {
  const family = await rankedFamily(app)
  const planId = await preparedPlan(app, family)
  const municipalityId = family.town.id
  const member = await app.given.actor('expert', { municipalityId })
  await app.owner.assessmentExpert.create({
    data: {
      municipality_id: municipalityId,
      assessment_id: family.assessmentId,
      person_id: member.personId,
      profession: 'psychologist',
      invited_at: new Date('2026-11-24T09:00:00Z'),
    },
  })
  const stranger = await app.given.actor('expert', { municipalityId })
  const other = await rankedFamily(app)

  for (const actor of [member, stranger, other.physician, other.worker, other.guardian, family.administrator]) {
    expect(await signPlan(app.as(actor), { planId })).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  }
  valueOf(await signPlan(app.as(family.worker), { planId }))
  expect(await signPlan(app.as(family.worker), { planId })).toMatchObject({ refusal: { kind: 'already-signed' } })
  const second = await socialWorkerOf(app, { municipalityId, childId: family.child.id })
  expect(await signPlan(app.as(second), { planId })).toMatchObject({ refusal: { kind: 'already-signed' } })
  const stray = { planId, personId: other.guardian.personId, how: 'letter' as const, note: 'Vēstule.' }
  expect(await recordAcknowledgement(app.as(family.worker), stray)).toMatchObject({ refusal: { kind: 'not-found' } })
  expect(await recordAcknowledgement(app.as(family.administrator), stray)).toMatchObject({
    refusal: { kind: 'not-found' },
  })
})

test('four eyes: who signed does not approve, another social worker of the family does', async () => {
  const family = await rankedFamily(app)
  const planId = await signedPlan(app, family)
  const second = await socialWorkerOf(app, { municipalityId: family.town.id, childId: family.child.id })

  expect(await approvePlan(app.as(family.worker), { planId })).toEqual({ ok: false, refusal: { kind: 'four-eyes' } })
  expect(await approvePlan(app.as(second), { planId })).toMatchObject({ ok: true })
})

test('a municipality whose policy asks for two eyes only lets who signed approve', async () => {
  const family = await rankedFamily(app)
  await app.owner.municipalityPolicy.updateMany({
    where: { municipality_id: family.town.id },
    data: { plan_four_eyes: false },
  })
  const planId = await signedPlan(app, family)

  expect(await approvePlan(app.as(family.worker), { planId })).toMatchObject({ ok: true })
})

test('a fund that does not reach refuses with its numbers and changes nothing', async () => {
  const family = await rankedFamily(app, { fund: 3_851_99 })
  const planId = await signedPlan(app, family)

  const refused = await approvePlan(app.as(family.administrator), { planId })

  expect(refused).toEqual({ ok: false, refusal: { kind: 'fund-short', inFund: 3_851_99, asked: 3_852_00 } })
  expect(await planOf(planId)).toMatchObject({ state: 'draft', decision_number: null })
  expect(await app.owner.budgetLine.count({ where: { period_id: family.periodId } })).toBe(0)
  expect(await app.owner.domainEvent.count({ where: { subject_id: planId, type: 'plan.approved' } })).toBe(0)
})

test('of many who approve at once one does, and the money moves once', async () => {
  const family = await rankedFamily(app)
  const planId = await signedPlan(app, family)
  const second = await socialWorkerOf(app, { municipalityId: family.town.id, childId: family.child.id })
  const third = await socialWorkerOf(app, { municipalityId: family.town.id, childId: family.child.id })

  const results = await Promise.all(
    [second, third, family.administrator, second].map((actor) => approvePlan(app.as(actor), { planId })),
  )

  expect(results.filter((result) => result.ok)).toHaveLength(1)
  const refusals = results.flatMap((result) => (result.ok ? [] : [result.refusal.kind]))
  expect(refusals).toEqual(['already-approved', 'already-approved', 'already-approved'])
  expect(await getPeriodBalances(app.owner, family.periodId)).toMatchObject({ allocated: 3_852_00 })
  expect(await app.ledgerFaults()).toEqual([])
})

test('of one who approves and one who withdraws at once, one does', async () => {
  const family = await rankedFamily(app)
  const planId = await signedPlan(app, family)

  const [approved, withdrawn] = await Promise.all([
    approvePlan(app.as(family.administrator), { planId }),
    withdrawPlan(app.as(family.worker), { planId, reason: 'Pagaidām.' }),
  ])

  expect([approved.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1)
  expect((await planOf(planId)).state).toBe(approved.ok ? 'approved' : 'withdrawn')
  expect(await app.ledgerFaults()).toEqual([])
})

test('decisions of a year are numbered without gaps, many at once and over New Year in Riga', async () => {
  const family = await rankedFamily(app, { fund: 90_000_00 })
  const municipalityId = family.town.id
  const { administrator } = family
  const plans = [await signedPlan(app, family)]
  for (let n = 1; n < 6; n += 1) plans.push(await siblingPlan(municipalityId))

  const approved = await Promise.all(plans.slice(0, 5).map((planId) => approvePlan(app.as(administrator), { planId })))
  const numbers = approved.map((result) => valueOf(result).decision.number)
  expect(numbers.toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5])

  app.clock.set('2026-12-31T22:00:00Z')
  const first = valueOf(await approvePlan(app.as(administrator), { planId: plans[5] ?? '' }))
  app.clock.set('2026-11-24T10:00:00Z')
  expect(first.decision).toEqual({ year: 2027, number: 1 })
  expect((await planOf(first.planId)).decided_on).toEqual(new Date('2027-01-01'))
  expect(await app.ledgerFaults()).toEqual([])
})

/** A signed plan of a further child of the municipality, written as rows. */
async function siblingPlan(municipalityId: string): Promise<string> {
  const service = await app.given.service()
  const { child, periodId, guardian } = await app.given.family({
    municipalityId,
    lines: [{ serviceId: service.id, cents: 1 }],
  })
  const at = new Date('2026-11-24T09:00:00Z')
  const owner = { municipality_id: municipalityId }
  const plan = await app.owner.plan.create({
    data: {
      ...owner,
      child_id: child.id,
      period_id: periodId,
      version: 1,
      state: 'draft',
      expert_weight_tenths: 7,
      parent_weight_tenths: 3,
      budget_cents: 10_00,
      unassigned_cents: 10_00,
      created_at: at,
      sealed_at: at,
    },
  })
  for (const kind of ['social_worker', 'physician', 'guardian'] as const) {
    const role = kind === 'physician' ? 'expert' : 'social_worker'
    const { personId: person_id } = kind === 'guardian' ? guardian : await app.given.actor(role, { municipalityId })
    await app.owner.planSignature.create({
      data: { ...owner, plan_id: plan.id, person_id, kind, recorded_by: person_id, signed_at: at },
    })
  }
  return plan.id
}

test('who may not, or not here, finds no plan to approve', async () => {
  const family = await rankedFamily(app)
  const planId = await signedPlan(app, family)
  const other = await rankedFamily(app)
  const finance = await app.given.actor('finance_officer', { municipalityId: family.town.id })

  for (const actor of [other.administrator, other.worker, finance, family.physician, family.guardian]) {
    expect(await approvePlan(app.as(actor), { planId })).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  }
  for (const wrong of ['', 'plan', crypto.randomUUID()]) {
    expect(await approvePlan(app.as(family.administrator), { planId: wrong })).toMatchObject({
      refusal: { kind: 'not-found' },
    })
  }
})

test('a plan in force is not withdrawn, and a guardian may still acknowledge it', async () => {
  const family = await decidedFamily(app)
  const other = await app.given.actor('guardian', { municipalityId: family.town.id })
  await app.owner.guardianship.create({
    data: {
      municipality_id: family.town.id,
      child_id: family.child.id,
      person_id: other.personId,
      kind: 'parent',
      since: new Date('2026-11-24T09:00:00Z'),
    },
  })

  const withdrawn = await withdrawPlan(app.as(family.administrator), { planId: family.planId, reason: 'Nē.' })
  expect(withdrawn).toMatchObject({ refusal: { kind: 'not-a-draft' } })
  expect(await signPlan(app.as(other), { planId: family.planId })).toMatchObject({ ok: true })
  expect(await signPlan(app.as(family.physician), { planId: family.planId })).toMatchObject({
    refusal: { kind: 'not-open' },
  })
})

test('a budget of a cent more than the usual is allocated to the cent', async () => {
  const family = await rankedFamily(app)
  const planId = await signedPlan(app, family, cents(3_852_01))

  valueOf(await approvePlan(app.as(family.administrator), { planId }))

  expect(await getPeriodBalances(app.owner, family.periodId)).toMatchObject({ allocated: 3_852_01, unassigned: 12_01 })
})
