import { addNeededService } from '#app/assessment/add-needed-service.server.ts'
import { finishWishes } from '#app/assessment/finish-wishes.server.ts'
import { proposeOrder } from '#app/assessment/propose-order.server.ts'
import { saveNeededService } from '#app/assessment/save-needed-service.server.ts'
import { saveOwnAssessment } from '#app/assessment/save-own-assessment.server.ts'
import { saveOwnOrder } from '#app/assessment/save-own-order.server.ts'
import { saveWish } from '#app/assessment/save-wish.server.ts'
import { submitOwnAssessment } from '#app/assessment/submit-own-assessment.server.ts'
import { submitParentRanking } from '#app/assessment/submit-parent-ranking.server.ts'
import { approvePlan } from '#app/plan/approve-plan.server.ts'
import { preparePlan } from '#app/plan/prepare-plan.server.ts'
import { signPlan } from '#app/plan/sign-plan.server.ts'
import { startAssessment } from '#app/plan/start-assessment.server.ts'
import { cents } from '#app/platform/money.ts'
import { dateOf } from '#app/platform/time.ts'
import type { DemoAssessedService, DemoAssessment, DemoExpert } from './assessments/demo-assessment.ts'
import { administratorOf, staffActor } from './cast.ts'
import { serviceOf } from './catalogue.ts'
import type { DemoPeriod } from './demo-dates.ts'
import { demoId } from './demo-id.ts'
import type { DemoFamily } from './families/demo-child.ts'
import { individualBudget } from './municipalities.ts'
import type { ReplayedPortal } from './replay.ts'
import { accepted } from './replay.ts'
import { setDemoGoals } from './set-demo-goals.ts'

/** When each step of an assessment was taken; the first that is left out is where it stands today. */
export type Timetable = {
  opened: Temporal.Instant
  wishes?: Temporal.Instant
  experts?: Temporal.Instant
  goals?: Temporal.Instant
  services?: Temporal.Instant
  proposed?: Temporal.Instant
  ranked?: Temporal.Instant
  prepared?: Temporal.Instant
  signed?: Temporal.Instant
  approved?: Temporal.Instant
}

export type DemoCase = { portal: ReplayedPortal; family: DemoFamily; assessment: DemoAssessment }

export type DemoTeam = readonly Pick<DemoExpert, 'key' | 'profession' | 'isLead'>[]

/** Takes one assessment as far as its timetable goes. Answers its id and, once there is one, the plan's. */
export async function assessChild(
  demo: DemoCase,
  {
    period,
    team,
    times,
    previousId = null,
  }: {
    period: DemoPeriod
    team: DemoTeam
    times: Timetable
    previousId?: string | null
  },
): Promise<{ assessmentId: string; planId: string | null }> {
  const assessmentId = await open(demo, { period, team, previousId, at: times.opened })
  if (times.wishes !== undefined) await wish(demo, times.wishes)
  if (times.experts !== undefined) await writeExpertise(demo, assessmentId, times.experts)
  const goalIds = times.goals === undefined ? [] : await setDemoGoals(demo, assessmentId, times.goals)
  if (times.services !== undefined) await listServices(demo, { assessmentId, goalIds, at: times.services })
  if (times.proposed !== undefined) await propose(demo, assessmentId, times.proposed)
  if (times.ranked !== undefined) await rankAsFamily(demo, times.ranked)
  const planId = times.prepared === undefined ? null : await prepare(demo, assessmentId, times.prepared)
  if (planId !== null && times.signed !== undefined) await signAll(demo, planId, times.signed)
  if (planId !== null && times.approved !== undefined) {
    const administrator = demo.portal.as(administratorOf(demo.family.municipality), times.approved)
    accepted(await approvePlan(administrator, { planId }), `approving the plan of ${demo.family.key}`)
  }
  return { assessmentId, planId }
}

const childIdOf = ({ family }: DemoCase) => demoId(`child ${family.key}`)
const serviceIdOf = (code: string) => demoId(`service ${code}`)
const minutesAfter = (at: Temporal.Instant, minutes: number) => at.add({ minutes })
export const guardianOf = ({ portal, family }: DemoCase, at: Temporal.Instant, which = 0) =>
  portal.as(staffActor((family.guardians[which] ?? family.guardians[0]).key, 'guardian'), at)
export const expertOf = ({ portal }: DemoCase, key: string, at: Temporal.Instant) =>
  portal.as(staffActor(key, 'expert'), at)
export const leadOf = ({ assessment }: DemoCase): string =>
  (assessment.experts.find((expert) => expert.isLead === true) ?? assessment.experts[0])?.key ?? 'uldis'

async function open(
  { portal, family }: DemoCase,
  {
    period,
    team,
    previousId,
    at,
  }: { period: DemoPeriod; team: DemoTeam; previousId: string | null; at: Temporal.Instant },
): Promise<string> {
  const day = dateOf(at)
  const started = await startAssessment(portal.as(staffActor(family.socialWorker, 'social_worker'), at), {
    childId: demoId(`child ${family.key}`),
    ...period,
    previousId,
    guardianIds: family.guardians.map(({ key }) => demoId(`person ${key}`)),
    experts: team.map(({ key, profession, isLead = false }) => ({
      personId: demoId(`person ${key}`),
      profession,
      isLead,
    })),
    wishesDue: day.add({ days: 7 }),
    expertsDue: day.add({ days: 18 }),
    rankingDue: day.add({ days: 30 }),
  })
  return accepted(started, `opening the assessment of ${family.key}`).assessmentId
}

