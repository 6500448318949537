import type { Database } from '#app/platform/db/database.server.ts'
import { emailOf } from './cast.ts'
import type { DemoDates } from './demo-dates.ts'
import { dateValue, timeValue } from './demo-dates.ts'
import { demoId } from './demo-id.ts'
import { demoIban, demoPhone, demoRegistrationNumber } from './invented-numbers.ts'
import { extraHours } from './working-hours.ts'
import type { DemoProvider } from './providers/demo-provider.ts'
import { providers } from './providers/all-providers.ts'

/** Providers with places, specialists, credentials, working hours, offerings and tariffs. */
export async function writeProviders(owner: Database, dates: DemoDates): Promise<void> {
  const since = dateValue(dates.longAgo)
  await owner.provider.createMany({ data: providers.map(providerRow) })
  await owner.providerAcceptance.createMany({
    data: providers.flatMap(({ key, acceptedBy }) =>
      acceptedBy.map((municipality) => ({
        municipality_id: demoId(`municipality ${municipality}`),
        provider_id: demoId(`provider ${key}`),
        accepted_from: since,
      })),
    ),
  })
  await owner.site.createMany({
    data: providers.map(({ key, place }) => ({
      id: demoId(`site ${key}`),
      provider_id: demoId(`provider ${key}`),
      name_lv: place.name.lv,
      name_en: place.name.en,
      address: `${place.street} ${place.houseNumber}`,
      town: place.town,
      latitude: place.latitude,
      longitude: place.longitude,
      is_accessible: place.isAccessible,
      access_lv: place.access?.lv ?? null,
      access_en: place.access?.en ?? null,
    })),
  })
  await writeSpecialists(owner, dates)
  await writeOfferings(owner, dates)
}

function providerRow({ key, kind, name, about, place, manager, specialists }: DemoProvider) {
  const managing = 'specialist' in manager ? specialists.find((one) => one.key === manager.specialist) : manager
  if (managing === undefined) throw new Error(`Nobody manages ${name}`)
  return {
    id: demoId(`provider ${key}`),
    kind,
    name,
    about_lv: about.lv,
    about_en: about.en,
    registration_no: kind === 'organisation' ? demoRegistrationNumber(key) : null,
    iban: demoIban(`provider ${key}`),
    email: emailOf(managing),
    phone: demoPhone(key),
    street: place.street,
    house_number: place.houseNumber,
    postcode: place.postcode,
    town: place.town,
  }
}

async function writeSpecialists(owner: Database, dates: DemoDates): Promise<void> {
  const all = providers.flatMap(({ key: provider, specialists }) => specialists.map((one) => ({ ...one, provider })))
  await owner.specialist.createMany({
    data: all.map(({ key, provider, givenName, familyName, profession, languages }) => ({
      id: demoId(`specialist ${key}`),
      provider_id: demoId(`provider ${provider}`),
      given_name: givenName,
      family_name: familyName,
      profession_lv: profession.lv,
      profession_en: profession.en,
      languages: [...languages],
    })),
  })
  const since = dates.longAgo
  await owner.credential.createMany({
    data: all.flatMap(({ key, clearanceEndsSoon = false }) => {
      const specialist_id = demoId(`specialist ${key}`)
      const ends = clearanceEndsSoon ? dates.today.add({ days: 24 }) : since.add({ years: 5 })
      return [
        { specialist_id, kind: 'education' as const, valid_from: dateValue(since), valid_to: null },
        { specialist_id, kind: 'clearance' as const, valid_from: dateValue(since), valid_to: dateValue(ends) },
        {
          specialist_id,
          kind: 'register_entry' as const,
          valid_from: dateValue(since),
          valid_to: dateValue(since.add({ years: 5 })),
        },
      ]
    }),
  })
  await owner.availabilityRule.createMany({
    data: all.flatMap(({ key, week }) =>
      week.flatMap(({ days, from, to }) =>
        days.map((weekday) => ({
          specialist_id: demoId(`specialist ${key}`),
          weekday,
          from_time: timeValue(from),
          to_time: timeValue(to),
          valid_from: dateValue(since),
        })),
      ),
    ),
  })
  await owner.availabilityException.createMany({
    data: all.flatMap((specialist) =>
      extraHours(specialist, dates).map(({ date, from, to }) => ({
        specialist_id: demoId(`specialist ${specialist.key}`),
        on_date: dateValue(date),
        kind: 'extra' as const,
        from_time: timeValue(from),
        to_time: timeValue(to),
      })),
    ),
  })
}

async function writeOfferings(owner: Database, dates: DemoDates): Promise<void> {
  const all = providers.flatMap((provider) => provider.offerings.map((offering) => ({ ...offering, provider })))
  await owner.offering.createMany({
    data: all.map(({ key, provider, service, mode, minutes, buffer = 0, noticeHours = 2, radiusKm, note }) => ({
      id: demoId(`offering ${key}`),
      provider_id: demoId(`provider ${provider.key}`),
      service_id: demoId(`service ${service}`),
      mode,
      site_id: mode === 'at_provider' ? demoId(`site ${provider.key}`) : null,
      duration_minutes: minutes,
      buffer_minutes: buffer,
      minimum_notice_hours: noticeHours,
      furthest_days: 190,
      home_radius_km: mode === 'at_home' ? (radiusKm ?? 30) : null,
      home_from_latitude: mode === 'at_home' ? provider.place.latitude : null,
      home_from_longitude: mode === 'at_home' ? provider.place.longitude : null,
      note_lv: note?.lv ?? null,
      note_en: note?.en ?? null,
    })),
  })
  await owner.offeringSpecialist.createMany({
    data: all.flatMap(({ key, specialists }) =>
      specialists.map((specialist) => ({
        offering_id: demoId(`offering ${key}`),
        specialist_id: demoId(`specialist ${specialist}`),
      })),
    ),
  })
  await owner.tariff.createMany({
    data: all.map(({ key, tariff }) => ({
      offering_id: demoId(`offering ${key}`),
      cents: tariff,
      valid_from: dateValue(dates.longAgo),
    })),
  })
}
