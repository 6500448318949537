import { m } from '#app/paraglide/messages.js'
import type { Context } from '#app/people/context.server.ts'
import { drawDecision } from '#app/plan/draw-decision.server.ts'
import { getFamilyDecision, getPlanFile, readFamilyDecision } from '#app/plan/get-plan-file.server.ts'
import type { PlanFile } from '#app/plan/rules/plan-file.ts'
import { decisionDocument } from '#app/plan/ui/decision-words.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { toDate } from '#app/platform/time.ts'

export type WrittenDecision = { pdf: Buffer; name: string }

/**
 * The decision about a plan, or its draft, as an accessible PDF in Latvian or English. The name of the file is the
 * number of the decision: files travel, so it names nobody. Only who may read the plan gets it, and a family only the
 * plan of the child that it names.
 */
export async function writeDecision(
  ctx: Context,
  { planId, childId, language }: { planId: string; childId?: string; language: 'lv' | 'en' },
): Promise<Result<WrittenDecision, { kind: 'not-found' }>> {
  const file = await findFile(ctx, { planId, childId })
  if (file === null || !isDocument(file)) return refuse({ kind: 'not-found' })
  const document = decisionDocument(file, language)
  const pdf = await drawDecision(document, {
    createdAt: toDate(ctx.clock.now()),
    footer: (page, pages) => m.decision_pdf_footer({ title: document.title, page, pages }, { locale: language }),
  })
  return accept({ pdf, name: `${nameOf(file)}.pdf` })
}

function findFile(ctx: Context, { planId, childId }: { planId: string; childId: string | undefined }) {
  if (ctx.actor.role !== 'guardian') return getPlanFile(ctx, { planId })
  return childId === undefined ? readFamilyDecision(ctx, { planId }) : getFamilyDecision(ctx, { childId, planId })
}

/** What is not offered for signing is no document yet. */
function isDocument({ head }: PlanFile): boolean {
  return head.state !== 'draft' || head.sealedAt !== null
}

function nameOf({ head: { decisionYear, decisionNumber } }: PlanFile): string {
  return decisionNumber === null ? 'plana-projekts' : `lemums-${decisionYear}-${decisionNumber}`
}
