import { expect, test } from 'vitest'
import type { PlanUncheckedCreateInput } from '#app/platform/db/generated/models/Plan.ts'
import type { PlanLineUncheckedCreateInput } from '#app/platform/db/generated/models/PlanLine.ts'
import type { SignatureKind } from '#app/platform/db/generated/enums.ts'
import { databaseErrorCode, violatedConstraint } from '#app/platform/db/transact.server.ts'
import { testApp } from '#tests/support/test-app.ts'

/*
 * What the database refuses about plans by itself, even when its owner asks: a plan begins as a draft, is sealed before
 * it is signed, signed before it is approved, and stays as it was decided.
 */

const app = await testApp({ now: '2026-11-25T10:00:00Z' })
const at = new Date('2026-11-25T10:00:00Z')

async function refusalOf(attempt: Promise<unknown>): Promise<string | null> {
  try {
    await attempt
    return null
  } catch (error) {
    return violatedConstraint(error) ?? databaseErrorCode(error) ?? String(error)
  }
}

async function family() {
  const town = await app.given.municipality()
  const service = await app.given.service()
  const { child, guardian, periodId } = await app.given.family({
    municipalityId: town.id,
    lines: [{ serviceId: service.id, cents: 100_00 }],
  })
  const worker = await app.given.actor('social_worker', { municipalityId: town.id })
  const physician = await app.given.actor('expert', { municipalityId: town.id })
  const plan = (over: Partial<PlanUncheckedCreateInput> = {}) =>
    app.owner.plan.create({
      data: {
        municipality_id: town.id,
        child_id: child.id,
        period_id: periodId,
        version: 1,
        state: 'draft',
        expert_weight_tenths: 7,
        parent_weight_tenths: 3,
        budget_cents: 100_00,
        unassigned_cents: 0,
        created_at: at,
        ...over,
      },
    })
  const line = (planId: string, over: Partial<PlanLineUncheckedCreateInput> = {}) =>
    app.owner.planLine.create({
      data: {
        municipality_id: town.id,
        plan_id: planId,
        service_id: service.id,
        position: 1,
        asked_units: 4,
        minimum_units: 1,
        unit_price_cents: 25_00,
        funded_units: 4,
        funded_cents: 100_00,
        left_before_cents: 100_00,
        outcome: 'full',
        beneficiary: 'child',
        reason_lv: 'Iemesls',
        reason_en: 'Reason',
        explanation_lv: 'Skaidrojums',
        explanation_en: 'Explanation',
        ...over,
      },
    })
  const people = { social_worker: worker.personId, physician: physician.personId, guardian: guardian.personId }
  const sign = (planId: string, kind: SignatureKind) =>
    app.owner.planSignature.create({
      data: {
        municipality_id: town.id,
        plan_id: planId,
        person_id: people[kind],
        kind,
        recorded_by: people[kind],
        signed_at: at,
      },
    })
  return { town, service, child, periodId, plan, line, sign }
}

const seal = (id: string) => app.owner.plan.update({ where: { id }, data: { sealed_at: at } })
const approve = (id: string) => app.owner.plan.update({ where: { id }, data: { state: 'approved', approved_at: at } })

/** A draft with one line, sealed and signed by both professions. */
async function signedDraft() {
  const given = await family()
  const { id } = await given.plan()
  const line = await given.line(id)
  await seal(id)
  await given.sign(id, 'social_worker')
  await given.sign(id, 'physician')
  return { ...given, id, lineId: line.id }
}

test('a plan begins as a draft, and a period has one', async () => {
  const { plan } = await family()
  expect(await refusalOf(plan({ state: 'approved' }))).toBe('plan_goes_forward')
  await plan()
  expect(await refusalOf(plan({ version: 2 }))).toBe('one_draft_a_period')
})

test('a draft given up leaves its number to the next', async () => {
  const { plan } = await family()
  const { id } = await plan()
  await app.owner.plan.update({ where: { id }, data: { state: 'withdrawn', withdrawn_at: at } })
  expect(await refusalOf(plan())).toBeNull()
})

test('nobody signs a draft that is still being changed', async () => {
  const { plan, sign } = await family()
  const { id } = await plan()
  expect(await refusalOf(sign(id, 'social_worker'))).toBe('sealed_before_signed')
})

test('a plan is approved when it is sealed and both professions have signed', async () => {
  const { plan, sign } = await family()
  const { id } = await plan()
  expect(await refusalOf(approve(id))).toBe('plan_is_signed')
  await seal(id)
  await sign(id, 'social_worker')
  expect(await refusalOf(approve(id))).toBe('plan_is_signed')
  await sign(id, 'physician')
  expect(await refusalOf(approve(id))).toBeNull()
})

test('a signature that was voided does not count', async () => {
  const { id } = await signedDraft()
  await app.owner.planSignature.updateMany({ where: { plan_id: id, kind: 'physician' }, data: { voided_at: at } })
  expect(await refusalOf(approve(id))).toBe('plan_is_signed')
})

test('a plan taken over from before the portal needs no signatures in it', async () => {
  const { plan } = await family()
  const { id } = await plan({ origin: 'taken_over' })
  expect(await refusalOf(approve(id))).toBeNull()
})

