import { completeAssessment } from '#app/assessment/complete-assessment.server.ts'
import { openAssessment } from '#app/assessment/open-assessment.server.ts'
import { recordAssessmentResult } from '#app/assessment/record-assessment-result.server.ts'
import type { AssessedServiceEntry, GoalEntry } from '#app/assessment/rules/assessed-result.ts'
import { takeOverPlan } from '#app/plan/take-over-plan.server.ts'
import { openBudgetPeriod } from '#app/plan/open-period.server.ts'
import { cents } from '#app/platform/money.ts'
import { assessChild } from './assess-child.ts'
import { assessmentOf } from './assessments/assessment-of-child.ts'
import { staffActor } from './cast.ts'
import { serviceOf } from './catalogue.ts'
import type { DemoDates, DemoPeriod } from './demo-dates.ts'
import { periodOf, riga } from './demo-dates.ts'
import { demoId } from './demo-id.ts'
import type { DemoChild } from './families/demo-child.ts'
import { individualBudget } from './municipalities.ts'
import type { ReplayedPortal } from './replay.ts'
import { accepted } from './replay.ts'

/** When a plan is approved: the working days before its period begins. */
export function planApprovedAt({ startsOn }: DemoPeriod): Temporal.Instant {
  return riga(startsOn.subtract({ days: 5 }), '15:20')
}

/** Children whose plan went all its way through the portal; those of the others were decided before it was in use. */
const assessedInPortal = ['emils', 'elza', 'annija', 'tince']

/** The way to an approved plan: assessed and signed step by step, or taken over as it was decided on paper. */
export async function makePlan(portal: ReplayedPortal, child: DemoChild, dates: DemoDates): Promise<void> {
  return assessedInPortal.includes(child.key) ? assessPlan(portal, child, dates) : takeOver(portal, child, dates)
}

async function assessPlan(portal: ReplayedPortal, child: DemoChild, dates: DemoDates): Promise<void> {
  const period = periodOf(child, dates)
  const daysBefore = (days: number, time: string) => riga(period.startsOn.subtract({ days }), time)
  const assessment = assessmentOf(child)
  await assessChild(
    { portal, family: child, assessment },
    {
      period,
      team: assessment.experts,
      times: {
        opened: daysBefore(40, '10:00'),
        wishes: daysBefore(36, '20:30'),
        experts: daysBefore(28, '11:00'),
        goals: daysBefore(24, '14:00'),
        services: daysBefore(22, '10:00'),
        proposed: daysBefore(18, '16:00'),
        ranked: daysBefore(12, '21:15'),
        prepared: daysBefore(9, '10:30'),
        signed: daysBefore(7, '12:00'),
        approved: planApprovedAt(period),
      },
    },
  )
}

async function takeOver(portal: ReplayedPortal, child: DemoChild, dates: DemoDates): Promise<void> {
  const period = periodOf(child, dates)
  const worker = staffActor(child.socialWorker, 'social_worker')
  const daysBefore = (days: number, time: string) => riga(period.startsOn.subtract({ days }), time)

  const { periodId } = accepted(
    await openBudgetPeriod(portal.as(worker, daysBefore(40, '10:00')), {
      childId: demoId(`child ${child.key}`),
      ...period,
    }),
    `opening the period of ${child.key}`,
  )
  const { assessmentId } = accepted(
    await openAssessment(portal.as(worker, daysBefore(38, '11:00')), { periodId }),
    `opening the assessment of ${child.key}`,
  )
  accepted(
    await recordAssessmentResult(portal.as(worker, daysBefore(16, '14:30')), {
      assessmentId,
      goals: goalsOf(child),
      services: servicesOf(child),
    }),
    `recording the assessment of ${child.key}`,
  )
  accepted(
    await completeAssessment(portal.as(worker, daysBefore(12, '16:10')), { assessmentId }),
    `completing the assessment of ${child.key}`,
  )
  accepted(
    await takeOverPlan(portal.as(worker, planApprovedAt(period)), { periodId, budget: cents(individualBudget) }),
    `approving the plan of ${child.key}`,
  )
}

function goalsOf({ wishes, longTerm, shortTerm }: DemoChild): GoalEntry[] {
  const wishKey = (index: number) => `wish ${Math.min(index, wishes.length - 1)}`
  return [
    ...wishes.map((text, index) => ({ key: wishKey(index), horizon: 'wish' as const, text, servesKey: null })),
    ...longTerm.map((text, index) => ({
      key: `long ${index}`,
      horizon: 'long_term' as const,
      text,
      servesKey: wishKey(index),
    })),
    ...shortTerm.map((text, index) => ({
      key: `short ${index}`,
      horizon: 'short_term' as const,
      text,
      servesKey: `long ${Math.min(index, longTerm.length - 1)}`,
    })),
  ]
}

function servicesOf({ needs, covered = [] }: DemoChild): AssessedServiceEntry[] {
  return [
    ...needs.map(({ service: code, expert, parent, units, minimum = 1, mode, perWeek, reason }) => {
      const service = serviceOf(code)
      return {
        payer: 'individual-budget' as const,
        serviceId: demoId(`service ${code}`),
        beneficiary: service.beneficiary,
        reason: reason ?? service.reason,
        explanation: service.description,
        expertHalfRank: 2 * expert,
        parentHalfRank: 2 * parent,
        units,
        minimumUnits: minimum,
        mode: mode ?? null,
        sessionsPerWeek: perWeek ?? null,
      }
    }),
    ...covered.map(({ service: code, payer }) => {
      const service = serviceOf(code)
      return {
        payer: 'others' as const,
        serviceId: demoId(`service ${code}`),
        beneficiary: service.beneficiary,
        reason: service.reason,
        explanation: service.description,
        otherPayer: payer,
      }
    }),
  ]
}
