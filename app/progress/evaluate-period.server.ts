import type { Context } from '#app/people/context.server.ts'
import { loadChildPeriods } from '#app/plan/get-support-plan.server.ts'
import type { PeriodView } from '#app/plan/rules/plan-view.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { read, transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'
import type { StoredEvaluation } from './evaluation-store.server.ts'
import { findEvaluation, saveEvaluation } from './evaluation-store.server.ts'
import { findPeriodState } from './goal-view-store.server.ts'
import type {
  EvaluationAnswers,
  EvaluationQuestion,
  EvaluationText,
  EvaluationWindow,
  EvaluationWords,
} from './rules/family-evaluation.ts'
import { evaluationTexts, evaluationWindow, longestEvaluationText, unanswered } from './rules/family-evaluation.ts'

/** `periodId` null: the period that is near its end or over, else the present one. Both are claims of a browser. */
export type EvaluationOf = { childId: string; periodId: string | null }

export type EvaluationView = {
  child: { id: string; givenName: string }
  periods: PeriodView[]
  shown: PeriodView | null
  window: EvaluationWindow
  /** The actor's own; null while nothing of it is saved. */
  evaluation: StoredEvaluation | null
}

/** A guardian's own evaluation of a period of their child. Null for anybody else. Three statements. */
export async function getEvaluation(ctx: Context, question: EvaluationOf): Promise<EvaluationView | null> {
  if (ctx.actor.role !== 'guardian') return null
  return read(ctx, async (tx) => {
    const found = await loadOwnPeriod(ctx, tx, question)
    if (found === null) return null
    const { child, periods, shown, window } = found
    const { personId } = ctx.actor
    const evaluation = shown === null ? null : await findEvaluation(tx, { periodId: shown.id, personId })
    return { child: { id: child.id, givenName: child.givenName }, periods, shown, window, evaluation }
  })
}

export type EvaluatePeriodInput = EvaluationAnswers &
  EvaluationWords & { childId: string; periodId: string; version: number; isSubmitted: boolean }

export type EvaluatePeriodRefusal =
  | { kind: 'not-found' }
  | { kind: 'not-open'; window: EvaluationWindow }
  | { kind: 'too-long'; fields: readonly EvaluationText[]; most: number }
  /** Asked when it is handed in; a draft may be of any length. */
  | { kind: 'unanswered'; questions: readonly EvaluationQuestion[] }
  | { kind: 'already-submitted' }
  /** Saved in another window meanwhile: how it stands now. */
  | { kind: 'changed-meanwhile'; evaluation: StoredEvaluation }

/**
 * Saves a guardian's evaluation of a period as far as it is written, or hands it in, from when on it stays. Each
 * guardian writes one; two windows never overwrite each other (`version` is the one that was read, 0 for none).
 */
export async function evaluatePeriod(
  ctx: Context,
  { childId, periodId, version, isSubmitted, ...given }: EvaluatePeriodInput,
): Promise<Result<{ version: number; savedAt: string }, EvaluatePeriodRefusal>> {
  const { municipalityId, role, personId } = ctx.actor
  if (municipalityId === null || role !== 'guardian') return refuse({ kind: 'not-found' })
  const at = ctx.clock.now()

  return transact<{ version: number; savedAt: string }, EvaluatePeriodRefusal>(ctx, async (tx) => {
    const found = await loadOwnPeriod(ctx, tx, { childId, periodId })
    if (found?.shown?.id !== periodId) return refuse({ kind: 'not-found' })
    if (found.window.state !== 'open') return refuse({ kind: 'not-open', window: found.window })
    const long = evaluationTexts.filter((text) => given[text].length > longestEvaluationText)
    if (long.length > 0) return refuse({ kind: 'too-long', fields: long, most: longestEvaluationText })
    const open = unanswered(given)
    if (isSubmitted && open.length > 0) return refuse({ kind: 'unanswered', questions: open })

    const who = { municipalityId, childId, periodId, personId }
    const saved = await saveEvaluation(tx, who, given, { version, at, isSubmitted })
    if (saved !== null) return accept({ version: saved, savedAt: at.toString() })
    const evaluation = await findEvaluation(tx, who)
    if (evaluation === null) return refuse({ kind: 'not-found' })
    return refuse(
      evaluation.submittedAt === null ? { kind: 'changed-meanwhile', evaluation } : { kind: 'already-submitted' },
    )
  })
}

async function loadOwnPeriod(ctx: Context, tx: Tx, { childId, periodId }: EvaluationOf) {
  const found = await loadChildPeriods(ctx, tx, { childId, periodId })
  if (found === null) return null
  const { shown } = found
  if (shown === null) return { ...found, window: { state: 'closed' } as const }
  const state = await findPeriodState(tx, { periodId: shown.id, readerId: ctx.actor.personId })
  const window = evaluationWindow({
    endsBefore: Temporal.PlainDate.from(shown.lastDay).add({ days: 1 }),
    today: dateOf(ctx.clock.now()),
    isLookedBack: state?.isLookedBack ?? false,
  })
  // Without a plan there was nothing to look back on.
  return { ...found, window: state?.hasPlan === true ? window : ({ state: 'closed' } as const) }
}
