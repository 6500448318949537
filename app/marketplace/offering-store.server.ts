import { z } from 'zod'
import { centsColumn } from '#app/platform/db/columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRows } from '#app/platform/db/query-rows.server.ts'
import { modes } from './rules/modes.ts'

const bothLanguages = z.object({ lv: z.string(), en: z.string() })

const specialistShape = z.object({
  id: z.uuid(),
  givenName: z.string(),
  familyName: z.string(),
  profession: bothLanguages,
  languages: z.array(z.string()),
  /** The year of the earliest education that still holds; null when none is on record. */
  educatedSince: z.number().nullable(),
})

const siteShape = z.object({
  name: bothLanguages,
  address: z.string(),
  town: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  isAccessible: z.boolean(),
  access: z.object({ lv: z.string().nullable(), en: z.string().nullable() }),
})

const offeringRow = z.object({
  id: z.uuid(),
  mode: z.enum(modes),
  durationMinutes: z.number(),
  note: z.object({ lv: z.string().nullable(), en: z.string().nullable() }),
  providerId: z.uuid(),
  providerKind: z.enum(['organisation', 'self_employed']),
  providerName: z.string(),
  about: bothLanguages,
  email: z.string(),
  phone: z.string(),
  tariff: centsColumn,
  cap: centsColumn.nullable(),
  site: siteShape.nullable(),
  homeVisits: z.object({ radiusKilometres: z.number(), latitude: z.number(), longitude: z.number() }).nullable(),
  specialists: z.array(specialistShape),
})
export type OfferingRow = z.infer<typeof offeringRow>

/**
 * Offerings of a service, or one by its id, by providers that the municipality accepts, with a tariff in force and at
 * least one specialist whose education and clearance are valid today. One statement.
 */
export async function selectOfferings(
  tx: Tx,
  {
    municipalityId,
    serviceId,
    offeringId,
    today,
  }: { municipalityId: string; serviceId: string; offeringId: string | null; today: Temporal.PlainDate },
): Promise<OfferingRow[]> {
  const day = Prisma.sql`${today.toString()}::date`
  const rows = await queryRows(
    tx,
    offeringRow,
    Prisma.sql`
    SELECT o.id, o.mode, o.duration_minutes AS "durationMinutes",
      jsonb_build_object('lv', o.note_lv, 'en', o.note_en) AS note,
      p.id AS "providerId", p.kind AS "providerKind", p.name AS "providerName",
      jsonb_build_object('lv', p.about_lv, 'en', p.about_en) AS about, p.email, p.phone,
      t.cents AS tariff,
      (SELECT c.cents FROM price_cap c WHERE c.municipality_id = ${municipalityId}::uuid AND c.service_id = o.service_id
        AND c.mode = o.mode AND daterange(c.valid_from, c.valid_to) @> ${day}) AS cap,
      CASE WHEN s.id IS NOT NULL THEN jsonb_build_object('name', jsonb_build_object('lv', s.name_lv, 'en', s.name_en),
        'address', s.address, 'town', s.town, 'latitude', s.latitude, 'longitude', s.longitude,
        'isAccessible', s.is_accessible, 'access', jsonb_build_object('lv', s.access_lv, 'en', s.access_en)) END AS site,
      CASE WHEN o.home_radius_km IS NOT NULL THEN jsonb_build_object('radiusKilometres', o.home_radius_km,
        'latitude', o.home_from_latitude, 'longitude', o.home_from_longitude) END AS "homeVisits",
      people.specialists
    FROM offering o
    JOIN provider p ON p.id = o.provider_id
    JOIN provider_acceptance a ON a.provider_id = p.id AND a.municipality_id = ${municipalityId}::uuid
      AND daterange(a.accepted_from, a.accepted_until) @> ${day}
    JOIN tariff t ON t.offering_id = o.id AND daterange(t.valid_from, t.valid_to) @> ${day}
    LEFT JOIN site s ON s.id = o.site_id
    CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('id', sp.id, 'givenName', sp.given_name, 'familyName', sp.family_name,
        'profession', jsonb_build_object('lv', sp.profession_lv, 'en', sp.profession_en), 'languages', sp.languages,
        'educatedSince', educated.since) ORDER BY sp.family_name, sp.given_name, sp.id) AS specialists
      FROM offering_specialist os
      JOIN specialist sp ON sp.id = os.specialist_id AND (sp.active_until IS NULL OR ${day} < sp.active_until)
      CROSS JOIN LATERAL (
        SELECT extract(year FROM min(c.valid_from) FILTER (WHERE c.kind = 'education'))::int AS since,
          count(DISTINCT c.kind) FILTER (WHERE c.kind IN ('education', 'clearance')) AS kinds
        FROM credential c
        WHERE c.specialist_id = sp.id AND daterange(c.valid_from, c.valid_to) @> ${day}
      ) educated
      WHERE os.offering_id = o.id AND educated.kinds = 2
    ) people
    WHERE o.service_id = ${serviceId}::uuid AND (o.offered_until IS NULL OR ${day} < o.offered_until)
      ${offeringId === null ? Prisma.empty : Prisma.sql`AND o.id = ${offeringId}::uuid`}
      AND people.specialists IS NOT NULL
    ORDER BY o.id`,
  )
  return rows
}
