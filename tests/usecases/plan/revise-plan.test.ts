import { expect, test } from 'vitest'
import { inviteExpert } from '#app/assessment/invite-expert.server.ts'
import { getPeriodBalances } from '#app/budget/get-balances.server.ts'
import { approvePlan } from '#app/plan/approve-plan.server.ts'
import { addRevisedService, moveLineOn, removeRevisedService, saveRevision } from '#app/plan/edit-revision.server.ts'
import { getPlanFile } from '#app/plan/get-plan-file.server.ts'
import { getPlanHistory } from '#app/plan/get-plan-history.server.ts'
import { getRevision } from '#app/plan/get-revision.server.ts'
import { getSupportPlan } from '#app/plan/get-support-plan.server.ts'
import { planDifference } from '#app/plan/rules/plan-difference.ts'
import { lapseUnusedMoney } from '#app/plan/return-unused-money.server.ts'
import { reopenRevision, sealRevision } from '#app/plan/seal-revision.server.ts'
import { signPlan } from '#app/plan/sign-plan.server.ts'
import { startRevision } from '#app/plan/start-revision.server.ts'
import { cancelBooking } from '#app/schedule/cancel-booking.server.ts'
import { listTouchedBookings } from '#app/schedule/list-touched-bookings.server.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { plannedFamily } from '#tests/support/given/planned-family.ts'
import { familyToRevise } from '#tests/support/given/revised-family.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-24T10:00:00Z' })

type Family = Awaited<ReturnType<typeof familyToRevise>>

const more = (family: Family, place: number, units: number) => ({
  serviceId: family.serviceId(place),
  units,
  reason: 'Palīdz vairāk.',
})

async function fundedUnits(periodId: string, version: number) {
  const plan = await app.owner.plan.findFirstOrThrow({
    where: { period_id: periodId, version, state: { not: 'withdrawn' } },
    include: { lines: { orderBy: { position: 'asc' } } },
  })
  return { state: plan.state, unassigned: plan.unassigned_cents, units: plan.lines.map((line) => line.funded_units) }
}

test('a signed revision moves money between lines, opens a new one, and takes the place of version 1', async () => {
  const family = await familyToRevise(app)
  const before = await fundedUnits(family.periodId, 1)
  // 24 × 32.00 down to 10 frees 448.00: the last of the list gets six at 45.00.
  const planId = await family.signed([more(family, 1, 10), more(family, 6, 6)])

  const file = await getPlanFile(app.as(family.worker), { planId })
  expect(file?.difference).toMatchObject({ given: 270_00, taken: 448_00, unassignedAfter: 190_00 })
  const approved = valueOf(await family.approve(planId))

  expect(approved.planId).toBe(planId)
  expect(await fundedUnits(family.periodId, 1)).toEqual({ ...before, state: 'superseded' })
  const after = await fundedUnits(family.periodId, 2)
  expect(after).toMatchObject({ state: 'approved', unassigned: 12_00 + 448_00 - 270_00 })
  const balances = await getPeriodBalances(app.owner, family.periodId)
  expect(balances).toMatchObject({ allocated: 3_852_00, unassigned: 190_00 })
  expect(await app.ledgerFaults()).toEqual([])

  const history = await getPlanHistory(app.as(family.guardian), { childId: family.child.id, periodId: null })
  const [first, second] = history?.versions ?? []
  expect(history?.versions.map(({ state }) => state)).toEqual(['superseded', 'approved'])
  if (first === undefined || second === undefined) throw new Error('Two versions were expected')
  expect(planDifference(first, second)).toMatchObject({ given: 270_00, taken: 448_00 })
  const view = await getSupportPlan(app.as(family.guardian), { childId: family.child.id, periodId: null })
  expect(view?.plan).toMatchObject({ version: 2 })
})

test('every problem of a draft is told when it is offered for signing, and nothing is sealed', async () => {
  const family = await familyToRevise(app)
  valueOf(await family.book('2026-11-26T10:00:00Z'))
  const planId = await family.start()
  valueOf(await family.save(planId, [{ ...more(family, 1, 0) }, { ...more(family, 2, 12), reason: '' }]))

  expect(await family.seal(planId)).toEqual({
    ok: false,
    refusal: {
      kind: 'problems',
      problems: expect.arrayContaining([
        { kind: 'below-booked', serviceId: family.serviceId(1), floorUnits: 1 },
        { kind: 'reason-needed', serviceId: family.serviceId(2) },
      ]),
    },
  })
  valueOf(await family.save(planId, [more(family, 1, 24), more(family, 2, 30)], 1))
  expect(await family.seal(planId, 2)).toEqual({
    ok: false,
    refusal: { kind: 'problems', problems: [{ kind: 'over-budget', missing: 168_00 }] },
  })
  expect(await app.owner.plan.findUniqueOrThrow({ where: { id: planId } })).toMatchObject({ sealed_at: null })
})

