import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { Context } from '#app/people/context.server.ts'
import { formatMoney } from '#app/platform/i18n/format.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { approveRun } from '../approve-run.server.ts'
import { executeRun } from '../execute-run.server.ts'
import type { ApproveRefusal, ExecuteRefusal } from '../refusals.ts'
import { returnRun } from '../return-run.server.ts'
import { refusalWords } from '../ui/run-words.ts'

const longest = 500

type Failed = { payoutId: string; reason: string }

/** A form of the run's page, as it was sent. */
export type SentStep =
  | { intent: 'approve' }
  | { intent: 'return'; reason: string }
  | { intent: 'execute'; bankDate: string; failed: readonly Failed[] }

/** Reads which step a form asks for; null when it is none of ours. */
export function readRunStep(form: FormData): SentStep | null {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  switch (text('intent')) {
    case 'approve':
      return { intent: 'approve' }
    case 'return':
      return { intent: 'return', reason: text('reason') }
    case 'execute': {
      const ids = form.getAll('failed').filter((id) => typeof id === 'string')
      return {
        intent: 'execute',
        bankDate: text('bankDate'),
        failed: ids.map((payoutId) => ({ payoutId, reason: text(`reason-${payoutId}`) })),
      }
    }
    default:
      return null
  }
}

export type StepProblem = {
  kind: 'problem'
  status: 400 | 409
  text: string
  /** The field it concerns; null for the step as a whole. */
  field: 'reason' | 'bankDate' | 'failed' | null
  typedReason: string | null
  typedAnswer: { bankDate: string; failed: readonly Failed[] } | null
}

type Receipt = { title: string; detail: string }

/** Takes the step of a form, and says in the person's language what was done or why not. What was typed is kept. */
export async function takeRunStep(
  ctx: Context,
  { runId, sent }: { runId: string; sent: SentStep },
): Promise<Result<Receipt, { kind: 'not-found' } | StepProblem>> {
  if (sent.intent === 'approve') {
    const approved = await approveRun(ctx, { runId })
    if (!approved.ok) return problemOf(approved.refusal, sent)
    const sum = formatMoney(approved.value.total, getLocale())
    return accept({ title: m.payout_done_approved({ sum }), detail: m.payout_done_approved_next() })
  }
  if (sent.intent === 'return') {
    if (sent.reason.length > longest) return invalid(sent, 'reason', m.payout_no_long())
    const returned = await returnRun(ctx, { runId, reason: sent.reason })
    if (!returned.ok) return problemOf(returned.refusal, sent)
    return accept({ title: m.payout_done_returned(), detail: m.payout_done_returned_next() })
  }
  const bankDate = z.iso.date().safeParse(sent.bankDate)
  if (!bankDate.success) return invalid(sent, 'bankDate', m.payout_no_date())
  if (sent.failed.some(({ reason }) => reason.length > longest)) return invalid(sent, 'failed', m.payout_no_long())
  const executed = await executeRun(ctx, {
    runId,
    bankDate: Temporal.PlainDate.from(bankDate.data),
    refused: sent.failed,
  })
  if (!executed.ok) return problemOf(executed.refusal, sent)
  const { failed } = executed.value
  const detail = failed === 0 ? m.payout_done_executed_next() : m.payout_done_executed_failed({ count: failed })
  return accept({ title: m.payout_done_executed(), detail })
}

function problemOf(refusal: ApproveRefusal | ExecuteRefusal, sent: SentStep) {
  if (refusal.kind === 'not-found') return refuse(refusal)
  const isForm = ['reason-missing', 'bank-date-before-approval', 'bank-date-in-future'].includes(refusal.kind)
  const reasonField = sent.intent === 'execute' ? 'failed' : 'reason'
  const field = refusal.kind === 'reason-missing' ? reasonField : isForm ? 'bankDate' : null
  return problem(sent, { status: isForm ? 400 : 409, field, text: refusalWords(refusal) })
}

function invalid(sent: SentStep, field: StepProblem['field'], text: string) {
  return problem(sent, { status: 400, field, text })
}

function problem(sent: SentStep, said: Pick<StepProblem, 'status' | 'field' | 'text'>) {
  return refuse<StepProblem>({
    kind: 'problem',
    ...said,
    typedReason: sent.intent === 'return' ? sent.reason : null,
    typedAnswer: sent.intent === 'execute' ? { bankDate: sent.bankDate, failed: sent.failed } : null,
  })
}
