import { addCents, type Cents } from '#app/platform/money.ts'

/** A permission a specialist or provider must hold on the day, for example the clearance to work with children. */
export type HeldCredential = {
  readonly kind: string
  readonly validFrom: Temporal.PlainDate
  /** The first day on which it is no longer valid; null = until revoked. */
  readonly validTo: Temporal.PlainDate | null
}

/**
 * What whoever worked with the child must have held on the day for the work to be paid: education for the profession,
 * clearance to work with children, an entry in the register of providers. Source: facts.md d9.
 */
export const credentialsForPayment: readonly string[] = ['education', 'clearance', 'register_entry']

/** A confirmed delivery as a payout run looks at it. */
export type PayableDelivery = {
  readonly deliveryId: string
  readonly providerId: string
  /** The Riga date of the session. */
  readonly date: Temporal.PlainDate
  /** What the guardian answered; silence that has run out is acceptance. */
  readonly answer: 'awaited' | 'accepted' | 'objected'
  readonly amount: Cents
  readonly requiredCredentials: readonly string[]
  readonly heldCredentials: readonly HeldCredential[]
  /** The payout that holds this delivery and has neither failed nor been withdrawn; null when there is none. */
  readonly livePayoutId: string | null
}

/** The dates a run pays for: usually a month; an earlier first day also picks up what was accepted late. */
export type RunDates = {
  readonly firstDay: Temporal.PlainDate
  /** The first day that no longer belongs to the run. */
  readonly endDay: Temporal.PlainDate
}

const longestDays = 400

/** Whether the dates are a stretch of days that a run can pay for: at least one, and not much more than a year. */
export function isStretch({ firstDay, endDay }: RunDates): boolean {
  const { days } = firstDay.until(endDay, { largestUnit: 'days' })
  return days > 0 && days <= longestDays
}

export type ReasonLeftOut =
  | { readonly kind: 'outside-dates' }
  | { readonly kind: 'answer-awaited' }
  | { readonly kind: 'objected' }
  | { readonly kind: 'credential-missing'; readonly credentials: readonly string[] }
  | { readonly kind: 'nothing-to-pay' }
  | { readonly kind: 'already-in-payout'; readonly payoutId: string }

export type ProviderShare<Delivery extends PayableDelivery = PayableDelivery> = {
  readonly providerId: string
  readonly deliveries: readonly Delivery[]
  /** Always above zero. */
  readonly total: Cents
}

export type RunContents<Delivery extends PayableDelivery = PayableDelivery> = {
  /** One share, and so one payment, for each provider, by provider id; deliveries by date. */
  readonly shares: readonly ProviderShare<Delivery>[]
  readonly total: Cents
  /** Every other delivery with all the reasons why it waits. */
  readonly leftOut: readonly { readonly delivery: Delivery; readonly reasons: readonly ReasonLeftOut[] }[]
}

/**
 * Chooses what a payout run may contain: deliveries within its dates that are accepted and not objected to, by people
 * whose credentials were valid on the day, worth more than nothing, and in no other live payout. Groups them by
 * provider. The order in which deliveries come in does not matter. Source: product.md section 5, facts.md d9.
 */
export function chooseDeliveries<Delivery extends PayableDelivery>(
  deliveries: readonly Delivery[],
  dates: RunDates,
): RunContents<Delivery> {
  const examined = deliveries
    .toSorted(byDateThenId)
    .map((delivery) => ({ delivery, reasons: reasonsToLeaveOut(delivery, dates) }))
  const eligible = examined.filter(({ reasons }) => reasons.length === 0).map(({ delivery }) => delivery)

  const shares = [...Map.groupBy(eligible, (delivery) => delivery.providerId)]
    .map(([providerId, own]) => ({ providerId, deliveries: own, total: sumOf(own) }))
    .toSorted((one, other) => compareText(one.providerId, other.providerId))
  return { shares, total: sumOf(eligible), leftOut: examined.filter(({ reasons }) => reasons.length > 0) }
}

/** Every reason why a delivery cannot be in a run with these dates; none when it can. */
export function reasonsToLeaveOut(delivery: PayableDelivery, { firstDay, endDay }: RunDates): ReasonLeftOut[] {
  const { date, answer, amount, livePayoutId } = delivery
  const isInside = Temporal.PlainDate.compare(firstDay, date) <= 0 && Temporal.PlainDate.compare(date, endDay) < 0
  const missing = delivery.requiredCredentials.filter((kind) => !holdsOn(delivery.heldCredentials, kind, date))

  const reasons: ReasonLeftOut[] = []
  if (!isInside) reasons.push({ kind: 'outside-dates' })
  if (answer === 'awaited') reasons.push({ kind: 'answer-awaited' })
  if (answer === 'objected') reasons.push({ kind: 'objected' })
  if (missing.length > 0) reasons.push({ kind: 'credential-missing', credentials: missing })
  if (amount <= 0) reasons.push({ kind: 'nothing-to-pay' })
  if (livePayoutId !== null) reasons.push({ kind: 'already-in-payout', payoutId: livePayoutId })
  return reasons
}

function holdsOn(held: readonly HeldCredential[], kind: string, date: Temporal.PlainDate): boolean {
  return held.some((credential) => {
    const hasBegun = Temporal.PlainDate.compare(credential.validFrom, date) <= 0
    const hasEnded = credential.validTo !== null && Temporal.PlainDate.compare(credential.validTo, date) <= 0
    return credential.kind === kind && hasBegun && !hasEnded
  })
}

function sumOf(deliveries: readonly PayableDelivery[]): Cents {
  return addCents(...deliveries.map((delivery) => delivery.amount))
}

function byDateThenId(one: PayableDelivery, other: PayableDelivery): number {
  return Temporal.PlainDate.compare(one.date, other.date) || compareText(one.deliveryId, other.deliveryId)
}

function compareText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
