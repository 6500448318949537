import { expect, test } from 'vitest'
import type { Hat } from './hats.ts'
import { hats as everyHat, payers, staff } from './hats.ts'
import { openTown } from './open-town.ts'
import type { Things } from './things.ts'

const { town } = openTown()

/** Enough of a name to find it; less than the whole, which the search field itself repeats. */
const beginning = (name: string) => name.slice(0, -2)
const families = '/municipality/families'

/** Types into the search field of the families, and reads what the page and its data then say. */
async function searchFamilies(hat: Hat, search: string): Promise<string> {
  const visitor = town().as(hat)
  const sent = await visitor.post(families, { search })
  expect(sent).toMatchObject({ status: 302, location: families })
  const answers = [await visitor.get(families), await visitor.get(`${families}.data`)]
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  return answers.map(({ body }) => body).join()
}

/** Addresses whose search part asks for something that lies behind a wall, and the names that must not come back. */
const questions: {
  what: string
  hats: readonly Hat[]
  ask: (things: Things) => string
  names: (of: Things) => string[]
}[] = [
  {
    what: "another family's period",
    hats: ['guardian'],
    ask: ({ emils, elza }) => `/family/${emils.childId}/plan?period=${elza.periodId}`,
    names: ({ elza }) => elza.names,
  },
  {
    what: "another family's line",
    hats: ['guardian'],
    ask: ({ emils, elza }) => `/family/${emils.childId}/bookings?line=${elza.lineId}&show=past`,
    names: ({ elza }) => elza.names,
  },
  {
    what: "another family's period in a family's file",
    hats: staff,
    ask: ({ emils, tina }) => `/municipality/families/${emils.childId}?period=${tina.periodId}`,
    names: ({ tina }) => tina.names,
  },
  {
    what: "another run's payout",
    hats: payers,
    ask: ({ runs }) => `/municipality/payouts/${runs.lejasupe.runId}?open=${runs.kalnavoti.payoutId}`,
    names: ({ tina }) => tina.names,
  },
  {
    what: "another provider's specialist",
    hats: ['specialist', 'provider_manager'],
    ask: ({ ieva }) => `/provider?specialist=${ieva.specialistId}`,
    names: ({ ieva }) => ieva.names,
  },
  {
    what: "a colleague's calendar",
    hats: ['specialist'],
    ask: ({ nauris }) => `/provider?specialist=${nauris.specialistId}`,
    names: ({ nauris }) => nauris.names,
  },
  {
    what: 'deliveries of a provider, of every family',
    hats: ['social_worker'],
    ask: ({ ieva }) => `/municipality/deliveries?show=all&provider=${ieva.providerId}`,
    names: ({ tince, tina }) => [...tince.names, ...tina.names],
  },
]

test.each(questions)('a search for $what answers nothing of theirs', async ({ hats, ask, names }) => {
  const { things } = town()
  for (const hat of hats) {
    for (const path of [ask(things), ask(things).replace('?', '.data?')]) {
      const answer = await town().as(hat).get(path)
      expect([200, 202, 404], hat).toContain(answer.status)
      for (const name of names(things)) expect(answer.body, `${hat} ${path}`).not.toContain(name)
    }
  }
})

const searches: {
  what: string
  hats: readonly Hat[]
  search: (of: Things) => string
  names: (of: Things) => string[]
}[] = [
  {
    what: 'the name of a child of the other municipality',
    hats: staff,
    search: ({ tina }) => beginning(tina.names[0] ?? ''),
    names: ({ tina }) => tina.names,
  },
  {
    what: "the name of a child of another social worker's family",
    hats: ['social_worker'],
    search: ({ tince }) => beginning(tince.names[0] ?? ''),
    names: ({ tince }) => tince.names,
  },
  { what: 'wildcards', hats: staff, search: () => '%', names: ({ tina }) => tina.names },
  { what: 'a quotation mark', hats: staff, search: () => `' OR true --`, names: ({ tina }) => tina.names },
]

test.each(searches)('typing $what finds nothing of theirs', async ({ hats, search, names }) => {
  const { things } = town()
  for (const hat of hats) {
    const body = await searchFamilies(hat, search(things))
    for (const name of names(things)) expect(body, hat).not.toContain(name)
    await town().as(hat).post(families, { search: '' })
  }
})

test('the same search finds what is theirs, and an empty one shows all again', async () => {
  const { emils, tince, elza } = town().things
  for (const hat of staff) {
    const found = await searchFamilies(hat, beginning(emils.names[0] ?? ''))
    expect(found).toContain(emils.names[0])
    expect(found).not.toContain(elza.names[0])
    expect(await searchFamilies(hat, '')).toContain(elza.names[0])
  }
  for (const hat of payers) {
    expect(await searchFamilies(hat, beginning(tince.names[0] ?? ''))).toContain(tince.names[0])
    await searchFamilies(hat, '')
  }
})

test('what is searched for keeps out of addresses, and only its own session reads it', async () => {
  const { emils } = town().things
  const typed = beginning(emils.names[0] ?? '')
  const fields = new URLSearchParams({ search: typed })
  const worker = await browserOf(everyHat.social_worker.grantId)
  const sent = await worker.send(`${families}?show=all&page=3`, { method: 'POST', body: fields })
  expect(sent.headers.get('location')).toBe(`${families}?show=all`)
  const [cookie = ''] = sent.headers.getSetCookie()
  expect(cookie).toMatch(/^search=[\w-]+; Path=\/; SameSite=Lax; HttpOnly; Max-Age=1800$/)
  expect(Buffer.from(cookie.split(/[=;]/)[1] ?? '', 'base64url').toString()).not.toContain(typed)

  const shown = (session: string) => session.includes(`value="${typed}"`)
  const kept = cookie.split(';')[0] ?? ''
  expect(shown(await (await worker.send(families, {}, kept)).text())).toBe(true)
  const other = await browserOf(everyHat.social_worker.grantId)
  expect(shown(await (await other.send(families, {}, kept)).text())).toBe(false)
  expect(shown(await (await worker.send(families, {}, `${kept}AA`)).text())).toBe(false)
})

/** Signed in, with every answer as it comes. */
async function browserOf(roleGrantId: string) {
  const { address } = town().portal
  const go = (path: string, init: RequestInit, cookies: string) =>
    fetch(new URL(path, address), { ...init, headers: { Origin: address, Cookie: cookies }, redirect: 'manual' })
  const answer = await go('/sign-in/demo', { method: 'POST', body: new URLSearchParams({ roleGrantId }) }, '')
  const session =
    answer.headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith('session='))
      ?.split(';')[0] ?? ''
  return { send: (path: string, init: RequestInit, more = '') => go(path, init, `${session}; ${more}`) }
}
