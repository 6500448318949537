import { openPersonalCodeVault } from '#app/people/personal-code-vault.server.ts'
import type { Database } from '#app/platform/db/database.server.ts'
import { toDate } from '#app/platform/time.ts'
import type { DemoHat, DemoPerson } from './cast.ts'
import { cast, emailOf, grantId } from './cast.ts'
import type { DemoDates } from './demo-dates.ts'
import { dateValue, riga } from './demo-dates.ts'
import { choose, demoId } from './demo-id.ts'
import { families } from './families/all-children.ts'
import { demoPersonalCode, demoPhone } from './invented-numbers.ts'
import { peopleToMeet } from './people.ts'
import type { Register } from './register.ts'
import { idIn } from './register.ts'

/** Everyone with an account, their hats in a municipality, the children, who cares for them and for the family. */
export async function writePeople(owner: Database, dates: DemoDates, secretKey: Uint8Array): Promise<void> {
  const since = sinceOf(dates)
  await owner.person.createMany({
    data: cast.map((person) => ({
      id: demoId(`person ${person.key}`),
      email: emailOf(person),
      given_name: person.givenName,
      family_name: person.familyName,
      phone: demoPhone(`person ${person.key}`),
      locale: person.locale,
      created_at: since,
    })),
  })
  await owner.roleGrant.createMany({
    data: hatsToWrite(dates, ({ municipality }) =>
      municipality === undefined ? null : { municipality_id: demoId(`municipality ${municipality}`) },
    ),
  })
  await writeChildren(owner, dates, { since, secretKey })
}

/** The hats of specialists and managers, once their providers are registered. */
export async function writeProviderHats(owner: Database, dates: DemoDates, register: Register): Promise<void> {
  await owner.roleGrant.createMany({
    data: hatsToWrite(dates, ({ provider, specialist }) => {
      if (provider === undefined) return null
      const specialist_id = specialist === undefined ? null : idIn(register.specialists, specialist)
      return { provider_id: idIn(register.providers, provider), specialist_id }
    }),
  })
}

/**
 * The first hat of a person is the oldest: the one they start with. The people worth meeting have the oldest of all,
 * so that lists of who can sign in begin with them.
 */
function hatsToWrite<Place>(dates: DemoDates, placeOf: (hat: DemoHat) => Place | null) {
  const inOrder = [...cast].toSorted((one, other) => placeInLine(one) - placeInLine(other))
  return inOrder.flatMap(({ key, hats }, person) =>
    hats.flatMap((hat, index) => {
      const place = placeOf(hat)
      if (place === null) return []
      const granted_at = toDate(riga(dates.longAgo, '09:00').add({ seconds: 10 * person + index }))
      return [{ id: grantId(key, hat), person_id: demoId(`person ${key}`), role: hat.role, granted_at, ...place }]
    }),
  )
}

function placeInLine(person: DemoPerson): number {
  const place = peopleToMeet.findIndex(({ email }) => email === emailOf(person))
  return place === -1 ? peopleToMeet.length : place
}

function sinceOf({ longAgo }: DemoDates): Date {
  return toDate(riga(longAgo, '09:00'))
}

async function writeChildren(
  owner: Database,
  dates: DemoDates,
  { since, secretKey }: { since: Date; secretKey: Uint8Array },
): Promise<void> {
  const vault = openPersonalCodeVault({ secretKey })
  await owner.child.createMany({
    data: families.map((child) => ({
      id: demoId(`child ${child.key}`),
      municipality_id: demoId(`municipality ${child.municipality}`),
      given_name: child.givenName,
      family_name: child.familyName,
      born_on: dateValue(birthDate(child, dates)),
      home_town: child.home.town,
      home_latitude: child.home.latitude,
      home_longitude: child.home.longitude,
      travel_limit_minutes: child.travelLimitMinutes ?? null,
      sessions_per_week_limit: child.sessionsPerWeekLimit ?? null,
      safety_note: child.safetyNote ?? null,
      session_needs: child.sessionNeeds ?? null,
      created_at: since,
    })),
  })
  await owner.guardianship.createMany({
    data: families.flatMap(({ key, municipality, guardians }) =>
      guardians.map((guardian) => ({
        municipality_id: demoId(`municipality ${municipality}`),
        child_id: demoId(`child ${key}`),
        person_id: demoId(`person ${guardian.key}`),
        kind: guardian.kind,
        since,
      })),
    ),
  })
  await owner.caseAssignment.createMany({
    data: families.map(({ key, municipality, socialWorker }) => ({
      municipality_id: demoId(`municipality ${municipality}`),
      child_id: demoId(`child ${key}`),
      person_id: demoId(`person ${socialWorker}`),
      since,
    })),
  })
  await owner.personalCode.createMany({
    data: families.map(({ key, municipality }) => {
      const child_id = demoId(`child ${key}`)
      const { cipher, lookupHash } = vault.seal(demoPersonalCode(key), child_id)
      const municipality_id = demoId(`municipality ${municipality}`)
      return { municipality_id, child_id, cipher, lookup_hash: lookupHash, valid_from: since }
    }),
  })
}

function birthDate({ key, age }: { key: string; age: number }, { today }: DemoDates): Temporal.PlainDate {
  return today.subtract({ years: age }).subtract({ days: 20 + choose(`born ${key}`, 320) })
}
