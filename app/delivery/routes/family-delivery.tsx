import { data } from 'react-router'
import { z } from 'zod'
import { answerDelivery } from '#app/delivery/answer-delivery.server.ts'
import type { AnswerDeliveryRefusal } from '#app/delivery/answer-delivery.server.ts'
import { findFamilyDelivery } from '#app/delivery/find-family-delivery.server.ts'
import { longestWords, objectionKinds } from '#app/delivery/rules/objection.ts'
import { AnswerForms } from '#app/delivery/ui/answer-forms.tsx'
import { Comparison } from '#app/delivery/ui/comparison.tsx'
import '#app/delivery/ui/delivery.css'
import { FamilyOutcome, familyTitle } from '#app/delivery/ui/family-outcome.tsx'
import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/paraglide/runtime.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { formatDate, formatMoney, formatTimeRange, startSentence } from '#app/platform/i18n/format.ts'
import { subtractCents } from '#app/platform/money.ts'
import { Card } from '#app/ui/card.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { SumLines } from '#app/ui/sum-lines.tsx'
import type { Route } from './+types/family-delivery.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const delivery = await findFamilyDelivery(requireContext(context), params)
  if (delivery === null) throw data(null, { status: 404 })
  return delivery
}

const answer = z.object({
  sign: z.enum(['plain', 'extra', 'reserved']).optional().catch(undefined),
  objection: z.enum(objectionKinds).nullable().catch(null),
  words: z.string().catch(''),
})

export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = requireContext(context)
  const { childId, deliveryId } = params
  const delivery = await findFamilyDelivery(ctx, { childId, deliveryId })
  if (delivery === null) throw data(null, { status: 404 })
  const form = await request.formData()
  const { sign, objection, words } = answer.parse(Object.fromEntries(form))
  const locale = getLocale()
  const isObjecting = form.has('object')
  const again = (error: { field: string; text: string }, status: number) =>
    data({ isObjecting, error, objection: objection ?? '', words, sign: sign ?? '' }, { status })

  if (isObjecting && objection === null) return again({ field: 'objection', text: m.delivery_error_objection() }, 400)
  if (isObjecting && words.length > longestWords) {
    return again({ field: 'words', text: m.delivery_error_note_long({ count: longestWords }) }, 400)
  }
  if (!isObjecting && sign === undefined) return again({ field: 'sign', text: m.delivery_error_answer() }, 400)

  const answered = await answerDelivery(
    ctx,
    isObjecting && objection !== null
      ? { deliveryId, answer: 'object', objection, words }
      : { deliveryId, answer: 'cosign', takesExtra: sign === 'extra' },
  )
  if (!answered.ok) {
    if (answered.refusal.kind === 'not-found') throw data(null, { status: 404 })
    const { status, ...error } = sentenceOf(answered.refusal, locale)
    return again(error, status)
  }
  const here = `/family/${childId}/deliveries/${deliveryId}`
  return redirectWithReceipt(
    context,
    here,
    answered.value.state === 'objected'
      ? { tone: 'attention', title: m.delivery_receipt_objected(), detail: m.delivery_receipt_objected_detail() }
      : {
          tone: 'ok',
          title: m.delivery_receipt_signed(),
          detail: m.delivery_receipt_signed_detail({ amount: formatMoney(answered.value.amount, locale) }),
        },
  )
}

function sentenceOf(refusal: Exclude<AnswerDeliveryRefusal, { kind: 'not-found' }>, locale: Locale) {
  switch (refusal.kind) {
    case 'already-answered':
      return { field: '', text: m.delivery_refused_answered(), status: 409 }
    case 'time-is-over':
      return { field: '', text: m.delivery_refused_time_over(), status: 409 }
    case 'words-needed':
      return { field: 'words', text: m.delivery_refused_words(), status: 422 }
    case 'extra-not-available': {
      const sums = { extra: formatMoney(refusal.extra, locale), available: formatMoney(refusal.available, locale) }
      return { field: 'sign', text: m.delivery_refused_extra(sums), status: 422 }
    }
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData === undefined ? m.ui_brand() : m.ui_page_title({ title: familyTitle(loaderData) }) },
]

export default function FamilyDelivery({ loaderData: delivery, actionData }: Route.ComponentProps) {
  const locale = getLocale()
  const { childId, childGivenName: name, startsAt, endsAt, kind, isOpen, note, different } = delivery
  const when = `${formatDate(startsAt, locale)}, ${formatTimeRange(startsAt, endsAt, locale)}`
  const error = actionData?.error
  const date = formatDate(delivery.lastDayToAnswer, locale, 'day-until')
  return (
    <>
      <PageHead
        back={{ to: `/family/${childId}`, label: m.delivery_back_home() }}
        over={startSentence(m.delivery_family_over({ name, when }))}
        title={familyTitle(delivery)}
        lead={leadOf(delivery)}
      />
      <ErrorSummary
        errors={
          error === undefined
            ? []
            : [error.field === '' ? { text: error.text } : { text: error.text, href: `#${error.field}` }]
        }
      />
      <div className="split split-wide">
        <div className="stack">
          <FamilyOutcome delivery={delivery} />
          <Card title={m.delivery_compare_caption()}>
            {kind === 'delivered' && different.length > 0 ? (
              <p className="muted small mb-3">{m.delivery_compare_differs()}</p>
            ) : null}
            <Comparison delivery={delivery} />
            {kind === 'delivered' && different.length === 0 ? (
              <p className="muted mt-3">{m.delivery_compare_same()}</p>
            ) : null}
            {note === null ? null : (
              <div className="mt-4">
                <h3>{m.delivery_note_of_specialist()}</h3>
                <p>{note}</p>
              </div>
            )}
          </Card>
          {isOpen ? <AnswerForms delivery={delivery} sent={actionData} /> : null}
        </div>
        <aside className="stack">
          <Card title={m.delivery_money_title()}>
            <SumLines lines={moneyLines(delivery)} />
          </Card>
          {isOpen ? (
            <Note>
              {m.delivery_silence({ date })}{' '}
              {delivery.extraAsked > 0
                ? m.delivery_silence_extra({ amount: formatMoney(delivery.extraAsked, locale) })
                : null}
            </Note>
          ) : null}
        </aside>
      </div>
    </>
  )
}

type Delivery = Route.ComponentProps['loaderData']

function leadOf({ kind, specialistName: specialist, childGivenName: name }: Delivery): string {
  if (kind === 'late_cancellation') return m.delivery_family_lead_late()
  return kind === 'delivered'
    ? m.delivery_family_lead_delivered({ specialist })
    : m.delivery_family_lead_not_attended({ specialist, name })
}

function moneyLines({ reserved, amount, extraAsked, state }: Delivery) {
  const locale = getLocale()
  const isOwed = state !== 'rejected' && state !== 'waived'
  const owed = isOwed ? amount : 0
  const isExtraTaken = amount > reserved
  const released = isExtraTaken ? 0 : isOwed ? subtractCents(reserved, amount) : reserved
  return [
    { label: m.delivery_money_reserved(), value: formatMoney(reserved, locale) },
    ...(released > 0 ? [{ label: m.delivery_money_released(), value: formatMoney(-released, locale) }] : []),
    ...(extraAsked > 0 && isExtraTaken
      ? [{ label: m.delivery_money_extra(), value: formatMoney(extraAsked, locale) }]
      : []),
    { label: m.delivery_money_owed(), value: formatMoney(owed, locale), isResult: true },
    ...(extraAsked > 0 && !isExtraTaken
      ? [{ label: m.delivery_money_extra(), value: formatMoney(extraAsked, locale), isMuted: true }]
      : []),
  ]
}
