import { findFamilyPage } from '#app/insight/family-list-store.server.ts'
import type { FamilyQuestion } from '#app/insight/family-list-store.server.ts'
import type { FamilyList } from '#app/insight/rules/family-row.ts'
import type { Context } from '#app/people/context.server.ts'
import { longestSearch } from '#app/people/kept-search.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { dateOf } from '#app/platform/time.ts'

const pageSize = 20

/**
 * The families in the actor's scope with the money of their present period. A page past the end answers the last one.
 * One statement, and the entry that says that a list with children's names was read.
 */
export async function listFamilies(
  ctx: Context,
  question: Pick<FamilyQuestion, 'search' | 'filter' | 'sort' | 'page'>,
): Promise<FamilyList> {
  // A search longer than any name finds nothing; it is cut, so that it cannot grow the statement.
  const search = question.search.trim().slice(0, longestSearch)
  const today = dateOf(ctx.clock.now())
  return read(ctx, async (tx) => {
    const { rows, counts } = await findFamilyPage(ctx, tx, { ...question, search, today, pageSize })
    const total = counts[question.filter]
    const page = Math.min(question.page, Math.max(1, Math.ceil(total / pageSize)))
    if (ctx.actor.municipalityId !== null) {
      const subject = { kind: 'municipality', id: ctx.actor.municipalityId }
      await recordAudit(ctx, tx, { action: 'families.list', subject })
    }
    return { rows, total, page, pageSize, counts }
  })
}
