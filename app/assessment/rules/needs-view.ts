import type { BothLanguages } from '#app/assessment/rules/assessed-result.ts'
import type { DraftGap, ServiceDraft } from '#app/assessment/rules/needed-service.ts'
import type { Unit } from '#app/platform/quantity.ts'

/** A service of the list with what it costs by the price caps of the day and what it still lacks. Sums in cents. */
export type NeededServiceView = ServiceDraft & {
  readonly id: string
  readonly serviceId: string
  readonly name: BothLanguages
  readonly unit: Unit
  readonly version: number
  readonly changedBy: string | null
  readonly changedAt: string | null
  /** Null when no price cap of the municipality covers it, and when somebody else pays. */
  readonly unitPrice: number | null
  readonly cost: number | null
  readonly gaps: readonly DraftGap[]
  readonly questions: number
  readonly openQuestions: number
  readonly understoodBy: number
}

/** A question of a parent beside a service, with its answer once there is one. */
export type QuestionView = {
  readonly id: string
  readonly text: string
  readonly askedBy: string
  readonly askedAt: string
  readonly answer: string | null
  readonly answeredBy: string | null
  readonly answeredAt: string | null
}

/** Whether the list can be changed by its reader, and if not, why. */
export type NeedsState = 'open' | 'proposed' | 'completed' | 'reading'
