import { expect, test } from 'vitest'
import { acceptProvider } from '#app/marketplace/accept-provider.server.ts'
import { addOffering } from '#app/marketplace/add-offering.server.ts'
import { addSpecialist } from '#app/marketplace/add-specialist.server.ts'
import { registerProvider } from '#app/marketplace/register-provider.server.ts'
import { setPriceCap } from '#app/marketplace/set-price-cap.server.ts'
import { setTariff } from '#app/marketplace/set-tariff.server.ts'
import { cents } from '#app/platform/money.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-24T10:00:00Z' })
const date = (text: string) => Temporal.PlainDate.from(text)

const centre = {
  kind: 'organisation' as const,
  name: 'Rehabilitācijas centrs',
  aboutLv: 'Par mums',
  aboutEn: 'About us',
  registrationNo: '40003032949',
  iban: 'LV70 HABA 0551 0161 9378 0',
  email: 'centrs@example.invalid',
  phone: '+371 60000000',
  street: 'Krasta iela',
  houseNumber: '4',
  postcode: 'LV-5001',
  town: 'Lejasupe',
  sites: [
    {
      nameLv: 'Centrs',
      nameEn: 'Centre',
      address: 'Krasta iela 4',
      town: 'Lejasupe',
      latitude: 56.95,
      longitude: 24.1,
      isAccessible: true,
      accessLv: 'Uzbrauktuve',
      accessEn: 'Ramp',
    },
  ],
}

const person = {
  givenName: 'Ieva',
  familyName: 'Ķirsnupe',
  professionLv: 'fizioterapeite',
  professionEn: 'physiotherapist',
  languages: ['lv', 'en'],
  credentials: [
    { kind: 'education' as const, number: null, validFrom: date('2015-06-01'), validTo: null },
    { kind: 'clearance' as const, number: 'K-1', validFrom: date('2025-01-01'), validTo: date('2027-01-01') },
  ],
}

async function givenAdministrator() {
  const municipality = await app.given.municipality()
  const actor = await app.given.actor('municipality_administrator', { municipalityId: municipality.id })
  return { municipality, ctx: app.as(actor) }
}

test('a provider is registered, accepted, staffed and priced in order', async () => {
  const { municipality, ctx } = await givenAdministrator()
  const service = await app.given.service()

  const registered = await registerProvider(ctx, centre)
  if (!registered.ok) throw new Error(registered.refusal.kind)
  const { providerId, siteIds } = registered.value
  const early = await addSpecialist(ctx, { ...person, providerId })
  const accepted = await acceptProvider(ctx, { providerId, from: date('2026-01-01'), until: null })
  const added = await addSpecialist(ctx, { ...person, providerId })
  if (!added.ok) throw new Error(added.refusal.kind)
  const offered = await addOffering(ctx, {
    providerId,
    serviceId: service.id,
    mode: 'at_provider',
    siteId: siteIds[0] ?? null,
    durationMinutes: 45,
    bufferMinutes: 15,
    minimumNoticeHours: 4,
    furthestDays: 90,
    homeVisits: null,
    noteLv: null,
    noteEn: null,
    specialistIds: [added.value.specialistId],
  })
  if (!offered.ok) throw new Error(offered.refusal.kind)
  const { offeringId } = offered.value
  await setTariff(ctx, { offeringId, cents: cents(30_00), from: date('2026-01-01') })
  await setTariff(ctx, { offeringId, cents: cents(32_00), from: date('2026-12-01') })
  const backward = await setTariff(ctx, { offeringId, cents: cents(31_00), from: date('2026-11-01') })
  await setPriceCap(ctx, { serviceId: service.id, mode: 'at_provider', cents: cents(31_00), from: date('2026-01-01') })
  const again = await setPriceCap(ctx, {
    serviceId: service.id,
    mode: 'at_provider',
    cents: cents(33_00),
    from: date('2026-01-01'),
  })

  expect(early).toMatchObject({ refusal: { kind: 'not-found' } })
  expect(accepted.ok).toBe(true)
  expect(backward).toMatchObject({ refusal: { kind: 'later-one-exists' } })
  expect(again.ok).toBe(true)
  expect(await app.owner.provider.findUniqueOrThrow({ where: { id: providerId } })).toMatchObject({
    iban: 'LV70HABA0551016193780',
    registration_no: '40003032949',
  })
  const tariffs = await app.owner.tariff.findMany({
    where: { offering_id: offeringId },
    orderBy: { valid_from: 'asc' },
  })
  expect(tariffs).toMatchObject([
    { cents: 30_00, valid_to: new Date('2026-12-01') },
    { cents: 32_00, valid_to: null },
  ])
  expect(await app.owner.priceCap.findMany({ where: { municipality_id: municipality.id } })).toMatchObject([
    { cents: 33_00 },
  ])
  expect(await registerProvider(ctx, centre)).toMatchObject({ refusal: { kind: 'already-registered' } })
})

test.each([
  ['a wrong account', { iban: 'LV71HABA0551016193780' }, 'wrong-iban'],
  ['a wrong number', { registrationNo: '40003032948' }, 'wrong-registration-number'],
  ['an organisation without a number', { registrationNo: null }, 'registration-number-missing'],
])('%s is refused', async (_, change, kind) => {
  const { ctx } = await givenAdministrator()

  expect(await registerProvider(ctx, { ...centre, ...change })).toMatchObject({ refusal: { kind } })
})

test('only an administrator registers, accepts and caps; only its people manage a provider', async () => {
  const { provider, manager } = await app.given.provider()
  const other = await app.given.provider()
  const { ctx: stranger } = await givenAdministrator()
  const service = await app.given.service()
  const cap = { serviceId: service.id, mode: 'at_home' as const, cents: cents(10_00), from: date('2026-01-01') }

  const refused = [
    await registerProvider(app.as(manager), centre),
    await acceptProvider(app.as(manager), { providerId: provider.id, from: date('2026-01-01'), until: null }),
    await setPriceCap(app.as(manager), cap),
    await addSpecialist(app.as(other.manager), { ...person, providerId: provider.id }),
    await addSpecialist(stranger, { ...person, providerId: provider.id }),
  ]

  expect(refused.map((answer) => answer.ok)).toEqual([false, false, false, false, false])
  expect((await addSpecialist(app.as(manager), { ...person, providerId: provider.id })).ok).toBe(true)
})

test('a specialist without clearance or a home visit without a radius is refused', async () => {
  const { provider, manager } = await app.given.provider()
  const { specialist } = await app.given.specialist({ providerId: provider.id })
  const service = await app.given.service()
  const [education] = person.credentials
  if (education === undefined) throw new Error('No education')

  expect(
    await addSpecialist(app.as(manager), { ...person, providerId: provider.id, credentials: [education] }),
  ).toMatchObject({ refusal: { kind: 'clearance-missing' } })
  expect(
    await addOffering(app.as(manager), {
      providerId: provider.id,
      serviceId: service.id,
      mode: 'at_home',
      siteId: null,
      durationMinutes: 45,
      bufferMinutes: 0,
      minimumNoticeHours: 2,
      furthestDays: 90,
      homeVisits: null,
      noteLv: null,
      noteEn: null,
      specialistIds: [specialist.id],
    }),
  ).toMatchObject({ refusal: { kind: 'home-radius-missing' } })
})
