import type { Actor, Role } from '#app/people/actor.ts'
import { demoId } from './demo-id.ts'
import { families } from './families/all-children.ts'
import type { MunicipalityKey } from './municipalities.ts'
import { providers } from './providers/all-providers.ts'
import type { DemoProvider } from './providers/demo-provider.ts'
import { staff } from './staff.ts'

/** Where a hat is worn. */
export type DemoHat = { role: Role; municipality?: string; provider?: string; specialist?: string }

/** Everyone who can sign in, each once, with all their hats. */
export type DemoPerson = {
  key: string
  givenName: string
  familyName: string
  locale: 'lv' | 'en'
  hats: readonly DemoHat[]
}

export const cast: readonly DemoPerson[] = gatherPeople()

export function emailOf({ givenName, familyName }: Pick<DemoPerson, 'givenName' | 'familyName'>): string {
  const plain = `${givenName}.${familyName}`.normalize('NFD').replaceAll(/[^A-Za-z.]/g, '')
  return `${plain.toLowerCase()}@example.invalid`
}

export function findPerson(key: string): DemoPerson {
  const person = cast.find((one) => one.key === key)
  if (person === undefined) throw new Error(`The demo has no person "${key}"`)
  return person
}

/** Somebody of a municipality, or a guardian, under one of their hats, as the use cases know them. */
export function staffActor(key: string, role: Role): Actor {
  const municipality = hatOf(key, role).municipality ?? ''
  return { ...personActor(key, role), municipalityId: demoId(`municipality ${municipality}`) }
}

export function administratorOf(municipality: MunicipalityKey): Actor {
  return staffActor({ lejasupe: 'arvis', kalnavoti: 'ruta' }[municipality], 'municipality_administrator')
}

/** A person under a hat, without the place where it is worn. */
export function personActor(key: string, role: Role): Actor {
  const { givenName, familyName, locale } = findPerson(key)
  return {
    personId: demoId(`person ${key}`),
    sessionId: demoId(`session ${key}`),
    roleGrantId: grantId(key, hatOf(key, role)),
    role,
    givenName,
    familyName,
    locale,
    municipalityId: null,
    providerId: null,
    specialistId: null,
  }
}

function hatOf(key: string, role: Role): DemoHat {
  const hat = findPerson(key).hats.find((one) => one.role === role)
  if (hat === undefined) throw new Error(`${key} is no ${role}`)
  return hat
}

export function managerKey({ key, manager }: DemoProvider): string {
  return 'specialist' in manager ? manager.specialist : `manager of ${key}`
}

export function managerOf(provider: DemoProvider): DemoPerson {
  return findPerson(managerKey(provider))
}

export function grantId(personKey: string, { role, municipality = '' }: DemoHat): string {
  return demoId(`grant ${personKey} ${role} ${municipality}`)
}

function gatherPeople(): DemoPerson[] {
  const people = new Map<string, DemoPerson>()
  const add = ({ hats, ...person }: DemoPerson) => {
    const known = people.get(person.key)
    // Two people under one key would become one with the hats of both.
    if (known !== undefined && known.familyName !== person.familyName) {
      throw new Error(`The demo names two people "${person.key}"`)
    }
    if (known === undefined) people.set(person.key, { ...person, hats })
    else people.set(person.key, { ...known, hats: [...known.hats, ...hats.filter((hat) => !hasHat(known, hat))] })
  }

  for (const { municipality, guardians } of families) {
    for (const { key, givenName, familyName, locale = 'lv' } of guardians) {
      add({ key, givenName, familyName, locale, hats: [{ role: 'guardian', municipality }] })
    }
  }
  for (const { key, manager, specialists } of providers) {
    for (const { key: specialist, givenName, familyName } of specialists) {
      const hats: DemoHat[] = [{ role: 'specialist', provider: key, specialist }]
      if ('specialist' in manager && manager.specialist === specialist) {
        hats.push({ role: 'provider_manager', provider: key })
      }
      add({ key: specialist, givenName, familyName, locale: 'lv', hats })
    }
    if ('givenName' in manager) {
      add({ key: `manager of ${key}`, ...manager, locale: 'lv', hats: [{ role: 'provider_manager', provider: key }] })
    }
  }
  for (const { key, givenName, familyName, municipality, roles } of staff) {
    add({ key, givenName, familyName, locale: 'lv', hats: roles.map((role) => ({ role, municipality })) })
  }
  return [...people.values()]
}

function hasHat({ hats }: DemoPerson, { role, municipality, provider }: DemoHat): boolean {
  return hats.some((hat) => hat.role === role && hat.municipality === municipality && hat.provider === provider)
}
