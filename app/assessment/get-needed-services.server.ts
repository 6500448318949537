import { loadAssessmentHead } from '#app/assessment/get-assessment-head.server.ts'
import type { StoredService } from '#app/assessment/needs-store.server.ts'
import { findPolicyBudget, listCatalogue, listGoals, listServices } from '#app/assessment/needs-store.server.ts'
import { listQuestions } from '#app/assessment/question-store.server.ts'
import type { AssessmentHead } from '#app/assessment/rules/assessment-head.ts'
import { draftGaps, unitPriceOf } from '#app/assessment/rules/needed-service.ts'
import type { NeededServiceView, NeedsState } from '#app/assessment/rules/needs-view.ts'
import { listsServices } from '#app/assessment/rules/who-plans.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { dateOf } from '#app/platform/time.ts'

/** The services of an assessment, the rest of the catalogue and the budget to hold them against; null when not theirs. */
export async function getNeededServices(ctx: Context, { assessmentId }: { assessmentId: string }) {
  return read(ctx, async (tx) => {
    const page = await loadPage(ctx, tx, assessmentId)
    if (page === null) return null
    const { municipalityId } = ctx.actor
    if (municipalityId === null) return null
    const on = dateOf(ctx.clock.now())
    const catalogue = await listCatalogue(tx, { assessmentId, municipalityId, on })
    const budget = await findPolicyBudget(tx, { municipalityId, on })
    return { ...page, catalogue, budget }
  })
}

/** One service with its goals and the parents' questions; null when not theirs or not on the list. */
export async function getNeededService(
  ctx: Context,
  { assessmentId, serviceId }: { assessmentId: string; serviceId: string },
) {
  return read(ctx, async (tx) => {
    const page = await loadPage(ctx, tx, assessmentId)
    const service = page?.services.find((one) => one.serviceId === serviceId)
    if (page === null || service === undefined) return null
    const goals = await listGoals(tx, assessmentId)
    const questions = await listQuestions(tx, service.id)
    return {
      head: page.head,
      state: page.state,
      service,
      caps: page.caps.get(serviceId) ?? [],
      weeks: weeksOf(page.head),
      goals,
      questions,
    }
  })
}

/** Weeks of the period, rounded: what a number of times a week is multiplied with. */
function weeksOf({ startsOn, lastDay }: AssessmentHead): number {
  const days = Temporal.PlainDate.from(startsOn).until(lastDay, { largestUnit: 'day' }).days + 1
  return Math.round(days / 7)
}

async function loadPage(ctx: Context, tx: Tx, assessmentId: string) {
  const head = await loadAssessmentHead(ctx, tx, assessmentId)
  if (head === null) return null
  const stored = await listServices(tx, { assessmentId, on: dateOf(ctx.clock.now()) })
  await recordAudit(ctx, tx, { action: 'assessment.read', subject: { kind: 'assessment', id: assessmentId } })
  return {
    head,
    state: stateOf(head),
    services: stored.map(viewOf),
    caps: new Map(stored.map((service) => [service.serviceId, service.caps])),
  }
}

function stateOf({ stage, role }: AssessmentHead): NeedsState {
  switch (stage) {
    case 'wishes':
    case 'assessing':
    case 'goals':
    case 'services':
      return listsServices(role) ? 'open' : 'reading'
    case 'proposed':
    case 'ranked':
      return 'proposed'
    case 'completed':
    case 'sealed':
    case 'signed':
    case 'approved':
      return 'completed'
  }
}

function viewOf(stored: StoredService): NeededServiceView {
  const { caps, catalogueOrder: _order, changedById: _changedById, expertHalfRank: _rank, ...service } = stored
  const unitPrice = service.payer === 'others' ? null : unitPriceOf(caps, service.mode)
  return {
    ...service,
    unitPrice,
    cost: unitPrice === null ? null : unitPrice * service.units,
    gaps: draftGaps(service),
  }
}
