import type { AssessmentFacts } from '#app/messages/assessment-fact-store.server.ts'
import type { Letter, Reader } from '#app/messages/letter.ts'
import { letter } from '#app/messages/letter.ts'
import { m } from '#app/paraglide/messages.js'
import { formatDate } from '#app/platform/i18n/format.ts'

/** Mails of an assessment name the child by first name and say what to do; nothing of what was found stands in them. */
type About = Pick<AssessmentFacts, 'childId' | 'childName'>

function facts({ childName }: About, due: Temporal.PlainDate | null, { locale }: Reader) {
  return [
    { label: m.assessment_mail_child({}, { locale }), value: childName },
    ...(due === null
      ? []
      : [{ label: m.assessment_mail_due({}, { locale }), value: formatDate(due.toString(), locale, 'long-until') }]),
  ]
}

/** Invites a guardian to write wishes. */
export function guardianInvitation(assessment: AssessmentFacts): Letter {
  return (reader) => {
    const say = { locale: reader.locale }
    return letter(reader, {
      subject: m.assessment_mail_invited_family_subject({}, say),
      paragraphs: [m.assessment_mail_invited_family({}, say)],
      facts: facts(assessment, assessment.wishesDue, reader),
      action: {
        label: m.assessment_mail_write_wishes({}, say),
        href: reader.link(`/family/${assessment.childId}/assessment/wishes`),
      },
    })
  }
}

/** Invites an expert to assess; once that is completed, to read it and to sign what waits for a signature. */
export function expertInvitation(assessment: AssessmentFacts): Letter {
  return assessment.isCompleted ? invitationToSign(assessment) : invitationToAssess(assessment)
}

function invitationToSign(assessment: AssessmentFacts): Letter {
  return (reader) => {
    const say = { locale: reader.locale }
    return letter(reader, {
      subject: m.assessment_mail_invited_signer_subject({}, say),
      paragraphs: [m.assessment_mail_invited_signer({}, say)],
      facts: facts(assessment, null, reader),
      action:
        assessment.planToSignId === null
          ? { label: m.assessment_mail_open_assessment({}, say), href: reader.link(`/assessments/${assessment.id}`) }
          : { label: m.assessment_mail_open_plan({}, say), href: reader.link(`/plans/${assessment.planToSignId}`) },
    })
  }
}

function invitationToAssess(assessment: AssessmentFacts): Letter {
  return (reader) => {
    const say = { locale: reader.locale }
    return letter(reader, {
      subject: m.assessment_mail_invited_expert_subject({}, say),
      paragraphs: [m.assessment_mail_invited_expert({}, say)],
      facts: facts(assessment, assessment.expertsDue, reader),
      action: {
        label: m.assessment_mail_open_assessment({}, say),
        href: reader.link(`/assessments/${assessment.id}`),
      },
    })
  }
}

/** Tells the lead that every expert has handed in. */
export function allSubmittedLetter(assessment: AssessmentFacts): Letter {
  return (reader) => {
    const say = { locale: reader.locale }
    return letter(reader, {
      subject: m.assessment_mail_submitted_subject({}, say),
      paragraphs: [m.assessment_mail_submitted({}, say)],
      facts: facts(assessment, null, reader),
      action: {
        label: m.assessment_mail_open_goals({}, say),
        href: reader.link(`/assessments/${assessment.id}/goals`),
      },
    })
  }
}

/** Asks the guardians to read the services and to put them in order. */
export function proposedLetter(assessment: AssessmentFacts): Letter {
  return (reader) => {
    const say = { locale: reader.locale }
    return letter(reader, {
      subject: m.assessment_mail_proposed_subject({}, say),
      paragraphs: [m.assessment_mail_proposed({}, say)],
      facts: facts(assessment, assessment.rankingDue, reader),
      action: {
        label: m.assessment_mail_read_services({}, say),
        href: reader.link(`/family/${assessment.childId}/assessment/services`),
      },
    })
  }
}

/** Tells those who prepare the plan that the family has handed in. */
export function rankedLetter(assessment: AssessmentFacts): Letter {
  return (reader) => {
    const say = { locale: reader.locale }
    return letter(reader, {
      subject: m.assessment_mail_ranked_subject({}, say),
      paragraphs: [m.assessment_mail_ranked({}, say)],
      facts: facts(assessment, null, reader),
      action: {
        label: m.assessment_mail_open_plan({}, say),
        href: reader.link(`/assessments/${assessment.id}/plan`),
      },
    })
  }
}

/** Reminds somebody of what they still owe, before its day or after it. */
export function reminderLetter(
  assessment: AssessmentFacts,
  { task, isLate }: { task: 'wishes' | 'experts' | 'ranking'; isLate: boolean },
): Letter {
  return (reader) => {
    const say = { locale: reader.locale }
    const to = reminderTarget(assessment, task, reader)
    return letter(reader, {
      subject: isLate ? m.assessment_mail_late_subject({}, say) : m.assessment_mail_reminder_subject({}, say),
      paragraphs: [to.text, ...(isLate ? [m.assessment_mail_late({}, say)] : [])],
      facts: facts(assessment, to.due, reader),
      action: to.action,
    })
  }
}

function reminderTarget(assessment: AssessmentFacts, task: 'wishes' | 'experts' | 'ranking', reader: Reader) {
  const say = { locale: reader.locale }
  const family = `/family/${assessment.childId}/assessment`
  switch (task) {
    case 'wishes':
      return {
        text: m.assessment_mail_remind_wishes({}, say),
        due: assessment.wishesDue,
        action: { label: m.assessment_mail_write_wishes({}, say), href: reader.link(`${family}/wishes`) },
      }
    case 'experts':
      return {
        text: m.assessment_mail_remind_experts({}, say),
        due: assessment.expertsDue,
        action: {
          label: m.assessment_mail_open_assessment({}, say),
          href: reader.link(`/assessments/${assessment.id}/own`),
        },
      }
    case 'ranking':
      return {
        text: m.assessment_mail_remind_ranking({}, say),
        due: assessment.rankingDue,
        action: { label: m.assessment_mail_order_services({}, say), href: reader.link(`${family}/ranking`) },
      }
  }
}
