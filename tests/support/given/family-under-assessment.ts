import type { Actor } from '#app/people/actor.ts'
import { toDate } from '#app/platform/time.ts'
import { socialWorkerOf } from '#tests/support/given/assessed-family.ts'
import type { TestApp } from '#tests/support/test-app.ts'

/** Units, price cap in cents and the experts' place of four services: 2 700,00 € in all. */
const needs = [
  { units: 24, cap: 32_00, expert: 1 },
  { units: 24, cap: 30_00, expert: 2 },
  { units: 12, cap: 40_00, expert: 3 },
  { units: 18, cap: 40_66, expert: 4 },
] as const

/**
 * A child with two guardians, a social worker and a leading physician, whose assessment is open: wishes can be
 * written, and once it is proposed four services wait for the family's order, beside one that the school pays for.
 */
export async function familyUnderAssessment(
  app: TestApp,
  { isProposed = true, budget = 2_000_00 }: { isProposed?: boolean; budget?: number } = {},
) {
  const now = app.clock.now()
  const at = toDate(now)
  const town = await app.given.municipality()
  await app.owner.municipalityPolicy.updateMany({
    where: { municipality_id: town.id },
    data: { budget_cents: budget },
  })
  const { child, guardian } = await app.given.child({ municipalityId: town.id })
  const second = await secondGuardian(app, { municipalityId: town.id, childId: child.id })
  const worker = await socialWorkerOf(app, { municipalityId: town.id, childId: child.id })
  const lead = await app.given.actor('expert', { municipalityId: town.id })
  const period = await app.owner.budgetPeriod.create({
    data: {
      municipality_id: town.id,
      child_id: child.id,
      starts_on: new Date('2027-01-01'),
      ends_before: new Date('2027-07-01'),
    },
  })
  const owner = { municipality_id: town.id }
  const assessment = await app.owner.assessment.create({
    data: {
      ...owner,
      child_id: child.id,
      period_id: period.id,
      opened_at: at,
      opened_by: worker.personId,
      wishes_due: new Date('2026-12-01'),
      experts_due: new Date('2026-12-10'),
      ranking_due: new Date('2026-12-20'),
      ...(isProposed ? { proposed_at: at, proposed_by: lead.personId } : {}),
    },
  })
  const assessmentId = assessment.id
  await app.owner.assessmentExpert.create({
    data: {
      ...owner,
      assessment_id: assessmentId,
      person_id: lead.personId,
      profession: 'rehabilitation_physician',
      is_lead: true,
      invited_at: at,
      invited_by: worker.personId,
    },
  })
  const explained = {
    reason_lv: 'Tāpēc.',
    reason_en: 'Because.',
    explanation_lv: 'Kas tas ir.',
    explanation_en: 'What.',
  }
  const services = []
  for (const { units, cap, expert } of needs) {
    const service = await app.given.service()
    await app.given.priceCap({ municipalityId: town.id, serviceId: service.id, cents: cap })
    const assessed = await app.owner.assessedService.create({
      data: {
        ...owner,
        ...explained,
        assessment_id: assessmentId,
        service_id: service.id,
        expert_rank_halves: expert * 2,
        units,
        minimum_units: 4,
        beneficiary: 'child',
      },
    })
    services.push({ assessedId: assessed.id, serviceId: service.id })
  }
  const covered = await app.given.service()
  const coveredByOthers = await app.owner.assessedService.create({
    data: {
      ...owner,
      ...explained,
      assessment_id: assessmentId,
      service_id: covered.id,
      units: 0,
      minimum_units: 0,
      beneficiary: 'child',
      other_payer_lv: 'Skola',
      other_payer_en: 'School',
    },
  })
  const ids = services.map(({ serviceId }) => serviceId)
  return {
    town,
    child,
    guardian,
    second,
    worker,
    lead,
    periodId: period.id,
    assessmentId,
    services,
    ids,
    coveredByOthers,
  }
}

export async function secondGuardian(
  app: TestApp,
  { municipalityId, childId }: { municipalityId: string; childId: string },
): Promise<Actor> {
  const guardian = await app.given.actor('guardian', { municipalityId })
  await app.owner.guardianship.create({
    data: {
      municipality_id: municipalityId,
      child_id: childId,
      person_id: guardian.personId,
      kind: 'parent',
      since: toDate(app.clock.now()),
    },
  })
  return guardian
}
