import { stopTools } from './prepare/run-tool.ts'

type Closer = () => Promise<void>

const closers: Closer[] = []
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
let closing: Promise<void> | undefined
let ours: (() => void) | undefined

/** Remembers how to close something that was opened; closed last to first. */
export function onClose(closer: Closer): void {
  closers.push(closer)
}

/** Closes everything that was opened, once, last to first. What fails to close does not keep the rest open. */
export function closeAll(): Promise<void> {
  closing ??= (async () => {
    stopTools()
    for (const close of closers.toReversed()) await close().catch((error: unknown) => console.error(error))
  })()
  return closing
}

/** True once the command is on its way out. */
export function isClosing(): boolean {
  return closing !== undefined
}

/**
 * Ends the command in good order on Ctrl-C, SIGTERM, a closed terminal, or when the process that started it is gone.
 * Ctrl-C again, a second later, does not wait.
 * @param exitCode asked for at the moment of ending
 */
export function closeOnSignals(exitCode: () => number): void {
  let first: number | undefined
  const end = () => {
    if (first !== undefined) {
      if (Date.now() - first > 1000) process.exit(130)
      return
    }
    first = Date.now()
    void closeAll().then(() => process.exit(exitCode()))
  }
  // A terminal that is gone takes no more words; that must not keep the rest from being closed.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  for (const signal of signals) process.on(signal, end)
  process.on('disconnect', end)
  ours = end
}

/**
 * Drops the exits that others have hung on the same signals since. The bundler does so, and would end the process before
 * the database is closed.
 */
export function keepSignals(): void {
  for (const signal of signals) {
    for (const listener of process.listeners(signal)) if (listener !== ours) process.off(signal, listener)
  }
  process.stdin.removeAllListeners('end')
}