test('the lines of a sealed plan stay', async () => {
  const { id, lineId, line, service } = await signedDraft()
  const other = await app.given.service()
  const change = (data: object) => refusalOf(app.owner.planLine.update({ where: { id: lineId }, data }))
  expect(service.id).not.toBe(other.id)
  expect(await change({ funded_units: 5 })).toBe('plan_is_frozen')
  expect(await change({ reason_lv: 'Cits' })).toBe('plan_is_frozen')
  expect(await refusalOf(app.owner.planLine.delete({ where: { id: lineId } }))).toBe('plan_is_frozen')
  expect(await refusalOf(line(id, { service_id: other.id, position: 2 }))).toBe('plan_is_frozen')
})

test('on the way to approval a line is told which money is its own, once', async () => {
  const { id, lineId, periodId } = await signedDraft()
  const money = await app.owner.budgetLine.findFirstOrThrow({ where: { period_id: periodId } })
  const name = (budget_line_id: string | null) =>
    refusalOf(app.owner.planLine.update({ where: { id: lineId }, data: { budget_line_id } }))
  expect(await name(money.id)).toBeNull()
  expect(await name(null)).toBe('plan_is_frozen')
  await approve(id)
  expect(await name(null)).toBe('plan_is_frozen')
})

test('a sealed plan keeps its weights, rule and budget', async () => {
  const { id } = await signedDraft()
  const change = (data: object) => refusalOf(app.owner.plan.update({ where: { id }, data }))
  expect(await change({ expert_weight_tenths: 6, parent_weight_tenths: 4 })).toBe('plan_is_frozen')
  expect(await change({ minimum_rule: 'stop' })).toBe('plan_is_frozen')
  expect(await change({ budget_cents: 200_00 })).toBe('plan_is_frozen')
})

test('an approved plan keeps its decision and never becomes a draft again', async () => {
  const { id } = await signedDraft()
  await approve(id)
  const change = (data: object) => refusalOf(app.owner.plan.update({ where: { id }, data }))
  expect(await change({ state: 'draft' })).toBe('plan_goes_forward')
  expect(await change({ state: 'withdrawn', withdrawn_at: at })).toBe('plan_goes_forward')
  expect(await change({ approved_at: new Date('2026-12-01T10:00:00Z') })).toBe('plan_is_frozen')
  expect(await change({ decision_year: 2026, decision_number: 1 })).toBe('plan_is_frozen')
  expect(await change({ state: 'superseded' })).toBeNull()
})

test('a period has one approved plan at a time', async () => {
  const { id, plan, sign } = await signedDraft()
  await approve(id)
  const next = await plan({ version: 2, origin: 'revision', based_on_id: id })
  await seal(next.id)
  await sign(next.id, 'social_worker')
  await sign(next.id, 'physician')
  expect(await refusalOf(approve(next.id))).toBe('one_approved_plan_a_period')
  await app.owner.plan.update({ where: { id }, data: { state: 'superseded' } })
  expect(await refusalOf(approve(next.id))).toBeNull()
})

test('a profession signs once, and a signature stays as it was given', async () => {
  const { id, sign } = await signedDraft()
  expect(await refusalOf(sign(id, 'physician'))).toMatch(/^one_signature_a_/)
  const physician = await app.owner.planSignature.findFirstOrThrow({ where: { plan_id: id, kind: 'physician' } })
  const backdate = app.owner.planSignature.update({
    where: { id: physician.id },
    data: { signed_at: new Date('2026-01-01T10:00:00Z') },
  })
  expect(await refusalOf(backdate)).toBe('signature_stays')
})

test('after approval only guardians still acknowledge, and nothing is voided', async () => {
  const { id, sign } = await signedDraft()
  await approve(id)
  expect(await refusalOf(sign(id, 'guardian'))).toBeNull()
  const voided = app.owner.planSignature.updateMany({ where: { plan_id: id }, data: { voided_at: at } })
  expect(await refusalOf(voided)).toBe('signature_stays')
})

test('two decisions of a municipality never have the same number', async () => {
  const one = await signedDraft()
  const numbered = (id: string) =>
    app.owner.plan.update({ where: { id }, data: { decision_year: 2026, decision_number: 7 } })
  await numbered(one.id)
  const { child, periodId } = await app.given.family({
    municipalityId: one.town.id,
    lines: [{ serviceId: one.service.id, cents: 100_00 }],
  })
  const other = await one.plan({ child_id: child.id, period_id: periodId })
  expect(await refusalOf(numbered(other.id))).toBe('one_decision_a_number')
})

test('periods of a child do not overlap, unless one was annulled; an annulled one holds no money', async () => {
  const { town, child, periodId } = await family()
  const held = await app.owner.budgetPeriod.findUniqueOrThrow({ where: { id: periodId } })
  const again = () =>
    app.owner.budgetPeriod.create({
      data: {
        municipality_id: town.id,
        child_id: child.id,
        starts_on: held.starts_on,
        ends_before: held.ends_before,
      },
    })
  expect(await refusalOf(again())).toBe('one_period_at_a_time')
  const annul = (id: string) => app.owner.budgetPeriod.update({ where: { id }, data: { annulled_at: at } })
  expect(await refusalOf(annul(periodId))).toBe('annulled_holds_nothing')
  const { child: other } = await app.given.child({ municipalityId: town.id })
  const days = { starts_on: held.starts_on, ends_before: held.ends_before }
  const empty = { municipality_id: town.id, child_id: other.id, ...days }
  const { id } = await app.owner.budgetPeriod.create({ data: empty })
  await annul(id)
  expect(await refusalOf(app.owner.budgetPeriod.create({ data: empty }))).toBeNull()
})
