import { expect, test } from 'vitest'
import { addAvailabilityException } from '#app/schedule/add-availability-exception.server.ts'
import { getAvailability } from '#app/schedule/get-availability.server.ts'
import { removeAvailabilityException } from '#app/schedule/remove-availability-exception.server.ts'
import { setWeeklyAvailability } from '#app/schedule/set-weekly-availability.server.ts'
import { testApp } from '#tests/support/test-app.ts'
import { givenSession, givenWorld, valueOf } from '../delivery/given-session.ts'

const app = await testApp({ now: '2026-11-24T12:00:00Z' })
const day = Temporal.PlainDate.from
const time = Temporal.PlainTime.from
const hours = (weekday: number, from: string, to: string, siteId: string | null = null) => ({
  weekday,
  from: time(from),
  to: time(to),
  siteId,
})

async function rulesOf(specialistId: string) {
  const rules = await app.owner.availabilityRule.findMany({
    where: { specialist_id: specialistId },
    orderBy: [{ valid_from: 'asc' }, { weekday: 'asc' }, { from_time: 'asc' }],
  })
  const date = (value: Date | null) => value?.toISOString().slice(0, 10) ?? null
  return rules.map((rule) => [rule.weekday, date(rule.valid_from), date(rule.valid_to)])
}

test('a new week takes the place of the old one from its day on and answers the bookings that do not fit', async () => {
  const world = await givenWorld(app)
  const inside = await givenSession(app, world, { startsAt: '2026-12-01T08:00:00Z' })
  const outside = await givenSession(app, world, { startsAt: '2026-12-02T08:00:00Z' })
  await givenSession(app, world, { startsAt: '2026-11-25T08:00:00Z' })

  const set = valueOf(
    await setWeeklyAvailability(app.as(world.specialistActor), {
      specialistId: world.specialist.id,
      from: day('2026-12-01'),
      before: null,
      hours: [hours(2, '10:00', '12:00')],
    }),
  )

  expect(set.outside.map(({ bookingId }) => bookingId)).toEqual([outside.id])
  expect((await rulesOf(world.specialist.id)).filter(([, from]) => from === '2026-12-01')).toEqual([
    [2, '2026-12-01', null],
  ])
  expect((await rulesOf(world.specialist.id)).filter(([, from]) => from === '2020-01-01')).toHaveLength(7)
  expect(await app.owner.booking.findUniqueOrThrow({ where: { id: inside.id } })).toMatchObject({ state: 'booked' })
})

test('a week for some days leaves what held before and holds after', async () => {
  const { provider } = await app.given.provider()
  const { specialist, actor } = await app.given.specialist({
    providerId: provider.id,
    week: { days: [1], from: '08:00', to: '12:00' },
  })

  await setWeeklyAvailability(app.as(actor), {
    specialistId: specialist.id,
    from: day('2026-12-01'),
    before: day('2026-12-15'),
    hours: [hours(3, '09:00', '10:00')],
  })

  expect(await rulesOf(specialist.id)).toEqual([
    [1, '2020-01-01', '2026-12-01'],
    [3, '2026-12-01', '2026-12-15'],
    [1, '2026-12-15', null],
  ])
})

test('a week is refused when it contradicts itself, begins in the past, or names a foreign place', async () => {
  const { provider, site } = await app.given.provider()
  const other = await app.given.provider()
  const { specialist, actor } = await app.given.specialist({ providerId: provider.id })
  const set = (week: ReturnType<typeof hours>[], from = '2026-11-24', before: string | null = null) =>
    setWeeklyAvailability(app.as(actor), {
      specialistId: specialist.id,
      from: day(from),
      before: before === null ? null : day(before),
      hours: week,
    })

  expect(await set([hours(1, '12:00', '09:00')])).toMatchObject({ refusal: { kind: 'hours-end-before-they-begin' } })
  expect(await set([hours(1, '09:00', '12:00'), hours(1, '11:00', '13:00')])).toMatchObject({
    refusal: { kind: 'hours-overlap', index: 1 },
  })
  expect(await set([], '2026-11-23')).toMatchObject({ refusal: { kind: 'starts-in-the-past' } })
  expect(await set([], '2026-11-24', '2026-11-24')).toMatchObject({ refusal: { kind: 'ends-before-it-begins' } })
  expect(await set([hours(1, '09:00', '10:00', other.site.id)])).toMatchObject({
    refusal: { kind: 'unknown-site', index: 0 },
  })
  expect(await rulesOf(specialist.id)).toHaveLength(7)
  expect(await set([hours(1, '09:00', '10:00', site.id)])).toMatchObject({ ok: true })
})

