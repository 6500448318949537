import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateRange, formatMoney } from '#app/platform/i18n/format.ts'
import type { Tone } from '#app/ui/badge.tsx'
import type { IconName } from '#app/ui/icon.tsx'
import type { ApproveRefusal, ExecuteRefusal, PrepareRefusal, ReturnRefusal } from '../refusals.ts'
import type { ReasonLeftOut } from '../rules/eligibility.ts'
import type { RunHead, RunPayee } from '../screen-types.ts'

type Words = { tone: Tone; icon: IconName; text: string }

export function runLabel({ number, year }: Pick<RunHead, 'number' | 'year'>): string {
  return m.payout_run_label({ number: String(number), year: String(year) })
}

export function daysOf({ firstDay, lastDay }: { firstDay: string; lastDay: string }): string {
  return formatDateRange(firstDay, lastDay, getLocale())
}

/** The service's name in the reader's language. */
export function serviceName({ serviceLv, serviceEn }: { serviceLv: string; serviceEn: string }): string {
  return getLocale() === 'lv' ? serviceLv : serviceEn
}

export function runStateWords({ state, failedCount, payoutCount }: RunHead): Words {
  if (state === 'prepared') return { tone: 'attention', icon: 'clock', text: m.payout_state_prepared() }
  if (state === 'returned') return { tone: 'stop', icon: 'repeat', text: m.payout_state_returned() }
  if (state === 'approved') return { tone: 'accent', icon: 'bank', text: m.payout_state_approved() }
  if (failedCount === 0) return { tone: 'ok', icon: 'check', text: m.payout_state_executed() }
  const text = failedCount === payoutCount ? m.payout_state_executed_none() : m.payout_state_executed_partly()
  return { tone: 'stop', icon: 'alert', text }
}

export function payeeStateWords(payee: RunPayee): Words {
  if (payee.state === 'paid') return { tone: 'ok', icon: 'check', text: m.payout_payee_paid() }
  if (payee.state === 'failed') return { tone: 'stop', icon: 'alert', text: m.payout_payee_failed() }
  if (payee.state === 'in_transit') return { tone: 'accent', icon: 'bank', text: m.payout_payee_in_transit() }
  if (payee.state === 'dropped') return { tone: 'neutral', icon: 'minus', text: m.payout_payee_dropped() }
  if (payee.hasDifference) return { tone: 'attention', icon: 'alert', text: m.payout_payee_check() }
  if (payee.waiting.count > 0) return { tone: 'stop', icon: 'lock', text: m.payout_payee_part() }
  return { tone: 'ok', icon: 'check', text: m.payout_payee_ready() }
}

const credentialNames: Record<string, () => string> = {
  education: m.payout_credential_education,
  clearance: m.payout_credential_clearance,
  register_entry: m.payout_credential_register_entry,
}

/** Why a delivery is not in a run; one without a reason waits for the next run. */
export function reasonWords(reasons: readonly ReasonLeftOut[]): string[] {
  if (reasons.length === 0) return [m.payout_reason_next_run()]
  return reasons.map((reason) => {
    switch (reason.kind) {
      case 'answer-awaited':
        return m.payout_reason_awaited()
      case 'objected':
        return m.payout_reason_objected()
      case 'credential-missing': {
        const names = reason.credentials.map((kind) => credentialNames[kind]?.() ?? kind).join(', ')
        return m.payout_reason_credential({ names })
      }
      case 'nothing-to-pay':
        return m.payout_reason_nothing()
      case 'already-in-payout':
        return m.payout_reason_elsewhere()
      case 'outside-dates':
        return m.payout_reason_outside()
    }
  })
}

type Refusal = ApproveRefusal | ReturnRefusal | ExecuteRefusal | PrepareRefusal

/** A refusal as a sentence that says what to do. */
export function refusalWords(refusal: Exclude<Refusal, { kind: 'not-found' }>): string {
  switch (refusal.kind) {
    case 'not-entrusted':
      return m.payout_no_entrusted()
    case 'prepared-it-yourself':
      return m.payout_no_yours()
    case 'reason-missing':
      return m.payout_no_reason()
    case 'bank-date-before-approval':
      return m.payout_no_date_early()
    case 'bank-date-in-future':
      return m.payout_no_date_future()
    case 'step-not-possible':
      return m.payout_no_step()
    case 'deliveries-changed':
      return m.payout_no_changed({ count: refusal.count })
    case 'payout-unknown':
      return m.payout_no_payout()
    case 'dates-wrong':
      return m.payout_no_dates()
    case 'nothing-to-pay':
      return m.payout_no_nothing()
    case 'total-changed':
      return m.payout_no_total({ sum: formatMoney(refusal.total, getLocale()) })
    case 'file-not-payable':
      return m.payout_no_file({ problems: [...new Set(refusal.problems.map(problemWords))].join('; ') })
  }
}

function problemWords({ what, creditor }: (PrepareRefusal & { kind: 'file-not-payable' })['problems'][number]): string {
  const name = creditor ?? ''
  switch (what) {
    case 'creditor-iban':
      return m.payout_problem_creditor_iban({ name })
    case 'creditor-name':
      return m.payout_problem_creditor_name({ name })
    case 'amount':
      return m.payout_problem_amount({ name })
    case 'debtor-name':
    case 'debtor-iban':
    case 'debtor-bic':
      return m.payout_problem_debtor()
    case 'no-payments':
    case 'message-id':
    case 'payment-block-id':
    case 'end-to-end-id':
    case 'repeated-end-to-end-id':
      return m.payout_problem_reference()
  }
}
