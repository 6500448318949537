import { setTimeout as wait } from 'node:timers/promises'
import type { ConstructorOptions } from 'pg-boss'
import { PgBoss } from 'pg-boss'
import type { Log } from '#app/platform/log.server.ts'

/** Work that comes round by itself. Rows of the database say what there is to do; a lost job loses nothing. */
export type RecurringJob = {
  name: string
  /** When, as a cron line in Riga's time. */
  cron: string
  /** Also run soon after something was written, hence asked for every two seconds rather than twice a minute. */
  onPoke: boolean
  /** After this long a run is given up and may be tried again. */
  expire_s: number
  /** `poke` lets those jobs run that look at what was written. */
  run(poke: () => void): Promise<void>
}

export type BackgroundWork = {
  poke(): void
  stop(): Promise<void>
}

/** Writes that follow one another closely are looked at together. */
const pokeDelay_ms = 250
const stopPatience_ms = 10_000

/**
 * Runs recurring jobs in this process on a queue in the database (schema `pgboss`, owned by the application's role).
 * With several processes each run happens in one of them.
 */
export async function startJobs({
  databaseUrl,
  log,
  jobs,
}: {
  databaseUrl: string
  log: Log
  jobs: readonly RecurringJob[]
}): Promise<BackgroundWork> {
  const options: ConstructorOptions = {
    connectionString: databaseUrl,
    options: '-c role=atspaids_app',
    application_name: 'atspaids-jobs',
    schema: 'pgboss',
    createSchema: false,
    max: 3,
  }
  const boss = new PgBoss(options)
  const poke = pokeSoon(
    boss,
    log,
    jobs.filter((job) => job.onPoke),
  )
  boss.on('error', (error) => log.error({ err: error }, 'job queue failed'))
  await boss.start()
  for (const job of jobs) {
    await boss.createQueue(job.name, {
      // At most one waits and one runs: the run looks at all there is to do.
      policy: 'stately',
      retryLimit: 3,
      retryDelay: 5,
      retryBackoff: true,
      expireInSeconds: job.expire_s,
      deleteAfterSeconds: 24 * 60 * 60,
    })
    await boss.work(job.name, { pollingIntervalSeconds: job.onPoke ? 2 : 30 }, () => runLogged(job, log, poke))
    await boss.schedule(job.name, job.cron, null, { tz: 'Europe/Riga' })
  }
  return {
    poke,
    stop: () => boss.stop({ graceful: true, timeout: stopPatience_ms }),
  }
}

async function runLogged(job: RecurringJob, log: Log, poke: () => void): Promise<void> {
  const startedAt_ms = performance.now()
  try {
    await job.run(poke)
  } catch (error) {
    log.error({ job: job.name, err: error }, 'job failed')
    throw error
  } finally {
    log.debug({ job: job.name, ms: Math.round(performance.now() - startedAt_ms) }, 'job ran')
  }
}

function pokeSoon(boss: PgBoss, log: Log, jobs: readonly RecurringJob[]): () => void {
  let isPoked = false
  const send = async () => {
    await wait(pokeDelay_ms)
    isPoked = false
    for (const job of jobs) await boss.send(job.name)
  }
  return () => {
    if (isPoked) return
    isPoked = true
    // A poke that gets lost is made good by the next minute.
    send().catch((error: unknown) => log.warn({ err: error }, 'a poke was lost'))
  }
}
