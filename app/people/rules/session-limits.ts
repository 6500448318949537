import type { Role } from '#app/people/rules/roles.ts'

/** How long a sign-in holds. */
export type SessionLimits = { idle_minutes: number; absolute_minutes: number }

const hour = 60
const day = 24 * hour

const family: SessionLimits = { idle_minutes: 7 * day, absolute_minutes: 30 * day }
const provider: SessionLimits = { idle_minutes: 12 * hour, absolute_minutes: 12 * hour }
const staff: SessionLimits = { idle_minutes: hour, absolute_minutes: 12 * hour }

/**
 * Families use their own phone and see their own child: a week without a visit or a month in all (NIST SP 800-63B,
 * AAL1: at most 30 days). A specialist confirms between sessions all day long: one working day. Municipal staff see
 * every family and move money: an hour without a click, a working day in all (AAL2: one hour, twelve hours).
 */
export function sessionLimitsOf(role: Role): SessionLimits {
  if (role === 'guardian') return family
  if (role === 'specialist' || role === 'provider_manager') return provider
  return staff
}

/** Last use is written down at most this often, so that most requests only read. */
export const touchEvery_minutes = 1

/** When a session ends if it is not used again, and whatever happens. */
export function endOfSession(session: {
  role: Role
  signedInAt: Temporal.Instant
  lastSeenAt: Temporal.Instant
}): Temporal.Instant {
  const limits = sessionLimitsOf(session.role)
  const idle = session.lastSeenAt.add({ minutes: limits.idle_minutes })
  const absolute = session.signedInAt.add({ minutes: limits.absolute_minutes })
  return Temporal.Instant.compare(idle, absolute) < 0 ? idle : absolute
}
