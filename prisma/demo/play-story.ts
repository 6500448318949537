import type { Database } from '#app/platform/db/database.server.ts'
import { toDate } from '#app/platform/time.ts'
import { isBefore } from '#app/schedule/rules/time-spans.ts'
import type { DemoDates } from './demo-dates.ts'
import { demoId } from './demo-id.ts'
import { children } from './families/all-children.ts'
import { payoutActs } from './play-payouts.ts'
import type { Act } from './play-session.ts'
import { actsOf } from './play-session.ts'
import type { PlannedSession } from './plan-sessions.ts'
import { planSessions } from './plan-sessions.ts'
import type { Register } from './register.ts'
import type { ReplayedPortal } from './replay.ts'
import { decideFates } from './session-fates.ts'

type Stage = { portal: ReplayedPortal; owner: Database; register: Register; dates: DemoDates }

/**
 * Plays half a year: families side by side, each in its own order of time; the acts of the municipality wait for all
 * of them, since a payout run looks at every family at once.
 */
export async function playStory(stage: Stage, onProgress: (note: string) => void): Promise<void> {
  const lines = await readLines(stage.owner)
  const sessions = planSessions(stage.dates, (child, service) => lines.get(lineName(child.key, service))?.cents ?? 0)
  const lineIdOf = ({ child, service, key }: PlannedSession) => {
    const line = lines.get(lineName(child.key, service))
    if (line === undefined) throw new Error(`No money for ${key}`)
    return line.id
  }
  const families = children.map((child) => {
    const own = sessions.filter((session) => session.child === child)
    return decideFates(own, stage.dates)
      .flatMap((story) => actsOf({ ...stage, lineIdOf }, story))
      .toSorted(byTime)
  })
  const shared = payoutActs(stage).toSorted(byTime)

  const total = families.reduce((sum, acts) => sum + acts.length, 0)
  let done = 0
  for (const [index, act] of shared.entries()) {
    await Promise.all(families.map((acts) => playUntil(acts, act.at)))
    await act.do()
    done = total - families.reduce((sum, acts) => sum + acts.length, 0)
    if (index % 5 === 0) onProgress(`sessions: ${done} of ${total} steps`)
  }
  await markOldEventsHandled(stage)
}

/** Plays a family's acts before a moment, one after the other, and takes them off its list. */
async function playUntil(acts: Act[], moment: Temporal.Instant): Promise<void> {
  for (let act = acts[0]; act !== undefined && isBefore(act.at, moment); act = acts[0]) {
    acts.shift()
    await act.do()
  }
}

function byTime(one: Act, other: Act): number {
  return Temporal.Instant.compare(one.at, other.at)
}

function lineName(child: string, service: string): string {
  return `${demoId(`child ${child}`)} ${demoId(`service ${service}`)}`
}

async function readLines(owner: Database): Promise<Map<string, { id: string; cents: number }>> {
  const lines = await owner.budgetLine.findMany({
    select: {
      id: true,
      service_id: true,
      period: { select: { child_id: true } },
      accounts: { where: { kind: 'available' }, select: { balance_cents: true } },
    },
  })
  return new Map(
    lines.map(({ id, service_id, period, accounts }) => [
      `${period.child_id} ${service_id}`,
      { id, cents: Number(accounts[0]?.balance_cents ?? 0) },
    ]),
  )
}

/** Mails about the past have long been sent; those of the last day and a half are still to come. */
async function markOldEventsHandled({ owner, dates }: Stage): Promise<void> {
  const before = toDate(dates.now.subtract({ hours: 36 }))
  await owner.$executeRaw`UPDATE domain_event SET handled_at = at WHERE at < ${before}`
}
