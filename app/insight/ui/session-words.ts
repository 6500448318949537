import type { SessionPlace, SessionView } from '#app/insight/rules/home-view.ts'
import { m } from '#app/paraglide/messages.js'
import { modeText, ownText } from '#app/plan/ui/plan-words.ts'

/** Where a session is, in a few words: "mājās", "Centrs „Ūdensroze”, 12 minūtes ar auto". */
export function placeText({ mode, place, minutesByCar }: SessionPlace): string {
  if (place === null) return modeText(mode)
  const name = ownText(place)
  return minutesByCar === null || minutesByCar === 0
    ? name
    : `${name}, ${m.insight_minutes_by_car({ count: minutesByCar })}`
}

/** Who comes, or where to go, as a sentence. */
export function meetingText(session: SessionView): string {
  const { mode, specialist } = session
  if (mode === 'at_home') return m.insight_next_at_home({ specialist })
  if (mode === 'online') return m.insight_next_online({ specialist })
  if (mode === 'institution') return m.insight_next_institution({ specialist })
  return m.insight_next_at_place({ specialist, place: placeText(session) })
}
