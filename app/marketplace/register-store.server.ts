import { z } from 'zod'
import type { Tx } from '#app/platform/db/database.server.ts'
import type { CredentialKind, Mode, ProviderKind } from '#app/platform/db/generated/enums.ts'
import { Prisma } from '#app/platform/db/generated/client.ts'
import { queryRow } from '#app/platform/db/query-rows.server.ts'
import type { Cents } from '#app/platform/money.ts'

export type NewSite = {
  nameLv: string
  nameEn: string
  address: string
  town: string
  latitude: number
  longitude: number
  isAccessible: boolean
  /** How to get in: ramp, lift, bell. Null when there is nothing to say. */
  accessLv: string | null
  accessEn: string | null
}

export type NewProvider = {
  kind: ProviderKind
  name: string
  aboutLv: string
  aboutEn: string
  registrationNo: string | null
  iban: string
  email: string
  phone: string
  street: string
  houseNumber: string
  postcode: string
  town: string
  sites: readonly NewSite[]
}

export async function insertProvider(tx: Tx, provider: NewProvider): Promise<string> {
  const { id } = await tx.provider.create({
    data: {
      kind: provider.kind,
      name: provider.name,
      about_lv: provider.aboutLv,
      about_en: provider.aboutEn,
      registration_no: provider.registrationNo,
      iban: provider.iban,
      email: provider.email,
      phone: provider.phone,
      street: provider.street,
      house_number: provider.houseNumber,
      postcode: provider.postcode,
      town: provider.town,
    },
    select: { id: true },
  })
  return id
}

export async function insertSite(tx: Tx, providerId: string, site: NewSite): Promise<string> {
  const { id } = await tx.site.create({
    data: {
      provider_id: providerId,
      name_lv: site.nameLv,
      name_en: site.nameEn,
      address: site.address,
      town: site.town,
      latitude: site.latitude,
      longitude: site.longitude,
      is_accessible: site.isAccessible,
      access_lv: site.accessLv,
      access_en: site.accessEn,
    },
    select: { id: true },
  })
  return id
}

/** Accepts a provider, or changes the days of an acceptance that is there. False when there is no such provider. */
export async function upsertAcceptance(
  tx: Tx,
  {
    municipalityId,
    providerId,
    from,
    until,
  }: { municipalityId: string; providerId: string; from: Temporal.PlainDate; until: Temporal.PlainDate | null },
): Promise<boolean> {
  const written = await tx.$executeRaw`
    INSERT INTO provider_acceptance (municipality_id, provider_id, accepted_from, accepted_until)
    SELECT ${municipalityId}::uuid, id, ${from.toString()}::date, ${until?.toString() ?? null}::date
    FROM provider WHERE id = ${providerId}::uuid
    ON CONFLICT (municipality_id, provider_id)
      DO UPDATE SET accepted_from = excluded.accepted_from, accepted_until = excluded.accepted_until`
  return written === 1
}

export async function isAcceptedBy(
  tx: Tx,
  { providerId, municipalityId }: { providerId: string; municipalityId: string },
): Promise<boolean> {
  const accepted = await tx.providerAcceptance.count({
    where: { provider_id: providerId, municipality_id: municipalityId },
  })
  return accepted > 0
}

export type NewCredential = {
  kind: CredentialKind
  number: string | null
  validFrom: Temporal.PlainDate
  /** The first day on which it no longer holds; null until further notice. */
  validTo: Temporal.PlainDate | null
}

export type NewSpecialist = {
  providerId: string
  givenName: string
  familyName: string
  professionLv: string
  professionEn: string
  languages: readonly string[]
  credentials: readonly NewCredential[]
}

export async function insertSpecialist(tx: Tx, specialist: NewSpecialist): Promise<string> {
  const { id } = await tx.specialist.create({
    data: {
      provider_id: specialist.providerId,
      given_name: specialist.givenName,
      family_name: specialist.familyName,
      profession_lv: specialist.professionLv,
      profession_en: specialist.professionEn,
      languages: [...specialist.languages],
      credentials: {
        create: specialist.credentials.map(({ kind, number, validFrom, validTo }) => ({
          kind,
          number,
          valid_from: dateValue(validFrom),
          valid_to: validTo === null ? null : dateValue(validTo),
        })),
      },
    },
    select: { id: true },
  })
  return id
}

