import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { loadChildPeriods } from '#app/plan/get-support-plan.server.ts'
import type { PeriodView } from '#app/plan/rules/plan-view.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { dateOf } from '#app/platform/time.ts'
import { findPeriodState, listGoalsOfPeriod, listNotesOfPeriod } from './goal-view-store.server.ts'
import type { EvaluationWindow } from './rules/family-evaluation.ts'
import { evaluationWindow } from './rules/family-evaluation.ts'
import type { NextAssessmentProblem } from './rules/next-assessment.ts'
import { nextAssessmentProblem } from './rules/next-assessment.ts'
import type { GoalProgress, NoteView } from './rules/note-view.ts'
import { notesFor, observesAs } from './rules/who-reads-notes.ts'

export const notesAPage = 20

/** Which child, period (null: the present one), goal (null: all notes) and page; all claims of a browser. */
export type TimelineQuestion = { childId: string; periodId: string | null; goalId: string | null; page: number }

export type GoalTimeline = {
  child: { id: string; givenName: string; familyName: string }
  periods: PeriodView[]
  shown: PeriodView | null
  today: string
  goals: GoalProgress[]
  /** The goal whose notes are listed; null lists all. */
  goalId: string | null
  notes: NoteView[]
  paging: { page: number; pageSize: number; total: number }
  /** Null when the actor only reads, or when the period has not begun. */
  writing: { firstDay: string; lastDay: string } | null
  hasPlan: boolean
  evaluation: EvaluationWindow & { hasHandedIn: boolean }
  next: { assessmentId: string | null; problem: NextAssessmentProblem | null }
}

/**
 * The goals of a child's period with every mark, and a page of the notes. Null when the child is not the actor's to
 * see, or notes are not theirs to read (`notesFor`). Readings by staff are written down. Four statements.
 */
export async function getGoalTimeline(ctx: Context, question: TimelineQuestion): Promise<GoalTimeline | null> {
  const { role, personId } = ctx.actor
  if (notesFor(role) !== 'all') return null
  const now = dateOf(ctx.clock.now())
  const today = now.toString()
  return read(ctx, async (tx) => {
    const found = await loadChildPeriods(ctx, tx, question)
    if (found === null) return null
    const { child, periods, shown } = found
    const basis = { child, periods, shown, today }
    if (role !== 'guardian') {
      await recordAudit(ctx, tx, { action: 'notes.read', subject: { kind: 'child', id: child.id } })
    }
    if (shown === null) return { ...basis, ...nothing }
    const goals = await listGoalsOfPeriod(tx, shown.id, { isFamily: role === 'guardian' })
    const goalId = goals.find(({ id }) => id === question.goalId)?.id ?? null
    const list = { childId: child.id, firstDay: shown.startsOn, lastDay: shown.lastDay, goalId, readerId: personId }
    const rows = await listNotesOfPeriod(tx, { ...list, page: question.page, pageSize: notesAPage })
    const state = await findPeriodState(tx, { periodId: shown.id, readerId: personId })
    const endsBefore = Temporal.PlainDate.from(shown.lastDay).add({ days: 1 })
    const following = { endsBefore, hasPlan: state?.hasPlan ?? false, isFollowed: state?.isFollowed ?? false }
    return {
      ...basis,
      goals,
      goalId,
      notes: rows.map(({ note }) => note),
      paging: { page: question.page, pageSize: notesAPage, total: rows[0]?.total ?? 0 },
      writing:
        observesAs(role) === null || shown.startsOn > today
          ? null
          : { firstDay: shown.startsOn, lastDay: shown.lastDay < today ? shown.lastDay : today },
      hasPlan: following.hasPlan,
      evaluation: {
        ...evaluationWindow({ endsBefore, today: now, isLookedBack: state?.isLookedBack ?? false }),
        hasHandedIn: state?.hasHandedIn ?? false,
      },
      next: { assessmentId: state?.nextAssessmentId ?? null, problem: nextAssessmentProblem(following, now) },
    }
  })
}

const nothing = {
  goals: [],
  goalId: null,
  notes: [],
  paging: { page: 1, pageSize: notesAPage, total: 0 },
  writing: null,
  hasPlan: false,
  evaluation: { state: 'closed', hasHandedIn: false },
  next: { assessmentId: null, problem: { kind: 'no-plan' } },
} satisfies Partial<GoalTimeline>
