import type { Tx } from '#app/platform/db/database.server.ts'
import { databaseErrorCode, violatedConstraint } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'

/** What the database said no to: a value out of its range (class 22) or a broken rule (class 23), with its name. */
export type DatabaseRefusal = { kind: 'database'; constraint: string | null }

/**
 * Does one piece of a larger transaction, so that a refusal takes back this piece alone and the rest goes on. What the
 * database refuses becomes a refusal too; anything else, such as a deadlock, ends the whole transaction.
 */
export async function tryWithin<Value, Refusal>(
  tx: Pick<Tx, '$executeRaw'>,
  work: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | DatabaseRefusal>> {
  await tx.$executeRaw`SAVEPOINT piece`
  const result = await attempt(work)
  if (result.ok) await tx.$executeRaw`RELEASE SAVEPOINT piece`
  else await tx.$executeRaw`ROLLBACK TO SAVEPOINT piece`
  return result
}

async function attempt<Value, Refusal>(
  work: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | DatabaseRefusal>> {
  try {
    return await work()
  } catch (error) {
    if (!/^2[23]/.test(databaseErrorCode(error) ?? '')) throw error
    return { ok: false, refusal: { kind: 'database', constraint: violatedConstraint(error) } }
  }
}
