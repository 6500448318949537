import type { Portal } from '#app/platform/http/portal-context.ts'
import type { BackgroundWork } from '#app/platform/jobs.server.ts'
import { startJobs } from '#app/platform/jobs.server.ts'

export { createApp } from '#app/platform/http/app.server.ts'

/** What the portal does by itself, without anybody asking. */
export function startBackgroundWork({ config, log }: Omit<Portal, 'poke'>): Promise<BackgroundWork> {
  return startJobs({ databaseUrl: config.databaseUrl, log, jobs: [] })
}
