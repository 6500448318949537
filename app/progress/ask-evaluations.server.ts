import type { SystemContext } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import { accept } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'
import { insertAsked } from './evaluation-store.server.ts'
import { evaluationAskedDaysBefore } from './rules/family-evaluation.ts'

/**
 * Asks families of one municipality for their view of a period, fourteen days before its end and once, by the event
 * 'evaluation.asked' whose subject is the period. Two runs at once ask once.
 */
export async function askEvaluations(ctx: SystemContext): Promise<{ asked: number }> {
  const at = ctx.clock.now()
  const result = await transact<{ asked: number }, never>(ctx, async (tx) => {
    const periods = await insertAsked(tx, { today: dateOf(at), days: evaluationAskedDaysBefore, at })
    for (const { periodId, municipalityId } of periods) {
      await emit(tx, { type: 'evaluation.asked', municipalityId, subjectId: periodId, personId: null, at })
    }
    return accept({ asked: periods.length })
  })
  return result.ok ? result.value : { asked: 0 }
}
