import { z } from 'zod'
import type { PortalRows } from '#tests/support/portal-rows.ts'
import { personActor } from '../../../prisma/demo/cast.ts'
import { demoIds } from '../../../prisma/demo/people.ts'
import { findAssessedThings } from './assessed-things.ts'

/** What belongs to one child, with the words that show whose it is. */
export type Family = {
  childId: string
  periodId: string
  lineId: string
  offeringId: string
  specialistId: string
  bookingId: string
  deliveryId: string
  /** The number of the last ledger entry of the line. */
  entry: string
  /** Names that nobody else's page may hold. */
  names: string[]
}

/** What belongs to one provider. */
export type Firm = {
  providerId: string
  specialistId: string
  bookingId: string
  payoutId: string
  /** A day off of the specialist. */
  exceptionId: string
  /** A place of the provider. */
  siteId: string
  names: string[]
}

export type Things = Awaited<ReturnType<typeof findThings>>

const id = z.object({ id: z.uuid() })

/** One of each kind on both sides of every wall. */
export async function findThings(rows: PortalRows) {
  return {
    /** The guardian's own child; the social worker looks after it. */
    emils: await findFamily(rows, 'emils'),
    /** Another family of the same municipality and social worker. */
    elza: await findFamily(rows, 'elza'),
    /** The same municipality, another social worker. */
    tince: await findFamily(rows, 'tince'),
    /** The other municipality. */
    tina: await findFamily(rows, 'tina'),
    /** The manager's own provider, by the specialist who tries the doors, and by a colleague. */
    kristine: await findFirm(rows, 'kristine'),
    nauris: await findFirm(rows, 'nauris'),
    /** Another provider. */
    ieva: await findFirm(rows, 'ieva'),
    runs: {
      lejasupe: await findRun(rows, demoIds.lejasupe),
      kalnavoti: await findRun(rows, demoIds.kalnavoti),
    },
    ...(await findAssessedThings(rows)),
    mailId: await findMail(rows),
  }
}

async function findFamily(rows: PortalRows, key: string): Promise<Family> {
  const childId = demoIds.child(key)
  const ids = await rows.row(
    z.object({
      periodId: z.uuid(),
      lineId: z.uuid(),
      offeringId: z.uuid(),
      specialistId: z.uuid(),
      bookingId: z.uuid(),
      deliveryId: z.uuid(),
      entry: z.string(),
      givenName: z.string(),
      familyName: z.string(),
    }),
    `SELECT c.given_name AS "givenName", c.family_name AS "familyName", b.period_id AS "periodId",
       b.budget_line_id AS "lineId", b.offering_id AS "offeringId", b.specialist_id AS "specialistId", b.id AS "bookingId",
       (SELECT d.id FROM delivery d WHERE d.child_id = c.id
        ORDER BY (d.state IN ('awaiting', 'objected')) DESC, d.stated_at DESC LIMIT 1) AS "deliveryId",
       (SELECT max(t.id)::text FROM transfer t JOIN account a ON a.id = t.debit_account_id
        WHERE a.budget_line_id = b.budget_line_id) AS entry
     FROM child c JOIN booking b ON b.child_id = c.id
     WHERE c.id = $1 ORDER BY (b.state = 'booked') DESC, b.starts_at DESC LIMIT 1`,
    [childId],
  )
  const { givenName, familyName, ...rest } = ids
  return { childId, ...rest, names: [`${givenName} ${familyName}`, familyName] }
}

async function findFirm(rows: PortalRows, specialist: string): Promise<Firm> {
  const { roleGrantId } = personActor(specialist, 'specialist')
  const found = await rows.row(
    z.object({
      providerId: z.uuid(),
      specialistId: z.uuid(),
      bookingId: z.uuid(),
      payoutId: z.uuid(),
      siteId: z.uuid(),
      familyName: z.string(),
      iban: z.string(),
    }),
    `SELECT g.provider_id AS "providerId", g.specialist_id AS "specialistId", s.family_name AS "familyName", v.iban,
       (SELECT b.id FROM booking b WHERE b.specialist_id = g.specialist_id
        ORDER BY (b.state = 'booked') DESC, b.starts_at DESC LIMIT 1) AS "bookingId",
       (SELECT p.id FROM payout p WHERE p.provider_id = g.provider_id ORDER BY p.id DESC LIMIT 1) AS "payoutId",
       (SELECT t.id FROM site t WHERE t.provider_id = g.provider_id ORDER BY t.id LIMIT 1) AS "siteId"
     FROM role_grant g JOIN provider v ON v.id = g.provider_id JOIN specialist s ON s.id = g.specialist_id
     WHERE g.id = $1`,
    [roleGrantId],
  )
  const { familyName, iban, ...ids } = found
  const exception = await rows.row(
    id,
    `INSERT INTO availability_exception (specialist_id, on_date, kind) VALUES ($1, current_date + 300, 'off') RETURNING id`,
    [ids.specialistId],
  )
  return { ...ids, exceptionId: exception.id, names: [familyName, iban] }
}

async function findRun(rows: PortalRows, municipalityId: string): Promise<{ runId: string; payoutId: string }> {
  return rows.row(
    z.object({ runId: z.uuid(), payoutId: z.uuid() }),
    `SELECT r.id AS "runId", p.id AS "payoutId" FROM payout_run r JOIN payout p ON p.run_id = r.id
     WHERE r.municipality_id = $1 AND r.approved_at IS NOT NULL ORDER BY r.id DESC, p.id LIMIT 1`,
    [municipalityId],
  )
}

/** The demonstration sends no mail while it is made. */
async function findMail(rows: PortalRows): Promise<string> {
  const mail = await rows.row(
    id,
    `INSERT INTO mail (to_address, subject, text_body, html_body, state, queued_at, dedupe_key)
     VALUES ('somebody@example.invalid', 'A mail', 'Text', '<p>Text</p>', 'kept', now(), gen_random_uuid()::text) RETURNING id`,
  )
  return mail.id
}
