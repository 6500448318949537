import { acceptProvider } from '#app/marketplace/accept-provider.server.ts'
import { addOffering } from '#app/marketplace/add-offering.server.ts'
import { addSpecialist } from '#app/marketplace/add-specialist.server.ts'
import { registerProvider } from '#app/marketplace/register-provider.server.ts'
import { setTariff } from '#app/marketplace/set-tariff.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { cents } from '#app/platform/money.ts'
import { addAvailabilityException } from '#app/schedule/add-availability-exception.server.ts'
import { setWeeklyAvailability } from '#app/schedule/set-weekly-availability.server.ts'
import { administratorOf, emailOf, managerOf } from './cast.ts'
import type { DemoDates } from './demo-dates.ts'
import { riga } from './demo-dates.ts'
import { demoId } from './demo-id.ts'
import { demoIban, demoPhone, demoRegistrationNumber } from './invented-numbers.ts'
import type { MunicipalityKey } from './municipalities.ts'
import type { DemoOffering, DemoProvider, DemoSpecialist } from './providers/demo-provider.ts'
import { providers } from './providers/all-providers.ts'
import type { Register } from './register.ts'
import { managing } from './register.ts'
import type { ReplayedPortal } from './replay.ts'
import { accepted } from './replay.ts'
import { extraHours } from './working-hours.ts'

/**
 * Enters every provider into the register, as its first municipality's administrator does, with specialists,
 * credentials, offerings and tariffs; lets the municipalities accept it; then its manager says who works when.
 */
export async function registerProviders(portal: ReplayedPortal, dates: DemoDates): Promise<Register> {
  const register: Register = { providers: new Map(), specialists: new Map(), offerings: new Map() }
  await Promise.all(providers.map((provider) => registerOne(portal, dates, register, provider)))
  return register
}

async function registerOne(portal: ReplayedPortal, dates: DemoDates, register: Register, provider: DemoProvider) {
  const { key, acceptedBy } = provider
  const at = riga(dates.longAgo, '10:00')
  const byAdministrator = (municipality: MunicipalityKey) => portal.as(administratorOf(municipality), at)
  const [first = 'lejasupe'] = acceptedBy
  const ctx = byAdministrator(first)

  const { providerId, siteIds } = accepted(await registerProvider(ctx, entryOf(provider)), `registering ${key}`)
  register.providers.set(key, providerId)
  for (const municipality of acceptedBy) {
    const accepting = { providerId, from: dates.longAgo, until: null }
    accepted(await acceptProvider(byAdministrator(municipality), accepting), `accepting ${key}`)
  }
  for (const specialist of provider.specialists) {
    await addOneSpecialist(ctx, dates, register, { providerId, specialist })
  }
  for (const offering of provider.offerings) {
    await addOneOffering(ctx, dates, register, { provider, providerId, siteId: siteIds[0] ?? null, offering })
  }
  const manager = portal.as(managing(provider, providerId), at)
  for (const specialist of provider.specialists) await setHours(manager, dates, register, specialist)
}

function entryOf(provider: DemoProvider) {
  const { key, kind, name, about, place } = provider
  const { street, houseNumber, postcode, town, latitude, longitude, isAccessible, access } = place
  return {
    kind,
    name,
    aboutLv: about.lv,
    aboutEn: about.en,
    registrationNo: kind === 'organisation' ? demoRegistrationNumber(key) : null,
    iban: demoIban(`provider ${key}`),
    email: emailOf(managerOf(provider)),
    phone: demoPhone(key),
    street,
    houseNumber,
    postcode,
    town,
    sites: [
      {
        nameLv: place.name.lv,
        nameEn: place.name.en,
        address: `${street} ${houseNumber}`,
        town,
        latitude,
        longitude,
        isAccessible,
        accessLv: access?.lv ?? null,
        accessEn: access?.en ?? null,
      },
    ],
  }
}

async function addOneSpecialist(
  ctx: Context,
  { longAgo, today }: DemoDates,
  register: Register,
  { providerId, specialist }: { providerId: string; specialist: DemoSpecialist },
): Promise<void> {
  const { key, givenName, familyName, profession, languages, clearanceEndsSoon = false } = specialist
  const fiveYears = longAgo.add({ years: 5 })
  const { specialistId } = accepted(
    await addSpecialist(ctx, {
      providerId,
      givenName,
      familyName,
      professionLv: profession.lv,
      professionEn: profession.en,
      languages,
      credentials: [
        { kind: 'education', number: null, validFrom: longAgo, validTo: null },
        {
          kind: 'clearance',
          number: null,
          validFrom: longAgo,
          validTo: clearanceEndsSoon ? today.add({ days: 24 }) : fiveYears,
        },
        { kind: 'register_entry', number: null, validFrom: longAgo, validTo: fiveYears },
      ],
    }),
    `adding ${key}`,
  )
  register.specialists.set(key, specialistId)
}

async function addOneOffering(
  ctx: Context,
  { longAgo }: DemoDates,
  register: Register,
  {
    provider,
    providerId,
    siteId,
    offering,
  }: { provider: DemoProvider; providerId: string; siteId: string | null; offering: DemoOffering },
): Promise<void> {
  const {
    key,
    service,
    mode,
    minutes,
    tariff,
    specialists,
    buffer = 0,
    noticeHours = 2,
    radiusKm = 30,
    note,
  } = offering
  const { latitude, longitude } = provider.place
  const { offeringId } = accepted(
    await addOffering(ctx, {
      providerId,
      serviceId: demoId(`service ${service}`),
      mode,
      siteId: mode === 'at_provider' ? siteId : null,
      durationMinutes: minutes,
      bufferMinutes: buffer,
      minimumNoticeHours: noticeHours,
      furthestDays: 190,
      homeVisits: mode === 'at_home' ? { radiusKilometres: radiusKm, latitude, longitude } : null,
      noteLv: note?.lv ?? null,
      noteEn: note?.en ?? null,
      specialistIds: specialists.map((specialist) => register.specialists.get(specialist) ?? ''),
    }),
    `offering ${key}`,
  )
  register.offerings.set(key, offeringId)
  accepted(await setTariff(ctx, { offeringId, cents: cents(tariff), from: longAgo }), `the tariff of ${key}`)
}

async function setHours(ctx: Context, dates: DemoDates, register: Register, specialist: DemoSpecialist): Promise<void> {
  const { key, week, leave } = specialist
  const specialistId = register.specialists.get(key) ?? ''
  const time = (text: string) => Temporal.PlainTime.from(text)
  const hours = week.flatMap(({ days, from, to }) =>
    days.map((weekday) => ({ weekday, from: time(from), to: time(to), siteId: null })),
  )
  const weekly = { specialistId, from: dates.longAgo, before: null, hours }
  accepted(await setWeeklyAvailability(ctx, weekly), `the working hours of ${key}`)
  for (const { date, from, to } of extraHours(specialist, dates)) {
    const extra = { specialistId, kind: 'extra' as const, firstDay: date, lastDay: date, note: null }
    accepted(
      await addAvailabilityException(ctx, { ...extra, hours: { from: time(from), to: time(to) } }),
      `extra hours of ${key}`,
    )
  }
  if (leave === undefined) return
  const firstDay = dates.today.add({ days: leave.inDays })
  const lastDay = firstDay.add({ days: leave.days - 1 })
  accepted(
    await addAvailabilityException(ctx, {
      specialistId,
      kind: 'off',
      firstDay,
      lastDay,
      hours: null,
      note: leave.note,
    }),
    `the leave of ${key}`,
  )
}
