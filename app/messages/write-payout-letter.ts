import type { PayoutFacts, RunFacts } from '#app/messages/fact-store.server.ts'
import type { Letter } from '#app/messages/letter.ts'
import { letter } from '#app/messages/letter.ts'
import { m } from '#app/paraglide/messages.js'
import { formatMoney } from '#app/platform/i18n/format.ts'

/** Tells a provider that money has come, or that the bank sent it back. */
export function payoutLetter(payout: PayoutFacts, outcome: 'paid' | 'failed'): Letter {
  return (reader) => {
    const say = { locale: reader.locale }
    const amount = formatMoney(payout.amount, reader.locale)
    const isPaid = outcome === 'paid'
    return letter(reader, {
      subject: isPaid ? m.messages_mail_paid_subject({ amount }, say) : m.messages_mail_failed_subject({ amount }, say),
      paragraphs: [isPaid ? m.messages_mail_paid({}, say) : m.messages_mail_failed({}, say)],
      action: { label: m.messages_mail_open_payout({}, say), href: reader.link(`/provider/payouts/${payout.id}`) },
    })
  }
}

/** Asks the second pair of eyes. */
export function runPreparedLetter(run: RunFacts): Letter {
  return (reader) => {
    const say = { locale: reader.locale }
    return letter(reader, {
      subject: m.messages_mail_prepared_subject({ title: run.title }, say),
      paragraphs: [m.messages_mail_prepared({}, say)],
      facts: [{ label: m.messages_mail_amount({}, say), value: formatMoney(run.total, reader.locale) }],
      action: { label: m.messages_mail_open_run({}, say), href: reader.link(`/municipality/payouts/${run.id}`) },
    })
  }
}

/** Tells who prepared a run why it came back. */
export function runReturnedLetter(run: RunFacts): Letter {
  return (reader) => {
    const say = { locale: reader.locale }
    const reason = { label: m.messages_mail_reason({}, say), value: run.returnReason ?? '' }
    return letter(reader, {
      subject: m.messages_mail_returned_subject({ title: run.title }, say),
      paragraphs: [m.messages_mail_returned({}, say)],
      facts: run.returnReason === null ? undefined : [reason],
      action: { label: m.messages_mail_open_run({}, say), href: reader.link(`/municipality/payouts/${run.id}`) },
    })
  }
}

/** Tells the guardians that the plan holds and its money is there. */
export function planApprovedLetter(childId: string): Letter {
  return (reader) => {
    const say = { locale: reader.locale }
    return letter(reader, {
      subject: m.messages_mail_plan_subject({}, say),
      paragraphs: [m.messages_mail_plan({}, say)],
      action: { label: m.messages_mail_open_plan({}, say), href: reader.link(`/family/${childId}/plan`) },
    })
  }
}
