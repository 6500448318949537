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
  const stillOpen = openForMainFamily(inOrder, dates)
  return inOrder.map((session) => {
    const what = incidents.get(session)
    if (what !== undefined) return { session, fate: fateOfIncident(what, session) }
    if (!isBefore(session.end, dates.now)) return { session, fate: { kind: 'ahead' } }
    if (session.child.aroundToday === undefined) return { session, fate: usualFate(session, dates, null) }
    if (isToConfirm(session, dates)) return { session, fate: { kind: 'unstated' } }
    return { session, fate: usualFate(session, dates, stillOpen.has(session)) }
  })
}

/** The family that most people look at has answered all but the last two statements, if those are fresh. */
function openForMainFamily(inOrder: readonly PlannedSession[], dates: DemoDates): Set<PlannedSession> {
  const earliest = dates.now.subtract({ hours: 80 })
  const stated = inOrder.filter((session) => isBefore(session.end, dates.now) && !isToConfirm(session, dates))
  return new Set(stated.filter(({ start }) => isBefore(earliest, start)).slice(-2))
}

/** Yesterday's session of the main family, so that there is always one for its specialist to confirm. */
function isToConfirm({ child, offering, start }: PlannedSession, { today }: DemoDates): boolean {
  return child.aroundToday?.offering === offering.key && dateOf(start).equals(today.subtract({ days: 1 }))
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

  const answeredAt =
    staysOpen === null ? usualAnswer(session, statedAt) : staysOpen ? null : statedAt.add({ minutes: 50 })
  const isAnswered = answeredAt !== null && isBefore(answeredAt, now)
  const answer: Answer = isAnswered ? { kind: 'cosigned', at: answeredAt } : { kind: 'none' }
  return { kind: 'stated', statedAt, answer, lasted: 'as-planned' }
}

/** Most families answer in the evening, some days later, and every seventh time not at all. */
function usualAnswer({ key, end }: PlannedSession, statedAt: Temporal.Instant): Temporal.Instant | null {
  const days = [0, 0, 1, 1, 2, 3][choose(`delay ${key}`, 7)]
  if (days === undefined) return null
  const evening = riga(dateOf(end).add({ days }), '20:00').add({ minutes: choose(`answered ${key}`, 110) })
  return isBefore(evening, statedAt) ? statedAt.add({ minutes: 20 }) : evening
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
