import type { Actor } from '#app/people/actor.ts'
import { takeOverPlan } from '#app/plan/take-over-plan.server.ts'
import { cents } from '#app/platform/money.ts'
import { bookSession } from '#app/schedule/book-session.server.ts'
import { assessedFamily, valueOf } from '#tests/support/given/assessed-family.ts'
import type { TestApp } from '#tests/support/test-app.ts'

/** The assessed family with its plan of 3,852.00 approved, and an offering of the first service to book. */
export async function plannedFamily(app: TestApp) {
  const family = await assessedFamily(app)
  const { planId } = valueOf(
    await takeOverPlan(app.as(family.worker), { periodId: family.periodId, budget: cents(3_852_00) }),
  )
  const [first] = family.services
  if (first === undefined) throw new Error('The family has no services')
  const offering = await app.given.offering({
    municipalityId: family.town.id,
    serviceId: first.service.id,
    tariff: first.cap,
    withCap: false,
  })
  const line = await app.owner.budgetLine.findFirstOrThrow({
    where: { period_id: family.periodId, service_id: first.service.id },
  })
  const book = (startsAt: string, guardian: Actor = family.guardian) =>
    bookSession(app.as(guardian), {
      childId: family.child.id,
      budgetLineId: line.id,
      offeringId: offering.offering.id,
      specialistId: offering.specialist.id,
      startsAt: Temporal.Instant.from(startsAt),
      seenPriceCents: cents(first.cap),
      requestKey: crypto.randomUUID(),
    })
  return { ...family, planId, lineId: line.id, specialist: offering.specialistActor, book }
}
