import { findChildFor } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { dateOf } from '#app/platform/time.ts'
import { selectLines } from './line-store.server.ts'

/**
 * What a family can book: the services of the plan with the money that is left on each, by period, first the one that
 * is running. Null when the child is not the actor's.
 */
export async function listLinesToBook(ctx: Context, childId: string) {
  const now = ctx.clock.now()
  return read(ctx, async (tx) => {
    const child = await findChildFor(ctx, tx, childId)
    if (child === null) return null
    const lines = await selectLines(tx, { childId: child.id, today: dateOf(now), now })
    return {
      child: { id: child.id, givenName: child.givenName },
      today: dateOf(now).toString(),
      lines: lines.map(({ startsOn, endsBefore, ...line }) => ({
        ...line,
        startsOn: startsOn.toString(),
        lastDay: endsBefore.subtract({ days: 1 }).toString(),
      })),
    }
  })
}
