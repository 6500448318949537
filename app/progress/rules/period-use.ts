import type { BothLanguages } from '#app/assessment/rules/assessed-result.ts'
import type { Cents } from '#app/platform/money.ts'
import { addCents, cents, zeroCents } from '#app/platform/money.ts'
import type { Hundredths, Unit } from '#app/platform/quantity.ts'
import { hundredths } from '#app/platform/quantity.ts'

export type CancelledHow = { by: 'guardian' | 'provider' | 'municipality'; reason: string; count: number }

/** What became of one service in a period, as it is counted from bookings and what was stated of them. */
export type CountedService = {
  serviceId: string
  name: BothLanguages
  unit: Unit
  /** Of the last version of the plan that was in force. */
  plannedUnits: Hundredths
  planned: Cents
  /** Every booking there ever was, called off or not. */
  bookings: number
  deliveredSessions: number
  notAttended: number
  cancelled: CancelledHow[]
  /** Booked and not stated yet. */
  open: number
  deliveredUnits: Hundredths
  /** Owed or paid for what took place. */
  delivered: Cents
  /** Owed or paid for missed and late-cancelled sessions, which give no units. */
  fees: Cents
  /** Set aside for bookings that nobody stated yet. */
  reserved: Cents
}

export type ServiceUse = CountedService & { cancelledSessions: number; unusedUnits: Hundredths; unused: Cents }

/** The counts of a service with what nobody used: planned less delivered, fees and what is still set aside. */
export function serviceUse(service: CountedService): ServiceUse {
  return {
    ...service,
    cancelledSessions: service.cancelled.reduce((sum, { count }) => sum + count, 0),
    unusedUnits: hundredths(Math.max(0, service.plannedUnits - service.deliveredUnits)),
    unused: cents(Math.max(0, service.planned - service.delivered - service.fees - service.reserved)),
  }
}

export type UseTotals = { planned: Cents; delivered: Cents; fees: Cents; unused: Cents; sessions: number }

export function totalsOf(services: readonly ServiceUse[]): UseTotals {
  const sum = (of: (service: ServiceUse) => Cents) => addCents(zeroCents, ...services.map(of))
  return {
    planned: sum((service) => service.planned),
    delivered: sum((service) => service.delivered),
    fees: sum((service) => service.fees),
    unused: sum((service) => service.unused),
    sessions: services.reduce((total, service) => total + service.deliveredSessions, 0),
  }
}
