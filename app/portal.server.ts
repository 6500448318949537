import { remindDue } from '#app/assessment/remind-due.server.ts'
import { acceptSilentDeliveries } from '#app/delivery/accept-silent-deliveries.server.ts'
import { openIntakeVault } from '#app/intake/intake-vault.server.ts'
import { purgeImports } from '#app/intake/purge-imports.server.ts'
import { runImports } from '#app/intake/run-imports.server.ts'
import { handleEvents } from '#app/messages/handle-events.server.ts'
import { purgeOldMails } from '#app/messages/purge-mails.server.ts'
import { forEachMunicipality } from '#app/people/for-each-municipality.server.ts'
import { purgeOldSignIns } from '#app/people/purge-sign-ins.server.ts'
import type { Portal } from '#app/platform/http/portal-context.ts'
import type { BackgroundWork, RecurringJob } from '#app/platform/jobs.server.ts'
import { startJobs } from '#app/platform/jobs.server.ts'
import { lapseUnusedMoney, warnOfPeriodEnds } from '#app/plan/return-unused-money.server.ts'
import { askEvaluations } from '#app/progress/ask-evaluations.server.ts'
import { openMailSender, sendDueMails } from '#app/platform/mail/send-mails.server.ts'

export { createApp } from '#app/platform/http/app.server.ts'

const everyMinute = '* * * * *'
const everyTenMinutes = '*/10 * * * *'
/** In working hours, and again: a portal that stood still in the morning catches up. */
const everyWorkingHour = '5 8-17 * * *'
/** A run of imports ends after this long and lets the next go on: should the process die, another takes over soon. */
const importsAtOnce_ms = 40_000
/** When people read their mail. */
const everyMorning = '10 8 * * *'
/** Outside the hour that is missing or comes twice when the clocks change. */
const everyNight = '20 2 * * *'

/** What the portal does by itself, without anybody asking. The rows of the database say what there is to do. */
export function startBackgroundWork(portal: Omit<Portal, 'poke'>): Promise<BackgroundWork> {
  const { config, db, clock, log } = portal
  const open = { db, clock, requestId: null }
  const send = openMailSender(config)
  const jobs: RecurringJob[] = [
    {
      name: 'handle-events',
      cron: everyMinute,
      onPoke: true,
      expire_s: 300,
      run: async (poke) => {
        const { handled } = await handleEvents(portal)
        if (handled > 0) poke()
      },
    },
    {
      name: 'send-mails',
      cron: everyMinute,
      onPoke: true,
      expire_s: 1_800,
      run: () => sendDueMails({ db, clock, log, send }),
    },
    {
      name: 'accept-silent-deliveries',
      cron: everyTenMinutes,
      onPoke: false,
      expire_s: 600,
      run: () => forEachMunicipality(open, acceptSilentDeliveries),
    },
    {
      name: 'remind-due',
      cron: everyWorkingHour,
      onPoke: false,
      expire_s: 600,
      run: () => forEachMunicipality(open, remindDue),
    },
    {
      name: 'run-imports',
      cron: everyMinute,
      onPoke: true,
      expire_s: 90,
      run: async (poke) => {
        const startedAt_ms = performance.now()
        const mayGoOn = () => performance.now() - startedAt_ms < importsAtOnce_ms
        const vault = openIntakeVault(config)
        await forEachMunicipality(open, async (ctx) => {
          const { isDone } = await runImports(ctx, { vault, mayGoOn })
          if (!isDone) poke()
        })
      },
    },
    {
      name: 'purge-imports',
      cron: everyNight,
      onPoke: false,
      expire_s: 300,
      run: () => forEachMunicipality(open, purgeImports),
    },
    {
      name: 'end-periods',
      cron: everyNight,
      onPoke: false,
      expire_s: 1_800,
      run: () =>
        forEachMunicipality(open, async (ctx) => {
          await warnOfPeriodEnds(ctx)
          await lapseUnusedMoney(ctx)
        }),
    },
    {
      name: 'ask-evaluations',
      cron: everyMorning,
      onPoke: false,
      expire_s: 600,
      run: () => forEachMunicipality(open, askEvaluations),
    },
    {
      name: 'purge-sign-ins',
      cron: everyNight,
      onPoke: false,
      expire_s: 300,
      run: () => purgeOldSignIns(open),
    },
    {
      name: 'purge-mails',
      cron: everyNight,
      onPoke: false,
      expire_s: 300,
      run: () => purgeOldMails(open),
    },
  ]
  return startJobs({ databaseUrl: config.databaseUrl, log, jobs })
}
