import { dateOf } from '#app/platform/time.ts'
import { isBefore } from '#app/schedule/rules/time-spans.ts'
import type { DemoDates } from './demo-dates.ts'
import { riga } from './demo-dates.ts'
import { choose } from './demo-id.ts'
import type { DemoIncident } from './families/demo-child.ts'
import type { PlannedSession } from './plan-sessions.ts'

/** What became of a session, with the moments at which people said so. */
export type Fate =
  | { kind: 'ahead' }
  /** Over, and the specialist has not said yet what became of it. */
  | { kind: 'unstated' }
  | { kind: 'stated'; statedAt: Temporal.Instant; answer: Answer; lasted: 'as-planned' | 'shorter' | 'longer' }
  | { kind: 'cancelled'; at: Temporal.Instant; by: 'guardian' | 'provider' }
  | { kind: 'absent'; statedAt: Temporal.Instant; isIllWithNote: boolean; answeredAt: Temporal.Instant }

export type Answer =
  | { kind: 'cosigned'; at: Temporal.Instant }
  /** Nobody answers: after five working days silence counts. */
  | { kind: 'none' }
  | {
      kind: 'objected'
      at: Temporal.Instant
      settled: { decision: 'uphold' | 'dismiss' | 'lower'; at: Temporal.Instant } | null
    }

export type SessionStory = { session: PlannedSession; fate: Fate }

/** How old a session must be, in days, for a thing to have happened to it in full. */
const settledAfter = 9
const youngest: Record<DemoIncident['what'], number> = {
  objected: 3,
  'objection-dismissed': settledAfter,
  'objection-upheld': settledAfter,
  'objection-lowered': settledAfter,
  'cancelled-late': 2,
  'cancelled-in-time': 2,
  'cancelled-by-provider': 2,
  'not-attended': 4,
  'ill-with-note': 3,
  shorter: 3,
  longer: 4,
}

/** Decides the fate of every session of one child. */
export function decideFates(sessions: readonly PlannedSession[], dates: DemoDates): SessionStory[] {
  const incidents = new Map<PlannedSession, DemoIncident['what']>()
  for (const incident of sessions[0]?.child.incidents ?? []) {
    const session = sessionOf(incident, sessions, dates, incidents)
    if (session !== undefined) incidents.set(session, incident.what)
  }
  const inOrder = sessions.toSorted((one, other) => Temporal.Instant.compare(one.start, other.start))
  const over = inOrder.filter(({ end }) => isBefore(end, dates.now))
  // The family that most people look at has answered all but the last two, if those are fresh.
  const openForMainFamily = new Set(
    over.filter(({ start }) => isBefore(dates.now.subtract({ hours: 72 }), start)).slice(-2),
  )
  return inOrder.map((session) => {
    const what = incidents.get(session)
    if (what !== undefined) return { session, fate: fateOfIncident(what, session) }
    if (!isBefore(session.end, dates.now)) return { session, fate: { kind: 'ahead' } }
    const isMain = session.child.aroundToday !== undefined
    return { session, fate: usualFate(session, dates, isMain ? openForMainFamily.has(session) : null) }
  })
}

function sessionOf(
  { offering, daysAgo, what }: DemoIncident,
  sessions: readonly PlannedSession[],
  { now }: DemoDates,
  taken: ReadonlyMap<PlannedSession, unknown>,
): PlannedSession | undefined {
  const age = ({ end }: PlannedSession) => end.until(now).total('hours') / 24
  return sessions
    .filter((session) => session.offering.key === offering && !taken.has(session) && age(session) >= youngest[what])
    .toSorted((one, other) => Math.abs(age(one) - daysAgo) - Math.abs(age(other) - daysAgo))
    .at(0)
}

function usualFate(session: PlannedSession, { now, today }: DemoDates, staysOpen: boolean | null): Fate {
  const chance = (name: string, below: number) => choose(`${name} ${session.key}`, below)
  const statedAt = session.end.add({ minutes: 5 + chance('stated', 45) })
  const endedOn = dateOf(session.end)
  const isToday = endedOn.equals(today)
  const isYesterday = endedOn.equals(today.subtract({ days: 1 }))
  const isForgotten =
    staysOpen === null && ((isToday && chance('today', 2) === 0) || (isYesterday && chance('late', 5) === 0))
  if (!isBefore(statedAt, now) || isForgotten) return { kind: 'unstated' }

  const evening = (days: number) => riga(endedOn.add({ days }), '20:00').add({ minutes: chance('answered', 110) })
  const delay = chance('delay', 7)
  const answeredAt = [0, 0, 1, 1, 2, 3].map(evening)[delay]
  const isLate = answeredAt !== undefined && isBefore(answeredAt, statedAt)
  const at = isLate ? statedAt.add({ minutes: 20 }) : answeredAt
  const isAnswered = staysOpen === null ? at !== undefined : !staysOpen
  const moment = at ?? statedAt.add({ hours: 2 })
  const answer: Answer = isAnswered && isBefore(moment, now) ? { kind: 'cosigned', at: moment } : { kind: 'none' }
  return { kind: 'stated', statedAt, answer, lasted: 'as-planned' }
}

function fateOfIncident(what: DemoIncident['what'], { start, end }: PlannedSession): Fate {
  const statedAt = end.add({ minutes: 12 })
  const day = dateOf(end)
  const onDay = (days: number, time: string) => riga(day.add({ days }), time)
  const stated = (answer: Answer, lasted: 'as-planned' | 'shorter' | 'longer' = 'as-planned'): Fate => ({
    kind: 'stated',
    statedAt: lasted === 'longer' ? end.add({ minutes: 45 }) : statedAt,
    answer,
    lasted,
  })
  const objected = (decision: 'uphold' | 'dismiss' | 'lower' | null) =>
    stated({
      kind: 'objected',
      at: onDay(1, '20:30'),
      settled: decision === null ? null : { decision, at: onDay(5, '11:20') },
    })
  switch (what) {
    case 'objected':
      return objected(null)
    case 'objection-dismissed':
      return objected('dismiss')
    case 'objection-upheld':
      return objected('uphold')
    case 'objection-lowered':
      return objected('lower')
    case 'cancelled-late':
      return { kind: 'cancelled', at: start.subtract({ hours: 3 }), by: 'guardian' }
    case 'cancelled-in-time':
      return { kind: 'cancelled', at: start.subtract({ hours: 50 }), by: 'guardian' }
    case 'cancelled-by-provider':
      return { kind: 'cancelled', at: start.subtract({ hours: 20 }), by: 'provider' }
    case 'not-attended':
    case 'ill-with-note':
      return {
        kind: 'absent',
        statedAt: start.add({ minutes: 40 }),
        isIllWithNote: what === 'ill-with-note',
        answeredAt: onDay(1, '19:40'),
      }
    case 'shorter':
    case 'longer':
      return stated({ kind: 'cosigned', at: onDay(1, '20:05') }, what)
  }
}
