import { openHold } from '#app/budget/hold-money.server.ts'
import type { Mode, Unit } from '#app/platform/db/generated/enums.ts'
import { cents } from '#app/platform/money.ts'
import { toDate } from '#app/platform/time.ts'
import type { TestApp } from '#tests/support/test-app.ts'

type World = {
  unit?: Unit
  mode?: Mode
  tariff?: number
  budget?: number
  policy?: { silent_acceptance_days?: number }
}

/** A municipality, a provider with a specialist, and a family with money on one line. */
export async function givenWorld(app: TestApp, { unit, mode, tariff = 38_00, budget = 400_00, policy }: World = {}) {
  const municipality = await app.given.municipality(policy === undefined ? {} : { policy })
  const service = await app.given.service(unit === undefined ? {} : { unit })
  const offer = await app.given.offering({
    municipalityId: municipality.id,
    serviceId: service.id,
    tariff,
    ...(mode === undefined ? {} : { mode }),
  })
  const family = await app.given.family({
    municipalityId: municipality.id,
    lines: [{ serviceId: service.id, cents: budget }],
    startsOn: '2026-09-01',
    endsBefore: '2027-09-01',
  })
  return { municipality, service, ...offer, ...family }
}

export type GivenWorld = Awaited<ReturnType<typeof givenWorld>>

/** A booked session with its money set aside, as booking leaves it. */
export async function givenSession(
  app: TestApp,
  world: GivenWorld,
  {
    startsAt,
    minutes = 45,
    quantity = 100,
    price = 38_00,
    unitPrice = price,
  }: { startsAt: string; minutes?: number; quantity?: number; price?: number; unitPrice?: number },
) {
  const start = Temporal.Instant.from(startsAt)
  const end = start.add({ minutes })
  const municipalityId = world.municipality.id
  return app.owner.$transaction(async (tx) => {
    const booking = await tx.booking.create({
      data: {
        municipality_id: municipalityId,
        child_id: world.child.id,
        period_id: world.periodId,
        budget_line_id: world.lineId,
        service_id: world.service.id,
        offering_id: world.offering.id,
        provider_id: world.provider.id,
        specialist_id: world.specialist.id,
        child_lane: world.service.child_lane,
        mode: world.offering.mode,
        starts_at: toDate(start),
        ends_at: toDate(end),
        blocked_from: toDate(start),
        blocked_until: toDate(end),
        quantity_hundredths: quantity,
        unit_price_cents: unitPrice,
        price_cents: price,
        free_cancellation_hours: 24,
        late_charge_percent: 50,
        late_charges_per_period: 2,
        booked_by: world.guardian.personId,
        booked_at: toDate(app.clock.now()),
        request_key: crypto.randomUUID(),
      },
    })
    const cause = {
      municipalityId,
      kind: 'booking' as const,
      id: booking.id,
      personId: world.guardian.personId,
      at: app.clock.now(),
      key: `reserve:${booking.id}`,
    }
    await openHold(tx, { budgetLineId: world.lineId, bookingId: booking.id, amount: cents(price), cause })
    return booking
  })
}

/** What the child's line holds, in cents, by where it is. */
export async function balancesOf(app: TestApp, lineId: string) {
  const accounts = await app.owner.account.findMany({ where: { budget_line_id: lineId } })
  const of = (kind: string) => Number(accounts.find((account) => account.kind === kind)?.balance_cents ?? 0)
  return { available: of('available'), reserved: of('reserved'), delivered: of('delivered') }
}

/** The value of a result that has to be one. */
export function valueOf<Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}