export type NewOffering = {
  providerId: string
  serviceId: string
  mode: Mode
  siteId: string | null
  durationMinutes: number
  bufferMinutes: number
  minimumNoticeHours: number
  furthestDays: number
  /** From where and how far a home visit reaches; null for the other modes. */
  homeVisits: { radiusKilometres: number; latitude: number; longitude: number } | null
  noteLv: string | null
  noteEn: string | null
  specialistIds: readonly string[]
}

/** Whether service, place and specialists exist and the latter two are the provider's. */
export async function belongTogether(tx: Tx, offering: NewOffering): Promise<boolean> {
  const ids = [...new Set(offering.specialistIds)]
  const row = await queryRow(
    tx,
    z.object({ fit: z.boolean() }),
    Prisma.sql`
      SELECT EXISTS (SELECT FROM service WHERE id = ${offering.serviceId}::uuid)
        AND (${offering.siteId}::uuid IS NULL OR EXISTS (SELECT FROM site
          WHERE id = ${offering.siteId}::uuid AND provider_id = ${offering.providerId}::uuid))
        AND (SELECT count(*)::int FROM specialist
          WHERE id = ANY (${ids}::uuid[]) AND provider_id = ${offering.providerId}::uuid) = ${ids.length}::int AS fit`,
  )
  return row?.fit === true
}

export async function insertOffering(tx: Tx, offering: NewOffering): Promise<string> {
  const { id } = await tx.offering.create({
    data: {
      provider_id: offering.providerId,
      service_id: offering.serviceId,
      mode: offering.mode,
      site_id: offering.siteId,
      duration_minutes: offering.durationMinutes,
      buffer_minutes: offering.bufferMinutes,
      minimum_notice_hours: offering.minimumNoticeHours,
      furthest_days: offering.furthestDays,
      home_radius_km: offering.homeVisits?.radiusKilometres ?? null,
      home_from_latitude: offering.homeVisits?.latitude ?? null,
      home_from_longitude: offering.homeVisits?.longitude ?? null,
      note_lv: offering.noteLv,
      note_en: offering.noteEn,
      specialists: { create: [...new Set(offering.specialistIds)].map((specialist_id) => ({ specialist_id })) },
    },
    select: { id: true },
  })
  return id
}

export async function findProviderOfOffering(tx: Tx, offeringId: string): Promise<string | null> {
  if (!z.uuid().safeParse(offeringId).success) return null
  const offering = await tx.offering.findUnique({ where: { id: offeringId }, select: { provider_id: true } })
  return offering?.provider_id ?? null
}

/**
 * Puts an amount in force from a day on: the one that holds before ends there, one that began on that very day is
 * replaced. False when one that begins later is there already.
 */
export async function replaceTariff(
  tx: Tx,
  { offeringId, amount, from }: { offeringId: string; amount: Cents; from: Temporal.PlainDate },
): Promise<boolean> {
  const day = dateValue(from)
  if ((await tx.tariff.count({ where: { offering_id: offeringId, valid_from: { gt: day } } })) > 0) return false
  await tx.tariff.deleteMany({ where: { offering_id: offeringId, valid_from: day } })
  await tx.tariff.updateMany({
    where: { offering_id: offeringId, OR: [{ valid_to: null }, { valid_to: { gt: day } }] },
    data: { valid_to: day },
  })
  await tx.tariff.create({ data: { offering_id: offeringId, cents: amount, valid_from: day } })
  return true
}

/** The same for the most that a municipality pays for a service in a mode. */
export async function replaceCap(
  tx: Tx,
  {
    amount,
    from,
    ...place
  }: { municipalityId: string; serviceId: string; mode: Mode; amount: Cents; from: Temporal.PlainDate },
): Promise<boolean> {
  const day = dateValue(from)
  const where = { municipality_id: place.municipalityId, service_id: place.serviceId, mode: place.mode }
  if ((await tx.priceCap.count({ where: { ...where, valid_from: { gt: day } } })) > 0) return false
  await tx.priceCap.deleteMany({ where: { ...where, valid_from: day } })
  await tx.priceCap.updateMany({
    where: { ...where, OR: [{ valid_to: null }, { valid_to: { gt: day } }] },
    data: { valid_to: day },
  })
  await tx.priceCap.create({ data: { ...where, cents: amount, valid_from: day } })
  return true
}

function dateValue(date: Temporal.PlainDate): Date {
  return new Date(`${date.toString()}T00:00:00Z`)
}