async function wish(demo: DemoCase, at: Temporal.Instant): Promise<void> {
  const childId = childIdOf(demo)
  for (const [index, text] of demo.assessment.wishes.entries()) {
    const wishId = demoId(`wish ${demo.family.key} ${index}`)
    const guardian = guardianOf(demo, minutesAfter(at, 2 * index))
    accepted(await saveWish(guardian, { childId, wishId, text, version: 0 }), `a wish for ${demo.family.key}`)
  }
  for (const which of demo.family.guardians.keys()) {
    const guardian = guardianOf(demo, minutesAfter(at, 30 + which), which)
    accepted(await finishWishes(guardian, { childId, isDone: true }), `the wishes for ${demo.family.key}`)
  }
}

async function writeExpertise(demo: DemoCase, assessmentId: string, at: Temporal.Instant): Promise<void> {
  for (const [index, expert] of demo.assessment.experts.entries()) {
    const { key, strengths, needs, conclusion, findings } = expert
    const ctx = expertOf(demo, key, minutesAfter(at, 60 * index))
    const text = {
      strengths,
      needs,
      conclusion,
      findings: findings.map(({ code, qualifier, strength = '', need = '' }) => ({ code, qualifier, strength, need })),
    }
    accepted(await saveOwnAssessment(ctx, { assessmentId, version: 0, text }), `what ${key} wrote`)
    accepted(await submitOwnAssessment(ctx, { assessmentId }), `what ${key} handed in`)
  }
}

async function listServices(
  demo: DemoCase,
  { assessmentId, goalIds, at }: { assessmentId: string; goalIds: readonly string[]; at: Temporal.Instant },
): Promise<void> {
  const lead = expertOf(demo, leadOf(demo), at)
  const { services, covered = [] } = demo.assessment
  for (const service of services) {
    await listService(lead, { assessmentId, code: service.service, draft: neededDraft(service, goalIds) })
  }
  for (const { service: code, payer } of covered) {
    const { reason, description, beneficiary } = serviceOf(code)
    const nothing = { units: 0, minimumUnits: 0, sessionsPerWeek: null, mode: null, goalIds: [] }
    const draft = {
      ...nothing,
      payer: 'others' as const,
      beneficiary,
      reason,
      explanation: description,
      otherPayer: payer,
    }
    await listService(lead, { assessmentId, code, draft })
  }
}

function neededDraft(
  { service: code, units, minimum, perWeek, mode, reason, goals }: DemoAssessedService,
  goalIds: readonly string[],
) {
  const { beneficiary, description } = serviceOf(code)
  return {
    payer: 'individual-budget' as const,
    units,
    minimumUnits: minimum,
    sessionsPerWeek: perWeek ?? null,
    mode: mode ?? null,
    beneficiary,
    reason,
    explanation: description,
    otherPayer: { lv: '', en: '' },
    goalIds: goals.flatMap((place) => goalIds[place] ?? []),
  }
}

async function listService(
  lead: ReturnType<typeof expertOf>,
  {
    assessmentId,
    code,
    draft,
  }: {
    assessmentId: string
    code: string
    draft: Parameters<typeof saveNeededService>[1]['draft']
  },
): Promise<void> {
  const where = { assessmentId, serviceId: serviceIdOf(code) }
  accepted(await addNeededService(lead, where), `adding ${code}`)
  accepted(await saveNeededService(lead, { ...where, version: 0, draft }), `describing ${code}`)
}

async function propose(demo: DemoCase, assessmentId: string, at: Temporal.Instant): Promise<void> {
  const { experts, proposalReason = '' } = demo.assessment
  for (const [index, { key, order }] of experts.entries()) {
    const ctx = expertOf(demo, key, minutesAfter(at, 20 * index - 240))
    const given = { assessmentId, order: order.map((group) => group.map(serviceIdOf)), isHandedIn: true }
    accepted(await saveOwnOrder(ctx, given), `the order of ${key}`)
  }
  const lead = experts.find((expert) => expert.isLead === true) ?? experts[0]
  const order = (lead?.order ?? []).map((group) => group.map(serviceIdOf))
  const proposal = { assessmentId, order, reason: proposalReason }
  accepted(await proposeOrder(expertOf(demo, leadOf(demo), at), proposal), `the order for ${demo.family.key}`)
}

async function rankAsFamily(demo: DemoCase, at: Temporal.Instant): Promise<void> {
  const order = (demo.assessment.parentOrder ?? []).map((group) => group.map(serviceIdOf))
  const ranking = { childId: childIdOf(demo), order, version: 0 }
  accepted(await submitParentRanking(guardianOf(demo, at), ranking), `the family's order for ${demo.family.key}`)
}

async function prepare({ portal, family }: DemoCase, assessmentId: string, at: Temporal.Instant): Promise<string> {
  const worker = portal.as(staffActor(family.socialWorker, 'social_worker'), at)
  const plan = { assessmentId, budget: cents(individualBudget), budgetReason: '' }
  return accepted(await preparePlan(worker, plan), `preparing the plan of ${family.key}`).planId
}

async function signAll(demo: DemoCase, planId: string, at: Temporal.Instant): Promise<void> {
  const { portal, family } = demo
  const signers = [
    portal.as(staffActor(family.socialWorker, 'social_worker'), at),
    expertOf(demo, leadOf(demo), minutesAfter(at, 40)),
    ...family.guardians.map((_, which) => guardianOf(demo, minutesAfter(at, 90 + which), which)),
  ]
  for (const signer of signers) accepted(await signPlan(signer, { planId }), `signing the plan of ${family.key}`)
}
