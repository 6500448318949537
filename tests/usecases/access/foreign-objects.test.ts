import { describe, expect, test } from 'vitest'
import { routePatterns } from '#tests/support/route-patterns.ts'
import type { Answer } from '#tests/support/visit-portal.ts'
import type { AddressRow } from './addresses.ts'
import { addressRows, nothing, pathOf } from './addresses.ts'
import { assessedForms } from './assessed-forms.ts'
import { hatNames } from './hats.ts'
import { openTown } from './open-town.ts'

const { town } = openTown()
const patterns = (await routePatterns()).filter((pattern) => pattern.includes(':'))

/** The bodies of two answers are equal but for numbers of requests and the address itself. */
function bare({ body }: Answer, path: string): string {
  return body
    .replaceAll(path, '<address>')
    .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, '<id>')
    .replaceAll(/nonce="[^"]*"/g, 'nonce')
}

function rowOf(pattern: string): AddressRow {
  const row = addressRows(town().things)[pattern]
  if (row === undefined) throw new Error(`Whose is what at ${pattern}?`)
  return row
}

/** The same address with ids of nothing in place of those after the first parameter, or in place of all. */
function unknown(pattern: string, value = nothing): string {
  return pattern.replaceAll(/:\w+\??/g, value)
}

describe.each(patterns)('%s', (pattern) => {
  test("somebody else's reads as what is not there", async () => {
    const { foreign, search = '' } = rowOf(pattern)
    for (const { hats, params, what, names } of foreign) {
      for (const hat of hats) {
        const visitor = town().as(hat)
        const path = pathOf(pattern, params)
        const none = unknown(pattern)
        const [answer, absent] = [await visitor.get(path + search), await visitor.get(none + search)]
        expect(answer.status, `${hat}: ${what}`).toBe(404)
        expect(bare(answer, path), `${hat}: ${what}`).toBe(bare(absent, none))
        for (const name of names) expect(answer.body, `${hat}: ${what}`).not.toContain(name)
        const asked = await visitor.get(`${path}.data${search}`)
        expect(asked.status, `${hat}: data of ${what}`).toBe(404)
        for (const name of names) expect(asked.body, `${hat}: data of ${what}`).not.toContain(name)
      }
    }
  })

  test('what is no id at all is not there either', async () => {
    const { own, search = '' } = rowOf(pattern)
    const hats = new Set(own.flatMap((one) => one.hats))
    for (const hat of hats.size === 0 ? hatNames.slice(0, 1) : hats) {
      for (const claim of [nothing, '0', '-', '%00', `${nothing}x`, "'%20OR%20true--", '%F0%9F%98%80', 'null']) {
        const answer = await town()
          .as(hat)
          .get(unknown(pattern, claim) + search)
        expect([400, 404], `${hat}: ${claim}`).toContain(answer.status)
      }
    }
  })

  test("a form sent to somebody else's changes nothing", async () => {
    const before = await town().rows.state()
    const { foreign, search = '' } = rowOf(pattern)
    for (const { hats, params, what, names } of foreign) {
      for (const hat of hats) {
        for (const fields of assessedForms(town().things)[pattern] ?? forms()) {
          const answer = await town()
            .as(hat)
            .post(pathOf(pattern, params) + search, fields)
          // On a page of one's own, what is not there reads as removed meanwhile, and removing it again is no mistake.
          const refused = what === 'their thing under ours' ? [302, 400, 404, 405, 409] : [400, 404, 405]
          expect(refused, `${hat}: ${what}, ${JSON.stringify(fields)}`).toContain(answer.status)
          for (const name of names) expect(answer.body, `${hat}: ${what}`).not.toContain(name)
          // The receipt is read here, not in the middle of the next test.
          if (answer.status === 302) await town().as(hat).get('/no-such-page')
          // The page has no forms.
          if (answer.status === 405) break
        }
      }
    }
    expect(await town().rows.state()).toEqual(before)
  })
})

/** What the forms of the pages send. */
function forms(): Record<string, string>[] {
  const time = `${Temporal.Now.instant().round('hour').add({ hours: 96 })}_${town().things.kristine.specialistId}`
  return [
    {},
    { intent: 'approve' },
    { intent: 'return', reason: 'Nē' },
    { seenPrice: '2400', requestKey: '0198c0de-0000-4000-8000-00000000beef' },
    { revision: '0', time },
    { revision: '0', seenCharge: '100000', reason: 'plans_changed', note: '' },
    { revision: '0', reason: 'specialist_ill', words: '' },
    { asPlanned: '1' },
    { missed: '1', cause: 'no-show' },
    { sign: 'plain' },
    { object: '1', objection: 'did_not_happen', words: 'Nenotika' },
    { reviewed: '1' },
    { decision: 'uphold', reason: 'Ģimenei taisnība' },
    { week: '1', weekday: '1', from: '09:00', to: '12:00', validFrom: time.slice(0, 10) },
    { day: '1', kind: 'off', firstDay: time.slice(0, 10) },
  ]
}
