import { hasService, insertQuestion, lockFamilyAssessment } from '#app/assessment/family-answers-store.server.ts'
import { longestQuestion } from '#app/assessment/rules/family-view.ts'
import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type AskQuestionInput = { childId: string; assessedServiceId: string; text: string }
export type AskQuestionRefusal =
  | { kind: 'not-found' }
  | { kind: 'completed' }
  | { kind: 'empty' }
  | { kind: 'too-long'; longest: number }

/** A guardian asks the experts something beside a proposed service. Both guardians read question and answer. */
export async function askQuestion(
  ctx: Context,
  { childId, assessedServiceId, ...input }: AskQuestionInput,
): Promise<Result<{ questionId: string }, AskQuestionRefusal>> {
  if (ctx.actor.role !== 'guardian') return refuse({ kind: 'not-found' })
  const text = input.text.trim()
  if (text.length > longestQuestion) return refuse({ kind: 'too-long', longest: longestQuestion })

  return transact<{ questionId: string }, AskQuestionRefusal>(ctx, async (tx) => {
    const assessment = await lockFamilyAssessment(ctx, tx, childId)
    if (assessment === null) return refuse({ kind: 'not-found' })
    const isTheirs = await hasService(tx, assessment.assessmentId, assessedServiceId)
    if (!isTheirs || !(assessment.isProposed || assessment.isCompleted)) return refuse({ kind: 'not-found' })
    if (assessment.isCompleted) return refuse({ kind: 'completed' })
    if (text === '') return refuse({ kind: 'empty' })
    const { personId } = ctx.actor
    const at = ctx.clock.now()
    const { municipalityId } = assessment
    const questionId = await insertQuestion(tx, municipalityId, { assessedServiceId, personId, text, at })
    await emit(tx, { type: 'question.asked', municipalityId, subjectId: questionId, personId, at })
    return accept({ questionId })
  })
}
