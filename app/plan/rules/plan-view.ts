import type { Beneficiary, BothLanguages, GoalHorizon, Mode } from '#app/assessment/rules/assessed-result.ts'
import type { Cents } from '#app/platform/money.ts'
import type { Hundredths, Unit } from '#app/platform/quantity.ts'

/*
 * What the pages of a family show of a period, its money and its plan. Days are texts, "2026-11-24", instants are ISO
 * texts, so that loaders can hand all of it to the browser.
 */

export type PeriodPhase = 'upcoming' | 'running' | 'over'

export type PeriodView = {
  id: string
  startsOn: string
  /** Included. */
  lastDay: string
  phase: PeriodPhase
  /** Days passed of all days, today not counted; 0 to 100. */
  elapsedPercent: number
  /** Today counted; 0 when it is over. */
  daysLeft: number
}

export type Contact = { name: string; phone: string | null; email: string | null }

/** The child whose plan it is, with every period there is, newest first, and the one shown. */
export type ChildPeriods = {
  child: { id: string; givenName: string; familyName: string; sessionsPerWeekLimit: number | null }
  periods: PeriodView[]
  /** Null while no period was ever opened. */
  shown: PeriodView | null
  /** The family's social worker. */
  worker: Contact | null
}

/** Where the money of a period or line is, as a family thinks of it: what is on its way to a provider is delivered. */
export type MoneyView = { available: Cents; reserved: Cents; delivered: Cents; paid: Cents }

export type PeriodMoney = MoneyView & {
  /** unassigned + available + reserved + delivered + paid. */
  allocated: Cents
  unassigned: Cents
  lines: LineMoney[]
}

export type UnitsView = {
  approved: Hundredths
  booked: Hundredths
  delivered: Hundredths
  paid: Hundredths
  left: Hundredths
}

/** One service with money in the period, in priority order. */
export type LineMoney = {
  budgetLineId: string
  name: BothLanguages
  unit: Unit
  unitPrice: Cents
  money: MoneyView
  units: UnitsView
  /** Within delivered and paid: asked for missed and late-cancelled sessions, which give no units. */
  fees: Cents
}

export type RankedLineView = {
  id: string
  position: number
  name: BothLanguages
  unit: Unit
  expertHalfRank: number
  parentHalfRank: number
  scoreTwentieths: number
  askedUnits: number
  minimumUnits: number
  unitPrice: Cents
  fundedUnits: number
  funded: Cents
  leftBefore: Cents
  outcome: 'full' | 'partly' | 'not_funded'
  mode: Mode | null
  sessionsPerWeek: number | null
  beneficiary: Beneficiary
  reason: BothLanguages
  explanation: BothLanguages
  budgetLineId: string | null
  /** Why the version at hand changed it; null where it did not. */
  changeReason: string | null
}

/** A service that a revision added: nobody ranked it. */
export type AddedLineView = Pick<
  RankedLineView,
  | 'id'
  | 'position'
  | 'name'
  | 'unit'
  | 'unitPrice'
  | 'fundedUnits'
  | 'funded'
  | 'mode'
  | 'sessionsPerWeek'
  | 'beneficiary'
  | 'reason'
  | 'explanation'
  | 'budgetLineId'
  | 'changeReason'
>

export type CoveredLineView = {
  id: string
  name: BothLanguages
  payer: BothLanguages
  reason: BothLanguages
  explanation: BothLanguages
}

export type GoalView = { id: string; horizon: GoalHorizon; text: string; servesId: string | null }

/** What a plan says, whether it is only previewed, waits for signatures or is in force. */
export type PlanContent = {
  /** Made by a revision: its sums follow that decision and no longer the way down the list alone. */
  isRevised: boolean
  expertTenths: number
  parentTenths: number
  budget: Cents
  /** Left when the plan was made; what is unassigned today stands with the money. */
  unassigned: Cents
  ranked: RankedLineView[]
  added: AddedLineView[]
  covered: CoveredLineView[]
  goals: GoalView[]
}

export type PlanView = PlanContent & { id: string; version: number; approvedAt: string }

export type SupportPlanView = ChildPeriods & { plan: PlanView | null; money: PeriodMoney | null }
