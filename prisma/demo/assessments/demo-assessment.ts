import type { ExpertProfession, Mode } from '#app/platform/db/generated/enums.ts'
import type { BothLanguages, ServiceCode } from '../catalogue.ts'

/** What one expert found in a chapter of the ICF: qualifier 0 to 4, what the child can, what it needs. */
export type DemoFinding = { code: string; qualifier: number; strength?: string; need?: string }

export type DemoExpert = {
  /** Their key among the staff. */
  key: string
  profession: ExpertProfession
  isLead?: boolean
  strengths: string
  needs: string
  conclusion: string
  findings: readonly DemoFinding[]
  /** Services in their own order, best first; those of one group are tied. */
  order: readonly (readonly ServiceCode[])[]
}

export type DemoGoal = {
  horizon: 'long_term' | 'short_term'
  text: string
  /** A long-term goal serves the wish of this place, a short-term one the long-term goal of this place; from 0. */
  serves: number
  weight?: number
  baseline?: number
  /** From -2 to +2. */
  levels?: readonly [string, string, string, string, string]
}

export type DemoAssessedService = {
  service: ServiceCode
  units: number
  minimum: number
  perWeek?: number
  mode?: Mode
  reason: BothLanguages
  /** The short-term goals it serves, by their place among the goals. */
  goals: readonly number[]
}

/** One assessment, as far as its people have come. What is left out has not happened yet. */
export type DemoAssessment = {
  child: string
  wishes: readonly string[]
  experts: readonly DemoExpert[]
  goals: readonly DemoGoal[]
  services: readonly DemoAssessedService[]
  covered?: readonly { service: ServiceCode; payer: BothLanguages }[]
  /** Why the lead's order differs from the team's. */
  proposalReason?: string
  /** The parents' order, best first. */
  parentOrder?: readonly (readonly ServiceCode[])[]
}
