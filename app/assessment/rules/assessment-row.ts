import type { Stage } from './stage.ts'

/** What a list of assessments can be narrowed to: whose turn it is, or what waits for the actor. */
export const assessmentFilters = ['open', 'mine', 'family', 'experts', 'plan', 'approved'] as const
export type AssessmentFilter = (typeof assessmentFilters)[number]

export const assessmentSortColumns = ['name', 'due', 'opened'] as const
export type AssessmentSortColumn = (typeof assessmentSortColumns)[number]

/** One assessment in the list. Days as "2026-11-24". */
export type AssessmentRow = {
  assessmentId: string
  childName: string
  startsOn: string
  lastDay: string
  stage: Stage
  lead: string | null
  /** The last day of what is waited for; null where there is none. */
  dueOn: string | null
  /** Days from today; 0 is today, negative is overdue. */
  daysLeft: number | null
  /** The actor has something to do. */
  isMine: boolean
}

export type AssessmentList = {
  rows: AssessmentRow[]
  counts: Record<AssessmentFilter, number>
  total: number
  page: number
  pageSize: number
}
