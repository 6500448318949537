import { findToldOrder } from '#app/assessment/get-told-order.server.ts'
import type { Addressed, Asked } from '#app/messages/addressed.ts'
import { others } from '#app/messages/addressed.ts'
import {
  findAssessmentFacts,
  findPeriodFacts,
  findPlanFacts,
  findQuestionFacts,
  findRequestFacts,
} from '#app/messages/assessment-fact-store.server.ts'
import type { Recipient } from '#app/messages/recipient-store.server.ts'
import { listGuardians, listPerson, listSocialWorkers } from '#app/messages/recipient-store.server.ts'
import {
  listAdministrators,
  listInvitedExperts,
  listInvitedGuardians,
  listLeads,
  listReminded,
} from '#app/messages/team-recipient-store.server.ts'
import {
  allSubmittedLetter,
  expertInvitation,
  guardianInvitation,
  proposedLetter,
  rankedLetter,
  reminderLetter,
} from '#app/messages/write-assessment-letter.ts'
import {
  evaluationAskedLetter,
  periodLetter,
  planToApproveLetter,
  planToReadLetter,
  planToSignLetter,
  questionAnsweredLetter,
  questionAskedLetter,
  revisionDeclinedLetter,
  revisionRequestedLetter,
} from '#app/messages/write-plan-letter.ts'
import { toldOrderLetter } from '#app/messages/write-told-letter.ts'

/** Who is told what on the way from an assessment to a plan, and within a period. */
export async function addressAssessmentLetters(asked: Asked): Promise<Addressed[]> {
  const [thing] = asked.event.type.split('.')
  switch (thing) {
    case 'assessment':
      return aboutAssessment(asked)
    case 'question':
      return aboutQuestion(asked)
    case 'plan':
      return aboutPlan(asked)
    case 'revision':
      return aboutRequest(asked)
    case 'period':
    case 'evaluation':
      return aboutPeriod(asked)
    default:
      return []
  }
}

async function aboutAssessment({ tx, event, now }: Asked): Promise<Addressed[]> {
  const assessment = await findAssessmentFacts(tx, event.subjectId)
  if (assessment === null) return []
  const { id: assessmentId, childId } = assessment
  const invited = { assessmentId, at: event.at }
  switch (event.type) {
    case 'assessment.opened':
    case 'assessment.invited':
      return [
        { letter: guardianInvitation(assessment), to: await listInvitedGuardians(tx, invited) },
        { letter: expertInvitation(assessment), to: await listInvitedExperts(tx, invited) },
      ]
    case 'assessment.submitted':
      // The lead is told once, when the last one has handed in.
      if (assessment.writing > 0) return []
      return [{ letter: allSubmittedLetter(assessment), to: others(await listLeads(tx, { assessmentId }), event) }]
    case 'assessment.proposed':
      return [{ letter: proposedLetter(assessment), to: await listGuardians(tx, childId, now) }]
    case 'assessment.ranked': {
      const workers = others(await listSocialWorkers(tx, childId, now), event)
      const told = await findToldOrder(tx, assessmentId)
      return [
        { letter: rankedLetter(assessment), to: workers },
        ...(told === null ? [] : [{ letter: toldOrderLetter(assessment), to: await listGuardians(tx, childId, now) }]),
      ]
    }
    case 'assessment.reminded': {
      const reminded = await listReminded(tx, invited)
      return reminded.map(({ recipient, ...about }) => ({ letter: reminderLetter(assessment, about), to: [recipient] }))
    }
    default:
      return []
  }
}

async function aboutQuestion({ tx, event, now }: Asked): Promise<Addressed[]> {
  const question = await findQuestionFacts(tx, event.subjectId)
  if (question === null) return []
  if (event.type === 'question.answered') {
    return [{ letter: questionAnsweredLetter(question), to: await stillCaring({ tx, now }, question) }]
  }
  const team = await listLeads(tx, { assessmentId: question.assessmentId })
  const workers = await listSocialWorkers(tx, question.childId, now)
  return [{ letter: questionAskedLetter(question), to: [...team, ...workers] }]
}

async function aboutPlan({ tx, event, now }: Asked): Promise<Addressed[]> {
  const plan = await findPlanFacts(tx, event.subjectId)
  // One that was approved or opened again meanwhile asks nobody for anything.
  if (plan === null || !plan.isOpenDraft || event.municipalityId === null) return []
  const workers = others(await listSocialWorkers(tx, plan.childId, now), event)
  if (event.type === 'plan.sealed') {
    const { assessmentId } = plan
    const physicians = assessmentId === null ? [] : await listLeads(tx, { assessmentId, withPhysician: true })
    return [
      { letter: planToSignLetter(plan), to: [...workers, ...others(physicians, event)] },
      { letter: planToReadLetter(plan), to: await listGuardians(tx, plan.childId, now) },
    ]
  }
  if (event.type !== 'plan.signed' || !plan.isSigned) return []
  const administrators = others(await listAdministrators(tx, event.municipalityId), event)
  return [{ letter: planToApproveLetter(plan), to: [...workers, ...administrators] }]
}

async function aboutRequest({ tx, event, now }: Asked): Promise<Addressed[]> {
  const request = await findRequestFacts(tx, event.subjectId)
  if (request === null) return []
  if (event.type === 'revision.declined') {
    const asking =
      request.askedAs === 'guardian' ? await stillCaring({ tx, now }, request) : await listPerson(tx, request.askedBy)
    return [{ letter: revisionDeclinedLetter(request), to: others(asking, event) }]
  }
  const workers = others(await listSocialWorkers(tx, request.childId, now), event)
  return event.type === 'revision.requested' ? [{ letter: revisionRequestedLetter(request), to: workers }] : []
}

/** The guardian who asked; nobody once the child is no longer in their care. */
async function stillCaring(
  { tx, now }: Pick<Asked, 'tx' | 'now'>,
  { childId, askedBy }: { childId: string; askedBy: string },
): Promise<Recipient[]> {
  return (await listGuardians(tx, childId, now)).filter(({ personId }) => personId === askedBy)
}

const periodEvents = {
  'period.extended': 'extended',
  'period.ending': 'ending',
  'period.lapsed': 'lapsed',
} as const

async function aboutPeriod({ tx, event, now }: Asked): Promise<Addressed[]> {
  const period = await findPeriodFacts(tx, event.subjectId)
  if (period === null) return []
  const guardians = await listGuardians(tx, period.childId, now)
  if (event.type === 'evaluation.asked') return [{ letter: evaluationAskedLetter(period), to: guardians }]
  const happened = Object.entries(periodEvents).find(([type]) => type === event.type)?.[1]
  if (happened === undefined) return []
  const workers = others(await listSocialWorkers(tx, period.childId, now), event)
  return [
    { letter: periodLetter(period, happened, 'family'), to: guardians },
    { letter: periodLetter(period, happened, 'municipality'), to: workers },
  ]
}
