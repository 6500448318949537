import { expect, test } from 'vitest'
import { approvePlan } from '#app/plan/approve-plan.server.ts'
import { getPlanFile } from '#app/plan/get-plan-file.server.ts'
import { signPlan } from '#app/plan/sign-plan.server.ts'
import { toDate } from '#app/platform/time.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { preparedPlan, rankedFamily, signedPlan } from '#tests/support/given/ranked-family.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-24T10:00:00Z' })

test('one person does not sign as social worker and as physician, whichever comes first', async () => {
  const family = await rankedFamily(app)
  const planId = await preparedPlan(app, family)
  const municipalityId = family.town.id
  const { personId } = family.physician
  const asWorker = await app.given.actor('social_worker', { municipalityId }, { personId })
  const since = toDate(app.clock.now())
  await app.owner.caseAssignment.create({
    data: { municipality_id: municipalityId, child_id: family.child.id, person_id: personId, since },
  })
  expect((await getPlanFile(app.as(asWorker), { planId }))?.deeds.sign).toBe('social_worker')

  valueOf(await signPlan(app.as(family.physician), { planId }))
  expect((await getPlanFile(app.as(asWorker), { planId }))?.deeds.sign).toBeNull()
  expect(await signPlan(app.as(asWorker), { planId })).toEqual({ ok: false, refusal: { kind: 'already-signed' } })
  expect(await app.owner.planSignature.count({ where: { plan_id: planId } })).toBe(1)
  valueOf(await signPlan(app.as(family.worker), { planId }))
})

test('a guardian who administers the municipality does not approve the plan of their own child', async () => {
  const family = await rankedFamily(app)
  const planId = await signedPlan(app, family)
  const place = { municipalityId: family.town.id }
  const both = await app.given.actor('municipality_administrator', place, { personId: family.guardian.personId })

  expect((await getPlanFile(app.as(both), { planId }))?.deeds.approve).toBe('four-eyes')
  expect(await approvePlan(app.as(both), { planId })).toEqual({ ok: false, refusal: { kind: 'four-eyes' } })
  expect(await approvePlan(app.as(family.administrator), { planId })).toMatchObject({ ok: true })
})
