import { m } from '#app/paraglide/messages.js'
import type { IconName } from '#app/ui/icon.tsx'
import type { Tone } from '#app/ui/badge.tsx'

export type BookingStatus = {
  state: 'booked' | 'cancelled' | 'delivered' | 'not_attended'
  /** Its end has passed. */
  isOver: boolean
  delivery: { id: string; state: 'awaiting' | 'accepted' | 'objected' } | null
}

type Badge = { tone: Tone; icon: IconName; text: string }

/** The state of a booking as a family sees it, in a sign and a word. */
export function statusBadge({ state, isOver, delivery }: BookingStatus): Badge {
  if (state === 'cancelled') return { tone: 'neutral', icon: 'x', text: m.schedule_state_cancelled() }
  if (delivery?.state === 'awaiting') return { tone: 'attention', icon: 'alert', text: m.schedule_state_awaiting() }
  if (delivery?.state === 'objected') return { tone: 'attention', icon: 'alert', text: m.schedule_state_objected() }
  if (state === 'delivered') return { tone: 'ok', icon: 'check', text: m.schedule_state_delivered() }
  if (state === 'not_attended') return { tone: 'neutral', icon: 'minus', text: m.schedule_state_not_attended() }
  if (isOver) return { tone: 'neutral', icon: 'clock', text: m.schedule_state_waiting() }
  return { tone: 'accent', icon: 'calendar', text: m.schedule_state_booked() }
}

/** The page title of a booking: what became of it, and when. */
export function bookingTitle({ state, isOver }: BookingStatus, when: string): string {
  if (state === 'cancelled') return m.schedule_booking_title_cancelled({ when })
  if (state === 'delivered') return m.schedule_booking_title_delivered({ when })
  if (state === 'not_attended') return m.schedule_booking_title_not_attended({ when })
  return isOver ? m.schedule_booking_title_waiting({ when }) : m.schedule_booking_title_booked({ when })
}
