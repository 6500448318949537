import type { Portal } from './portal-process.ts'

export type Answer = {
  status: number
  /** Where a redirect leads, as a path with its search. */
  location: string | null
  body: string
}

type Fields = readonly (readonly [string, string])[] | Readonly<Record<string, string>>

/** A browser without a screen: keeps cookies, sends forms as our own pages do, follows no redirect by itself. */
export type Visitor = {
  get(path: string): Promise<Answer>
  /** A form of our own page; `headers` replace what says so. */
  post(path: string, fields: Fields, headers?: Record<string, string>): Promise<Answer>
}

export function visit({ address }: Pick<Portal, 'address'>): Visitor {
  const cookies = new Map<string, string>()

  async function send(path: string, init: RequestInit): Promise<Answer> {
    const headers = new Headers(init.headers)
    headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(new URL(path, address), { ...init, headers, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';', 1)[0]?.split(/=(.*)/s) ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get('Location')
    const target = location === null ? null : new URL(location, address)
    return {
      status: response.status,
      location: target === null ? null : `${target.pathname}${target.search}`,
      body: await response.text(),
    }
  }

  return {
    get: (path) => send(path, {}),
    post: (path, fields, headers = { Origin: address }) =>
      send(path, { method: 'POST', body: new URLSearchParams(toPairs(fields)), headers }),
  }
}

function toPairs(fields: Fields): string[][] {
  return (isPairs(fields) ? fields : Object.entries(fields)).map(([name, value]) => [name, value])
}

/** A browser in which somebody of the demonstration has signed in under one of their hats. */
export async function signIn(
  portal: Pick<Portal, 'address'>,
  { grantId, locale = 'lv' }: { grantId: string; locale?: 'lv' | 'en' },
): Promise<Visitor> {
  const visitor = visit(portal)
  await visitor.post('/preferences', { locale })
  const answer = await visitor.post('/sign-in/demo', { roleGrantId: grantId })
  if (answer.status !== 302) throw new Error(`The demonstration does not sign in: ${answer.status}`)
  return visitor
}

function isPairs(fields: Fields): fields is readonly (readonly [string, string])[] {
  return Array.isArray(fields)
}
