/*
 * What should happen to money and time, in the plainest words: no database, no locks, no SQL. The test drives this
 * and the real use cases with the same steps and compares after each.
 */

export type Purse = { available: number; reserved: number; delivered: number; inTransit: number; paid: number }

export type ModelBooking = {
  id: string
  family: number
  offering: number
  startsAt: Temporal.Instant
  price: number
  revision: number
  state: 'booked' | 'cancelled' | 'delivered' | 'not_attended'
}

export type ModelDelivery = {
  id: string
  family: number
  offering: number
  amount: number
  /** Asked above the price; taken only with consent. */
  extraAsked: number
  /** Of a late cancellation or a missed session: counts among the charges of the child until it is given up. */
  isFee: boolean
  state: 'awaiting' | 'accepted' | 'objected' | 'rejected' | 'waived'
  acceptBy: Temporal.Instant | null
  payout: 'none' | 'prepared' | 'in-transit' | 'paid'
}

export type ModelRun = { id: string; preparedBy: number; state: 'prepared' | 'approved' | 'returned' | 'executed' }

const sessionMinutes = 45
const freeHours = 24
const mostCharges = 2

export class MoneyModel {
  readonly purses: Purse[]
  readonly bookings: ModelBooking[] = []
  readonly deliveries: ModelDelivery[] = []
  readonly charges: number[]
  run: ModelRun | null = null
  now: Temporal.Instant

  constructor({ now, families, budget }: { now: Temporal.Instant; families: number; budget: number }) {
    this.now = now
    this.purses = Array.from({ length: families }, () => ({
      available: budget,
      reserved: 0,
      delivered: 0,
      inTransit: 0,
      paid: 0,
    }))
    this.charges = Array.from({ length: families }, () => 0)
  }

  purse(family: number): Purse {
    const purse = this.purses[family]
    if (purse === undefined) throw new Error(`No family ${family}`)
    return purse
  }

  /** Why a time cannot be had, in the order in which the family is told. */
  refusalOfTime(wanted: { family: number; offering: number; startsAt: Temporal.Instant; except?: string }) {
    if (Temporal.Instant.compare(wanted.startsAt, this.now) <= 0) return 'slot-in-the-past'
    const live = this.bookings.filter((one) => one.state !== 'cancelled' && meets(one.startsAt, wanted.startsAt))
    if (live.some((one) => one.offering === wanted.offering && one.id !== wanted.except)) return 'slot-taken'
    if (live.some((one) => one.family === wanted.family && one.id !== wanted.except)) return 'child-busy'
    return null
  }

  refusalOfBooking(wanted: { family: number; offering: number; startsAt: Temporal.Instant; price: number }) {
    const placed = this.refusalOfTime(wanted)
    if (placed !== null) return placed
    return wanted.price > this.purse(wanted.family).available ? 'budget-exceeded' : null
  }

  book(booking: ModelBooking) {
    this.bookings.push(booking)
    const purse = this.purse(booking.family)
    purse.available -= booking.price
    purse.reserved += booking.price
  }

  isLate({ startsAt }: ModelBooking): boolean {
    return Temporal.Instant.compare(this.now, startsAt.subtract({ hours: freeHours })) > 0
  }

  /** What a guardian's cancellation costs now: half the price when late, at most twice. */
  chargeOf(booking: ModelBooking): number {
    const wasCharged = this.charges[booking.family] ?? 0
    return this.isLate(booking) && wasCharged < mostCharges ? Math.floor((booking.price * 50 + 50) / 100) : 0
  }

  cancel(booking: ModelBooking, charge: number, deliveryId: string | null) {
    booking.state = 'cancelled'
    const purse = this.purse(booking.family)
    purse.reserved -= booking.price
    purse.available += booking.price - charge
    purse.delivered += charge
    if (charge === 0) return
    this.countCharge(booking.family, 1)
    if (deliveryId === null) throw new Error('A charged cancellation has a delivery')
    this.deliveries.push({
      id: deliveryId,
      family: booking.family,
      offering: booking.offering,
      amount: charge,
      extraAsked: 0,
      isFee: true,
      state: 'accepted',
      acceptBy: null,
      payout: 'none',
    })
  }

