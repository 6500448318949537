import { data, Link } from 'react-router'
import { z } from 'zod'
import { openDeliveryForReview } from '#app/delivery/open-delivery-for-review.server.ts'
import { reviewDelivery } from '#app/delivery/review-delivery.server.ts'
import { longestWords } from '#app/delivery/rules/objection.ts'
import type { SettleObjectionRefusal, SettledObjection } from '#app/delivery/settle-objection.server.ts'
import { settleObjection } from '#app/delivery/settle-objection.server.ts'
import { Comparison } from '#app/delivery/ui/comparison.tsx'
import '#app/delivery/ui/delivery.css'
import { stateLook } from '#app/delivery/ui/delivery-words.ts'
import { ReviewFacts } from '#app/delivery/ui/review-facts.tsx'
import { ReviewForms } from '#app/delivery/ui/review-forms.tsx'
import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/paraglide/runtime.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { readHundredths } from '#app/platform/http/form-values.ts'
import { formatDate, formatMoney, formatTimeRange, startSentence } from '#app/platform/i18n/format.ts'
import { cents } from '#app/platform/money.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/delivery-review.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: m.ui_page_title({ title: loaderData === undefined ? m.delivery_review_title() : titleOf(loaderData) }) },
]

export async function loader({ context, params }: Route.LoaderArgs) {
  const delivery = await openDeliveryForReview(requireContext(context), params)
  if (delivery === null) throw data(null, { status: 404 })
  return delivery
}

const settling = z.object({
  decision: z.enum(['uphold', 'lower', 'dismiss']).nullable().catch(null),
  amount: z.string().max(20).catch(''),
  reason: z.string().catch(''),
})

export async function action({ context, params: { deliveryId }, request }: Route.ActionArgs) {
  const ctx = requireContext(context)
  const locale = getLocale()
  const form = await request.formData()
  const notFound = () => data(null, { status: 404 })

  if (form.has('reviewed')) {
    const reviewed = await reviewDelivery(ctx, { deliveryId })
    if (!reviewed.ok) throw notFound()
    return redirectWithReceipt(context, '/municipality/deliveries', {
      tone: 'ok',
      title: m.delivery_receipt_reviewed(),
    })
  }

  const sent = settling.parse(Object.fromEntries(form))
  const again = (errors: { field: string; text: string }[], status: number) =>
    data({ errors, ...sent, decision: sent.decision ?? '' }, { status })
  const amount = readHundredths(sent.amount)
  const errors = [
    ...(sent.decision === null ? [{ field: 'decision', text: m.delivery_error_decision() }] : []),
    ...(sent.decision === 'lower' && amount === null ? [{ field: 'amount', text: m.delivery_error_amount() }] : []),
    ...(sent.reason.trim() === '' ? [{ field: 'reason', text: m.delivery_error_reason() }] : []),
    ...(sent.reason.length > longestWords
      ? [{ field: 'reason', text: m.delivery_error_note_long({ count: longestWords }) }]
      : []),
  ]
  if (sent.decision === null || errors.length > 0) return again(errors, 400)
  const settled = await settleObjection(ctx, {
    deliveryId,
    reason: sent.reason,
    ...(sent.decision === 'lower' ? { decision: 'lower', amount: cents(amount ?? 0) } : { decision: sent.decision }),
  })
  if (settled.ok) {
    return redirectWithReceipt(context, `/municipality/deliveries/${deliveryId}`, {
      tone: 'ok',
      ...receiptOf(sent.decision, settled.value, locale),
    })
  }
  if (settled.refusal.kind === 'not-found') throw notFound()
  const { status, ...error } = sentenceOf(settled.refusal, locale)
  return again([error], status)
}

function receiptOf(decision: 'uphold' | 'lower' | 'dismiss', { amount, returned }: SettledObjection, locale: Locale) {
  const [owed, back] = [formatMoney(amount, locale), formatMoney(returned, locale)]
  if (decision === 'uphold') {
    return {
      title: m.delivery_receipt_settled_uphold(),
      detail: m.delivery_receipt_settled_uphold_detail({ amount: back }),
    }
  }
  if (decision === 'dismiss') return { title: m.delivery_receipt_settled_dismiss({ amount: owed }) }
  return {
    title: m.delivery_receipt_settled_lower({ amount: owed }),
    detail: m.delivery_receipt_settled_lower_detail({ returned: back }),
  }
}

function sentenceOf(refusal: Exclude<SettleObjectionRefusal, { kind: 'not-found' }>, locale: Locale) {
  switch (refusal.kind) {
    case 'not-objected':
      return { field: '', text: m.delivery_refused_not_objected(), status: 409 }
    case 'reason-needed':
      return { field: 'reason', text: m.delivery_error_reason(), status: 400 }
    case 'amount-out-of-range': {
      const text = m.delivery_error_amount_range({ most: formatMoney(refusal.most, locale) })
      return { field: 'amount', text, status: 422 }
    }
  }
}

function titleOf(delivery: Route.ComponentProps['loaderData']): string {
  return m.delivery_review_page_title({
    service: getLocale() === 'lv' ? delivery.serviceLv : delivery.serviceEn,
    name: `${delivery.childGivenName} ${delivery.childFamilyName}`,
  })
}

export default function DeliveryReview({ loaderData: delivery, actionData }: Route.ComponentProps) {
  const locale = getLocale()
  const { startsAt, endsAt, state, note } = delivery
  const look = stateLook(state)
  return (
    <>
      <PageHead
        back={{ to: '/municipality/deliveries', label: m.delivery_back_to_list() }}
        over={startSentence(`${formatDate(startsAt, locale)}, ${formatTimeRange(startsAt, endsAt, locale)}`)}
        title={titleOf(delivery)}
        actions={
          <ButtonLink variant="secondary" to={`/municipality/trace/${delivery.bookingId}`}>
            {m.delivery_trace_link()}
          </ButtonLink>
        }
      />
      <ErrorSummary
        errors={(actionData?.errors ?? []).map(({ field, text }) =>
          field === '' ? { text } : { text, href: `#${field}` },
        )}
      />
      <div className="split split-wide">
        <div className="stack">
          <Card
            title={m.delivery_compare_caption()}
            aside={
              <Badge tone={look.tone} icon={look.icon}>
                {look.text}
              </Badge>
            }
          >
            <Comparison delivery={delivery} />
            {note === null ? null : (
              <div className="mt-4">
                <h3>{m.delivery_note_of_specialist()}</h3>
                <p>{note}</p>
              </div>
            )}
          </Card>
          <ReviewForms delivery={delivery} sent={actionData} />
        </div>
        <aside>
          <ReviewFacts delivery={delivery} />
          <p className="mt-4">
            <Link to={`/municipality/families/${delivery.childId}`}>{m.delivery_family_file()}</Link>
          </p>
        </aside>
      </div>
    </>
  )
}
