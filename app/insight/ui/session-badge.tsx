import type { SessionView } from '#app/insight/rules/home-view.ts'
import { m } from '#app/paraglide/messages.js'
import type { Audience } from '#app/plan/ui/plan-words.ts'
import { Badge } from '#app/ui/badge.tsx'

type SessionBadgeProps = { session: Pick<SessionView, 'state' | 'answer' | 'endsAt'>; now: number; audience: Audience }

/** What became of a session, in a sign and a word; nothing for one that is simply booked and ahead. */
export function SessionBadge({ session: { state, answer, endsAt }, now, audience }: SessionBadgeProps) {
  if (answer === 'awaiting') {
    return (
      <Badge tone="attention">
        {audience === 'family' ? m.insight_state_awaiting() : m.insight_state_awaiting_staff()}
      </Badge>
    )
  }
  if (answer === 'objected') {
    return (
      <Badge tone="attention" icon="alert">
        {m.insight_state_objected()}
      </Badge>
    )
  }
  if (state === 'cancelled') return <Badge icon="x">{m.insight_state_cancelled()}</Badge>
  if (answer === 'rejected') return <Badge>{m.insight_state_rejected()}</Badge>
  if (state === 'not_attended') return <Badge>{m.insight_state_not_attended()}</Badge>
  if (answer === 'waived') return <Badge>{m.insight_state_waived()}</Badge>
  if (answer === 'accepted') return <Badge tone="ok">{m.insight_state_accepted()}</Badge>
  if (Date.parse(endsAt) < now) return <Badge icon="clock">{m.insight_state_unconfirmed()}</Badge>
  return audience === 'staff' ? (
    <Badge tone="accent" icon="calendar">
      {m.insight_state_booked()}
    </Badge>
  ) : null
}
