import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPortal } from '#tests/support/portal-process.ts'
import type { Portal } from '#tests/support/portal-process.ts'
import { visit } from '#tests/support/visit-portal.ts'
import { hatNames, hats } from './hats.ts'
import { openTown } from './open-town.ts'

const { town } = openTown()

describe('a portal without demonstration and pages for developers', () => {
  let real: Portal
  beforeAll(async () => {
    real = await startPortal(town().portal.databaseUrl, { DEMO_MODE: 'off', DEV_PAGES: 'off' })
  }, 60_000)
  afterAll(() => real.stop())

  test('nobody signs in with a click', async () => {
    for (const hat of hatNames) {
      for (const path of ['/sign-in/demo', '/sign-in/demo.data']) {
        const visitor = visit(real)
        expect((await visitor.post(path, { roleGrantId: hats[hat].grantId })).status, hat).toBe(404)
        expect((await visitor.get('/role')).location).toBe('/sign-in?to=%2Frole')
      }
    }
  })

  test('the sign-in page names nobody', async () => {
    const answers = [await visit(real).get('/sign-in'), await visit(real).get('/sign-in.data')]
    for (const { status, body } of answers) {
      expect(status).toBe(200)
      for (const { grantId } of Object.values(hats)) expect(body).not.toContain(grantId)
    }
  })

  test('pages for developers are not there', async () => {
    const mail = `/dev/outbox/${town().things.mailId}`
    for (const path of ['/dev/ui', '/dev/ui?language=en', '/dev/outbox', mail, `${mail}/page`]) {
      expect((await visit(real).get(path)).status, path).toBe(404)
      expect((await visit(real).get(path.replace(/(\?|$)/, '.data$1'))).status, path).toBe(404)
    }
  })
})

describe('what no page sends', () => {
  const posts = ['/sign-in', '/sign-in/confirm', '/sign-in/demo', '/sign-out', '/preferences', '/role'] as const
  const bodies: [string, RequestInit['body'], string | null][] = [
    ['JSON', '{"email":1}', 'application/json'],
    ['plain text', 'email=a@b.example', 'text/plain'],
    ['files', '--x\r\ngarbage', 'multipart/form-data; boundary=x'],
    ['nothing', null, null],
  ]

  test.each(bodies)('a body of %s is a bad request, not a fault of ours', async (_, body, type) => {
    for (const path of posts) {
      for (const form of [path, `${path}.data`]) {
        const headers = new Headers({ Origin: town().portal.address })
        if (type !== null) headers.set('Content-Type', type)
        const answer = await fetch(new URL(form, town().portal.address), {
          method: 'POST',
          headers,
          body: body ?? null,
          redirect: 'manual',
        })
        expect(answer.status, form).toBe(400)
      }
    }
  })

  test('a form without its fields is a bad request', async () => {
    for (const path of ['/sign-in', '/sign-in/confirm', '/sign-in/demo']) {
      expect((await town().visitor.post(path, { other: 'x' })).status, path).toBe(400)
    }
  })

  test('methods of other programs are not served', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      for (const path of ['/preferences', '/sign-out', '/sign-in.data', '/assets/x.js']) {
        expect(await statusOf(method, path), `${method} ${path}`).toBe(405)
      }
    }
  })

  /** By hand: fetch itself refuses some of them. */
  function statusOf(method: string, path: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const headers = { Origin: town().portal.address }
      const sent = request(new URL(path, town().portal.address), { method, headers }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
      sent.on('error', reject)
      sent.end()
    })
  }
})

describe('headers', () => {
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(new URL(path, town().portal.address), { ...init, redirect: 'manual' })

  test('scripts run by a nonce of the very answer, on pages, refusals and errors alike', async () => {
    const nonces = new Set<string>()
    const paths = ['/', '/sign-in', '/sign-in', '/nowhere', '/family', '/%E0%A4%A', '/sign-in.data']
    const answers = [...(await Promise.all(paths.map((path) => ask(path)))), await ask('/sign-out', { method: 'POST' })]
    for (const answer of answers) {
      const policy = answer.headers.get('Content-Security-Policy') ?? ''
      expect(policy).not.toMatch(/(script-src|style-src|default-src)( [^;]*)?'unsafe-/)
      expect(policy).not.toContain('*')
      expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
      if (nonce === undefined) {
        expect(policy).toBe("default-src 'none'")
        continue
      }
      expect(nonces).not.toContain(nonce)
      nonces.add(nonce)
      const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? []
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
    }
    expect(nonces.size).toBeGreaterThan(5)
  })

  test('files say what they are and may do nothing', async () => {
    const [script = ''] = /\/assets\/[^"]+\.js/.exec(await (await ask('/sign-in')).text()) ?? []
    for (const path of ['/favicon.svg', '/robots.txt', script, '/assets/nothing.js', '/healthz', '/readyz']) {
      const { headers } = await ask(path)
      expect(headers.get('X-Content-Type-Options'), path).toBe('nosniff')
      expect(headers.get('Content-Security-Policy'), path).toBe("default-src 'none'")
    }
  })

  test('the page of a mailed link is kept nowhere and tells no other page its address', async () => {
    const { headers } = await ask('/sign-in/confirm?token=abc')
    expect(headers.get('Cache-Control')).toBe('private, no-store')
    expect(headers.get('Referrer-Policy')).toBe('strict-origin')
  })

  test('what a signed-in person sees is kept nowhere', async () => {
    const { address } = town().portal
    const fields = new URLSearchParams({ roleGrantId: hats.municipality_administrator.grantId })
    const signedIn = await ask('/sign-in/demo', { method: 'POST', body: fields, headers: { Origin: address } })
    const Cookie = signedIn.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
    const { emils, runs } = town().things
    const run = `/municipality/payouts/${runs.lejasupe.runId}`
    const own = ['/municipality/families', `/municipality/families/${emils.childId}`, run, `${run}/sessions.csv`]
    for (const path of [...own, '/municipality/families.data', '/family', '/nowhere', '/role']) {
      expect((await ask(path, { headers: { Cookie } })).headers.get('Cache-Control'), path).toContain('no-store')
    }
  })
})
