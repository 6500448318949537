import { z } from 'zod'
import type { Actor } from '#app/people/actor.ts'
import { centsColumn, hundredthsColumn, instantText } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'
import { units } from '#app/platform/quantity.ts'
import { objectionKinds } from './rules/objection.ts'
import { placeTypes } from './rules/six-elements.ts'
import { ownBookings } from './statement-store.server.ts'
import { deliveryKinds, deliveryStates } from './view-store.server.ts'

const isoText = instantText.transform((instant) => instant.toString())

const sessionRow = z.object({
  bookingId: z.uuid(),
  revision: z.number(),
  state: z.enum(['booked', 'cancelled', 'delivered', 'not_attended']),
  startsAt: isoText,
  endsAt: isoText,
  childGivenName: z.string(),
  safetyNote: z.string().nullable(),
  sessionNeeds: z.string().nullable(),
  homeTown: z.string().nullable(),
  serviceLv: z.string(),
  serviceEn: z.string(),
  unit: z.enum(units),
  mode: z.enum(['at_provider', 'at_home', 'institution', 'online']),
  siteLv: z.string().nullable(),
  siteEn: z.string().nullable(),
  specialistName: z.string(),
  quantity: hundredthsColumn,
  unitPrice: centsColumn,
  price: centsColumn,
  lateChargePercent: z.number(),
  lateChargesPerPeriod: z.number(),
  cancelledAt: isoText.nullable(),
  cancelledBy: z.enum(['guardian', 'provider', 'municipality']).nullable(),
  cancelReason: z
    .enum(['plans_changed', 'child_ill', 'specialist_ill', 'specialist_unavailable', 'place_unavailable', 'other'])
    .nullable(),
  delivery: z
    .object({
      deliveryId: z.uuid(),
      kind: z.enum(deliveryKinds),
      state: z.enum(deliveryStates),
      startedAt: isoText.nullable(),
      endedAt: isoText.nullable(),
      placeType: z.enum(placeTypes).nullable(),
      note: z.string().nullable(),
      quantity: hundredthsColumn,
      amount: centsColumn,
      extraAsked: centsColumn,
      statedAt: isoText,
      acceptBy: instantText,
      answeredAt: isoText.nullable(),
      acceptedHow: z.enum(['cosigned', 'silence', 'settled', 'cancelled_knowingly']).nullable(),
      objection: z.enum(objectionKinds).nullable(),
      objectionNote: z.string().nullable(),
      settlementReason: z.string().nullable(),
      isInPayout: z.boolean(),
    })
    .nullable(),
})
export type SessionRow = z.infer<typeof sessionRow>

const uuid = z.uuid()

/**
 * One session of the actor with what became of it. Of the child only the given name and the town of a visit at home,
 * and until it has been given or called off what the session needs and what keeps the child safe. One statement.
 */
export async function findSessionView(tx: Tx, actor: Actor, bookingId: string): Promise<SessionRow | null> {
  if (!uuid.safeParse(bookingId).success) return null
  return queryRow(
    tx,
    sessionRow,
    Prisma.sql`
      SELECT b.id AS "bookingId", b.revision, b.state, to_jsonb(b.starts_at) #>> '{}' AS "startsAt",
        to_jsonb(b.ends_at) #>> '{}' AS "endsAt", c.given_name AS "childGivenName",
        CASE WHEN b.state = 'booked' THEN c.safety_note END AS "safetyNote",
        CASE WHEN b.state = 'booked' THEN c.session_needs END AS "sessionNeeds", CASE WHEN b.mode = 'at_home' THEN c.home_town END AS "homeTown",
        v.name_lv AS "serviceLv", v.name_en AS "serviceEn", v.unit, b.mode, site.name_lv AS "siteLv",
        site.name_en AS "siteEn", s.given_name || ' ' || s.family_name AS "specialistName",
        b.quantity_hundredths AS quantity, b.unit_price_cents AS "unitPrice", b.price_cents AS price,
        b.late_charge_percent AS "lateChargePercent", b.late_charges_per_period AS "lateChargesPerPeriod",
        to_jsonb(b.cancelled_at) #>> '{}' AS "cancelledAt", b.cancelled_by AS "cancelledBy",
        b.cancel_reason AS "cancelReason", (
          SELECT jsonb_build_object('deliveryId', d.id, 'kind', d.kind, 'state', d.state, 'startedAt', d.started_at,
            'endedAt', d.ended_at, 'placeType', d.place_type, 'note', d.note, 'quantity', d.quantity_hundredths,
            'amount', d.amount_cents, 'extraAsked', d.extra_asked_cents, 'statedAt', d.stated_at,
            'acceptBy', d.accept_by, 'answeredAt', d.answered_at, 'acceptedHow', d.accepted_how,
            'objection', d.objection, 'objectionNote', d.objection_note, 'settlementReason', d.settlement_reason,
            'isInPayout', EXISTS (SELECT FROM payout_item i WHERE i.delivery_id = d.id AND i.is_live))
          FROM delivery d WHERE d.booking_id = b.id ORDER BY d.stated_at DESC LIMIT 1) AS delivery
      FROM booking b
      JOIN child c ON c.id = b.child_id
      JOIN service v ON v.id = b.service_id
      JOIN offering o ON o.id = b.offering_id
      LEFT JOIN site ON site.id = o.site_id
      JOIN specialist s ON s.id = b.specialist_id
      WHERE b.id = ${bookingId}::uuid AND ${ownBookings(actor, Prisma.sql`b`)}`,
  )
}
