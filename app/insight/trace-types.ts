/** The shapes of a trace, for components, which never touch a server file. */
export type { Trace } from './get-trace.server.ts'
export type { TraceLine, TraceSession, TraceTransfer } from './trace-store.server.ts'
