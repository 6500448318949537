import { RouterContextProvider } from 'react-router'
import { expect, test } from 'vitest'
import { guardAccess } from '#app/people/guard-access.server.ts'
import { identify } from '#app/people/identify.server.ts'
import { requestSignInLink } from '#app/people/request-sign-in-link.server.ts'
import { openContext } from '#app/people/require-context.server.ts'
import { readConfig } from '#app/platform/config.server.ts'
import { clientAddressContext, portalContext } from '#app/platform/http/portal-context.ts'
import { markRequest } from '#app/platform/http/mark-request.server.ts'
import { refuseForeignPosts } from '#app/platform/http/refuse-foreign-posts.server.ts'
import { reportError } from '#app/platform/http/report-error.server.ts'
import { openLog } from '#app/platform/log.server.ts'
import { sendDueMails } from '#app/platform/mail/send-mails.server.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-24T12:00:00Z' })
const municipality = await app.given.municipality()
const guardian = await app.given.actor('guardian', { municipalityId: municipality.id })

const token = 'A'.repeat(43)
const secrets = [token, 'persona1@example.invalid', '010118-20004', 'Emīls', '203.0.113.9', 'to=%2Ffamily', 'hunter2']

function givenRequest(pattern: string) {
  const written: string[] = []
  const log = openLog({ logLevel: 'debug' }, { write: (line: string) => void written.push(line) })
  const config = readConfig({
    NODE_ENV: 'production',
    DATABASE_URL: app.url,
    SECRET_KEY: Buffer.alloc(32, 'k').toString('base64'),
    PUBLIC_URL: 'https://atspaids.example',
  })
  const context = new RouterContextProvider()
  context.set(portalContext, { config, db: app.db, clock: app.clock, log, poke: () => undefined })
  context.set(clientAddressContext, '203.0.113.9')
  const request = new Request(`https://atspaids.example/sign-in?to=%2Ffamily&token=${token}`, {
    method: 'POST',
    headers: { cookie: `__Host-session=${token}`, origin: 'https://atspaids.example' },
    body: new URLSearchParams({ email: 'persona1@example.invalid', code: '010118-20004', name: 'Emīls' }),
  })
  const args = { request, url: new URL(request.url), context, params: {}, pattern }
  return { args, context, log, config, text: () => written.join('') }
}

/** Runs a chain of middleware the way the router does: what a step throws on purpose becomes the answer. */
async function run(
  steps: readonly (typeof markRequest)[],
  args: Parameters<typeof markRequest>[0],
  last: () => Promise<Response>,
): Promise<Response> {
  const [step, ...rest] = steps
  if (step === undefined) return last()
  try {
    const answer = await step(args, () => run(rest, args, last))
    return answer instanceof Response ? answer : new Response(null, { status: 200 })
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    if (typeof thrown === 'object' && thrown !== null && 'init' in thrown) return new Response(null, { status: 403 })
    throw thrown
  }
}

test('a request, a bug and a failed mail leave nothing of a person in the log', async () => {
  const { args, context, config, log, text } = givenRequest('/sign-in')
  const answer = await run([markRequest, refuseForeignPosts, identify, guardAccess], args, async () => {
    const email = (await app.owner.person.findUniqueOrThrow({ where: { id: guardian.personId } })).email ?? ''
    await requestSignInLink(
      { ...context.get(openContext), config },
      { email, clientAddress: '203.0.113.9', locale: 'lv', to: null },
    )
    try {
      await app.db.$executeRaw`INSERT INTO person (id, given_name) VALUES ('Emīls', ${'hunter2'})`
    } catch (error) {
      reportError(error, context)
    }
    reportError(new Error(`cannot greet Emīls, persona1@example.invalid, 010118-20004`), context)
    await sendDueMails({
      db: app.db,
      clock: app.clock,
      log,
      send: (mail) => Promise.reject(new Error(`550 no ${mail.toAddress}`)),
    })
    return new Response('ok')
  })

  const id = answer.headers.get('x-request-id') ?? 'none'
  expect(text()).toContain(id)
  expect(text()).toContain('"pattern":"/sign-in"')
  expect(text()).toContain('mail was not sent')
  expect(
    text()
      .split('\n')
      .filter((line) => line.includes('request failed')),
  ).toHaveLength(2)
  const stored = await app.owner.mail.findMany()
  for (const secret of [...secrets, ...stored.map((mail) => mail.to_address)]) expect(text()).not.toContain(secret)
  expect(JSON.stringify(stored.map((mail) => mail.last_error))).toBe('["unknown"]')
})

test('what is missing in the access table is closed, and said in the log', async () => {
  const { args, text } = givenRequest('/brand-new-page')
  const answer = await run([markRequest, identify, guardAccess], args, async () => new Response('secret page'))
  expect(answer.status).toBe(403)
  expect(await answer.text()).toBe('')
  expect(text()).toContain('no entry in the access table')
})

test('a visitor is led to the sign-in page and back, on this server only', async () => {
  const { args } = givenRequest('family')
  const url = new URL('https://atspaids.example/family?day=2')
  const answer = await run(
    [markRequest, identify, guardAccess],
    { ...args, url },
    async () => new Response('secret page'),
  )
  expect(answer.status).toBe(302)
  expect(answer.headers.get('location')).toBe('/sign-in?to=%2Ffamily%3Fday%3D2')
})
