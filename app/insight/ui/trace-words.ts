import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate } from '#app/platform/i18n/format.ts'
import type { TraceSession, TraceTransfer } from '../trace-types.ts'

export const accountWords: Record<TraceTransfer['from'], () => string> = {
  grant: m.trace_grant,
  fund: m.trace_fund,
  unassigned: m.trace_unassigned,
  available: m.trace_available,
  reserved: m.trace_reserved,
  delivered: m.trace_delivered,
  in_transit: m.trace_in_transit,
  paid: m.trace_paid,
}

export const transferWords: Record<TraceTransfer['kind'], () => string> = {
  fund_grant: m.trace_kind_fund_grant,
  allocate: m.trace_kind_allocate,
  assign: m.trace_kind_assign,
  unassign: m.trace_kind_unassign,
  deallocate: m.trace_kind_deallocate,
  reserve: m.trace_kind_reserve,
  release: m.trace_kind_release,
  deliver: m.trace_kind_deliver,
  deliver_extra: m.trace_kind_deliver_extra,
  reverse_delivery: m.trace_kind_reverse_delivery,
  send: m.trace_kind_send,
  settle: m.trace_kind_settle,
  bounce: m.trace_kind_bounce,
}

export const holdWords: Record<TraceSession['holds'][number]['state'], () => string> = {
  open: m.trace_hold_open,
  posted: m.trace_hold_posted,
  voided: m.trace_hold_voided,
}

type Delivery = TraceSession['deliveries'][number]
type Item = Delivery['items'][number]

export function answerWords({ state, acceptedHow }: Delivery): string {
  switch (state) {
    case 'awaiting':
      return m.trace_answer_awaiting()
    case 'objected':
      return m.trace_answer_objected()
    case 'rejected':
      return m.trace_answer_rejected()
    case 'waived':
      return m.trace_answer_waived()
    case 'accepted':
      return acceptedHow === null ? '' : acceptedWords[acceptedHow]()
  }
}

const acceptedWords = {
  cosigned: m.trace_answer_cosigned,
  silence: m.trace_answer_silence,
  settled: m.trace_answer_settled,
  cancelled_knowingly: m.trace_answer_cancelled_knowingly,
}

export const runWords: Record<Item['runState'], () => string> = {
  prepared: m.trace_run_prepared,
  returned: m.trace_run_returned,
  approved: m.trace_run_approved,
  executed: m.trace_run_executed,
}

/** What the bank said of a payout; null before anybody asked it. */
export function bankWords({ payoutState, paidOn, failureReason }: Item): string | null {
  if (payoutState === 'paid' && paidOn !== null) {
    return m.trace_bank_paid({ date: formatDate(paidOn, getLocale(), 'long-on') })
  }
  if (payoutState === 'failed') return m.trace_bank_failed({ reason: failureReason ?? '' })
  return payoutState === 'in_transit' ? m.trace_bank_waiting() : null
}
