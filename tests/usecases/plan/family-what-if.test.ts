import { expect, test } from 'vitest'
import { submitParentRanking } from '#app/assessment/submit-parent-ranking.server.ts'
import { finishWishes } from '#app/assessment/finish-wishes.server.ts'
import { saveWish } from '#app/assessment/save-wish.server.ts'
import { getFamilyOverview, loadAssessmentNotice } from '#app/plan/get-family-overview.server.ts'
import { getFamilyPlan } from '#app/plan/get-family-plan.server.ts'
import { getFamilyRanking } from '#app/plan/get-family-ranking.server.ts'
import { preparePlan } from '#app/plan/prepare-plan.server.ts'
import { computeWhatIf, expertsOrder } from '#app/plan/rules/what-if.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { familyUnderAssessment } from '#tests/support/given/family-under-assessment.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-25T10:00:00Z' })

type Family = Awaited<ReturnType<typeof familyUnderAssessment>>

const rankingOf = ({ guardian, child }: Family) => getFamilyRanking(app.as(guardian), { childId: child.id })

const noticeFor = ({ guardian, child }: Family) => {
  const ctx = app.as(guardian)
  return read(ctx, (tx) => loadAssessmentNotice(ctx, tx, { childId: child.id }))
}

/** What the family's page shows of the money with an order, line by line. */
async function whatIfOf(family: Family, order: string[][]) {
  const view = await rankingOf(family)
  if (!view?.assessment || view.basis === null) throw new Error('Nothing to compute with')
  return computeWhatIf({ services: view.assessment.services, order, basis: view.basis })
}

test('the plan that is prepared is the one that the family saw before it handed its order in', async () => {
  const family = await familyUnderAssessment(app)
  const childId = family.child.id
  const wishId = crypto.randomUUID()
  valueOf(await saveWish(app.as(family.guardian), { childId, wishId, text: 'Lai runā.', version: 0 }))
  const [a = '', b = '', c = '', d = ''] = family.ids
  const order = [[d], [a, c], [b]]
  const seen = await whatIfOf(family, order)

  valueOf(await submitParentRanking(app.as(family.guardian), { childId, order, version: 0 }))
  const { planId } = valueOf(
    await preparePlan(app.as(family.worker), {
      assessmentId: family.assessmentId,
      budget: seen?.budget ?? valueOf({ ok: false, refusal: 'no what-if' }),
      budgetReason: '',
    }),
  )

  const lines = await app.owner.planLine.findMany({ where: { plan_id: planId }, orderBy: { position: 'asc' } })
  expect(
    lines.slice(0, 4).map((line) => [line.service_id, line.funded_units, line.funded_cents, line.outcome]),
  ).toEqual(seen?.lines.map((line) => [line.service.serviceId, line.fundedUnits, line.fundedAmount, line.outcome]))
  expect(seen?.lines.map(({ outcome }) => outcome)).toContain('not_funded')
})

test('without a price there is no what-if, and the page says which service has none', async () => {
  const family = await familyUnderAssessment(app)
  const [first = ''] = family.ids
  await app.owner.priceCap.updateMany({ where: { service_id: first }, data: { valid_to: new Date('2026-11-25') } })

  expect(await rankingOf(family)).toMatchObject({ problem: { kind: 'no-price', serviceIds: [first] } })
})

test('before the proposal there are neither services nor prices to read', async () => {
  const family = await familyUnderAssessment(app, { isProposed: false })

  expect(await rankingOf(family)).toMatchObject({ assessment: { services: [] }, basis: null, problem: null })
})

test('the family’s pages say what is asked of the reader at every step, and nothing once nothing is open', async () => {
  const family = await familyUnderAssessment(app, { isProposed: false })
  const childId = family.child.id
  const ctx = app.as(family.guardian)
  const { child, guardian } = await app.given.child({ municipalityId: family.town.id })

  const nothing = await getFamilyPlan(app.as(guardian), { childId: child.id, periodId: null })
  const wishes = await noticeFor(family)
  valueOf(await saveWish(ctx, { childId, wishId: crypto.randomUUID(), text: 'Lai runā.', version: 0 }))
  valueOf(await finishWishes(ctx, { childId, isDone: true }))
  const experts = await noticeFor(family)
  await app.owner.assessment.update({
    where: { id: family.assessmentId },
    data: { proposed_at: new Date('2026-11-25T09:00:00Z') },
  })
  const reading = await noticeFor(family)
  const view = await rankingOf(family)
  const order = expertsOrder(view?.assessment?.services ?? [])
  valueOf(await submitParentRanking(ctx, { childId, order, version: 0 }))
  const plan = await noticeFor(family)

  expect(nothing?.notice).toBeNull()
  expect(wishes).toMatchObject({ task: { step: 'wishes', due: '2026-12-01' } })
  expect(experts).toMatchObject({ task: null, waitsFor: 'experts' })
  expect(reading).toMatchObject({ task: { step: 'reading', due: '2026-12-20' }, serviceCount: 5 })
  expect(plan).toMatchObject({ task: null, waitsFor: 'worker' })
})

test('a sealed plan is the family’s to open, one that is being prepared is not', async () => {
  const family = await familyUnderAssessment(app)
  const childId = family.child.id
  await app.owner.assessment.update({
    where: { id: family.assessmentId },
    data: { completed_at: new Date('2026-11-25T10:00:00Z') },
  })
  const draft = await app.owner.plan.create({
    data: {
      municipality_id: family.town.id,
      child_id: childId,
      period_id: family.periodId,
      version: 1,
      state: 'draft',
      expert_weight_tenths: 7,
      parent_weight_tenths: 3,
      budget_cents: 1,
      unassigned_cents: 1,
      created_at: new Date('2026-11-25T10:00:00Z'),
    },
  })
  const overview = () => getFamilyOverview(app.as(family.guardian), { childId })

  const preparing = await overview()
  await app.owner.plan.update({ where: { id: draft.id }, data: { sealed_at: new Date('2026-11-25T10:00:00Z') } })
  const sealed = await overview()

  expect(preparing?.decision).toEqual({ planId: null, state: 'preparing', hasAcknowledged: false })
  expect(sealed?.decision).toEqual({ planId: draft.id, state: 'sealed', hasAcknowledged: false })
  expect(await noticeFor(family)).toMatchObject({ task: { step: 'decision' } })
})

test('another family and staff read nothing of it', async () => {
  const family = await familyUnderAssessment(app)
  const other = await familyUnderAssessment(app)
  const childId = family.child.id

  for (const actor of [other.guardian, family.worker, family.lead]) {
    expect(await getFamilyRanking(app.as(actor), { childId })).toBeNull()
    expect(await getFamilyOverview(app.as(actor), { childId })).toBeNull()
  }
})