test.each([-1, 2.5, 1e9, Number.NaN])('%s units are refused before anything is written', async (units) => {
  const family = await familyToRevise(app)
  const planId = await family.start()
  expect(await family.save(planId, [more(family, 1, units)])).toMatchObject({ refusal: { kind: 'units-not-whole' } })
})

test('units that come to millions are refused in words, those that come to too much are kept and told', async () => {
  const family = await familyToRevise(app)
  const planId = await family.start()
  const dear = { plan_id: planId, service_id: family.serviceId(1) }
  await app.owner.planLine.updateMany({ where: dear, data: { unit_price_cents: 9_000_00 } })

  expect(await family.save(planId, [more(family, 1, 5_000)])).toMatchObject({ refusal: { kind: 'units-not-whole' } })
  expect(await family.save(planId, [more(family, 1, 2_000)])).toMatchObject({ ok: true })
  expect(await family.seal(planId)).toMatchObject({ refusal: { problems: [{ kind: 'over-budget' }] } })
})

test('sessions that a draft has no room for are listed until they are cancelled for free, or the units rise', async () => {
  const family = await familyToRevise(app)
  valueOf(await family.book('2026-11-26T10:00:00Z'))
  valueOf(await family.book('2026-11-27T10:00:00Z'))
  const planId = await family.start()
  valueOf(await family.save(planId, [more(family, 1, 1)]))
  const touched = () => listTouchedBookings(app.as(family.worker), { childId: family.child.id, planId })

  const before = await touched()
  expect(before).toMatchObject({ settled: 0, all: 2, lines: [{ serviceId: family.serviceId(1), units: 1, floor: 2 }] })
  const [first] = before?.lines[0]?.bookings ?? []
  if (first === undefined) throw new Error('Two sessions were expected')
  const cancelling = { by: 'municipality' as const, reason: 'other' as const, note: null }
  const cancelled = await cancelBooking(app.as(family.worker), { ...cancelling, ...first })
  expect(cancelled).toMatchObject({ ok: true, value: { charge: 0, released: 32_00 } })

  expect(await touched()).toMatchObject({ settled: 1, all: 1, lines: [] })
  valueOf(await family.seal(planId))
  expect(await app.ledgerFaults()).toEqual([])
})

test('of two editors the second is shown what the first wrote', async () => {
  const family = await familyToRevise(app)
  const planId = await family.start()
  valueOf(await family.save(planId, [more(family, 1, 20)]))

  const second = await family.save(planId, [more(family, 1, 5)])

  expect(second).toMatchObject({ ok: false, refusal: { kind: 'conflict', now: { editVersion: 1 } } })
  const now = await getRevision(app.as(family.worker), { childId: family.child.id, planId })
  expect(now?.lines.find(({ serviceId }) => serviceId === family.serviceId(1))?.units).toBe(20)
})

test('a period has one draft at a time, and a stranger cannot begin one', async () => {
  const family = await familyToRevise(app)
  const stranger = await familyToRevise(app)
  const input = { childId: family.child.id, periodId: family.periodId, requestId: null, reason: 'Vajag.' }
  const both = await Promise.all([1, 2].map(() => startRevision(app.as(family.worker), input)))

  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'draft-exists' } })
  expect(await startRevision(app.as(stranger.worker), input)).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  expect(await startRevision(app.as(family.guardian), input)).toEqual({ ok: false, refusal: { kind: 'not-found' } })
})

test('a service of the catalogue joins without ranks at the price of the day, and can be taken off again', async () => {
  const family = await familyToRevise(app)
  const extra = await app.given.service()
  await app.given.priceCap({ municipalityId: family.town.id, serviceId: extra.id, cents: 20_00 })
  const planId = await family.start()
  const ctx = app.as(family.worker)
  const added = { planId, editVersion: 0, serviceId: extra.id, units: 5, why: 'Ieteica ārste.' }

  valueOf(await addRevisedService(ctx, added))
  expect(await addRevisedService(ctx, { ...added, editVersion: 1 })).toMatchObject({
    refusal: { kind: 'service-not-free' },
  })
  valueOf(await removeRevisedService(ctx, { planId, editVersion: 1, serviceId: extra.id }))
  valueOf(await addRevisedService(ctx, { ...added, editVersion: 2 }))
  valueOf(await family.save(planId, [more(family, 1, 20)], 3))
  valueOf(await family.seal(planId, 4))
  await family.sign(planId)
  valueOf(await family.approve(planId))

  const line = await app.owner.planLine.findFirstOrThrow({ where: { plan_id: planId, service_id: extra.id } })
  expect(line).toMatchObject({ expert_rank_halves: null, funded_cents: 100_00, change_reason: 'Ieteica ārste.' })
  const view = await getSupportPlan(app.as(family.guardian), { childId: family.child.id, periodId: null })
  expect(view?.plan?.added).toMatchObject([{ fundedUnits: 5, funded: 100_00, changeReason: 'Ieteica ārste.' }])
  expect(view?.plan?.ranked).toHaveLength(7)
  expect(await app.ledgerFaults()).toEqual([])
})

