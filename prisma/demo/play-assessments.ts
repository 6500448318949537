import { answerQuestion } from '#app/assessment/answer-question.server.ts'
import { askQuestion } from '#app/assessment/ask-question.server.ts'
import { getFamilyAssessment } from '#app/assessment/get-family-assessment.server.ts'
import { markUnderstood } from '#app/assessment/mark-understood.server.ts'
import { saveParentRanking } from '#app/assessment/save-parent-ranking.server.ts'
import { signPlan } from '#app/plan/sign-plan.server.ts'
import type { DemoCase, DemoTeam, Timetable } from './assess-child.ts'
import { assessChild, expertOf, guardianOf, leadOf } from './assess-child.ts'
import { austris } from './assessments/austris.ts'
import type { DemoAssessment } from './assessments/demo-assessment.ts'
import { made } from './assessments/made.ts'
import { undine } from './assessments/undine.ts'
import type { DemoDates } from './demo-dates.ts'
import { riga } from './demo-dates.ts'
import { demoId } from './demo-id.ts'
import type { DemoFamily } from './families/demo-child.ts'
import { newcomers } from './families/newcomers.ts'
import type { ReplayedPortal } from './replay.ts'
import { accepted } from './replay.ts'

/**
 * Families on their way to a first plan, each at another step: Ralfs' mother is asked for her wishes, an expert of
 * Undīne is late, Made's parents read and rank, and the plan of Austris waits for signatures. Nobody has begun with Dārta.
 */
export async function playAssessments(portal: ReplayedPortal, dates: DemoDates): Promise<void> {
  const ago = (days: number, time: string) => riga(dates.today.subtract({ days }), time)
  const caseOf = (assessment: DemoAssessment) => ({ portal, assessment, family: newcomer(assessment.child) })
  const begin = (assessment: DemoAssessment, times: Timetable, team: DemoTeam = assessment.experts) =>
    assessChild(caseOf(assessment), { period: nextPeriod(dates), team, times })

  await begin(ralfs, { opened: ago(3, '10:15') }, [
    { key: 'uldis', profession: 'rehabilitation_physician', isLead: true },
    { key: 'vita', profession: 'audiologist_speech_therapist' },
  ])
  await begin(undine, { opened: ago(21, '09:30'), wishes: ago(17, '20:10'), experts: ago(8, '13:00') }, [
    ...undine.experts,
    { key: 'ausma', profession: 'psychologist' },
  ])
  await begin(made, {
    opened: ago(26, '11:00'),
    wishes: ago(22, '21:05'),
    experts: ago(12, '10:00'),
    goals: ago(9, '14:00'),
    services: ago(8, '14:30'),
    proposed: ago(5, '16:00'),
  })
  await readAndRank(caseOf(made), ago)
  const { planId } = await begin(austris, {
    opened: ago(34, '10:00'),
    wishes: ago(30, '20:30'),
    experts: ago(20, '11:00'),
    goals: ago(15, '14:00'),
    services: ago(14, '10:00'),
    proposed: ago(11, '15:00'),
    ranked: ago(6, '21:20'),
    prepared: ago(2, '10:40'),
  })
  const forAustris = caseOf(austris)
  const physician = expertOf(forAustris, leadOf(forAustris), ago(1, '12:05'))
  accepted(await signPlan(physician, { planId: planId ?? '' }), 'the physician signing for Austris')
}

const ralfs: DemoAssessment = { child: 'ralfs', wishes: [], experts: [], goals: [], services: [] }

function newcomer(key: string): DemoFamily {
  const family = newcomers.find((one) => one.key === key)
  if (family === undefined) throw new Error(`The demo has no newcomer "${key}"`)
  return family
}

/** Six months from the first of the next month. */
function nextPeriod({ today }: DemoDates) {
  const startsOn = today.with({ day: 1 }).add({ months: 1 })
  return { startsOn, endsBefore: startsOn.add({ months: 6 }) }
}

/** Made's mother has read what she could and asks; her father has begun to rank. */
async function readAndRank(demo: DemoCase, ago: (days: number, time: string) => Temporal.Instant): Promise<void> {
  const childId = demoId(`child ${demo.family.key}`)
  const mother = guardianOf(demo, ago(3, '21:10'))
  const view = await getFamilyAssessment(mother, { childId })
  const services = view?.assessment?.services ?? []
  for (const { id } of services.slice(0, 3)) {
    accepted(await markUnderstood(mother, { childId, assessedServiceId: id, isUnderstood: true }), 'reading')
  }
  const [first, second] = services
  const assessmentId = view?.assessment?.id
  if (assessmentId === undefined || first === undefined || second === undefined)
    throw new Error('Nothing is proposed for Made')
  const asked = accepted(
    await askQuestion(mother, {
      childId,
      assessedServiceId: first.id,
      text: 'Vai ergoterapeits var nākt arī vakarā pēc sešiem?',
    }),
    'a first question',
  )
  const lead = expertOf(demo, leadOf(demo), ago(2, '09:20'))
  const answer = 'Jā, divas no mūsu speciālistēm strādā līdz astoņiem. Laiku izvēlēsieties paši.'
  accepted(await answerQuestion(lead, { assessmentId, questionId: asked.questionId, answer }), 'an answer')
  accepted(
    await askQuestion(guardianOf(demo, ago(1, '20:45')), {
      childId,
      assessedServiceId: second.id,
      text: 'Vai Theraplay nodarbībās piedalāmies abi vecāki?',
    }),
    'a second question',
  )
  const order = (demo.assessment.parentOrder ?? []).map((group) => group.map((code) => demoId(`service ${code}`)))
  accepted(await saveParentRanking(guardianOf(demo, ago(1, '22:05'), 1), { childId, order, version: 0 }), 'ranking')
}
