/** The shapes that screens get from reads, for components, which never touch a server file. */
export type { LeftOutRow } from './left-out.ts'
export type { RunPage, RunPayee } from './get-run.server.ts'
export type { RunPreview } from './list-runs.server.ts'
export type { Upcoming } from './list-provider-payouts.server.ts'
export type { ProviderPayout, ProviderSession } from './provider-payout-store.server.ts'
export type { PaidSession, RunHead } from './run-read-store.server.ts'
