import { z } from 'zod'
import { centsColumn, isoInstantColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRows } from '#app/platform/db/query-rows.server.ts'

const touchedRow = z.object({
  bookingId: z.uuid(),
  serviceId: z.uuid(),
  specialist: z.string(),
  provider: z.string(),
  startsAt: isoInstantColumn,
  endsAt: isoInstantColumn,
  price: centsColumn,
  revision: z.int(),
  isCancelled: z.boolean(),
})
export type TouchedBooking = z.infer<typeof touchedRow>

/**
 * The sessions of a period that are booked on these services, or that the municipality cancelled since the revision began:
 * the latter count as settled. The caller has found the revision in the actor's scope.
 */
export async function listTouched(
  tx: Tx,
  { planId, serviceIds }: { planId: string; serviceIds: readonly string[] },
): Promise<TouchedBooking[]> {
  return queryRows(
    tx,
    touchedRow,
    Prisma.sql`
    SELECT b.id AS "bookingId", b.service_id AS "serviceId", sp.given_name || ' ' || sp.family_name AS specialist,
      pr.name AS provider, b.starts_at AS "startsAt", b.ends_at AS "endsAt", b.price_cents AS price, b.revision,
      b.state = 'cancelled' AS "isCancelled"
    FROM plan p JOIN booking b ON b.period_id = p.period_id
    JOIN specialist sp ON sp.id = b.specialist_id JOIN provider pr ON pr.id = b.provider_id
    WHERE p.id = ${planId}::uuid AND ((b.state = 'booked' AND b.service_id = ANY (${[...serviceIds]}::uuid[]))
      OR (b.state = 'cancelled' AND b.cancelled_by = 'municipality' AND b.cancelled_at >= p.created_at))
    ORDER BY b.starts_at, b.id`,
  )
}
