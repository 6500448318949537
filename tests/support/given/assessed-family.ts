import { completeAssessment } from '#app/assessment/complete-assessment.server.ts'
import { openAssessment } from '#app/assessment/open-assessment.server.ts'
import { recordAssessmentResult } from '#app/assessment/record-assessment-result.server.ts'
import type { AssessedServiceEntry, GoalEntry } from '#app/assessment/rules/assessed-result.ts'
import type { Actor } from '#app/people/actor.ts'
import { openBudgetPeriod } from '#app/plan/open-period.server.ts'
import type { TestApp } from '#tests/support/test-app.ts'

/** Units, cap in cents and both ranks of seven services: the list that the pages and the documents show. */
const needs = [
  { units: 24, cap: 32_00, expert: 1, parent: 3 },
  { units: 24, cap: 30_00, expert: 2, parent: 2 },
  { units: 24, cap: 38_00, expert: 3, parent: 4 },
  { units: 90, cap: 12_00, expert: 4, parent: 1, unit: 'hour', lane: 'assistance' },
  { units: 12, cap: 40_00, expert: 5, parent: 6 },
  { units: 6, cap: 45_00, expert: 6, parent: 7 },
  { units: 10, cap: 35_00, expert: 7, parent: 5 },
] as const

export const someGoals: readonly GoalEntry[] = [
  { key: 'wish', horizon: 'wish', text: 'Lai viņš pats var pateikt, ko grib.', servesKey: null },
  { key: 'long', horizon: 'long_term', text: 'Lieto 20 vārdus ikdienā.', servesKey: 'wish' },
  { key: 'short', horizon: 'short_term', text: 'Saka „vēl” un „nē”.', servesKey: 'long' },
]

const bothLanguages = (text: string) => ({ lv: text, en: text })

export function neededService(
  serviceId: string,
  need: { units: number; expert: number; parent: number; minimum?: number },
): AssessedServiceEntry {
  return {
    payer: 'individual-budget',
    serviceId,
    expertHalfRank: need.expert * 2,
    parentHalfRank: need.parent * 2,
    units: need.units,
    minimumUnits: need.minimum ?? 1,
    mode: null,
    sessionsPerWeek: 1,
    beneficiary: 'child',
    reason: bothLanguages('Vajadzīgs runai.'),
    explanation: bothLanguages('Speciālists strādā ar bērnu.'),
  }
}

/**
 * A child with a guardian, a social worker, and a completed assessment of seven services for a period that began two
 * months ago, plus one service that the school pays for.
 */
export async function assessedFamily(app: TestApp, { fund }: { fund?: number } = {}) {
  const town = await app.given.municipality(fund === undefined ? {} : { fund })
  const { child, guardian } = await app.given.child({ municipalityId: town.id })
  const worker = await socialWorkerOf(app, { municipalityId: town.id, childId: child.id })
  const services = await Promise.all(
    needs.map(async ({ cap, ...need }) => {
      const service = await app.given.service('unit' in need ? { unit: need.unit, lane: need.lane } : {})
      await app.given.priceCap({ municipalityId: town.id, serviceId: service.id, cents: cap })
      return { ...need, cap, service }
    }),
  )
  const covered = await app.given.service()
  const ctx = app.as(worker)
  const today = Temporal.PlainDate.from(app.clock.now().toString().slice(0, 10))
  const { periodId } = valueOf(
    await openBudgetPeriod(ctx, {
      childId: child.id,
      startsOn: today.subtract({ months: 2 }),
      endsBefore: today.add({ months: 4 }),
    }),
  )
  const { assessmentId } = valueOf(await openAssessment(ctx, { periodId }))
  const result = {
    assessmentId,
    goals: someGoals,
    services: [
      ...services.map(({ service, ...need }) => neededService(service.id, need)),
      {
        payer: 'others' as const,
        serviceId: covered.id,
        otherPayer: bothLanguages('Maksā izglītības iestāde.'),
        beneficiary: 'child' as const,
        reason: bothLanguages('Runas attīstībai.'),
        explanation: bothLanguages('Logopēds bērnudārzā.'),
      },
    ],
  }
  valueOf(await recordAssessmentResult(ctx, result))
  valueOf(await completeAssessment(ctx, { assessmentId }))
  return { town, child, guardian, worker, periodId, assessmentId, result, services, covered }
}

export async function socialWorkerOf(
  app: TestApp,
  { municipalityId, childId }: { municipalityId: string; childId: string },
): Promise<Actor> {
  const worker = await app.given.actor('social_worker', { municipalityId })
  await app.owner.caseAssignment.create({
    data: {
      municipality_id: municipalityId,
      child_id: childId,
      person_id: worker.personId,
      since: new Date(app.clock.now().epochMilliseconds),
    },
  })
  return worker
}

/** The value of a result that a test cannot go on without. */
export function valueOf<Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}
