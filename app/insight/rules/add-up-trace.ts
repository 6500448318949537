import { addCents, cents, type Cents, subtractCents, zeroCents } from '#app/platform/money.ts'

export const accountKinds = [
  'grant',
  'fund',
  'unassigned',
  'available',
  'reserved',
  'delivered',
  'in_transit',
  'paid',
] as const
export type AccountKind = (typeof accountKinds)[number]

export const transferKinds = [
  'fund_grant',
  'allocate',
  'assign',
  'unassign',
  'deallocate',
  'reserve',
  'release',
  'deliver',
  'deliver_extra',
  'reverse_delivery',
  'send',
  'settle',
  'bounce',
] as const

/** Where money rests between coming in and going out. */
const places = ['available', 'reserved', 'delivered', 'in_transit', 'paid'] as const
export type Place = (typeof places)[number]
export type Standing = Record<Place, Cents>

type Movement = { from: AccountKind; to: AccountKind; amount: Cents }

export type Summed<Some extends Movement> = {
  /** Each movement with what is held here after it. */
  entries: readonly (Some & { after: Cents })[]
  standing: Standing
  /** The sum of the standing. */
  total: Cents
}

/**
 * Adds movements up in their order. For a line, "here" is all that was ever assigned to it. For bookings, what the
 * line lends them comes from `available` and goes back to it, so that place stands outside and is not counted.
 */
export function addUpTrace<Some extends Movement>(
  movements: readonly Some[],
  { countsAvailable }: { countsAvailable: boolean },
): Summed<Some> {
  const counted = places.filter((place) => countsAvailable || place !== 'available')
  const standing = nothingStanding()
  const held = () => addCents(zeroCents, ...counted.map((place) => standing[place]))
  const entries = movements.map((movement) => {
    const from = counted.find((place) => place === movement.from)
    const to = counted.find((place) => place === movement.to)
    if (from !== undefined) standing[from] = subtractCents(standing[from], movement.amount)
    if (to !== undefined) standing[to] = addCents(standing[to], movement.amount)
    return { ...movement, after: held() }
  })
  return { entries, standing, total: held() }
}

/** How far two standings are apart, place by place, as one sum; zero when they agree. */
export function differenceOf(one: Standing, other: Standing): Cents {
  return cents(places.reduce((sum, place) => sum + Math.abs(one[place] - other[place]), 0))
}

type Session = {
  holds: readonly { state: 'open' | 'posted' | 'voided'; amount: Cents }[]
  deliveries: readonly {
    state: 'awaiting' | 'accepted' | 'objected' | 'rejected' | 'waived'
    amount: Cents
    items: readonly { isLive: boolean; payoutState: 'prepared' | 'in_transit' | 'paid' | 'failed' | 'dropped' }[]
  }[]
}

/** Where the money of bookings must be by what became of them, whatever the ledger says. */
export function expectedStanding(sessions: readonly Session[]): Standing {
  const standing = nothingStanding()
  const put = (place: Place, amount: Cents) => {
    standing[place] = addCents(standing[place], amount)
  }
  for (const { holds, deliveries } of sessions) {
    for (const hold of holds) if (hold.state === 'open') put('reserved', hold.amount)
    for (const { state, amount, items } of deliveries) {
      if (state === 'rejected' || state === 'waived') continue
      const live = items.find(({ isLive }) => isLive)?.payoutState
      put(live === 'in_transit' || live === 'paid' ? live : 'delivered', amount)
    }
  }
  return standing
}

export function nothingStanding(): Standing {
  return { available: zeroCents, reserved: zeroCents, delivered: zeroCents, in_transit: zeroCents, paid: zeroCents }
}
