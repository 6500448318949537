import type { PlaceType } from '#app/delivery/rules/six-elements.ts'
import type { DeliveryKind } from '#app/delivery/ui/delivery-words.ts'
import { placeWords } from '#app/delivery/ui/delivery-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatMoney, formatQuantity, formatTime } from '#app/platform/i18n/format.ts'
import type { Cents } from '#app/platform/money.ts'
import type { Hundredths, Unit } from '#app/platform/quantity.ts'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

/** A statement beside its booking, as far as comparing them needs. */
export type ComparedDelivery = {
  kind: DeliveryKind
  unit: Unit
  startsAt: string
  endsAt: string
  startedAt: string | null
  endedAt: string | null
  bookedPlace: PlaceType
  placeType: PlaceType | null
  bookedQuantity: Hundredths
  quantity: Hundredths
  reserved: Cents
  statedAmount: Cents
  /** What is owed now: less than stated after a decision. */
  amount: Cents
  returned: Cents
  different: readonly ('start' | 'end' | 'quantity' | 'place' | 'amount')[]
}

type Line = { what: string; booked: string; stated: string; isDifferent: boolean }

/** What was booked beside what was stated; only true differences are bold, and say so to a screen reader. */
export function Comparison({ delivery }: { delivery: ComparedDelivery }) {
  const lines = linesOf(delivery)
  return (
    <table className="compare">
      <caption className="sr-only">{m.delivery_compare_caption()}</caption>
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>{m.delivery_compare_what()}</VisuallyHidden>
          </th>
          <th scope="col">{m.delivery_compare_booked()}</th>
          <th scope="col">{m.delivery_compare_stated()}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ what, booked, stated, isDifferent }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{booked}</td>
            <td>
              {isDifferent ? (
                <>
                  <b className="strong">{stated}</b>
                  <VisuallyHidden>, {m.delivery_different_mark()}</VisuallyHidden>
                </>
              ) : (
                stated
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function linesOf(delivery: ComparedDelivery): Line[] {
  const locale = getLocale()
  const { startedAt, endedAt, placeType, different, unit } = delivery
  const line = (
    what: string,
    value: ComparedDelivery['different'][number],
    [booked, stated]: readonly [string, string],
  ): Line => ({ what, booked, stated, isDifferent: different.includes(value) })
  const times =
    startedAt === null || endedAt === null
      ? []
      : [
          line(m.delivery_compare_start(), 'start', [
            formatTime(delivery.startsAt, locale),
            formatTime(startedAt, locale),
          ]),
          line(m.delivery_compare_end(), 'end', [formatTime(delivery.endsAt, locale), formatTime(endedAt, locale)]),
        ]
  const place =
    placeType === null
      ? []
      : [line(m.delivery_compare_place(), 'place', [placeWords(delivery.bookedPlace), placeWords(placeType)])]
  const size =
    delivery.kind === 'delivered'
      ? [
          line(m.delivery_compare_size(), 'quantity', [
            formatQuantity(delivery.bookedQuantity, unit, locale),
            formatQuantity(delivery.quantity, unit, locale),
          ]),
        ]
      : []
  const amount = line(m.delivery_compare_amount(), 'amount', [
    formatMoney(delivery.reserved, locale),
    formatMoney(delivery.statedAmount, locale),
  ])
  const decided =
    delivery.returned > 0 && delivery.amount < delivery.statedAmount
      ? [
          {
            what: m.delivery_compare_decided(),
            booked: '',
            stated: formatMoney(delivery.amount, locale),
            isDifferent: true,
          },
        ]
      : []
  return [...times, ...place, ...size, amount, ...decided]
}
