/** A free start of a day: an instant and who is free then. */
export type DayStart = { readonly startsAt: string; readonly specialistId: string }

const quarterMs = 15 * 60_000
const halfHourMs = 2 * quarterMs
const fewEnough = 8

/**
 * One entry a start time: of several specialists who are free at once the first in the order given is offered. A day
 * with many starts shows only the full and half hours and the first start after each busy stretch, so that a phone
 * shows a choice and not a list of quarters; `keepAll` shows every quarter. Starts come in order.
 */
export function startsToShow<Start extends DayStart>(
  starts: readonly Start[],
  { specialistOrder, keepAll }: { specialistOrder: readonly string[]; keepAll: boolean },
): Start[] {
  const rank = (start: Start) => specialistOrder.indexOf(start.specialistId)
  const best = new Map<string, Start>()
  for (const start of starts) {
    const rival = best.get(start.startsAt)
    if (rival === undefined || rank(start) < rank(rival)) best.set(start.startsAt, start)
  }
  const single = [...best.values()]
  if (keepAll || single.length <= fewEnough) return single

  const times = new Set(single.map(({ startsAt }) => Date.parse(startsAt)))
  return single.filter(({ startsAt }) => {
    const at = Date.parse(startsAt)
    return at % halfHourMs === 0 || !times.has(at - quarterMs)
  })
}
