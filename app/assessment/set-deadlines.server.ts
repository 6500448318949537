import { lockSeat } from '#app/assessment/find-seat.server.ts'
import type { DeadlineProblem, Deadlines } from '#app/assessment/rules/deadlines.ts'
import { problemsOfDeadlines } from '#app/assessment/rules/deadlines.ts'
import { runsAssessment } from '#app/assessment/rules/seat.ts'
import { findDeadlines, writeDeadlines } from '#app/assessment/team-store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'

export type SetDeadlinesRefusal =
  | { kind: 'not-found' }
  | { kind: 'completed' }
  | { kind: 'deadlines'; problems: readonly DeadlineProblem[] }

/** Moves the last days of an assessment that is not completed; reminders follow the new ones. */
export async function setDeadlines(
  ctx: Context,
  { assessmentId, ...deadlines }: Deadlines & { assessmentId: string },
): Promise<Result<{ assessmentId: string }, SetDeadlinesRefusal>> {
  return transact<{ assessmentId: string }, SetDeadlinesRefusal>(ctx, async (tx) => {
    const seat = await lockSeat(ctx, tx, assessmentId)
    if (seat === null || !runsAssessment(seat.role)) return refuse({ kind: 'not-found' })
    if (seat.isCompleted) return refuse({ kind: 'completed' })
    const before = await findDeadlines(tx, assessmentId)
    const problems = problemsOfDeadlines(deadlines, { today: dateOf(ctx.clock.now()), before })
    if (problems.length > 0) return refuse({ kind: 'deadlines', problems })
    await writeDeadlines(tx, assessmentId, deadlines)
    await recordAudit(ctx, tx, { action: 'assessment.deadlines', subject: { kind: 'assessment', id: assessmentId } })
    return accept({ assessmentId })
  })
}
