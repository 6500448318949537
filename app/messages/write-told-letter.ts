import type { AssessmentFacts } from '#app/messages/assessment-fact-store.server.ts'
import type { Letter } from '#app/messages/letter.ts'
import { letter } from '#app/messages/letter.ts'
import { m } from '#app/paraglide/messages.js'

/** Tells the guardians that their social worker entered their order, and that it can still be taken back. */
export function toldOrderLetter({ childId, childName }: Pick<AssessmentFacts, 'childId' | 'childName'>): Letter {
  return (reader) => {
    const say = { locale: reader.locale }
    return letter(reader, {
      subject: m.ranking_mail_told_subject({}, say),
      paragraphs: [m.ranking_mail_told({}, say)],
      facts: [{ label: m.assessment_mail_child({}, say), value: childName }],
      action: {
        label: m.ranking_mail_told_open({}, say),
        href: reader.link(`/family/${childId}/assessment/ranking`),
      },
    })
  }
}
