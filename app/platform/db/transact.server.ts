import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Database, Tx } from '#app/platform/db/database.server.ts'
import type { Result } from '#app/platform/result.ts'

/** Whose rows a transaction may see: the second wall behind scoped queries. */
export type Scope = { tenant: string | null; provider: string | null }

type Where = { db: Database; scope: Scope }

const mostTries = 5
const transientCodes = new Set(['40001', '40P01'])

class RolledBack extends Error {
  readonly result: unknown
  constructor(result: unknown) {
    super('rolled back')
    this.result = result
  }
}

/**
 * Runs one transaction in a scope. A refusal rolls everything back; serialisation failures and deadlocks are tried
 * again a few times. `onConstraint` turns the violation of a named database constraint into a refusal: the database
 * decides races, the person still reads a sentence.
 */
export async function transact<Value, Refusal>(
  { db, scope }: Where,
  work: (tx: Tx) => Promise<Result<Value, Refusal>>,
  onConstraint: Record<string, Refusal> = {},
): Promise<Result<Value, Refusal>> {
  for (let attempt = 1; ; attempt += 1) {
    let refused: Result<Value, Refusal> | null = null
    try {
      return await db.$transaction(async (tx) => {
        await enter(tx, scope)
        const result = await work(tx)
        if (!result.ok) {
          refused = result
          throw new RolledBack(result)
        }
        return result
      })
    } catch (error) {
      if (error instanceof RolledBack && refused !== null) return refused
      const constraint = violatedConstraint(error)
      const refusal = constraint === null ? undefined : onConstraint[constraint]
      if (refusal !== undefined) return { ok: false, refusal }
      if (!transientCodes.has(databaseErrorCode(error) ?? '') || attempt >= mostTries) throw error
      await wait(attempt * 10 + Math.random() * 20)
    }
  }
}

/** Reads in a scope: one transaction for all the queries of a screen. */
export async function read<Value>({ db, scope }: Where, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return db.$transaction(async (tx) => {
    await enter(tx, scope)
    return work(tx)
  })
}

/** Names the tenant and the provider for the rest of the transaction. */
export async function enter(tx: Tx, { tenant, provider }: Scope): Promise<void> {
  await tx.$queryRaw`SELECT set_config('app.tenant', ${tenant ?? ''}, true), set_config('app.provider', ${provider ?? ''}, true)`
}

const driverError = z.object({
  meta: z.object({
    driverAdapterError: z.object({
      cause: z.object({ originalCode: z.string().optional(), originalMessage: z.string().optional() }),
    }),
  }),
})
const bareError = z.object({ cause: z.object({ originalCode: z.string(), originalMessage: z.string() }) })

/** PostgreSQL's SQLSTATE of an error, or null when the error is another one. */
export function databaseErrorCode(error: unknown): string | null {
  return causeOf(error)?.originalCode ?? null
}

/** The name of the constraint that refused a write, or null. */
export function violatedConstraint(error: unknown): string | null {
  const message = causeOf(error)?.originalMessage
  return message === undefined ? null : (/constraint "([^"]+)"/.exec(message)?.[1] ?? null)
}

function causeOf(error: unknown) {
  const known = driverError.safeParse(error)
  if (known.success) return known.data.meta.driverAdapterError.cause
  const bare = bareError.safeParse(error)
  return bare.success ? bare.data.cause : null
}
