import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { Context } from '#app/people/context.server.ts'
import type { ApprovePlanRefusal } from '#app/plan/approve-plan.server.ts'
import { approvePlan } from '#app/plan/approve-plan.server.ts'
import type { RecordAcknowledgementRefusal } from '#app/plan/sign-plan.server.ts'
import { recordAcknowledgement, signPlan } from '#app/plan/sign-plan.server.ts'
import { moneyText } from '#app/plan/ui/plan-words.ts'
import { missingText } from '#app/plan/ui/signature-words.ts'
import type { WithdrawPlanRefusal } from '#app/plan/withdraw-plan.server.ts'
import { withdrawPlan } from '#app/plan/withdraw-plan.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept } from '#app/platform/result.ts'

const longestWords = 2000
const sentForm = z.object({
  intent: z.enum(['sign', 'record', 'approve', 'withdraw']).nullable().catch(null),
  note: z.string().catch(''),
  reason: z.string().catch(''),
  how: z.enum(['in_person', 'letter']).catch('in_person'),
  personId: z.string().catch(''),
})
type Sent = z.infer<typeof sentForm>

/** Where to go and what to say there. */
export type PlanDeedDone = { to: string; receipt: string }
/** What to say, beside which field; what was typed comes back. */
export type PlanDeedRefused = { status: 400 | 404 | 409 | 422; field: string; text: string; sent: Sent }

/** One of the forms of a plan's page: sign, record that a guardian was told, approve or withdraw. */
export async function actOnPlan(
  ctx: Context,
  { planId, form }: { planId: string; form: FormData },
): Promise<Result<PlanDeedDone, PlanDeedRefused>> {
  const sent = sentForm.parse(Object.fromEntries(form))
  const again = (told: Told): Result<never, PlanDeedRefused> => ({ ok: false, refusal: { ...told, sent } })
  const here = `/plans/${planId}`
  const tooLong = (['note', 'reason'] as const).find((field) => sent[field].length > longestWords)
  if (tooLong !== undefined) {
    return again({ status: 400, field: tooLong, text: m.decision_refused_reason_long({ count: longestWords }) })
  }
  switch (sent.intent) {
    case null:
      return again({ status: 404, field: '', text: '' })
    case 'sign': {
      const done = await signPlan(ctx, { planId })
      return done.ok ? accept({ to: here, receipt: m.decision_receipt_signed() }) : again(signingText(done.refusal))
    }
    case 'record': {
      const isPerson = z.uuid().safeParse(sent.personId).success
      if (!isPerson) return again({ status: 400, field: 'personId', text: m.decision_refused_who() })
      const done = await recordAcknowledgement(ctx, { ...sent, planId })
      return done.ok ? accept({ to: here, receipt: m.decision_receipt_recorded() }) : again(signingText(done.refusal))
    }
    case 'approve': {
      const done = await approvePlan(ctx, { planId })
      if (!done.ok) return again({ field: '', ...approvalText(done.refusal) })
      const { year, number } = done.value.decision
      return accept({ to: here, receipt: m.decision_receipt_approved({ number: `${year}/${number}` }) })
    }
    case 'withdraw': {
      const done = await withdrawPlan(ctx, { planId, reason: sent.reason })
      return done.ok
        ? accept({ to: here, receipt: m.decision_receipt_withdrawn() })
        : again(withdrawalText(done.refusal))
    }
  }
}

type Told = Omit<PlanDeedRefused, 'sent'>

function signingText({ kind }: RecordAcknowledgementRefusal): Told {
  switch (kind) {
    case 'not-found':
      return { status: 404, field: '', text: '' }
    case 'not-open':
      return { status: 409, field: '', text: m.decision_refused_not_open() }
    case 'already-signed':
      return { status: 409, field: '', text: m.decision_refused_already_signed() }
    case 'note-needed':
      return { status: 400, field: 'note', text: m.decision_refused_note() }
  }
}

function withdrawalText({ kind }: WithdrawPlanRefusal): Told {
  switch (kind) {
    case 'not-found':
      return { status: 404, field: '', text: '' }
    case 'reason-needed':
      return { status: 400, field: 'reason', text: m.decision_refused_reason() }
    case 'not-a-draft':
      return { status: 409, field: '', text: m.decision_refused_not_draft() }
  }
}

function approvalText(refusal: ApprovePlanRefusal): Omit<Told, 'field'> {
  switch (refusal.kind) {
    case 'not-found':
      return { status: 404, text: '' }
    case 'not-sealed':
      return { status: 409, text: m.decision_refused_not_sealed() }
    case 'withdrawn':
      return { status: 409, text: m.decision_refused_withdrawn() }
    case 'already-approved':
      return { status: 409, text: m.decision_refused_already_approved() }
    case 'unsigned': {
      const missing = refusal.missing.map((one) => missingText(one, getLocale())).join('; ')
      return { status: 422, text: m.decision_refused_unsigned({ missing }) }
    }
    case 'four-eyes':
      return { status: 422, text: m.decision_approve_four_eyes() }
    case 'fund-short': {
      const sums = { fund: moneyText(refusal.inFund), asked: moneyText(refusal.asked) }
      return { status: 422, text: m.decision_refused_fund(sums) }
    }
    case 'outdated':
      return { status: 409, text: m.decision_refused_outdated() }
    case 'below-booked':
      return { status: 409, text: m.decision_refused_below_booked() }
    case 'not-enough-unassigned':
      return { status: 422, text: m.decision_refused_unassigned({ missing: moneyText(refusal.missing) }) }
  }
}
