import type { BothLanguages, Mode } from '#app/assessment/rules/assessed-result.ts'
import type { AssessmentNotice } from '#app/plan/rules/family-ranking-view.ts'
import type { ChildPeriods, PeriodMoney } from '#app/plan/rules/plan-view.ts'
import type { Cents } from '#app/platform/money.ts'

/** Where a session takes place; `place` names the provider's site, minutes are an estimate by car from home. */
export type SessionPlace = { mode: Mode; place: BothLanguages | null; minutesByCar: number | null }

export type SessionState = 'booked' | 'cancelled' | 'delivered' | 'not_attended'

/** What the guardian still has to say about a session, or what they said. */
export type AnswerState = 'awaiting' | 'accepted' | 'objected' | 'rejected' | 'waived'

export type SessionView = SessionPlace & {
  bookingId: string
  service: BothLanguages
  specialist: string
  provider: string
  startsAt: string
  endsAt: string
  /** Moving and cancelling are free until here; later only cancelling is possible, at a price. */
  freeUntil: string
  state: SessionState
  /** The child takes part: counts towards the week's load; assistants and transport do not. */
  isAttended: boolean
  price: Cents
  deliveryId: string | null
  answer: AnswerState | null
}

/** Something that waits for the guardian, the most pressing first. */
export type Task =
  | {
      kind: 'answer'
      deliveryId: string
      what: 'delivered' | 'not_attended' | 'late_cancellation'
      service: BothLanguages
      startsAt: string
      amount: Cents
      /** Asked above what was reserved: needs the guardian's consent. */
      extra: Cents
    }
  | { kind: 'settled'; deliveryId: string; service: BothLanguages; startsAt: string; amount: Cents }
  | { kind: 'cancelled-on-you'; bookingId: string; budgetLineId: string; service: BothLanguages; startsAt: string }
  | { kind: 'money-left'; available: Cents; lastDay: string; daysLeft: number }
  | { kind: 'nearly-out'; available: Cents; lastDay: string }

export type FamilyHome = ChildPeriods & {
  /** Epoch milliseconds: the page says "today" as of then. */
  now: number
  money: PeriodMoney | null
  hasPlan: boolean
  next: SessionView | null
  /** Live sessions of this week, Monday to Sunday. */
  week: SessionView[]
  sessionsToday: number
  tasks: Task[]
  /** The way to the next plan, while there is one to go. */
  notice: AssessmentNotice | null
}
