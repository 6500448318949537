import { z } from 'zod'
import { changeLead } from '#app/assessment/change-lead.server.ts'
import { endExpert } from '#app/assessment/end-expert.server.ts'
import { inviteExpert } from '#app/assessment/invite-expert.server.ts'
import { inviteGuardian } from '#app/assessment/invite-guardian.server.ts'
import { deadlineKeys } from '#app/assessment/rules/deadlines.ts'
import { professions } from '#app/assessment/rules/team.ts'
import { sendReminder } from '#app/assessment/send-reminder.server.ts'
import { setDeadlines } from '#app/assessment/set-deadlines.server.ts'
import { deadlineProblemText } from '#app/assessment/ui/deadline-words.ts'
import { m } from '#app/paraglide/messages.js'
import type { Context } from '#app/people/context.server.ts'
import { readDay } from '#app/platform/http/form-values.ts'
import type { Result } from '#app/platform/result.ts'

type FieldError = { field: string; text: string }
type SentDeadlines = { wishesDue: string; expertsDue: string; rankingDue: string }
export type OverviewDeed =
  | { kind: 'not-found' }
  | { kind: 'done'; title: string }
  | { kind: 'again'; errors: FieldError[]; deadlines: SentDeadlines | null; status: number }

const day = z.string().max(20).catch('')
const sentForm = z.object({
  intent: z.enum(['remind', 'lead', 'end', 'deadlines', 'add-expert', 'add-guardian']).nullable().catch(null),
  personId: z.uuid().nullable().catch(null),
  profession: z.enum(professions).nullable().catch(null),
  lead: z.literal('yes').nullable().catch(null),
  wishesDue: day,
  expertsDue: day,
  rankingDue: day,
})

/** Does what a form of the overview asks for, and says how it went. */
export async function runOverviewDeed(
  ctx: Context,
  { assessmentId, form }: { assessmentId: string; form: FormData },
): Promise<OverviewDeed> {
  const sent = sentForm.parse(Object.fromEntries(form))
  const { intent, personId, profession } = sent
  if (intent === null) return again([{ field: '', text: m.assessment_error_form() }], 400)
  if (intent === 'deadlines') return moveDeadlines(ctx, assessmentId, sent)
  if (intent === 'add-expert') {
    const errors = [
      ...(personId === null ? [{ field: 'expert', text: m.assessment_error_expert() }] : []),
      ...(profession === null ? [{ field: 'profession', text: m.assessment_error_profession() }] : []),
    ]
    if (personId === null || profession === null) return again(errors, 400)
    const expert = { assessmentId, personId, profession, isLead: sent.lead === 'yes' }
    return answer(await inviteExpert(ctx, expert), 'expert', m.assessment_receipt_invited())
  }
  if (personId === null) {
    const isGuardian = intent === 'add-guardian'
    const error = isGuardian
      ? { field: 'guardian', text: m.assessment_error_guardian() }
      : { field: '', text: m.assessment_error_form() }
    return again([error], 400)
  }
  const who = { assessmentId, personId }
  switch (intent) {
    case 'add-guardian':
      return answer(await inviteGuardian(ctx, who), 'guardian', m.assessment_receipt_invited())
    case 'remind':
      return answer(await sendReminder(ctx, who), 'people', m.assessment_receipt_reminded())
    case 'lead':
      return answer(await changeLead(ctx, who), 'people', m.assessment_receipt_lead())
    case 'end':
      return answer(await endExpert(ctx, who), 'people', m.assessment_receipt_ended())
  }
}

async function moveDeadlines(ctx: Context, assessmentId: string, sent: SentDeadlines): Promise<OverviewDeed> {
  const deadlines = { wishesDue: sent.wishesDue, expertsDue: sent.expertsDue, rankingDue: sent.rankingDue }
  const [wishesDue, expertsDue, rankingDue] = deadlineKeys.map((key) => readDay(sent[key]))
  if (!wishesDue || !expertsDue || !rankingDue) {
    const errors = deadlineKeys
      .filter((key) => readDay(sent[key]) === null)
      .map((field) => ({ field, text: m.assessment_error_day() }))
    return { kind: 'again', errors, deadlines, status: 400 }
  }
  const moved = await setDeadlines(ctx, { assessmentId, wishesDue, expertsDue, rankingDue })
  if (!moved.ok && moved.refusal.kind === 'deadlines') {
    const errors = moved.refusal.problems.map((problem) => ({
      field: problem.field,
      text: deadlineProblemText(problem),
    }))
    return { kind: 'again', errors, deadlines, status: 422 }
  }
  return answer(moved, 'wishesDue', m.assessment_receipt_deadlines())
}

type Refused =
  | 'completed'
  | 'not-invitable'
  | 'already-invited'
  | 'nothing-owed'
  | 'reminded-today'
  | 'already-lead'
  | 'is-lead'

function answer(
  result: Result<unknown, { kind: Refused | 'not-found' | 'deadlines' }>,
  field: string,
  title: string,
): OverviewDeed {
  if (result.ok) return { kind: 'done', title }
  const { kind } = result.refusal
  if (kind === 'not-found' || kind === 'deadlines') return { kind: 'not-found' }
  return again([{ field, text: refusalText(kind) }], 409)
}

function again(errors: FieldError[], status: number): OverviewDeed {
  return { kind: 'again', errors, deadlines: null, status }
}

function refusalText(kind: Refused): string {
  switch (kind) {
    case 'completed':
      return m.assessment_refused_completed()
    case 'not-invitable':
      return m.assessment_refused_not_invitable()
    case 'already-invited':
      return m.assessment_refused_already_invited()
    case 'nothing-owed':
      return m.assessment_refused_nothing_owed()
    case 'reminded-today':
      return m.assessment_refused_reminded_today()
    case 'already-lead':
      return m.assessment_refused_already_lead()
    case 'is-lead':
      return m.assessment_refused_is_lead()
  }
}
