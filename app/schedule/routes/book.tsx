import { data } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { ownText } from '#app/marketplace/ui/offering-words.ts'
import { requireContext } from '#app/people/require-context.server.ts'
import { formatDate, formatMoney, formatQuantity, startSentence } from '#app/platform/i18n/format.ts'
import { unitsForMoney } from '#app/plan/rules/units-for-money.ts'
import { listLinesToBook } from '#app/schedule/list-lines-to-book.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/book.ts'

export async function loader({ params, context }: Route.LoaderArgs) {
  const found = await listLinesToBook(requireContext(context), params.childId)
  if (found === null) throw data(null, { status: 404 })
  return found
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: m.ui_page_title({ title: titleOf(loaderData?.lines[0]) }) },
]

type Line = Route.ComponentProps['loaderData']['lines'][number]

export default function Book({ loaderData: { child, today, lines } }: Route.ComponentProps) {
  const home = `/family/${child.id}`
  const [first] = lines
  if (first === undefined) return <NothingToBook home={home} name={child.givenName} />

  const locale = getLocale()
  const periods = [...new Set(lines.map(({ periodId }) => periodId))]
  return (
    <>
      <PageHead
        back={{ to: home, label: child.givenName }}
        title={titleOf(first)}
        lead={m.schedule_book_lead({ date: formatDate(first.lastDay, locale, 'long-until') })}
      />
      <div className="stack max-w-3xl">
        {periods.map((periodId) => (
          <PeriodLines
            key={periodId}
            home={home}
            today={today}
            lines={lines.filter((line) => line.periodId === periodId)}
          />
        ))}
      </div>
    </>
  )
}

function titleOf(first: Line | undefined): string {
  if (first === undefined) return m.schedule_book_title_no_plan()
  const amount = formatMoney(first.periodAvailable, getLocale())
  return first.periodAvailable > 0 ? m.schedule_book_title({ amount }) : m.schedule_book_title_none()
}

function PeriodLines({ home, today, lines }: { home: string; today: string; lines: readonly Line[] }) {
  const [first] = lines
  if (first === undefined) return null
  const from = formatDate(first.startsOn, getLocale(), 'long-on')
  const title =
    first.startsOn > today ? startSentence(m.schedule_book_later({ date: from })) : m.schedule_book_services()
  return (
    <Card title={title}>
      <ul className="picks">
        {lines.map((line) => (
          <LineItem key={line.lineId} home={home} line={line} />
        ))}
      </ul>
    </Card>
  )
}

function LineItem({ home, line }: { home: string; line: Line }) {
  const service = ownText(line.service)
  return (
    <li>
      <div>
        <span className="strong">{service}</span>
        <div className="small muted">{leftText(line)}</div>
        {line.upcoming > 0 ? (
          <div className="small muted">{m.schedule_book_upcoming({ count: line.upcoming })}</div>
        ) : null}
      </div>
      {line.available > 0 ? (
        <ButtonLink
          to={`${home}/book/${line.lineId}`}
          variant="secondary"
          size="small"
          aria-label={m.schedule_book_choose_for({ service })}
        >
          {m.schedule_book_choose()}
        </ButtonLink>
      ) : (
        <Badge icon="minus">{m.schedule_book_line_empty()}</Badge>
      )}
    </li>
  )
}

function leftText({ available, plannedUnitPrice, unit }: Line): string {
  const amount = formatMoney(available, getLocale())
  if (available === 0) return m.schedule_book_line_empty_hint()
  const units =
    plannedUnitPrice === null ? null : unitsForMoney({ money: available, unitPrice: plannedUnitPrice, unit })
  if (units === null || units === 0) return m.schedule_book_left({ amount })
  return m.schedule_book_left_units({ amount, units: formatQuantity(units, unit, getLocale()) })
}

function NothingToBook({ home, name }: { home: string; name: string }) {
  return (
    <>
      <PageHead back={{ to: home, label: name }} title={titleOf(undefined)} />
      <EmptyState
        title={m.schedule_book_none_title()}
        icon="plan"
        action={
          <ButtonLink to={`${home}/plan`} variant="secondary">
            {m.schedule_book_see_plan()}
          </ButtonLink>
        }
      >
        <p>{m.schedule_book_none_text()}</p>
      </EmptyState>
    </>
  )
}
