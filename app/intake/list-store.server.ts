import { z } from 'zod'
import { beneficiaries, modes } from '#app/assessment/rules/assessed-result.ts'
import type { IntakeLists, ListedService, Place } from '#app/intake/rules/family-row.ts'
import { plainName } from '#app/intake/rules/match-columns.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow, queryRows } from '#app/platform/db/query-rows.server.ts'

type At = { municipalityId: string; today: Temporal.PlainDate }

/** What rows are checked against. Four statements, however many rows there are. */
export async function loadLists(tx: Tx, at: At): Promise<IntakeLists> {
  return {
    today: at.today,
    services: await listServices(tx, at),
    workers: await listWorkers(tx, at),
    places: await listPlaces(tx, at),
    centre: await findCentre(tx, at),
  }
}

const bothLanguages = z.object({ lv: z.string(), en: z.string() })

function listServices(tx: Tx, { municipalityId, today }: At): Promise<ListedService[]> {
  return queryRows(
    tx,
    z.object({
      id: z.uuid(),
      code: z.string(),
      name: bothLanguages,
      description: bothLanguages,
      beneficiary: z.enum(beneficiaries),
      pricedModes: z.array(z.enum(modes)),
    }),
    Prisma.sql`SELECT s.id, s.code, json_build_object('lv', s.name_lv, 'en', s.name_en) AS name,
        json_build_object('lv', s.description_lv, 'en', s.description_en) AS description, s.beneficiary::text,
        coalesce((SELECT json_agg(DISTINCT c.mode) FROM price_cap c WHERE c.service_id = s.id
          AND c.municipality_id = ${municipalityId}::uuid
          AND daterange(c.valid_from, c.valid_to) @> ${today.toString()}::date), '[]') AS "pricedModes"
      FROM service s ORDER BY s.catalogue_order`,
  )
}

async function listWorkers(tx: Tx, { municipalityId }: At): Promise<Map<string, string>> {
  const workers = await queryRows(
    tx,
    z.object({ id: z.uuid(), email: z.string() }),
    Prisma.sql`SELECT p.id, p.email FROM role_grant g JOIN person p ON p.id = g.person_id AND p.deactivated_at IS NULL
      WHERE g.municipality_id = ${municipalityId}::uuid AND g.role = 'social_worker' AND g.revoked_at IS NULL
        AND p.email IS NOT NULL`,
  )
  return new Map(workers.map(({ id, email }) => [email.toLowerCase(), id]))
}

/**
 * Towns whose place is known already: where providers work, and where other children of the municipality live, but for
 * those who were put into its centre because their town was not known.
 */
async function listPlaces(tx: Tx, { municipalityId }: At): Promise<Map<string, Place>> {
  const towns = await queryRows(
    tx,
    z.object({ town: z.string(), latitude: z.number(), longitude: z.number() }),
    Prisma.sql`SELECT town, avg(latitude) AS latitude, avg(longitude) AS longitude FROM (
        SELECT town, latitude, longitude FROM site
        UNION ALL SELECT c.home_town, c.home_latitude, c.home_longitude FROM child c JOIN municipality m ON m.id = c.municipality_id
          WHERE m.id = ${municipalityId}::uuid AND c.removed_at IS NULL
            AND (c.home_latitude, c.home_longitude) <> (m.latitude, m.longitude)) known
      GROUP BY town`,
  )
  return new Map(towns.map(({ town, latitude, longitude }) => [plainName(town), { latitude, longitude }]))
}

async function findCentre(tx: Tx, { municipalityId }: At): Promise<Place> {
  const centre = await queryRow(
    tx,
    z.object({ latitude: z.number(), longitude: z.number() }),
    Prisma.sql`SELECT latitude, longitude FROM municipality WHERE id = ${municipalityId}::uuid`,
  )
  if (centre === null) throw new Error('The municipality of the import does not exist')
  return centre
}

/** The names of the catalogue, for the template. */
export async function listTemplateServices(tx: Tx): Promise<string[]> {
  const services = await tx.service.findMany({ orderBy: { catalogue_order: 'asc' }, select: { name_lv: true } })
  return services.map((service) => service.name_lv)
}
