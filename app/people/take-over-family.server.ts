import type { KnownChild, NewChild } from '#app/people/family-store.server.ts'
import {
  addCaseAssignment,
  addGuardianship,
  findLikelyChildren,
  insertChild,
  insertPersonalCode,
  insertPersonWithoutEmail,
  listGuardiansOf,
} from '#app/people/family-store.server.ts'
import type { PersonalCodeVault } from '#app/people/personal-code-vault.server.ts'
import { ensurePerson, insertGrant } from '#app/people/registration-store.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type GuardianToTakeOver = {
  givenName: string
  familyName: string
  email: string | null
  phone: string | null
  kind: 'parent' | 'legal_representative' | 'foster_family'
}

export type FamilyToTakeOver = {
  child: NewChild & { personalCode: string | null }
  guardians: readonly GuardianToTakeOver[]
  /** Social workers of the municipality. */
  workerIds: readonly string[]
}

/** A row that was added, so that it can be taken back. */
export type MadeThing = {
  kind: 'child' | 'personal_code' | 'person' | 'role_grant' | 'guardianship' | 'case_assignment'
  id: string
}
export type TakenOverFamily = { childId: string; made: MadeThing[] }
export type TakeOverFamilyRefusal =
  /** The personal code belongs to a child of another name or birth date. */
  | { kind: 'code-of-another' }
  /** The child is known with another personal code. */
  | { kind: 'code-differs' }
  /** Two children have this name and birth date, and no code tells them apart. */
  | { kind: 'two-children' }

/**
 * Makes a family known that the municipality looks after already, inside the caller's transaction: the child by personal
 * code, else by name and birth date; guardians by address, without one by name; social workers. Who is known stays as
 * they are; only what is missing is added, and told. The caller keeps two of these apart (one municipality at a time).
 */
export async function takeOverFamily(
  tx: Tx,
  { family, vault, now }: { family: FamilyToTakeOver; vault: PersonalCodeVault; now: Temporal.Instant },
): Promise<Result<TakenOverFamily, TakeOverFamilyRefusal>> {
  const { child, guardians, workerIds } = family
  const { municipalityId, personalCode } = child
  const made: MadeThing[] = []
  // Without a code a hash that nothing has is looked for.
  const codeHash = personalCode === null ? new Uint8Array(32) : vault.lookupHash(personalCode)
  const likely = await findLikelyChildren(tx, { municipalityId, bornOn: child.bornOn, codeHash })
  const found = decideWhichChild(child, likely)
  if (!found.ok) return found
  const childId = found.value?.id ?? (await insertChild(tx, child, now))
  if (found.value === null) made.push({ kind: 'child', id: childId })
  if (personalCode !== null && found.value?.hasThisCode !== true) {
    const sealed = vault.seal(personalCode, childId)
    made.push({ kind: 'personal_code', id: await insertPersonalCode(tx, { municipalityId, childId, ...sealed }, now) })
  }
  for (const guardian of guardians) made.push(...(await addGuardian(tx, { municipalityId, childId, guardian, now })))
  for (const personId of workerIds) {
    const id = await addCaseAssignment(tx, { municipalityId, childId, personId }, now)
    if (id !== null) made.push({ kind: 'case_assignment', id })
  }
  return accept({ childId, made })
}

type Named = { givenName: string; familyName: string }

function isSameName(one: Named, other: Named): boolean {
  const plain = ({ givenName, familyName }: Named) =>
    `${givenName} ${familyName}`.toLowerCase().replaceAll(/\s+/g, ' ').trim()
  return plain(one) === plain(other)
}

/** The known child that is meant, or null for a new one. */
function decideWhichChild(
  child: FamilyToTakeOver['child'],
  likely: readonly KnownChild[],
): Result<KnownChild | null, TakeOverFamilyRefusal> {
  const isMeant = (known: KnownChild) => isSameName(known, child) && known.bornOn.equals(child.bornOn)
  const ofCode = likely.find((known) => known.hasThisCode)
  if (ofCode !== undefined) return isMeant(ofCode) ? accept(ofCode) : refuse({ kind: 'code-of-another' })
  const [first, second] = likely.filter(isMeant)
  if (second !== undefined) return refuse({ kind: 'two-children' })
  if (first === undefined) return accept(null)
  return child.personalCode !== null && first.hasACode ? refuse({ kind: 'code-differs' }) : accept(first)
}

async function addGuardian(
  tx: Tx,
  {
    municipalityId,
    childId,
    guardian,
    now,
  }: { municipalityId: string; childId: string; guardian: GuardianToTakeOver; now: Temporal.Instant },
): Promise<MadeThing[]> {
  const made: MadeThing[] = []
  const person = await findOrAddPerson(tx, { childId, guardian, now })
  if (person.isNew) made.push({ kind: 'person', id: person.id })
  const hat = { role: 'guardian' as const, personId: person.id, municipalityId, providerId: null, specialistId: null }
  const grantId = await insertGrant(tx, hat, now)
  if (grantId !== null) made.push({ kind: 'role_grant', id: grantId })
  const careId = await addGuardianship(tx, { municipalityId, childId, personId: person.id, kind: guardian.kind }, now)
  if (careId !== null) made.push({ kind: 'guardianship', id: careId })
  return made
}

async function findOrAddPerson(
  tx: Tx,
  { childId, guardian, now }: { childId: string; guardian: GuardianToTakeOver; now: Temporal.Instant },
): Promise<{ id: string; isNew: boolean }> {
  const { email } = guardian
  if (email !== null) return ensurePerson(tx, { ...guardian, email, locale: 'lv' }, now)
  const known = (await listGuardiansOf(tx, childId)).find((person) =>
    isSameName({ givenName: person.given_name, familyName: person.family_name }, guardian),
  )
  if (known !== undefined) return { id: known.person_id, isNew: false }
  return { id: await insertPersonWithoutEmail(tx, guardian, now), isNew: true }
}
