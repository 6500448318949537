import type { PeriodFacts, PlanFacts, QuestionFacts, RequestFacts } from '#app/messages/assessment-fact-store.server.ts'
import type { Letter, Reader } from '#app/messages/letter.ts'
import { letter } from '#app/messages/letter.ts'
import { m } from '#app/paraglide/messages.js'
import { formatDate } from '#app/platform/i18n/format.ts'

/** As in all mails of the way to a plan: a first name and what to do, never what was found or why. */
function childFact({ childName }: { childName: string }, { locale }: Reader) {
  return { label: m.assessment_mail_child({}, { locale }), value: childName }
}

/** Tells the team that the family asks something beside a service. */
export function questionAskedLetter(question: QuestionFacts): Letter {
  return (reader) => {
    const say = { locale: reader.locale }
    const path = `/assessments/${question.assessmentId}/services/${question.assessedServiceId}`
    return letter(reader, {
      subject: m.assessment_mail_asked_subject({}, say),
      paragraphs: [m.assessment_mail_asked({}, say)],
      facts: [childFact(question, reader)],
      action: { label: m.assessment_mail_answer({}, say), href: reader.link(path) },
    })
  }
}

/** Tells who asked that the answer is there. */
export function questionAnsweredLetter(question: QuestionFacts): Letter {
  return (reader) => {
    const say = { locale: reader.locale }
    return letter(reader, {
      subject: m.assessment_mail_answered_subject({}, say),
      paragraphs: [m.assessment_mail_answered({}, say)],
      facts: [childFact(question, reader)],
      action: {
        label: m.assessment_mail_read_answer({}, say),
        href: reader.link(`/family/${question.childId}/assessment/services`),
      },
    })
  }
}

/** Asks those who sign to sign a plan. */
export function planToSignLetter(plan: PlanFacts): Letter {
  return (reader) => {
    const say = { locale: reader.locale }
    return letter(reader, {
      subject: m.assessment_mail_sign_subject({}, say),
      paragraphs: [m.assessment_mail_sign({}, say)],
      facts: [childFact(plan, reader)],
      action: { label: m.assessment_mail_open_plan({}, say), href: reader.link(`/plans/${plan.id}`) },
    })
  }
}

/** Asks the guardians to read a plan and say that they have. */
export function planToReadLetter(plan: PlanFacts): Letter {
  return (reader) => {
    const say = { locale: reader.locale }
    return letter(reader, {
      subject: m.assessment_mail_read_plan_subject({}, say),
      paragraphs: [m.assessment_mail_read_plan({}, say)],
      facts: [childFact(plan, reader)],
      action: {
        label: m.assessment_mail_open_plan({}, say),
        href: reader.link(`/family/${plan.childId}/decisions/${plan.id}`),
      },
    })
  }
}

/** Asks those who approve to approve a plan that both have signed. */
export function planToApproveLetter(plan: PlanFacts): Letter {
  return (reader) => {
    const say = { locale: reader.locale }
    return letter(reader, {
      subject: m.assessment_mail_approve_subject({}, say),
      paragraphs: [m.assessment_mail_approve({}, say)],
      facts: [childFact(plan, reader)],
      action: { label: m.assessment_mail_open_plan({}, say), href: reader.link(`/plans/${plan.id}`) },
    })
  }
}

/** Tells the social worker that somebody asks for the plan to be changed. */
export function revisionRequestedLetter(request: RequestFacts): Letter {
  return (reader) => {
    const say = { locale: reader.locale }
    return letter(reader, {
      subject: m.assessment_mail_requested_subject({}, say),
      paragraphs: [m.assessment_mail_requested({}, say)],
      facts: [childFact(request, reader)],
      action: {
        label: m.assessment_mail_open_request({}, say),
        href: reader.link(`/municipality/families/${request.childId}/plan`),
      },
    })
  }
}

/** Tells who asked that the plan stays as it is, and where the reason stands. A provider reads no child's file. */
export function revisionDeclinedLetter(request: RequestFacts): Letter {
  return (reader) => {
    const say = { locale: reader.locale }
    const path = {
      guardian: `/family/${request.childId}/plan/changes`,
      specialist: '/provider',
      social_worker: `/municipality/families/${request.childId}/plan`,
      other: `/municipality/families/${request.childId}/plan`,
    }[request.askedAs]
    return letter(reader, {
      subject: m.assessment_mail_declined_subject({}, say),
      paragraphs: [m.assessment_mail_declined({}, say)],
      // Mails to providers name no child.
      facts: request.askedAs === 'specialist' ? undefined : [childFact(request, reader)],
      action: { label: m.assessment_mail_read_reason({}, say), href: reader.link(path) },
    })
  }
}

/** Tells about a period: longer now, near its end, or over with unused money gone back to the fund. */
export function periodLetter(
  period: PeriodFacts,
  happened: 'extended' | 'ending' | 'lapsed',
  to: 'family' | 'municipality',
): Letter {
  return (reader) => {
    const { locale } = reader
    const say = { locale }
    const words = {
      extended: [m.assessment_mail_extended_subject, m.assessment_mail_extended],
      ending: [m.assessment_mail_ending_subject, m.assessment_mail_ending],
      lapsed: [m.assessment_mail_lapsed_subject, m.assessment_mail_lapsed],
    } as const
    const [subject, text] = words[happened]
    const path = to === 'family' ? `/family/${period.childId}/plan` : `/municipality/families/${period.childId}/plan`
    return letter(reader, {
      subject: subject({}, say),
      paragraphs: [text({}, say)],
      facts: [
        childFact(period, reader),
        { label: m.assessment_mail_last_day({}, say), value: formatDate(period.lastDay.toString(), locale, 'long') },
      ],
      action: { label: m.assessment_mail_open_plan({}, say), href: reader.link(path) },
    })
  }
}

/** Asks the guardians to say in a few words what the period did. */
export function evaluationAskedLetter(period: PeriodFacts): Letter {
  return (reader) => {
    const say = { locale: reader.locale }
    return letter(reader, {
      subject: m.assessment_mail_evaluate_subject({}, say),
      paragraphs: [m.assessment_mail_evaluate({}, say)],
      facts: [childFact(period, reader)],
      action: {
        label: m.assessment_mail_answer_questions({}, say),
        href: reader.link(`/family/${period.childId}/evaluation`),
      },
    })
  }
}
