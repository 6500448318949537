import type { AssessmentTab, SeatRole } from './seat.ts'
import type { Stage } from './stage.ts'

/** Above every staff page of one assessment. Days as "2026-11-24". */
export type AssessmentHead = {
  assessmentId: string
  childId: string
  periodId: string
  childName: string
  startsOn: string
  lastDay: string
  stage: Stage
  /** The actor's own part. */
  role: Exclude<SeatRole, 'guardian'>
  tabs: readonly AssessmentTab[]
}
