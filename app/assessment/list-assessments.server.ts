import { findAssessmentPage } from '#app/assessment/assessment-list-store.server.ts'
import type { AssessmentQuestion } from '#app/assessment/assessment-list-store.server.ts'
import type { AssessmentList } from '#app/assessment/rules/assessment-row.ts'
import { mayAssess } from '#app/assessment/rules/who-assesses.ts'
import type { Context } from '#app/people/context.server.ts'
import { longestSearch } from '#app/people/kept-search.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { dateOf } from '#app/platform/time.ts'

const pageSize = 20

/**
 * The assessments that the actor works on, with the one who is waited for and until when. A page past the end answers
 * the last one. Null for those who work on none.
 */
export async function listAssessments(
  ctx: Context,
  question: Pick<AssessmentQuestion, 'search' | 'filter' | 'sort' | 'page'>,
): Promise<AssessmentList | null> {
  const { municipalityId, role } = ctx.actor
  if (municipalityId === null || !mayAssess(role)) return null
  const search = question.search.trim().slice(0, longestSearch)
  const today = dateOf(ctx.clock.now())
  return read(ctx, async (tx) => {
    const { rows, counts } = await findAssessmentPage(ctx, tx, { ...question, search, today, pageSize })
    const total = counts[question.filter]
    const page = Math.min(question.page, Math.max(1, Math.ceil(total / pageSize)))
    await recordAudit(ctx, tx, { action: 'assessments.list', subject: { kind: 'municipality', id: municipalityId } })
    return { rows, total, page, pageSize, counts }
  })
}
