import type { Actor, Role } from '#app/people/actor.ts'
import { managerKey, personActor } from './cast.ts'
import type { DemoProvider } from './providers/demo-provider.ts'
import { findSpecialist } from './providers/all-providers.ts'

/** The ids that the register of providers gave out, by the demo's own keys. */
export type Register = {
  providers: Map<string, string>
  specialists: Map<string, string>
  offerings: Map<string, string>
}

export function idIn(ids: Map<string, string>, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`The demo registered nothing called "${key}"`)
  return id
}

/** A specialist at work. */
export function specialistActor(register: Register, key: string): Actor {
  const providerId = idIn(register.providers, findSpecialist(key).provider.key)
  return hatOf(key, 'specialist', { providerId, specialistId: idIn(register.specialists, key) })
}

/** Whoever manages a provider. */
export function managing(provider: DemoProvider, providerId: string): Actor {
  return hatOf(managerKey(provider), 'provider_manager', { providerId, specialistId: null })
}

function hatOf(key: string, role: Role, place: Pick<Actor, 'providerId' | 'specialistId'>): Actor {
  return { ...personActor(key, role), municipalityId: null, ...place }
}
