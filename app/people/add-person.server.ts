import type { OpenContext } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import {
  ensurePerson,
  findMunicipalityId,
  findProviderId,
  findProviderOfSpecialist,
  hasChild,
  insertCaseAssignment,
  insertGrant,
  insertGuardianship,
} from '#app/people/registration-store.server.ts'
import { placeOfRole } from '#app/people/rules/place-of-role.ts'
import type { Role } from '#app/people/rules/roles.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { enter, transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type AddPersonInput = {
  /** Where sign-in links go. Somebody with this address gets one more hat and keeps name, language and telephone. */
  email: string
  givenName: string
  familyName: string
  phone: string | null
  locale: 'lv' | 'en'
  role: Role
  /** Id or registration number; for hats of a municipality. */
  municipality: string | null
  /** Id or registration number; for provider managers. */
  provider: string | null
  /** Id; for specialists, whose provider follows. */
  specialistId: string | null
  /** Ids of children: in whose care a guardian has them, or whose families a social worker looks after. */
  childIds: readonly string[]
  /** For guardians. */
  guardianKind: 'parent' | 'legal_representative' | 'foster_family'
}

export type AddPersonRefusal =
  | { kind: 'place-missing'; needs: 'municipality' | 'provider' | 'specialist' }
  | { kind: 'unknown-municipality' }
  | { kind: 'unknown-provider' }
  | { kind: 'unknown-specialist' }
  | { kind: 'unknown-child'; childId: string }
  | { kind: 'children-need-a-guardian-or-social-worker' }
  | { kind: 'has-this-role' }

export type AddedPerson = { personId: string; roleGrantId: string; isNewPerson: boolean }

type Place = { municipalityId: string | null; providerId: string | null; specialistId: string | null }

/** Gives somebody a hat, and makes them known when they are not. For administrators at the command line: asks nobody. */
export async function addPerson(
  ctx: OpenContext,
  input: AddPersonInput,
): Promise<Result<AddedPerson, AddPersonRefusal>> {
  const takesChildren = input.role === 'guardian' || input.role === 'social_worker'
  if (input.childIds.length > 0 && !takesChildren) return refuse({ kind: 'children-need-a-guardian-or-social-worker' })
  const now = ctx.clock.now()
  const nobody = { db: ctx.db, scope: { tenant: null, provider: null } }
  return transact<AddedPerson, AddPersonRefusal>(nobody, async (tx) => {
    const place = await findPlace(tx, input)
    if (!place.ok) return place
    await enter(tx, { tenant: place.value.municipalityId, provider: null })
    const person = await ensurePerson(tx, { ...input, email: input.email.trim().toLowerCase() }, now)
    const roleGrantId = await insertGrant(tx, { ...place.value, personId: person.id, role: input.role }, now)
    if (roleGrantId === null) return refuse({ kind: 'has-this-role' })
    const { municipalityId } = place.value
    for (const childId of input.childIds) {
      if (municipalityId === null || !(await hasChild(tx, municipalityId, childId)))
        return refuse({ kind: 'unknown-child', childId })
      const care = { municipalityId, childId, personId: person.id }
      if (input.role === 'guardian') await insertGuardianship(tx, { ...care, kind: input.guardianKind }, now)
      else await insertCaseAssignment(tx, care, now)
    }
    await recordAudit({ ...ctx, actor: null }, tx, {
      action: 'person.add-role',
      subject: { kind: 'role_grant', id: roleGrantId },
      municipalityId,
    })
    return accept({ personId: person.id, roleGrantId, isNewPerson: person.isNew })
  })
}

async function findPlace(tx: Tx, input: AddPersonInput): Promise<Result<Place, AddPersonRefusal>> {
  const none = { municipalityId: null, providerId: null, specialistId: null }
  const needs = placeOfRole(input.role)
  if (needs === 'nowhere') return accept(none)
  if (needs === 'municipality') {
    if (input.municipality === null) return refuse({ kind: 'place-missing', needs })
    const municipalityId = await findMunicipalityId(tx, input.municipality)
    return municipalityId === null ? refuse({ kind: 'unknown-municipality' }) : accept({ ...none, municipalityId })
  }
  if (needs === 'provider') {
    if (input.provider === null) return refuse({ kind: 'place-missing', needs })
    const providerId = await findProviderId(tx, input.provider)
    return providerId === null ? refuse({ kind: 'unknown-provider' }) : accept({ ...none, providerId })
  }
  if (input.specialistId === null) return refuse({ kind: 'place-missing', needs })
  const providerId = await findProviderOfSpecialist(tx, input.specialistId)
  if (providerId === null) return refuse({ kind: 'unknown-specialist' })
  return accept({ ...none, providerId, specialistId: input.specialistId })
}
