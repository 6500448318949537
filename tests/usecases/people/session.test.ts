import { expect, test } from 'vitest'
import { changePreferences } from '#app/people/change-preferences.server.ts'
import { findSession, touchSession } from '#app/people/session-store.server.ts'
import { signInAsDemoPerson } from '#app/people/sign-in-as-demo-person.server.ts'
import { signOut } from '#app/people/sign-out.server.ts'
import { switchRole } from '#app/people/switch-role.server.ts'
import type { Actor, Role } from '#app/people/actor.ts'
import { testApp } from '#tests/support/test-app.ts'

const morning = Temporal.Instant.from('2026-11-24T06:00:00Z')
const app = await testApp({ now: morning })
const municipality = await app.given.municipality()

async function signIn(actor: Actor): Promise<string> {
  const ctx = { ...app.open, config: { isDemo: true } }
  const signedIn = await signInAsDemoPerson(ctx, { roleGrantId: actor.roleGrantId, previousToken: null, locale: 'lv' })
  if (!signedIn.ok) throw new Error('Nobody signed in')
  return signedIn.value.token
}

async function givenSignedIn(role: Role) {
  app.clock.set(morning)
  const actor = await app.given.actor(role, { municipalityId: municipality.id })
  return { actor, token: await signIn(actor) }
}

const isOpen = async (token: string, at: Temporal.Instant) => (await findSession(app.db, token, at)) !== null

test.each<[Role, Temporal.DurationLike, boolean]>([
  ['guardian', { hours: 7 * 24 - 1 }, true],
  ['guardian', { hours: 7 * 24 }, false],
  ['finance_officer', { minutes: 59 }, true],
  ['finance_officer', { minutes: 60 }, false],
])('a %s who did nothing for %j is still signed in: %s', async (role, idle, open) => {
  const { token } = await givenSignedIn(role)
  expect(await isOpen(token, morning.add(idle))).toBe(open)
})

test.each<[Role, number, number]>([
  ['guardian', 30 * 24, 24],
  ['finance_officer', 12, 0.5],
])('a %s who is there all the time is signed in for %i hours and no longer', async (role, hours, step) => {
  const { actor, token } = await givenSignedIn(role)
  const { sessionId } = (await findSession(app.db, token, morning))?.actor ?? actor
  for (let passed = step; passed < hours; passed += step) {
    const at = morning.add({ minutes: passed * 60 })
    expect(await isOpen(token, at)).toBe(true)
    await touchSession(app.db, sessionId, at)
  }
  expect(await isOpen(token, morning.add({ hours }))).toBe(false)
})

test('last use is written down at most once a minute', async () => {
  const { token } = await givenSignedIn('guardian')
  expect((await findSession(app.db, token, morning.add({ seconds: 59 })))?.isTouchDue).toBe(false)
  expect((await findSession(app.db, token, morning.add({ seconds: 60 })))?.isTouchDue).toBe(true)
})

test('a session opens nothing after signing out, losing the hat, or being deactivated', async () => {
  const out = await givenSignedIn('guardian')
  await signOut(app.open, out.token)
  expect(await isOpen(out.token, morning)).toBe(false)

  const bare = await givenSignedIn('guardian')
  await app.owner.roleGrant.update({ where: { id: bare.actor.roleGrantId }, data: { revoked_at: new Date(0) } })
  expect(await isOpen(bare.token, morning)).toBe(false)

  const gone = await givenSignedIn('guardian')
  await app.owner.person.update({ where: { id: gone.actor.personId }, data: { deactivated_at: new Date(0) } })
  expect(await isOpen(gone.token, morning)).toBe(false)
})

test('changing hats takes a fresh token that is as old as the sign-in', async () => {
  const { actor, token } = await givenSignedIn('guardian')
  const other = await app.given.actor(
    'social_worker',
    { municipalityId: municipality.id },
    { personId: actor.personId },
  )
  const signedIn = await findSession(app.db, token, morning)
  expect(signedIn?.hasOtherRoles).toBe(true)

  app.clock.set(morning.add({ hours: 2 }))
  const switched = await switchRole(app.as(actor), { roleGrantId: other.roleGrantId, token, signedInAt: morning })

  const after = morning.add({ hours: 2 })
  expect(await isOpen(token, after)).toBe(false)
  const fresh = switched.ok ? switched.value.token : ''
  expect(await findSession(app.db, fresh, after)).toMatchObject({
    actor: { role: 'social_worker' },
    signedInAt: morning,
  })
  const audited = await app.owner.auditEvent.findMany({ where: { person_id: actor.personId }, orderBy: { id: 'asc' } })
  expect(audited.map(({ action, role }) => [action, role])).toEqual([
    ['session.sign-in', 'guardian'],
    ['session.switch-role', 'social_worker'],
  ])
})

test('a sign-in of yesterday is too old for a municipal hat', async () => {
  const { actor, token } = await givenSignedIn('guardian')
  const other = await app.given.actor(
    'finance_officer',
    { municipalityId: municipality.id },
    { personId: actor.personId },
  )
  app.clock.set(morning.add({ hours: 12 }))
  const switched = await switchRole(app.as(actor), { roleGrantId: other.roleGrantId, token, signedInAt: morning })
  expect(switched).toEqual({ ok: false, refusal: { kind: 'sign-in-again' } })
  expect(await isOpen(token, morning.add({ hours: 12 }))).toBe(true)
})

test("nobody puts on another person's hat", async () => {
  const { actor, token } = await givenSignedIn('guardian')
  const stranger = await app.given.actor('finance_officer', { municipalityId: municipality.id })
  for (const roleGrantId of [stranger.roleGrantId, crypto.randomUUID(), 'x']) {
    const switched = await switchRole(app.as(actor), { roleGrantId, token, signedInAt: morning })
    expect(switched).toEqual({ ok: false, refusal: { kind: 'not-your-role' } })
  }
})

test('language and appearance are kept for the person', async () => {
  const { actor, token } = await givenSignedIn('guardian')
  await changePreferences(app.as(actor), { locale: 'en', theme: 'dark' })
  expect(await findSession(app.db, token, morning)).toMatchObject({ actor: { locale: 'en' }, theme: 'dark' })
})