test('a line that cannot be delivered hands its free money down the list', async () => {
  const family = await familyToRevise(app)
  valueOf(await family.book('2026-11-26T10:00:00Z'))
  const planId = await family.start()

  valueOf(
    await moveLineOn(app.as(family.worker), {
      planId,
      editVersion: 0,
      serviceId: family.serviceId(1),
      why: 'Nav speciālista.',
    }),
  )

  const draft = await getRevision(app.as(family.worker), { childId: family.child.id, planId })
  const units = new Map(draft?.lines.map((line) => [line.serviceId, line.units]))
  expect(units.get(family.serviceId(1))).toBe(1)
  expect(units.get(family.serviceId(5))).toBe(12)
  expect(draft?.lines.find(({ serviceId }) => serviceId === family.serviceId(5))?.reason).toBe('Nav speciālista.')
  valueOf(await family.seal(planId))
})

test('a sealed draft is opened again with its signatures void', async () => {
  const family = await familyToRevise(app)
  const planId = await family.signed([more(family, 1, 20)])

  valueOf(await reopenRevision(app.as(family.worker), { planId }))

  expect(await app.owner.planSignature.count({ where: { plan_id: planId, voided_at: null } })).toBe(0)
  valueOf(await family.save(planId, [more(family, 1, 22)], 1))
})

test('a revision that waited until the unused money lapsed is told what is missing, and changes nothing', async () => {
  const family = await familyToRevise(app)
  const planId = await family.signed([more(family, 1, 10), more(family, 6, 6)])
  app.clock.set('2027-05-01T10:00:00Z')
  await lapseUnusedMoney(app.system(family.town.id))

  const late = await family.approve(planId)
  app.clock.set('2026-11-24T10:00:00Z')

  const missing = 3_852_00 - 190_00
  expect(late).toEqual({ ok: false, refusal: { kind: 'not-enough-unassigned', missing } })
  expect(await fundedUnits(family.periodId, 1)).toMatchObject({ state: 'approved' })
  expect(await app.ledgerFaults()).toEqual([])
})

test('approved twice, a revision is approved once', async () => {
  const family = await familyToRevise(app)
  const planId = await family.signed([more(family, 1, 20)])

  const both = await Promise.all([family.approve(planId), family.approve(planId)])

  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'already-approved' } })
  expect(await app.ledgerFaults()).toEqual([])
})

test('a revision approved while the family books the same money: one of the two is told, nothing is overspent', async () => {
  for (let round = 0; round < 6; round += 1) {
    const family = await familyToRevise(app)
    const planId = await family.signed([more(family, 1, 0)])

    const [booked, approved] = await Promise.all([family.book('2026-11-26T10:00:00Z'), family.approve(planId)])

    expect([booked.ok, approved.ok].filter(Boolean)).toHaveLength(1)
    if (booked.ok) {
      expect(approved).toEqual({
        ok: false,
        refusal: { kind: 'below-booked', serviceIds: [family.serviceId(1)] },
      })
    } else {
      expect(booked.refusal).toMatchObject({ kind: 'budget-exceeded' })
    }
    expect(await app.ledgerFaults()).toEqual([])
  }
})

test('a plan that was decided before the portal is revised: the worker seats a lead who signs', async () => {
  const { town, child, periodId, assessmentId, worker, guardian, services } = await plannedFamily(app)
  const administrator = await app.given.actor('municipality_administrator', { municipalityId: town.id })
  const [first] = services
  const why = 'Mainījās vajadzības.'
  const { planId } = valueOf(
    await startRevision(app.as(worker), { childId: child.id, periodId, requestId: null, reason: why }),
  )
  const lines = [{ serviceId: first?.service.id ?? '', units: 10, reason: why }]
  valueOf(await saveRevision(app.as(worker), { planId, editVersion: 0, reason: why, lines }))
  valueOf(await sealRevision(app.as(worker), { planId, editVersion: 1 }))
  for (const actor of [worker, guardian]) valueOf(await signPlan(app.as(actor), { planId }))
  const unsigned = await approvePlan(app.as(administrator), { planId })
  expect(unsigned).toEqual({ ok: false, refusal: { kind: 'unsigned', missing: [{ kind: 'physician' }] } })
  expect((await getPlanFile(app.as(worker), { planId }))?.head.hasLead).toBe(false)

  const physician = await app.given.actor('expert', { municipalityId: town.id })
  expect(await getPlanFile(app.as(physician), { planId })).toBeNull()
  const lead = {
    assessmentId,
    personId: physician.personId,
    profession: 'rehabilitation_physician',
    isLead: true,
  } as const
  valueOf(await inviteExpert(app.as(worker), lead))

  expect((await getPlanFile(app.as(physician), { planId }))?.deeds.sign).toBe('physician')
  valueOf(await signPlan(app.as(physician), { planId }))
  expect(await approvePlan(app.as(administrator), { planId })).toMatchObject({ ok: true })
  expect(await getPeriodBalances(app.owner, periodId)).toMatchObject({ allocated: 3_852_00, unassigned: 460_00 })
  expect(await app.ledgerFaults()).toEqual([])
})
