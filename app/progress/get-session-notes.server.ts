import type { Context } from '#app/people/context.server.ts'
import { inTenant } from '#app/people/context.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import type { NoteView, ScaledGoalView } from './rules/note-view.ts'
import { findNotedSession, listNotesOfProvider, listSessionGoals } from './session-note-store.server.ts'

export type SessionNotes = {
  session: {
    bookingId: string
    childGivenName: string
    serviceLv: string
    serviceEn: string
    startsAt: string
    endsAt: string
    state: 'booked' | 'cancelled' | 'delivered' | 'not_attended'
  }
  /** Why nothing can be written now; null when the actor may write. */
  closed: 'cancelled' | 'not-begun' | 'not-the-specialist' | null
  goals: ScaledGoalView[]
  /** Of this session, then earlier ones of the same provider, newest first. */
  ofSession: NoteView[]
  earlier: NoteView[]
}

/**
 * A session's notes for whoever gives it: the goals its service serves, and what the own provider wrote of this child
 * about them. Null when the session is unknown or not theirs. Four statements.
 */
export async function getSessionNotes(
  ctx: Context,
  { bookingId }: { bookingId: string },
): Promise<SessionNotes | null> {
  const session = await read(ctx, (tx) => findNotedSession(tx, ctx.actor, bookingId))
  if (session === null) return null
  const { goals, notes } = await read(inTenant(ctx, session.municipalityId), async (tx) => {
    const found = await listSessionGoals(tx, bookingId)
    const ids = found.map(({ id }) => id)
    return { goals: found, notes: await listNotesOfProvider(tx, session, ids) }
  })
  const views = notes.map(({ authorId, bookingId: ofBooking, ...note }): NoteView => ({
    ...note,
    authorKind: 'specialist',
    isOwn: authorId === ctx.actor.personId,
    session: { bookingId: ofBooking, serviceLv: session.serviceLv, serviceEn: session.serviceEn },
  }))
  const { municipalityId: _, childId: __, serviceId: ___, providerId: ____, startsAt, endsAt, ...shown } = session
  return {
    session: { ...shown, startsAt: startsAt.toString(), endsAt: endsAt.toString() },
    closed: closedFor(ctx, session),
    goals,
    ofSession: views.filter((note) => note.session?.bookingId === bookingId),
    earlier: views.filter((note) => note.session?.bookingId !== bookingId),
  }
}

/** A session that was called off, or has not begun, leaves nothing to tell; the specialist writes, not the manager. */
export function closedFor(
  ctx: Context,
  { state, startsAt }: { state: string; startsAt: Temporal.Instant },
): SessionNotes['closed'] {
  if (state === 'cancelled') return 'cancelled'
  if (Temporal.Instant.compare(startsAt, ctx.clock.now()) > 0) return 'not-begun'
  return ctx.actor.role === 'specialist' ? null : 'not-the-specialist'
}
