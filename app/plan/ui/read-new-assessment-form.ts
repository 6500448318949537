import { deadlineKeys } from '#app/assessment/rules/deadlines.ts'
import { professions, type Profession, type TeamMember } from '#app/assessment/rules/team.ts'
import { m } from '#app/paraglide/messages.js'
import { readDay } from '#app/platform/http/form-values.ts'

export type FieldError = { field: string; text: string }

/** The form as it was sent, to be shown again. */
export type SentAssessment = {
  startsOn: string
  lastDay: string
  wishesDue: string
  expertsDue: string
  rankingDue: string
  guardianIds: string[]
  expertIds: string[]
  professions: Record<string, string>
  lead: string
}

type Read = {
  startsOn: Temporal.PlainDate
  endsBefore: Temporal.PlainDate
  wishesDue: Temporal.PlainDate
  expertsDue: Temporal.PlainDate
  rankingDue: Temporal.PlainDate
  guardianIds: string[]
  experts: TeamMember[]
}

/** Reads the form that opens an assessment: what was sent, and either its values or what is wrong with them. */
export function readNewAssessmentForm(form: FormData): {
  sent: SentAssessment
  read: Read | null
  errors: FieldError[]
} {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.slice(0, 100) : ''
  }
  const ids = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
  const expertIds = ids('expert')
  const sent: SentAssessment = {
    startsOn: text('startsOn'),
    lastDay: text('lastDay'),
    wishesDue: text('wishesDue'),
    expertsDue: text('expertsDue'),
    rankingDue: text('rankingDue'),
    guardianIds: ids('guardian'),
    expertIds,
    professions: Object.fromEntries(expertIds.map((id) => [id, text(`profession-${id}`)])),
    lead: text('lead'),
  }
  const [startsOn, lastDay] = [readDay(sent.startsOn), readDay(sent.lastDay)]
  const [wishesDue, expertsDue, rankingDue] = deadlineKeys.map((key) => readDay(sent[key]))
  const errors: FieldError[] = (['startsOn', 'lastDay', ...deadlineKeys] as const)
    .filter((field) => readDay(sent[field]) === null)
    .map((field) => ({ field, text: m.assessment_error_day() }))
  const experts: TeamMember[] = []
  for (const personId of expertIds) {
    const profession = professions.find((one): one is Profession => one === sent.professions[personId])
    if (profession === undefined) {
      errors.push({ field: `profession-${personId}`, text: m.assessment_error_profession() })
    } else {
      experts.push({ personId, profession, isLead: personId === sent.lead })
    }
  }
  if (!startsOn || !lastDay || !wishesDue || !expertsDue || !rankingDue || errors.length > 0) {
    return { sent, read: null, errors }
  }
  const endsBefore = lastDay.add({ days: 1 })
  const read = { startsOn, endsBefore, wishesDue, expertsDue, rankingDue, guardianIds: sent.guardianIds, experts }
  return { sent, read, errors }
}
