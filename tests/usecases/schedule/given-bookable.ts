import { bookSession } from '#app/schedule/book-session.server.ts'
import { cents } from '#app/platform/money.ts'
import type { TestApp } from '#tests/support/test-app.ts'

export const price = 40_00

type Bookable = Awaited<ReturnType<typeof givenBookable>>

/** A family with money on one line and an offering for it: 45 minutes at EUR 40.00, every day from 8 to 20. */
export async function givenBookable(
  app: TestApp,
  {
    money = 400_00,
    offering = {},
    service = {},
    policy = {},
  }: {
    money?: number
    offering?: Partial<Parameters<TestApp['given']['offering']>[0]>
    service?: Parameters<TestApp['given']['service']>[0]
    policy?: NonNullable<Parameters<TestApp['given']['municipality']>[0]>['policy']
  } = {},
) {
  const municipality = await app.given.municipality({ policy })
  const kind = await app.given.service(service)
  const offered = await app.given.offering({
    municipalityId: municipality.id,
    serviceId: kind.id,
    tariff: price,
    ...offering,
  })
  const family = await app.given.family({
    municipalityId: municipality.id,
    lines: [{ serviceId: kind.id, cents: money }],
  })
  return { municipality, service: kind, ...offered, ...family, ctx: app.as(family.guardian) }
}

/** The form a family sends, for a time such as 2026-11-26T10:00Z. */
export function form(bookable: Pick<Bookable, 'child' | 'lineId' | 'offering' | 'specialist'>, startsAt: string) {
  return {
    childId: bookable.child.id,
    budgetLineId: bookable.lineId,
    offeringId: bookable.offering.id,
    specialistId: bookable.specialist.id,
    startsAt: Temporal.Instant.from(startsAt),
    seenPriceCents: cents(price),
    requestKey: crypto.randomUUID(),
  }
}

/** A session that is booked already. */
export async function givenBooked(bookable: Bookable, startsAt: string): Promise<string> {
  const booked = await bookSession(bookable.ctx, form(bookable, startsAt))
  if (!booked.ok) throw new Error(`Not booked: ${booked.refusal.kind}`)
  return booked.value.bookingId
}

export async function balancesOf(app: TestApp, lineId: string): Promise<Record<string, number>> {
  const accounts = await app.owner.account.findMany({ where: { budget_line_id: lineId } })
  return Object.fromEntries(accounts.map((account) => [account.kind, Number(account.balance_cents)]))
}
