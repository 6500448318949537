import { randomUUID } from 'node:crypto'
import { openHold, postHold } from '#app/budget/hold-money.server.ts'
import type { Database } from '#app/platform/db/database.server.ts'
import { cents } from '#app/platform/money.ts'
import { toDate } from '#app/platform/time.ts'
import type { TestApp } from '#tests/support/test-app.ts'

/** A municipality with money, two people for payments, and families whose sessions can be delivered. */
export async function payingMunicipality(app: TestApp) {
  const municipality = await app.given.municipality()
  const municipalityId = municipality.id
  const officer = await app.given.actor('finance_officer', { municipalityId })
  const approver = await app.given.actor('payout_approver', { municipalityId })
  return { municipalityId, officer: app.as(officer), approver: app.as(approver) }
}

/** A family with a line of money and somebody who delivers on it. */
export async function served(
  app: TestApp,
  { municipalityId, budget = 1_000_00 }: { municipalityId: string; budget?: number },
) {
  const service = await app.given.service()
  const family = await app.given.family({ municipalityId, lines: [{ serviceId: service.id, cents: budget }] })
  const offered = await app.given.offering({ municipalityId, serviceId: service.id })
  return { municipalityId, service, ...family, ...offered }
}
export type Served = Awaited<ReturnType<typeof served>>

type DeliveryOfTest = {
  startsAt?: string
  price?: number
  /** What the delivery is worth; the rest of the price goes back. */
  amount?: number
  state?: 'awaiting' | 'accepted' | 'objected'
}

/** A session that was booked and stated, with its money moved through the ledger. Answers the delivery's id. */
export async function givenDelivery(
  { owner, clock }: Pick<TestApp, 'owner' | 'clock'>,
  to: Served,
  { startsAt = '2026-11-10T08:00:00Z', price = 32_00, amount = price, state = 'accepted' }: DeliveryOfTest = {},
): Promise<string> {
  const starts = Temporal.Instant.from(startsAt)
  const ends = starts.add({ minutes: 45 })
  const { municipalityId } = to
  const personId = to.guardian.personId
  const at = clock.now()
  return owner.$transaction(async (tx) => {
    const booking = await bookingOf(tx, to, { starts, ends, price })
    const cause = { municipalityId, id: booking.id, personId, at }
    const key = `test:${booking.id}`
    const held = { ...cause, kind: 'booking' as const, key: `${key}:reserve` }
    await openHold(tx, { budgetLineId: to.lineId, bookingId: booking.id, amount: cents(price), cause: held })
    const delivery = await tx.delivery.create({
      data: {
        municipality_id: municipalityId,
        booking_id: booking.id,
        child_id: to.child.id,
        provider_id: to.provider.id,
        kind: 'delivered',
        state,
        started_at: toDate(starts),
        ended_at: toDate(ends),
        place_type: 'provider',
        quantity_hundredths: 100,
        reserved_cents: price,
        amount_cents: amount,
        stated_by: to.specialistActor.personId,
        stated_at: toDate(ends),
        accept_by: toDate(ends.add({ hours: 120 })),
        ...(state === 'accepted' ? { answered_by: personId, answered_at: toDate(at), accepted_how: 'cosigned' } : {}),
        ...(state === 'objected' ? { answered_by: personId, answered_at: toDate(at), objection: 'shorter' } : {}),
      },
    })
    const stated = { ...cause, kind: 'delivery' as const, id: delivery.id, key: `${key}:deliver` }
    await postHold(tx, { bookingId: booking.id, owed: cents(amount), cause: stated })
    return delivery.id
  })
}

async function bookingOf(
  tx: Parameters<Parameters<Database['$transaction']>[0]>[0],
  to: Served,
  { starts, ends, price }: { starts: Temporal.Instant; ends: Temporal.Instant; price: number },
) {
  return tx.booking.create({
    data: {
      municipality_id: to.municipalityId,
      child_id: to.child.id,
      period_id: to.periodId,
      budget_line_id: to.lineId,
      service_id: to.service.id,
      offering_id: to.offering.id,
      provider_id: to.provider.id,
      specialist_id: to.specialist.id,
      child_lane: 'attended',
      mode: 'at_provider',
      starts_at: toDate(starts),
      ends_at: toDate(ends),
      blocked_from: toDate(starts),
      blocked_until: toDate(ends),
      quantity_hundredths: 100,
      unit_price_cents: price,
      price_cents: price,
      free_cancellation_hours: 24,
      late_charge_percent: 50,
      late_charges_per_period: 2,
      state: 'delivered',
      booked_by: to.guardian.personId,
      booked_at: toDate(starts.subtract({ hours: 200 })),
      request_key: randomUUID(),
    },
  })
}

export const november = {
  firstDay: Temporal.PlainDate.from('2026-11-01'),
  endDay: Temporal.PlainDate.from('2026-12-01'),
}
export const allOfNovember = { dates: november, expectedTotal: null }

/** What a use case accepted; fails the test with the refusal otherwise. */
export function accepted<Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}
