import type { DestinationStream } from 'pino'
import { pino } from 'pino'
import type { Config } from '#app/platform/config.server.ts'

export type Log = pino.Logger

/**
 * Structured log on standard output. What is written holds route patterns, opaque ids, codes and durations: never
 * names, personal codes, e-mail addresses, form bodies, tokens or full addresses of pages. `destination` is
 * standard output unless given.
 */
export function openLog({ logLevel }: Pick<Config, 'logLevel'>, destination?: DestinationStream): Log {
  const options = {
    level: logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}

/**
 * An error without the values that may sit in its message: database errors quote rows and parameters, so only their
 * class, code and stack positions are kept.
 */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const positions = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return { type: error.name, code, stack: positions.slice(0, 12).map((line) => line.trim()) }
}