test('days off join into one line, are said once, and are taken back together', async () => {
  const world = await givenWorld(app)
  const ctx = app.as(world.manager)
  const hit = await givenSession(app, world, { startsAt: '2026-12-29T08:00:00Z' })
  const leave = {
    specialistId: world.specialist.id,
    kind: 'off' as const,
    firstDay: day('2026-12-28'),
    lastDay: day('2026-12-30'),
    hours: null,
    note: ' Atvaļinājums ',
  }

  const added = valueOf(await addAvailabilityException(ctx, leave))
  await addAvailabilityException(ctx, leave)
  const view = await getAvailability(ctx, { specialistId: world.specialist.id })

  expect(added.outside.map(({ bookingId }) => bookingId)).toEqual([hit.id])
  expect(view?.exceptions).toMatchObject([
    { kind: 'off', firstDay: '2026-12-28', lastDay: '2026-12-30', from: null, note: 'Atvaļinājums' },
  ])
  expect(view?.outside).toHaveLength(1)
  const exceptionIds = view?.exceptions[0]?.ids ?? []
  expect(await removeAvailabilityException(ctx, { specialistId: world.specialist.id, exceptionIds })).toEqual({
    ok: true,
    value: { removed: 3 },
  })
  expect(await removeAvailabilityException(ctx, { specialistId: world.specialist.id, exceptionIds })).toEqual({
    ok: false,
    refusal: { kind: 'not-found' },
  })
})

test('a single day is refused without hours for extra work, backwards, in the past or too long', async () => {
  const { provider } = await app.given.provider()
  const { specialist, actor } = await app.given.specialist({ providerId: provider.id })
  const add = (over: Partial<Parameters<typeof addAvailabilityException>[1]>) =>
    addAvailabilityException(app.as(actor), {
      specialistId: specialist.id,
      kind: 'off',
      firstDay: day('2026-12-01'),
      lastDay: day('2026-12-01'),
      hours: null,
      note: null,
      ...over,
    })

  expect(await add({ kind: 'extra' })).toMatchObject({ refusal: { kind: 'hours-needed' } })
  expect(await add({ lastDay: day('2026-11-30') })).toMatchObject({ refusal: { kind: 'ends-before-it-begins' } })
  expect(await add({ firstDay: day('2026-11-23') })).toMatchObject({ refusal: { kind: 'starts-in-the-past' } })
  expect(await add({ lastDay: day('2027-06-01') })).toMatchObject({ refusal: { kind: 'too-long' } })
  expect(await add({ hours: { from: time('12:00'), to: time('12:00') } })).toMatchObject({
    refusal: { kind: 'hours-end-before-they-begin' },
  })
  expect(await add({ kind: 'extra', hours: { from: time('17:00'), to: time('19:00') } })).toMatchObject({ ok: true })
})

test('hours belong to the specialist and the manager of the provider, to nobody else', async () => {
  const { provider, manager } = await app.given.provider()
  const other = await app.given.provider()
  const { specialist } = await app.given.specialist({ providerId: provider.id })
  const colleague = await app.given.specialist({ providerId: provider.id })
  const municipality = await app.given.municipality()
  const { guardian } = await app.given.child({ municipalityId: municipality.id })

  for (const actor of [other.manager, colleague.actor, guardian]) {
    const ctx = app.as(actor)
    const specialistId = specialist.id
    const nothing = { ok: false, refusal: { kind: 'not-found' } }
    const from = day('2026-12-01')
    expect(await setWeeklyAvailability(ctx, { specialistId, from, before: null, hours: [] })).toEqual(nothing)
    const leave = { specialistId, kind: 'off' as const, firstDay: from, lastDay: from, hours: null, note: null }
    expect(await addAvailabilityException(ctx, leave)).toEqual(nothing)
    expect(await removeAvailabilityException(ctx, { specialistId, exceptionIds: [specialistId] })).toEqual(nothing)
    expect(await getAvailability(ctx, { specialistId })).toBeNull()
  }
  expect((await getAvailability(app.as(manager), { specialistId: null }))?.specialists).toHaveLength(2)
})
