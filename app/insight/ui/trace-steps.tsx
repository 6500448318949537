import { Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import {
  formatDate,
  formatDateTime,
  formatMoney,
  formatQuantity,
  formatTime,
  startSentence,
} from '#app/platform/i18n/format.ts'
import { hundredths, wholeUnits } from '#app/platform/quantity.ts'
import { Card } from '#app/ui/card.tsx'
import { Chain, type ChainLink } from '#app/ui/chain.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'
import type { Trace, TraceLine, TraceSession } from '../trace-types.ts'
import { answerWords, bankWords, holdWords, runWords } from './trace-words.ts'

/** Each booking from the plan line to the bank, one step after the other, the steps that were undone too. */
export function TraceSteps({ line, sessions, focus }: Pick<Trace, 'line' | 'sessions' | 'focus'>) {
  return (
    <Card title={m.trace_steps()} aside={<span className="muted">{m.trace_sessions({ count: sessions.length })}</span>}>
      <div className="stack [--gap:1.5rem]">
        {line === null ? null : <LineStep line={line} isFocus={focus.kind === 'line'} />}
        {sessions.map((session) => (
          <SessionSteps key={session.bookingId} session={session} focus={focus} />
        ))}
      </div>
    </Card>
  )
}

function LineStep({ line, isFocus }: { line: TraceLine; isFocus: boolean }) {
  const locale = getLocale()
  const name = locale === 'lv' ? line.serviceLv : line.serviceEn
  const given =
    line.fundedUnits === null || line.fundedAmount === null
      ? null
      : m.trace_step_line_text({
          units: formatQuantity(wholeUnits(line.fundedUnits), line.unit, locale),
          sum: formatMoney(line.fundedAmount, locale),
        })
  return (
    <div>
      <h3>
        {m.trace_step_line()}: {name}
      </h3>
      {given === null ? null : <p className="muted">{given}</p>}
      {isFocus ? null : (
        <p>
          <TraceLink id={line.budgetLineId} what={`${m.trace_step_line()}, ${name}`} />
        </p>
      )}
    </div>
  )
}

function SessionSteps({ session, focus }: { session: TraceSession; focus: Trace['focus'] }) {
  const locale = getLocale()
  const when = startSentence(formatDateTime(session.startsAt, locale, 'day-short'))
  const service = locale === 'lv' ? session.serviceLv : session.serviceEn
  const label = `${when}, ${service}`
  const isFocus = focus.kind === 'booking' || focus.kind === 'delivery'
  return (
    <section aria-label={label}>
      <h3>{when}</h3>
      <p className="muted">
        {service}, {session.childName}, {session.provider}
        {isFocus ? null : (
          <>
            {' '}
            <TraceLink id={session.bookingId} what={label} />
          </>
        )}
      </p>
      <div className="mt-2">
        <Chain label={label} links={stepsOf(session)} />
      </div>
    </section>
  )
}

function TraceLink({ id, what }: { id: string; what: string }) {
  return (
    <Link to={`/municipality/trace/${id}`}>
      {m.trace_open()}
      <VisuallyHidden>: {what}</VisuallyHidden>
    </Link>
  )
}

function stepsOf(session: TraceSession): ChainLink[] {
  return [
    ...bookingSteps(session),
    ...session.holds.map(holdStep),
    ...session.deliveries.flatMap((one) => deliverySteps(one, session)),
  ]
}

function bookingSteps({ changes, quantity, unit, price }: TraceSession): ChainLink[] {
  const locale = getLocale()
  const [first] = changes
  const start: ChainLink = {
    title: m.trace_step_booking(),
    lines: [
      first === undefined ? null : shortMoment(first.at),
      formatQuantity(quantity, unit, locale),
      formatMoney(first?.price ?? price, locale),
    ].filter((text) => text !== null),
  }
  const later = changes
    .filter(({ kind }) => kind === 'moved' || kind === 'cancelled')
    .map((change): ChainLink => {
      const date = formatDateTime(change.startsAt, locale, 'short')
      const isMove = change.kind === 'moved'
      return {
        title: isMove ? m.trace_step_moved({ date }) : m.trace_step_cancelled(),
        lines: isMove ? [shortMoment(change.at), formatMoney(change.price, locale)] : [shortMoment(change.at)],
      }
    })
  return [start, ...later]
}

function holdStep(hold: TraceSession['holds'][number]): ChainLink {
  return {
    title: m.trace_step_hold(),
    lines: [
      formatMoney(hold.amount, getLocale()),
      hold.endedAt === null ? holdWords[hold.state]() : `${holdWords[hold.state]()}, ${shortMoment(hold.endedAt)}`,
    ],
  }
}

function deliverySteps(delivery: TraceSession['deliveries'][number], { unit }: TraceSession): ChainLink[] {
  const locale = getLocale()
  const answered = delivery.answeredAt === null ? [] : [shortMoment(delivery.answeredAt)]
  return [
    {
      title: m.trace_step_delivery(),
      lines: [
        shortMoment(delivery.statedAt),
        formatQuantity(hundredths(delivery.quantity), unit, locale),
        formatMoney(delivery.amount, locale),
      ],
    },
    { title: m.trace_step_answer(), lines: [answerWords(delivery), ...answered] },
    ...delivery.items.flatMap(itemSteps),
  ]
}

function itemSteps(item: TraceSession['deliveries'][number]['items'][number]): ChainLink[] {
  const locale = getLocale()
  const bank = bankWords(item)
  return [
    {
      title: m.trace_step_item(),
      lines: [
        item.payee,
        item.isLive ? formatMoney(item.amount, locale) : `${formatMoney(item.amount, locale)}, ${m.trace_item_ended()}`,
      ],
    },
    {
      title: <Link to={`/municipality/payouts/${item.runId}`}>{m.trace_step_run({ run: item.runLabel })}</Link>,
      lines: [runWords[item.runState]()],
    },
    ...(bank === null ? [] : [{ title: m.trace_step_bank(), lines: [bank] }]),
  ]
}

function shortMoment(at: string): string {
  return `${formatDate(at, getLocale(), 'short')}, ${formatTime(at, getLocale())}`
}
