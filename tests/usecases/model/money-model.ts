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
  state: 'booked' | 'cancelled' | 'delivered'
}

export type ModelDelivery = {
  id: string
  family: number
  offering: number
  amount: number
  state: 'awaiting' | 'accepted' | 'objected' | 'rejected'
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
    this.charges[booking.family] = (this.charges[booking.family] ?? 0) + 1
    if (deliveryId === null) throw new Error('A charged cancellation has a delivery')
    this.deliveries.push({
      id: deliveryId,
      family: booking.family,
      offering: booking.offering,
      amount: charge,
      state: 'accepted',
      acceptBy: null,
      payout: 'none',
    })
  }

  isOver({ startsAt }: ModelBooking): boolean {
    return Temporal.Instant.compare(startsAt.add({ minutes: sessionMinutes }), this.now) <= 0
  }

  deliver(booking: ModelBooking, delivery: { id: string; acceptBy: Temporal.Instant }) {
    booking.state = 'delivered'
    const purse = this.purse(booking.family)
    purse.reserved -= booking.price
    purse.delivered += booking.price
    const { family, offering, price: amount } = booking
    this.deliveries.push({ ...delivery, family, offering, amount, state: 'awaiting', payout: 'none' })
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
