import { expect, test } from 'vitest'
import { hasSigned, missingSignatures, signedProfessionally } from './plan-signing.ts'

const mother = { personId: 'mother', name: 'Ilze Ozola' }
const father = { personId: 'father', name: 'Jānis Ozols' }
const worker = { kind: 'social_worker', personId: 'worker' } as const
const physician = { kind: 'physician', personId: 'physician' } as const

test('nothing signed lacks everybody, each guardian by name', () => {
  expect(missingSignatures({ signatures: [], guardians: [mother, father] })).toEqual([
    { kind: 'social_worker' },
    { kind: 'physician' },
    { kind: 'guardian', ...mother },
    { kind: 'guardian', ...father },
  ])
})

test('one guardian does not speak for the other, and a guardian does not sign as a professional', () => {
  const signatures = [worker, { kind: 'guardian', personId: 'mother' } as const]
  expect(missingSignatures({ signatures, guardians: [mother, father] })).toEqual([
    { kind: 'physician' },
    { kind: 'guardian', ...father },
  ])
})

test('a plan signed by all lacks nothing, and neither does one of a child without a guardian who takes part', () => {
  const signatures = [worker, physician]
  expect(missingSignatures({ signatures, guardians: [] })).toEqual([])
  expect(
    missingSignatures({ signatures: [...signatures, { kind: 'guardian', personId: 'mother' }], guardians: [mother] }),
  ).toEqual([])
})

test('four eyes are closed for everybody who signed, a guardian under another hat too', () => {
  const signatures = [worker, physician, { kind: 'guardian', personId: 'mother' } as const]
  for (const personId of ['worker', 'physician', 'mother']) expect(hasSigned(signatures, personId)).toBe(true)
  expect(hasSigned(signatures, 'father')).toBe(false)
})

test('only a signature of a profession keeps from signing as the other', () => {
  const signatures = [worker, { kind: 'guardian', personId: 'mother' } as const]
  expect(signedProfessionally(signatures, 'worker')).toBe(true)
  expect(signedProfessionally(signatures, 'mother')).toBe(false)
})
