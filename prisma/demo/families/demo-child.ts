import type { GuardianKind, Mode } from '#app/platform/db/generated/enums.ts'
import type { BothLanguages, ServiceCode } from '../catalogue.ts'
import type { MunicipalityKey } from '../municipalities.ts'

/** One service of the assessment: what experts and parents said about it. */
export type DemoNeed = {
  service: ServiceCode
  /** Place on the experts' and on the parents' list, from 1. */
  expert: number
  parent: number
  units: number
  minimum?: number
  /** Left out when any way of giving it will do. */
  mode?: Mode
  perWeek?: number
  /** In this child's own case; otherwise the catalogue's words. */
  reason?: BothLanguages
}

/** A service that somebody else pays for. */
export type DemoCovered = { service: ServiceCode; payer: BothLanguages }

/** What the family books again and again. */
export type DemoHabit = {
  offering: string
  specialist: string
  weekday: number
  /** Wall-clock time; the planner tries an hour later or earlier when that is taken. */
  at: string
  /** For hours: how long. */
  minutes?: number
  everyWeeks?: number
  /** The first week of the period in which they go. */
  fromWeek?: number
  /** How many weeks from today are booked already; 2 when left out. */
  weeksAhead?: number
  /** At most so many in the period. */
  most?: number
}

/** Something that went another way than planned, about so many days ago. */
export type DemoIncident = {
  offering: string
  daysAgo: number
  what:
    | 'objected'
    | 'objection-dismissed'
    | 'objection-upheld'
    | 'objection-lowered'
    | 'cancelled-late'
    | 'cancelled-in-time'
    | 'cancelled-by-provider'
    | 'not-attended'
    | 'ill-with-note'
    | 'shorter'
    | 'longer'
}

export type DemoGuardian = {
  /** Where a specialist has the same key, it is the same person under two hats. */
  key: string
  givenName: string
  familyName: string
  kind: GuardianKind
  locale?: 'lv' | 'en'
}

/** A child and those who care for it, whatever has become of its budget so far. */
export type DemoFamily = {
  key: string
  municipality: MunicipalityKey
  givenName: string
  familyName: string
  /** Full years; children keep their age whenever the demo is loaded. */
  age: number
  home: { town: string; latitude: number; longitude: number }
  travelLimitMinutes?: number
  sessionsPerWeekLimit?: number
  safetyNote?: string
  sessionNeeds?: string
  guardians: readonly [DemoGuardian, ...DemoGuardian[]]
  socialWorker: string
}

/** A child with an approved plan, and half a year of sessions. */
export type DemoChild = DemoFamily & {
  periodEndsSoon?: boolean
  /** The parents' wishes, then what experts and parents agreed; the n-th goal serves the n-th wish. */
  wishes: readonly string[]
  longTerm: readonly string[]
  shortTerm: readonly string[]
  needs: readonly DemoNeed[]
  covered?: readonly DemoCovered[]
  habits: readonly DemoHabit[]
  /**
   * Takes place whatever day the demo is loaded on: the day before yesterday, which waits for the family; yesterday,
   * which the specialist has not confirmed yet; and today or tomorrow.
   */
  aroundToday?: Pick<DemoHabit, 'offering' | 'specialist' | 'at' | 'minutes'>
  incidents?: readonly DemoIncident[]
}
