import { createContext } from 'react-router'
import type { Config } from '#app/platform/config.server.ts'
import type { Database } from '#app/platform/db/database.server.ts'
import type { Log } from '#app/platform/log.server.ts'
import type { Clock } from '#app/platform/time.ts'

/** The running portal, as the server hands it to every request. */
export type Portal = {
  config: Config
  db: Database
  clock: Clock
  log: Log
  /** Says that something was written: waiting events and mails are looked at soon, not at the next minute. */
  poke(): void
}

export const portalContext = createContext<Portal>()

/** Where the request comes from, for limits; never logged. */
export const clientAddressContext = createContext<string>('unknown')

/** What the log may say about a request. */
export type RequestFacts = { id: string; pattern: string; method: string; startedAt_ms: number }

export const requestFactsContext = createContext<RequestFacts | null>(null)
