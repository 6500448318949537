import type { Mode } from '#app/assessment/rules/assessed-result.ts'
import { modes } from '#app/assessment/rules/assessed-result.ts'
import { plainName } from './match-columns.ts'

export const guardianKinds = ['parent', 'legal_representative', 'foster_family'] as const
export type GuardianKind = (typeof guardianKinds)[number]

/** The words of the template and those that people write instead; the first one stands in the template. */
export const kindWords: Readonly<Record<GuardianKind, readonly string[]>> = {
  parent: ['vecāks', 'māte', 'tēvs', 'mamma', 'parent', 'mother', 'father'],
  legal_representative: ['likumiskais pārstāvis', 'aizbildnis', 'pārstāvis', 'legal representative', 'guardian'],
  foster_family: ['audžuģimene', 'foster family', 'foster parent'],
}

export const modeWords: Readonly<Record<Mode, readonly string[]>> = {
  at_provider: ['pie sniedzēja', 'pie pakalpojuma sniedzēja', 'at the provider', 'at provider'],
  at_home: ['mājās', 'dzīvesvietā', 'at home', 'home'],
  institution: ['iestādē', 'skolā', 'bērnudārzā', 'in an institution', 'institution', 'school'],
  online: ['tiešsaistē', 'attālināti', 'online'],
}

/** Null for a word that no list has. */
export function findGuardianKind(written: string): GuardianKind | null {
  return find(written, guardianKinds, kindWords)
}

export function findMode(written: string): Mode | null {
  return find(written, modes, modeWords)
}

function find<Key extends string>(
  written: string,
  keys: readonly Key[],
  words: Readonly<Record<Key, readonly string[]>>,
): Key | null {
  const name = plainName(written)
  return keys.find((key) => plainName(key) === name || words[key].some((word) => plainName(word) === name)) ?? null
}
