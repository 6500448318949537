import { expect, test } from 'vitest'
import type { AddPersonInput } from '#app/people/add-person.server.ts'
import { addPerson } from '#app/people/add-person.server.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-24T12:00:00Z' })
const municipality = await app.given.municipality()
const { provider } = await app.given.provider()
const { specialist } = await app.given.specialist({ providerId: provider.id })
const { child } = await app.given.child({ municipalityId: municipality.id })

let people = 0
const add = (part: Partial<AddPersonInput>) =>
  addPerson(app.open, {
    email: `new${(people += 1)}@example.invalid`,
    givenName: 'Zane',
    familyName: 'Kalnupe',
    phone: null,
    locale: 'lv',
    role: 'guardian',
    municipality: null,
    provider: null,
    specialistId: null,
    childIds: [],
    guardianKind: 'parent',
    ...part,
  })

test('a guardian is added by the registration number of the municipality, with the child in their care', async () => {
  const added = await add({
    email: ' Zane@Example.invalid ',
    municipality: municipality.registration_no,
    childIds: [child.id],
  })
  const personId = added.ok ? added.value.personId : ''
  const person = await app.owner.person.findUnique({
    where: { id: personId },
    include: { role_grants: true, guardianships: true },
  })
  expect(person).toMatchObject({
    email: 'zane@example.invalid',
    role_grants: [{ role: 'guardian', municipality_id: municipality.id }],
    guardianships: [{ child_id: child.id, kind: 'parent', ended_at: null }],
  })
})

test('somebody who is known gets one more hat and keeps their name; the same hat is refused', async () => {
  const first = await add({ email: 'two@example.invalid', municipality: municipality.id })
  const second = await add({
    email: 'two@example.invalid',
    givenName: 'Cita',
    role: 'specialist',
    specialistId: specialist.id,
  })
  expect(second).toMatchObject({ ok: true, value: { personId: first.ok && first.value.personId, isNewPerson: false } })
  expect(await add({ email: 'two@example.invalid', municipality: municipality.id })).toEqual({
    ok: false,
    refusal: { kind: 'has-this-role' },
  })
  const person = await app.owner.person.findUniqueOrThrow({
    where: { email: 'two@example.invalid' },
    include: { role_grants: true },
  })
  expect(person.given_name).toBe('Zane')
  expect(person.role_grants.map(({ role, provider_id }) => [role, provider_id])).toEqual([
    ['guardian', null],
    ['specialist', provider.id],
  ])
})

test('a social worker gets families', async () => {
  const added = await add({ role: 'social_worker', municipality: municipality.id, childIds: [child.id] })
  expect(
    await app.owner.caseAssignment.count({
      where: { person_id: added.ok ? added.value.personId : '', child_id: child.id },
    }),
  ).toBe(1)
})

test.each<[Partial<AddPersonInput>, object]>([
  [{ role: 'guardian' }, { kind: 'place-missing', needs: 'municipality' }],
  [{ role: 'provider_manager' }, { kind: 'place-missing', needs: 'provider' }],
  [{ role: 'specialist' }, { kind: 'place-missing', needs: 'specialist' }],
  [{ municipality: '40000000000' }, { kind: 'unknown-municipality' }],
  [{ role: 'provider_manager', provider: 'x' }, { kind: 'unknown-provider' }],
  [{ role: 'specialist', specialistId: 'x' }, { kind: 'unknown-specialist' }],
  [
    { municipality: municipality.id, childIds: ['x'] },
    { kind: 'unknown-child', childId: 'x' },
  ],
  [
    { role: 'finance_officer', municipality: municipality.id, childIds: [child.id] },
    { kind: 'children-need-a-guardian-or-social-worker' },
  ],
])('%j is refused and adds nobody', async (part, refusal) => {
  const before = await app.owner.person.count()
  expect(await add(part)).toEqual({ ok: false, refusal })
  expect(await app.owner.person.count()).toBe(before)
})