  isOver({ startsAt }: ModelBooking): boolean {
    return Temporal.Instant.compare(startsAt.add({ minutes: sessionMinutes }), this.now) <= 0
  }

  /** Hundredths of the session that took place: less gives the rest back, more is asked and not taken. */
  deliver(booking: ModelBooking, delivery: { id: string; acceptBy: Temporal.Instant }, hundredths = 100) {
    booking.state = 'delivered'
    const { family, offering, price } = booking
    const worth = Math.floor((hundredths * price + 50) / 100)
    const amount = Math.min(worth, price)
    const purse = this.purse(family)
    purse.reserved -= price
    purse.delivered += amount
    purse.available += price - amount
    const extraAsked = Math.max(0, worth - price)
    this.deliveries.push({
      ...delivery,
      family,
      offering,
      amount,
      extraAsked,
      isFee: false,
      state: 'awaiting',
      payout: 'none',
    })
  }

  hasBegun({ startsAt }: ModelBooking): boolean {
    return Temporal.Instant.compare(startsAt, this.now) <= 0
  }

  /** What a missed session costs when the provider asks: half, at most twice. */
  feeOf({ family, price }: ModelBooking, asksFee: boolean): number {
    return asksFee && (this.charges[family] ?? 0) < mostCharges ? Math.floor((price * 50 + 50) / 100) : 0
  }

  miss(booking: ModelBooking, fee: number, delivery: { id: string; acceptBy: Temporal.Instant }) {
    booking.state = 'not_attended'
    const { family, offering, price } = booking
    const purse = this.purse(family)
    purse.reserved -= price
    purse.delivered += fee
    purse.available += price - fee
    if (fee > 0) this.countCharge(family, 1)
    const state = fee > 0 ? ('awaiting' as const) : ('waived' as const)
    const rest = { extraAsked: 0, isFee: true, state, payout: 'none' as const }
    this.deliveries.push({ ...delivery, family, offering, amount: fee, ...rest })
  }

  takeExtra(delivery: ModelDelivery) {
    const purse = this.purse(delivery.family)
    purse.available -= delivery.extraAsked
    purse.delivered += delivery.extraAsked
    delivery.amount += delivery.extraAsked
  }

  /** Nothing is owed any more, by decision or because the provider gives it up. */
  drop(delivery: ModelDelivery, state: 'rejected' | 'waived') {
    this.giveBack(delivery, delivery.amount)
    delivery.state = state
    if (delivery.isFee) this.countCharge(delivery.family, -1)
  }

  private countCharge(family: number, by: 1 | -1) {
    this.charges[family] = (this.charges[family] ?? 0) + by
  }

  /** Money of an objection that the municipality found right, wholly or in part, is the child's again. */
  giveBack(delivery: ModelDelivery, amount: number) {
    const purse = this.purse(delivery.family)
    purse.delivered -= amount
    purse.available += amount
    delivery.amount -= amount
  }

  payable(): ModelDelivery[] {
    return this.deliveries.filter((one) => one.state === 'accepted' && one.payout === 'none')
  }

  fees(): ModelDelivery[] {
    return this.deliveries.filter((one) => one.isFee)
  }

  inRun(stage: ModelDelivery['payout']): ModelDelivery[] {
    return this.deliveries.filter((one) => one.payout === stage)
  }

  moveToTransit(delivery: ModelDelivery) {
    const purse = this.purse(delivery.family)
    purse.delivered -= delivery.amount
    purse.inTransit += delivery.amount
    delivery.payout = 'in-transit'
  }

  endTransit(delivery: ModelDelivery, isPaid: boolean) {
    const purse = this.purse(delivery.family)
    purse.inTransit -= delivery.amount
    if (isPaid) purse.paid += delivery.amount
    else purse.delivered += delivery.amount
    delivery.payout = isPaid ? 'paid' : 'none'
  }
}

function meets(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Math.abs(one.epochMilliseconds - other.epochMilliseconds) < sessionMinutes * 60_000
}
