import { lockSeat } from '#app/assessment/find-seat.server.ts'
import { isId } from '#app/assessment/needs-store.server.ts'
import { lockQuestion, writeAnswer } from '#app/assessment/question-store.server.ts'
import { longestText } from '#app/assessment/rules/needed-service.ts'
import { listsServices } from '#app/assessment/rules/who-plans.ts'
import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type AnswerQuestionInput = { assessmentId: string; questionId: string; answer: string }
export type AnswerQuestionRefusal =
  | { kind: 'not-found' }
  | { kind: 'completed' }
  | { kind: 'empty' }
  | { kind: 'too-long'; longest: number }
  | { kind: 'already-answered' }

/** Answers what a parent asked beside a service. One answer a question: of two at once, the second reads the first's. */
export async function answerQuestion(
  ctx: Context,
  { assessmentId, questionId, ...input }: AnswerQuestionInput,
): Promise<Result<{ questionId: string }, AnswerQuestionRefusal>> {
  const answer = input.answer.trim()
  return transact<{ questionId: string }, AnswerQuestionRefusal>(ctx, async (tx) => {
    const seat = await lockSeat(ctx, tx, assessmentId)
    if (seat === null || !listsServices(seat.role) || !isId(questionId)) return refuse({ kind: 'not-found' })
    const question = await lockQuestion(tx, { assessmentId, questionId })
    if (question === null) return refuse({ kind: 'not-found' })
    if (seat.isCompleted) return refuse({ kind: 'completed' })
    if (question.isAnswered) return refuse({ kind: 'already-answered' })
    if (answer === '') return refuse({ kind: 'empty' })
    if (answer.length > longestText) return refuse({ kind: 'too-long', longest: longestText })

    const { personId } = ctx.actor
    const at = ctx.clock.now()
    await writeAnswer(tx, { questionId, answer, personId, at })
    const { municipalityId } = seat
    await emit(tx, { type: 'question.answered', municipalityId, subjectId: questionId, personId, at })
    return accept({ questionId })
  })
}
