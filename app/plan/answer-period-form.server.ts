import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/paraglide/runtime.js'
import type { Context } from '#app/people/context.server.ts'
import { declineRequest } from '#app/plan/decline-request.server.ts'
import type { ExtendPeriodRefusal } from '#app/plan/extend-period.server.ts'
import { extendPeriod } from '#app/plan/extend-period.server.ts'
import { releaseUnusedMoney } from '#app/plan/return-unused-money.server.ts'
import type { StartRevisionRefusal } from '#app/plan/start-revision.server.ts'
import { longestReason } from '#app/plan/rules/revised-lines.ts'
import { startRevision } from '#app/plan/start-revision.server.ts'
import type { SentAnswer } from '#app/plan/ui/plan-requests.tsx'
import type { SentForm } from '#app/plan/ui/period-forms.tsx'
import { readDay } from '#app/platform/http/form-values.ts'
import { formatDate, formatMoney } from '#app/platform/i18n/format.ts'

type Asked = { childId: string; periodId: string; form: FormData; locale: Locale }

export type PeriodFormAnswer =
  | { kind: 'done'; to: string; title: string }
  | { kind: 'again'; form: SentForm | null; answer: SentAnswer | null; status: number }
  | { kind: 'not-found' }

/** What the forms of a period's page do: begin a revision, answer a request, make longer, give money back. */
export async function answerPeriodForm(ctx: Context, asked: Asked): Promise<PeriodFormAnswer> {
  const intent = textOf(asked.form, 'intent')
  if ((intent === 'start' || intent === 'extend' || intent === 'release') && isTooLong(asked.form)) {
    const error = m.decision_refused_reason_long({ count: longestReason })
    return again(intent, asked.form, { field: 'reason', error, status: 400 })
  }
  switch (intent) {
    case 'start':
      return start(ctx, asked, null)
    case 'take':
      return start(ctx, asked, textOf(asked.form, 'requestId'))
    case 'decline':
      return decline(ctx, asked)
    case 'extend':
      return extend(ctx, asked)
    case 'release':
      return release(ctx, asked)
    default:
      return { kind: 'not-found' }
  }
}

async function start(
  ctx: Context,
  { childId, periodId, form }: Asked,
  requestId: string | null,
): Promise<PeriodFormAnswer> {
  const reason = textOf(form, 'reason')
  const started = await startRevision(ctx, { childId, periodId, requestId, reason })
  if (started.ok) {
    const to = `/municipality/families/${childId}/revisions/${started.value.planId}`
    return { kind: 'done', to, title: m.revision_edit_started() }
  }
  if (started.refusal.kind === 'not-found') return { kind: 'not-found' }
  return again('start', form, { field: 'reason', error: startSentence(started.refusal), status: 409 })
}

function startSentence({ kind }: Exclude<StartRevisionRefusal, { kind: 'not-found' }>): string {
  switch (kind) {
    case 'reason-needed':
      return m.revision_error_reason()
    case 'no-plan':
      return m.revision_error_no_plan()
    case 'period-over':
      return m.revision_start_over()
    case 'already-answered':
      return m.revision_request_gone()
    case 'draft-exists':
      return m.revision_start_exists()
  }
}

async function decline(ctx: Context, { childId, periodId, form }: Asked): Promise<PeriodFormAnswer> {
  const requestId = textOf(form, 'requestId')
  const answer = textOf(form, 'answer')
  const declined = await declineRequest(ctx, { requestId, answer })
  if (declined.ok) return { kind: 'done', to: pageOf(childId, periodId), title: m.revision_request_declined_receipt() }
  const isEmpty = declined.refusal.kind === 'answer-needed'
  const error = isEmpty ? m.revision_error_answer() : m.revision_request_gone()
  return { kind: 'again', form: null, answer: { requestId, answer, error }, status: isEmpty ? 400 : 409 }
}

async function extend(ctx: Context, { childId, periodId, form, locale }: Asked): Promise<PeriodFormAnswer> {
  const lastDay = readDay(form.get('lastDay'))
  if (lastDay === null)
    return again('extend', form, { field: 'lastDay', error: m.revision_extend_error_day(), status: 400 })
  const extended = await extendPeriod(ctx, { childId, periodId, lastDay, reason: textOf(form, 'reason') })
  if (extended.ok) {
    const date = formatDate(lastDay.toString(), locale, 'long-until')
    return { kind: 'done', to: pageOf(childId, periodId), title: m.revision_extend_done({ date }) }
  }
  const { refusal } = extended
  if (refusal.kind === 'not-found') return { kind: 'not-found' }
  const field = refusal.kind === 'reason-needed' ? 'reason' : 'lastDay'
  return again('extend', form, { field, error: extendSentence(refusal, locale), status: 422 })
}

function extendSentence(refusal: Exclude<ExtendPeriodRefusal, { kind: 'not-found' }>, locale: Locale): string {
  switch (refusal.kind) {
    case 'reason-needed':
      return m.revision_error_reason()
    case 'not-longer':
      return m.revision_extend_not_longer({ date: formatDate(refusal.lastDay, locale, 'long-until') })
    case 'too-long':
      return m.revision_extend_too_long({ date: formatDate(refusal.most, locale, 'long-until') })
    case 'overlaps':
      return m.revision_extend_overlaps()
    case 'lapsed':
      return m.revision_extend_lapsed()
  }
}

async function release(ctx: Context, { childId, periodId, form, locale }: Asked): Promise<PeriodFormAnswer> {
  if (!form.has('agree')) {
    return again('release', form, { field: 'agree', error: m.revision_release_error_agree(), status: 400 })
  }
  const released = await releaseUnusedMoney(ctx, { childId, periodId, reason: textOf(form, 'reason') })
  if (released.ok) {
    const amount = formatMoney(released.value.returned, locale)
    return { kind: 'done', to: pageOf(childId, periodId), title: m.revision_release_done({ amount }) }
  }
  if (released.refusal.kind === 'not-found') return { kind: 'not-found' }
  const isEmpty = released.refusal.kind === 'reason-needed'
  const error = isEmpty ? m.revision_error_reason() : m.revision_release_nothing()
  return again('release', form, { field: 'reason', error, status: isEmpty ? 400 : 409 })
}

function isTooLong(form: FormData): boolean {
  return textOf(form, 'reason').length > longestReason
}

function again(
  which: SentForm['form'],
  form: FormData,
  { status, ...told }: { field: string; error: string; status: number },
): PeriodFormAnswer {
  const values = { reason: textOf(form, 'reason'), lastDay: textOf(form, 'lastDay') }
  return { kind: 'again', form: { form: which, values, ...told }, answer: null, status }
}

function pageOf(childId: string, periodId: string): string {
  return `/municipality/families/${childId}/plan?period=${periodId}`
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
