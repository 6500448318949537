import { expect, test } from 'vitest'
import { decidePolicy } from '#app/plan/decide-policy.server.ts'
import { getPolicy } from '#app/plan/get-policy.server.ts'
import type { PolicyValues } from '#app/plan/rules/policy.ts'
import { getPrices, setPriceCap } from '#app/plan/set-price-cap.server.ts'
import { cents } from '#app/platform/money.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-24T10:00:00Z' })
const day = (text: string) => Temporal.PlainDate.from(text)
const values: PolicyValues = {
  expertTenths: 6,
  minimumRule: 'stop',
  budget: cents(4_000_00),
  periodMonths: 12,
  unusedMoney: 'stays',
  lapseAfterDays: 10,
  fourEyes: false,
  appealDays: 14,
  appealToLv: 'Novada domei',
  appealToEn: 'The council',
  freeCancellationHours: 12,
  lateChargePercent: 30,
  lateChargesPerPeriod: 3,
  silentAcceptanceDays: 7,
  payoutDayOfMonth: 10,
}

async function town() {
  const municipality = await app.given.municipality()
  const administrator = await app.given.actor('municipality_administrator', { municipalityId: municipality.id })
  return { municipality, administrator, ctx: app.as(administrator) }
}

test('a policy holds from its day on and stays readable after', async () => {
  const { ctx, administrator } = await town()

  valueOf(await decidePolicy(ctx, { validFrom: day('2027-01-01'), values }))

  const before = await getPolicy(ctx)
  expect(before).toMatchObject({
    current: { validFrom: '2020-01-01', expertTenths: 7 },
    past: [],
    earliest: '2026-11-25',
  })
  expect(before?.future).toMatchObject([
    { ...values, validFrom: '2027-01-01', decidedBy: `${administrator.givenName} ${administrator.familyName}` },
  ])
  // A minute before midnight in Riga, and at midnight.
  app.clock.set('2026-12-31T21:59:00Z')
  expect((await getPolicy(ctx))?.current?.validFrom).toBe('2020-01-01')
  app.clock.set('2026-12-31T22:00:00Z')
  expect(await getPolicy(ctx)).toMatchObject({
    current: { validFrom: '2027-01-01' },
    past: [{ validFrom: '2020-01-01' }],
  })
  app.clock.set('2026-11-24T10:00:00Z')
})

test('a policy ahead can be replaced, one that holds or held cannot', async () => {
  const { ctx, municipality } = await town()
  valueOf(await decidePolicy(ctx, { validFrom: day('2026-11-25'), values }))
  valueOf(await decidePolicy(ctx, { validFrom: day('2026-11-25'), values: { ...values, expertTenths: 5 } }))
  expect((await getPolicy(ctx))?.future).toMatchObject([{ expertTenths: 5 }])

  for (const validFrom of ['2026-11-24', '2026-11-23', '2020-01-01'].map(day)) {
    expect(await decidePolicy(ctx, { validFrom, values })).toMatchObject({ refusal: { kind: 'not-ahead' } })
  }
  // Late in the evening of the 24th in London it is the 25th in Riga: from then on tomorrow is the 26th.
  app.clock.set('2026-11-24T22:30:00Z')
  const late = await decidePolicy(ctx, { validFrom: day('2026-11-25'), values })
  app.clock.set('2026-11-24T10:00:00Z')
  expect(late).toEqual({ ok: false, refusal: { kind: 'not-ahead', earliest: day('2026-11-26') } })
  expect(await app.owner.municipalityPolicy.count({ where: { municipality_id: municipality.id } })).toBe(2)
})

test.each([
  ['expertTenths', { expertTenths: 11 }],
  ['expertTenths', { expertTenths: 6.5 }],
  ['budget', { budget: cents(0) }],
  ['appealToLv', { appealToLv: ' ' }],
  ['appealToEn', { appealToEn: '' }],
  ['periodMonths', { periodMonths: 0 }],
  ['lapseAfterDays', { lapseAfterDays: -1 }],
  ['appealDays', { appealDays: 367 }],
  ['lateChargePercent', { lateChargePercent: 101 }],
  ['silentAcceptanceDays', { silentAcceptanceDays: 0 }],
  ['payoutDayOfMonth', { payoutDayOfMonth: 29 }],
])('no policy has such a value: %s', async (field, wrong) => {
  const { ctx } = await town()
  const refused = await decidePolicy(ctx, { validFrom: day('2027-01-01'), values: { ...values, ...wrong } })
  expect(refused).toEqual({ ok: false, refusal: { kind: 'out-of-range', field } })
})

test('only the administrator of the municipality decides or reads', async () => {
  const { ctx, municipality } = await town()
  const worker = await app.given.actor('social_worker', { municipalityId: municipality.id })
  const finance = await app.given.actor('finance_officer', { municipalityId: municipality.id })
  const service = await app.given.service()

  for (const actor of [worker, finance]) {
    const other = app.as(actor)
    expect(await getPolicy(other)).toBeNull()
    expect(await getPrices(other)).toBeNull()
    expect(await decidePolicy(other, { validFrom: day('2027-01-01'), values })).toMatchObject({
      refusal: { kind: 'not-found' },
    })
    const cap = { serviceId: service.id, mode: 'at_home' as const, cents: cents(1), from: day('2027-01-01') }
    expect(await setPriceCap(other, cap)).toMatchObject({ refusal: { kind: 'not-found' } })
  }
  const elsewhere = await town()
  valueOf(await decidePolicy(elsewhere.ctx, { validFrom: day('2027-01-01'), values }))
  expect((await getPolicy(ctx))?.future).toEqual([])
})

test('a new price ends the one before on its day, and a planned one gives way', async () => {
  const { ctx, municipality } = await town()
  const service = await app.given.service()
  await app.given.priceCap({ municipalityId: municipality.id, serviceId: service.id, cents: 38_00 })
  const cap = { serviceId: service.id, mode: 'at_provider' as const }

  valueOf(await setPriceCap(ctx, { ...cap, cents: cents(50_00), from: day('2027-06-01') }))
  valueOf(await setPriceCap(ctx, { ...cap, cents: cents(40_00), from: day('2027-01-01') }))

  const row = async () => (await getPrices(ctx))?.rows.find(({ serviceId }) => serviceId === service.id)
  expect(await row()).toMatchObject({
    now: { cents: 38_00, validTo: '2027-01-01' },
    next: { cents: 40_00, validFrom: '2027-01-01', validTo: null },
    before: [],
  })
  app.clock.set('2026-12-31T22:00:00Z')
  expect(await row()).toMatchObject({ now: { cents: 40_00 }, next: null, before: [{ cents: 38_00 }] })
  app.clock.set('2026-11-24T10:00:00Z')
})

test('a price is above zero, ahead, and of a service that the catalogue knows', async () => {
  const { ctx } = await town()
  const service = await app.given.service()
  const cap = { serviceId: service.id, mode: 'online' as const, cents: cents(10_00), from: day('2026-11-25') }

  expect(await setPriceCap(ctx, { ...cap, cents: cents(0) })).toMatchObject({ refusal: { kind: 'no-amount' } })
  expect(await setPriceCap(ctx, { ...cap, from: day('2026-11-24') })).toMatchObject({ refusal: { kind: 'not-ahead' } })
  expect(await setPriceCap(ctx, { ...cap, serviceId: crypto.randomUUID() })).toMatchObject({
    refusal: { kind: 'not-found' },
  })
  expect(await setPriceCap(ctx, cap)).toMatchObject({ ok: true })
})
