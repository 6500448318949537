import { describe, expect, test } from 'vitest'
import { accessTable, mayOpen } from '#app/people/access-table.ts'
import { routePatterns } from '#tests/support/route-patterns.ts'
import type { Answer, Visitor } from '#tests/support/visit-portal.ts'
import { addressRows, pathOf } from './addresses.ts'
import type { Hat } from './hats.ts'
import { hatNames } from './hats.ts'
import { openTown } from './open-town.ts'

const { town } = openTown()
const patterns = await routePatterns()
const isOpenToVisitors = (pattern: string) => accessTable[pattern] === 'public'
/** Files have no page around them, hence nothing that a script of ours would ask for by itself. */
const files = /\/(file|sessions\.csv|calendar\.ics)$/

/** An address of the pattern that this hat may open, or any when there is none. */
function addressFor(pattern: string, hat: Hat | null): string {
  if (pattern === '/*') return '/no-such-page'
  if (!pattern.includes(':')) return pattern
  const { own = [], search = '' } = addressRows(town().things)[pattern] ?? {}
  const best = own.find(({ hats }) => hat !== null && hats.includes(hat)) ?? own[0]
  if (best === undefined) throw new Error(`No address is known for ${pattern}`)
  return `${pathOf(pattern, best.params)}${search}`
}

/** The same address as a script of the page asks for its data. */
function dataOf(address: string): string {
  const [path = '', search] = address.split('?')
  return search === undefined ? `${path}.data` : `${path}.data?${search}`
}

function expectOpen(pattern: string, answer: Answer, who: string) {
  if (pattern === '/*') return expect(answer.status, who).toBe(404)
  expect(answer.status, who).toBeGreaterThanOrEqual(200)
  expect(answer.status, who).toBeLessThan(400)
  // A visitor may be sent to the sign-in page from the front door; somebody signed in goes there by the forms of it.
  if (!isOpenToVisitors(pattern)) expect(answer.location ?? '', who).not.toMatch(/^\/sign-in/)
}

describe.each(patterns)('%s', (pattern) => {
  const access = accessTable[pattern] ?? []

  test('opens to the hats it is for, and to nobody else', async () => {
    for (const hat of hatNames) {
      const answer = await town().as(hat).get(addressFor(pattern, hat))
      if (mayOpen(access, hat)) expectOpen(pattern, answer, hat)
      else expect(answer.status, hat).toBe(403)
    }
    const address = addressFor(pattern, null)
    const answer = await town().visitor.get(address)
    if (isOpenToVisitors(pattern)) expectOpen(pattern, answer, 'a visitor')
    else {
      expect(answer, 'a visitor').toMatchObject({
        status: 302,
        location: `/sign-in?${new URLSearchParams({ to: address })}`,
      })
    }
  })

  test('keeps its data, too, from those it is not for', async () => {
    for (const hat of hatNames.filter((one) => !mayOpen(access, one))) {
      const asked = await town()
        .as(hat)
        .get(dataOf(addressFor(pattern, hat)))
      expect(asked.status, hat).toBe(403)
    }
    if (isOpenToVisitors(pattern)) return
    const asked = await town().visitor.get(dataOf(addressFor(pattern, null)))
    expect(asked.status, 'a visitor').toBe(202)
    expect(asked.body, 'a visitor').toContain('/sign-in?to=')
    if (files.test(pattern)) return
    const hat = hatNames.find((one) => mayOpen(access, one)) ?? 'guardian'
    const open = await town()
      .as(hat)
      .get(dataOf(addressFor(pattern, hat)))
    expect([200, 202], hat).toContain(open.status)
  })

  test('takes no form that does not come from our own pages', async () => {
    const before = await town().rows.state()
    const hat = hatNames.find((one) => mayOpen(access, one)) ?? 'guardian'
    const address = addressFor(pattern, hat)
    const visitors: Visitor[] = [town().as(hat), town().visitor]
    for (const visitor of visitors) {
      for (const headers of foreignHeaders(town().portal.address)) {
        const answer = await visitor.post(address, { intent: 'approve', locale: 'en' }, headers)
        expect(answer.status, JSON.stringify(headers)).toBe(403)
      }
    }
    expect(await town().rows.state()).toEqual(before)
  })
})

function foreignHeaders(own: string): Record<string, string>[] {
  return [
    {},
    { Origin: 'null' },
    { Origin: 'https://example.org' },
    { Origin: own.replace('http:', 'https:').replace('localhost', 'localhost.example.org') },
    { Origin: own, 'Sec-Fetch-Site': 'cross-site' },
    { Origin: own, 'Sec-Fetch-Site': 'same-site' },
  ]
}

test('it is said for every address with a parameter what is whose there', () => {
  const rows = addressRows(town().things)
  expect(patterns.filter((pattern) => pattern.includes(':') && !Object.hasOwn(rows, pattern))).toEqual([])
})
