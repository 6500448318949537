import { expect, test } from 'vitest'
import type { Hat } from './hats.ts'
import { payers, staff } from './hats.ts'
import { openTown } from './open-town.ts'
import type { Things } from './things.ts'

const { town } = openTown()

/** Enough of a name to find it; less than the whole, which the search field itself repeats. */
const beginning = (name: string) => encodeURIComponent(name.slice(0, -2))

/** Addresses whose search part asks for something that lies behind a wall, and the names that must not come back. */
const questions: {
  what: string
  hats: readonly Hat[]
  ask: (things: Things) => string
  names: (of: Things) => string[]
}[] = [
  {
    what: 'the name of a child of the other municipality',
    hats: staff,
    ask: ({ tina }) => `/municipality/families?q=${beginning(tina.names[0] ?? '')}`,
    names: ({ tina }) => tina.names,
  },
  {
    what: "the name of a child of another social worker's family",
    hats: ['social_worker'],
    ask: ({ tince }) => `/municipality/families?q=${beginning(tince.names[0] ?? '')}`,
    names: ({ tince }) => tince.names,
  },
  {
    what: 'wildcards',
    hats: staff,
    ask: () => `/municipality/families?q=${encodeURIComponent('%')}&page=1`,
    names: ({ tina }) => tina.names,
  },
  {
    what: 'a quotation mark',
    hats: staff,
    ask: () => `/municipality/families?q=${encodeURIComponent(`' OR true --`)}`,
    names: ({ tina }) => tina.names,
  },
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

test('the same search finds what is theirs', async () => {
  const { emils, tince } = town().things
  const ask = (name: string) => `/municipality/families?q=${beginning(name)}`
  for (const hat of staff) {
    expect(
      (
        await town()
          .as(hat)
          .get(ask(emils.names[0] ?? ''))
      ).body,
    ).toContain(emils.names[0])
  }
  for (const hat of payers) {
    expect(
      (
        await town()
          .as(hat)
          .get(ask(tince.names[0] ?? ''))
      ).body,
    ).toContain(tince.names[0])
  }
})
