import type { DeadlineKey, DeadlineProblem } from '#app/assessment/rules/deadlines.ts'
import { m } from '#app/paraglide/messages.js'

export function deadlineLabel(key: DeadlineKey): string {
  switch (key) {
    case 'wishesDue':
      return m.assessment_due_wishes()
    case 'expertsDue':
      return m.assessment_due_experts()
    case 'rankingDue':
      return m.assessment_due_ranking()
  }
}

export function deadlineProblemText({ problem }: DeadlineProblem): string {
  switch (problem) {
    case 'past':
      return m.assessment_error_due_past()
    case 'before-the-one-before':
      return m.assessment_error_due_order()
    case 'far-off':
      return m.assessment_error_due_far()
  }
}
