import type { Cents } from '#app/platform/money.ts'
import { addCents } from '#app/platform/money.ts'
import { dateOf } from '#app/platform/time.ts'
import { bookedPlace } from './rules/booked-place.ts'
import type { DifferentValue } from './rules/different-values.ts'
import { differentValues } from './rules/different-values.ts'
import type { PlaceType } from './rules/six-elements.ts'
import type { StatedRow } from './view-store.server.ts'

type InstantName =
  | 'startsAt'
  | 'endsAt'
  | 'startedAt'
  | 'endedAt'
  | 'statedAt'
  | 'acceptBy'
  | 'answeredAt'
  | 'settledAt'
  | 'reviewedAt'

/** A statement beside its booking, as plain JSON: instants as ISO strings, sums in cents. */
export type StatedView = Omit<StatedRow, InstantName> & {
  startsAt: string
  endsAt: string
  startedAt: string | null
  endedAt: string | null
  statedAt: string
  answeredAt: string | null
  settledAt: string | null
  reviewedAt: string | null
  /** The last Riga day on which the guardian can answer. */
  lastDayToAnswer: string
  bookedPlace: PlaceType
  /** What the provider asked; `amount` is what is owed after a decision. */
  statedAmount: Cents
  /** What to mark: everything else goes as booked. */
  different: DifferentValue[]
}

export function toStatedView(row: StatedRow): StatedView {
  const { acceptBy, ...rest } = row
  // A statement that was turned down keeps its amount; one that was lowered has had the difference taken off.
  const statedAmount = row.state === 'accepted' ? addCents(row.amount, row.returned) : row.amount
  return {
    ...rest,
    startsAt: row.startsAt.toString(),
    endsAt: row.endsAt.toString(),
    startedAt: row.startedAt?.toString() ?? null,
    endedAt: row.endedAt?.toString() ?? null,
    statedAt: row.statedAt.toString(),
    answeredAt: row.answeredAt?.toString() ?? null,
    settledAt: row.settledAt?.toString() ?? null,
    reviewedAt: row.reviewedAt?.toString() ?? null,
    lastDayToAnswer: dateOf(acceptBy.subtract({ milliseconds: 1 })).toString(),
    bookedPlace: bookedPlace(row.mode),
    statedAmount,
    different: differentValues({ ...row, amount: statedAmount }),
  }
}
