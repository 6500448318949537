import type { AssessedServiceEntry, Beneficiary, BothLanguages, Mode } from '#app/assessment/rules/assessed-result.ts'
import type { Profession } from '#app/assessment/rules/team.ts'
import type { ToldOrder } from '#app/assessment/rules/told-order.ts'
import type { Unit } from '#app/platform/quantity.ts'

/*
 * What a guardian sees of an assessment. Instants are ISO texts and days "2026-11-24", so that loaders can hand all of
 * it to the browser.
 */

/** Somebody did something at a time. `name` is the given name: two guardians of one child know each other. */
export type DoneBy = { name: string; isMe: boolean; at: string }

export type GuardianAct = 'wish' | 'wishes-done' | 'understood' | 'asked' | 'ordered' | 'handed-in'

export type TakingPart = {
  personId: string
  name: string
  isMe: boolean
  /** When they said that all wishes are written. */
  wishesDoneAt: string | null
  /** The social worker who noted it as the family told it; null when the guardian said it in the portal. */
  wishesToldTo: string | null
  lastAct: { act: GuardianAct; at: string } | null
}

export type InvitedExpert = { name: string; profession: Profession; isLead: boolean; hasHandedIn: boolean }

export type FamilyWish = {
  id: string
  text: string
  version: number
  changedBy: DoneBy | null
  /** A goal of the experts serves it already, or it goes on from an earlier period: it stays. */
  isServed: boolean
}

export type FamilyQuestion = {
  id: string
  text: string
  askedBy: DoneBy
  answer: { text: string; by: string; at: string } | null
}

/** A goal that a service serves, with the parents' wish behind it where there is one. */
export type ServedGoal = { id: string; text: string; wish: string | null }

export type FamilyService = {
  id: string
  serviceId: string
  name: BothLanguages
  unit: Unit
  units: number
  minimumUnits: number
  mode: Mode | null
  sessionsPerWeek: number | null
  beneficiary: Beneficiary
  reason: BothLanguages
  explanation: BothLanguages
  /** Who pays when it is not the individual budget. */
  otherPayer: BothLanguages | null
  expertHalfRank: number | null
  parentHalfRank: number | null
  goals: ServedGoal[]
  /** Those who marked it as understood after its explanation last changed. */
  understoodBy: DoneBy[]
  questions: FamilyQuestion[]
}

export type FamilyRanking = {
  version: number
  changedBy: DoneBy | null
  handedIn: DoneBy | null
  /** Handed in by the social worker as the family told it; null when a guardian did. */
  told: ToldOrder | null
}

export type FamilyAssessment = {
  id: string
  periodId: string
  /** The period it is about; the last day is included. */
  startsOn: string
  lastDay: string
  wishesDue: string | null
  expertsDue: string | null
  rankingDue: string | null
  goalsAgreedAt: string | null
  /** The experts' order is fixed and the services are open to the family. */
  proposedAt: string | null
  completedAt: string | null
  guardians: TakingPart[]
  experts: InvitedExpert[]
  wishes: FamilyWish[]
  /** Empty before the proposal: what experts still write is not the family's to read yet. */
  services: FamilyService[]
  ranking: FamilyRanking
}

export type FamilyChild = { id: string; givenName: string; municipalityId: string }

export const longestWish = 1000
export const mostWishes = 20
export const longestQuestion = 1000

/** The services that ask for money of the individual budget, in the experts' order: those the family ranks. */
export function servicesToRank(services: readonly FamilyService[]): FamilyService[] {
  return services
    .filter((service) => service.otherPayer === null)
    .toSorted(
      (one, other) =>
        (one.expertHalfRank ?? Number.MAX_SAFE_INTEGER) - (other.expertHalfRank ?? Number.MAX_SAFE_INTEGER),
    )
}

/** The proposed services as a plan is computed from them, with the family's ranks given. */
export function entriesToFund(
  services: readonly FamilyService[],
  parentRanks: ReadonlyMap<string, number>,
): AssessedServiceEntry[] {
  return servicesToRank(services).map((service) => ({
    payer: 'individual-budget',
    serviceId: service.serviceId,
    expertHalfRank: service.expertHalfRank ?? 0,
    parentHalfRank: parentRanks.get(service.serviceId) ?? 0,
    units: service.units,
    minimumUnits: service.minimumUnits,
    mode: service.mode,
    sessionsPerWeek: service.sessionsPerWeek,
    beneficiary: service.beneficiary,
    reason: service.reason,
    explanation: service.explanation,
  }))
}
