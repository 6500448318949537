import { expect, test } from 'vitest'
import { listDemoPeople } from '#app/people/list-demo-people.server.ts'
import { requestSignInLink } from '#app/people/request-sign-in-link.server.ts'
import { findSession } from '#app/people/session-store.server.ts'
import { signInAsDemoPerson } from '#app/people/sign-in-as-demo-person.server.ts'
import { signInByLink } from '#app/people/use-sign-in-link.server.ts'
import { testApp } from '#tests/support/test-app.ts'

const noon = Temporal.Instant.from('2026-11-24T12:00:00Z')
const app = await testApp({ now: noon })
const config = { secretKey: Buffer.alloc(32, 'k'), publicUrl: new URL('https://atspaids.example'), isDemo: false }

let clients = 0
/** Asks from a network address of its own, so that no test uses up another's limit. */
async function ask(email: string, clientAddress = `192.0.2.${(clients += 1)}`, to: string | null = null) {
  return requestSignInLink({ ...app.open, config }, { email, clientAddress, locale: 'en', to })
}

async function emailOf(personId: string): Promise<string> {
  return (await app.owner.person.findUniqueOrThrow({ where: { id: personId } })).email ?? ''
}

/** The link of the newest mail to an address. */
async function linkTo(email: string): Promise<URL> {
  const mail = await app.owner.mail.findFirstOrThrow({ where: { to_address: email }, orderBy: { id: 'desc' } })
  return new URL(/https:\S+/.exec(mail.text_body)?.[0] ?? 'about:blank')
}

async function givenGuardian() {
  app.clock.set(noon)
  const municipality = await app.given.municipality()
  const guardian = await app.given.actor('guardian', { municipalityId: municipality.id })
  return { guardian, email: await emailOf(guardian.personId) }
}

const use = (token: string, previousToken: string | null = null) => signInByLink(app.open, { token, previousToken })
const tokenOf = (url: URL) => url.searchParams.get('token') ?? ''

test('a mailed link signs its reader in, once', async () => {
  const { guardian, email } = await givenGuardian()
  expect(await ask(`  ${email.toUpperCase()} `, undefined, '/family')).toEqual({ ok: true, value: null })
  const link = await linkTo(email)
  expect(link.pathname).toBe('/sign-in/confirm')
  expect(link.searchParams.get('to')).toBe('/family')

  const first = await use(tokenOf(link))
  expect(first.ok && (await findSession(app.db, first.value.token, noon))?.actor).toMatchObject({
    personId: guardian.personId,
    role: 'guardian',
    municipalityId: guardian.municipalityId,
  })
  expect(await use(tokenOf(link))).toEqual({ ok: false, refusal: { kind: 'link-not-valid' } })
})

test('a link used many times at once signs in once', async () => {
  const { email } = await givenGuardian()
  await ask(email)
  const token = tokenOf(await linkTo(email))
  const tries = await Promise.all(Array.from({ length: 12 }, () => use(token)))
  expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
})

test.each([
  [14, true],
  [15, false],
])('%i minutes after it was asked for, a link works: %s', async (minutes, works) => {
  const { email } = await givenGuardian()
  await ask(email)
  app.clock.set(noon.add({ minutes }))
  expect((await use(tokenOf(await linkTo(email)))).ok).toBe(works)
})

test('an unknown address, a deactivated person and one without a hat get the same answer and no mail', async () => {
  const { guardian, email } = await givenGuardian()
  const other = await givenGuardian()
  await app.owner.person.update({ where: { id: guardian.personId }, data: { deactivated_at: new Date(0) } })
  await app.owner.roleGrant.update({ where: { id: other.guardian.roleGrantId }, data: { revoked_at: new Date(0) } })
  for (const address of ['nobody@example.invalid', email, other.email]) {
    expect(await ask(address)).toEqual({ ok: true, value: null })
    expect(await app.owner.mail.count({ where: { to_address: address } })).toBe(0)
  }
})

test('the sixth request for one address within a quarter of an hour is refused, known or not', async () => {
  const { email } = await givenGuardian()
  for (const address of [email, 'stranger@example.invalid']) {
    for (let count = 0; count < 5; count += 1) expect((await ask(address)).ok).toBe(true)
    expect(await ask(address)).toEqual({ ok: false, refusal: { kind: 'too-many-requests' } })
  }
  expect(await app.owner.mail.count({ where: { to_address: email } })).toBe(5)
  app.clock.set(noon.add({ minutes: 15 }))
  expect((await ask(email)).ok).toBe(true)
})

test('one network address asks for thirty links in a quarter of an hour, also all at once', async () => {
  app.clock.set(noon.add({ hours: 5 }))
  const tries = await Promise.all(
    Array.from({ length: 36 }, (_, n) => ask(`crowd${n}@example.invalid`, '198.51.100.1')),
  )
  expect(tries.filter(({ ok }) => ok)).toHaveLength(30)
})

test('neither token nor addresses are kept in the clear', async () => {
  const { email } = await givenGuardian()
  await ask(email, '203.0.113.77')
  const token = tokenOf(await linkTo(email))
  const opened = await use(token)
  const rows = JSON.stringify([
    await app.owner
      .$queryRaw`SELECT encode(token_hash, 'escape') AS a, encode(email_hash, 'escape') AS b, encode(address_hash, 'escape') AS c FROM sign_in_link`,
    await app.owner.$queryRaw`SELECT encode(token_hash, 'escape') AS a FROM session`,
  ])
  for (const secret of [token, email, '203.0.113.77', opened.ok ? opened.value.token : ''])
    expect(rows).not.toContain(secret)
})

test('signing in ends the session the browser had', async () => {
  const { email } = await givenGuardian()
  await ask(email)
  const first = await use(tokenOf(await linkTo(email)))
  await ask(email)
  const before = first.ok ? first.value.token : ''
  const second = await use(tokenOf(await linkTo(email)), before)
  expect(second.ok && second.value.token).not.toBe(before)
  expect(await findSession(app.db, before, noon)).toBeNull()
})

test('a real person in a demonstration is no demo person', async () => {
  const { guardian } = await givenGuardian()
  const inDemo = { ...app.open, config: { isDemo: true } }
  const listed = async () => (await listDemoPeople(inDemo)).flatMap(({ people }) => people.map(({ id }) => id))
  expect(await listed()).toContain(guardian.roleGrantId)
  await app.owner.person.update({ where: { id: guardian.personId }, data: { email: 'istais@vecaks.example' } })
  expect(await listed()).not.toContain(guardian.roleGrantId)
  const input = { roleGrantId: guardian.roleGrantId, previousToken: null, locale: 'lv' as const }
  expect(await signInAsDemoPerson(inDemo, input)).toEqual({ ok: false, refusal: { kind: 'unknown-person' } })
})

test('demo people exist in a demonstration only', async () => {
  const { guardian } = await givenGuardian()
  const input = { roleGrantId: guardian.roleGrantId, previousToken: null, locale: 'en' as const }
  expect(await signInAsDemoPerson({ ...app.open, config }, input)).toEqual({
    ok: false,
    refusal: { kind: 'not-a-demo' },
  })
  const inDemo = { ...app.open, config: { isDemo: true } }
  expect(await signInAsDemoPerson(inDemo, input)).toMatchObject({ ok: true, value: { role: 'guardian', locale: 'en' } })
  for (const roleGrantId of ['x', crypto.randomUUID()]) {
    const unknown = await signInAsDemoPerson(inDemo, { ...input, roleGrantId })
    expect(unknown).toEqual({ ok: false, refusal: { kind: 'unknown-person' } })
  }
})
