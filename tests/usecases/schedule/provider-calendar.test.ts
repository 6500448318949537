import { expect, test } from 'vitest'
import { stateDelivery } from '#app/delivery/state-delivery.server.ts'
import { listProviderCalendar } from '#app/schedule/list-provider-calendar.server.ts'
import { testApp } from '#tests/support/test-app.ts'
import { givenSession, givenWorld } from '../delivery/given-session.ts'

const app = await testApp({ now: '2026-11-24T12:00:00Z' })
const week = {
  firstDay: Temporal.PlainDate.from('2026-11-23'),
  endDay: Temporal.PlainDate.from('2026-11-30'),
  specialistId: null,
}

test('a specialist sees own sessions of the week, what waits, and the free time between', async () => {
  const world = await givenWorld(app)
  const old = await givenSession(app, world, { startsAt: '2026-11-10T08:00:00Z' })
  const done = await givenSession(app, world, { startsAt: '2026-11-24T07:00:00Z' })
  const waiting = await givenSession(app, world, { startsAt: '2026-11-24T09:00:00Z' })
  const later = await givenSession(app, world, { startsAt: '2026-11-24T14:00:00Z' })
  const tomorrow = await givenSession(app, world, { startsAt: '2026-11-25T06:00:00Z', minutes: 60 })
  await stateDelivery(app.as(world.specialistActor), { bookingId: done.id, how: 'as-planned' })
  await app.owner.child.update({
    where: { id: world.child.id },
    data: { safety_note: 'Alerģija pret lateksu', session_needs: 'Mierīga telpa' },
  })

  const calendar = await listProviderCalendar(app.as(world.specialistActor), week)

  const ids = (sessions: readonly { bookingId: string }[]) => sessions.map(({ bookingId }) => bookingId)
  expect(ids(calendar.sessions)).toEqual([done.id, waiting.id, later.id, tomorrow.id])
  expect(calendar.sessions.map(({ state }) => state)).toEqual(['delivered', 'to_confirm', 'booked', 'booked'])
  expect(ids(calendar.toConfirm)).toEqual([old.id, waiting.id])
  expect(ids(calendar.later)).toEqual([later.id])
  expect(ids(calendar.doneToday)).toEqual([done.id])
  expect(calendar.later[0]).toMatchObject({ safetyNote: 'Alerģija pret lateksu', sessionNeeds: 'Mierīga telpa' })
  expect(calendar.doneToday[0]).toMatchObject({ safetyNote: null, stateAt: '2026-11-24T12:00:00Z' })
  expect(calendar.free.slice(0, 4).map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
    ['2026-11-24T12:00:00Z', '2026-11-24T14:00:00Z'],
    ['2026-11-24T14:45:00Z', '2026-11-24T18:00:00Z'],
    ['2026-11-25T07:00:00Z', '2026-11-25T18:00:00Z'],
    ['2026-11-26T06:00:00Z', '2026-11-26T18:00:00Z'],
  ])
  // Nothing of the child but the given name and what the session needs.
  const told = JSON.stringify(calendar)
  for (const hidden of [world.child.family_name, world.child.id, 'born']) expect(told).not.toContain(hidden)
})

test('a manager sees all specialists of the provider across municipalities, or the one chosen', async () => {
  const first = await givenWorld(app)
  const colleague = await app.given.specialist({ providerId: first.provider.id })
  const second = await givenWorld(app)
  const elsewhere = { ...second, provider: first.provider, specialist: colleague.specialist, offering: first.offering }
  const mine = await givenSession(app, first, { startsAt: '2026-11-25T08:00:00Z' })
  const theirs = await givenSession(app, elsewhere, { startsAt: '2026-11-25T08:00:00Z' })

  const all = await listProviderCalendar(app.as(first.manager), week)
  const one = await listProviderCalendar(app.as(first.manager), { ...week, specialistId: colleague.specialist.id })
  const own = await listProviderCalendar(app.as(colleague.actor), { ...week, specialistId: first.specialist.id })
  const foreign = await listProviderCalendar(app.as(second.manager), { ...week, specialistId: first.specialist.id })

  const ids = ({ sessions }: { sessions: readonly { bookingId: string }[] }) =>
    sessions.map(({ bookingId }) => bookingId)
  expect(ids(all).toSorted()).toEqual([mine.id, theirs.id].toSorted())
  expect(ids(one)).toEqual([theirs.id])
  expect(ids(own)).toEqual([theirs.id])
  expect(ids(foreign)).toEqual([])
})

test('on the autumn change day the hour that comes twice is one stretch of free time', async () => {
  app.clock.set('2026-10-20T12:00:00Z')
  const { provider } = await app.given.provider()
  const { actor } = await app.given.specialist({
    providerId: provider.id,
    week: { days: [7], from: '02:00', to: '05:00' },
  })

  const calendar = await listProviderCalendar(app.as(actor), {
    firstDay: Temporal.PlainDate.from('2026-10-25'),
    endDay: Temporal.PlainDate.from('2026-10-26'),
    specialistId: null,
  })
  app.clock.set('2026-11-24T12:00:00Z')

  expect(calendar.free).toMatchObject([{ startsAt: '2026-10-24T23:00:00Z', endsAt: '2026-10-25T03:00:00Z' }])
})
