import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { ObjectionKind } from '#app/delivery/rules/objection.ts'
import type { ComparedDelivery } from '#app/delivery/ui/comparison.tsx'
import type { DeliveryState } from '#app/delivery/ui/delivery-words.ts'
import { kindWords, objectionWords, placeWords, stateLook } from '#app/delivery/ui/delivery-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate, formatMoney, formatQuantity, formatTimeRange } from '#app/platform/i18n/format.ts'
import type { Cents } from '#app/platform/money.ts'
import { Badge } from '#app/ui/badge.tsx'
import type { Column } from '#app/ui/table-column.ts'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

type Row = ComparedDelivery & {
  deliveryId: string
  childGivenName: string
  childFamilyName: string
  serviceLv: string
  serviceEn: string
  providerName: string
  state: DeliveryState
  extraAsked: Cents
  objection: ObjectionKind | null
}

/** The table of statements: each value as stated, and beneath it what was booked where the two differ. */
export function deliveryColumns(search: string): Column<Row>[] {
  const locale = getLocale()
  return [
    {
      key: 'child',
      label: m.delivery_column_child(),
      isRowHeader: true,
      cell: (row) => `${row.childGivenName} ${row.childFamilyName}`,
    },
    {
      key: 'service',
      label: m.delivery_column_service(),
      cell: (row) => (
        <>
          {locale === 'lv' ? row.serviceLv : row.serviceEn}
          <small className="muted">{row.providerName}</small>
        </>
      ),
    },
    {
      key: 'when',
      label: m.delivery_column_when(),
      cell: (row) => {
        const { startsAt, endsAt, startedAt, endedAt } = row
        const booked = formatTimeRange(startsAt, endsAt, locale)
        const isDifferent = row.different.includes('start') || row.different.includes('end')
        return (
          <>
            <span className="whitespace-nowrap">{formatDate(startsAt, locale, 'day-short')}</span>
            <Value
              booked={booked}
              stated={startedAt === null || endedAt === null ? booked : formatTimeRange(startedAt, endedAt, locale)}
              isDifferent={isDifferent}
            />
          </>
        )
      },
    },
    {
      key: 'place',
      label: m.delivery_column_place(),
      cell: (row) =>
        row.placeType === null ? (
          <span className="strong">{kindWords(row.kind)}</span>
        ) : (
          <Value
            booked={placeWords(row.bookedPlace)}
            stated={placeWords(row.placeType)}
            isDifferent={row.different.includes('place')}
          />
        ),
    },
    {
      key: 'size',
      label: m.delivery_column_size(),
      numeric: true,
      cell: (row) =>
        row.kind === 'delivered' ? (
          <Value
            booked={formatQuantity(row.bookedQuantity, row.unit, locale)}
            stated={formatQuantity(row.quantity, row.unit, locale)}
            isDifferent={row.different.includes('quantity')}
          />
        ) : (
          <span className="muted">{m.delivery_size_none()}</span>
        ),
    },
    {
      key: 'amount',
      label: m.delivery_column_amount(),
      numeric: true,
      cell: (row) => (
        <>
          <Value
            booked={formatMoney(row.reserved, locale)}
            stated={formatMoney(owed(row), locale)}
            isDifferent={owed(row) !== row.reserved}
          />
          {row.extraAsked > 0 && row.amount <= row.reserved ? (
            <small className="strong">{m.delivery_extra_asked({ amount: formatMoney(row.extraAsked, locale) })}</small>
          ) : null}
        </>
      ),
    },
    {
      key: 'state',
      label: m.delivery_column_state(),
      kind: 'state',
      cell: (row) => <State row={row} />,
    },
    {
      key: 'open',
      label: m.delivery_column_open(),
      kind: 'action',
      cell: (row) => (
        <Link
          to={`/municipality/deliveries/${row.deliveryId}`}
          state={{ search }}
          aria-label={m.delivery_open_of({
            name: row.childGivenName,
            when: formatDate(row.startsAt, locale),
          })}
        >
          {m.delivery_column_open()}
        </Link>
      ),
    },
  ]
}

/** What is to be paid: nothing of a statement that was turned down. */
function owed({ state, amount }: Row): number {
  return state === 'rejected' || state === 'waived' ? 0 : amount
}

function Value({ booked, stated, isDifferent }: { booked: string; stated: string; isDifferent: boolean }): ReactNode {
  if (!isDifferent) return <span className="block">{stated}</span>
  return (
    <>
      <b className="strong block">
        {stated}
        <VisuallyHidden>, {m.delivery_different_mark()}</VisuallyHidden>
      </b>
      <small className="muted">{m.delivery_was_booked({ what: booked })}</small>
    </>
  )
}

function State({ row: { state, objection } }: { row: Row }) {
  const { text, tone, icon } = stateLook(state)
  return (
    <>
      <Badge tone={tone} icon={icon}>
        {text}
      </Badge>
      {objection === null ? null : <small className="block">{objectionWords(objection)}</small>}
    </>
  )
}
