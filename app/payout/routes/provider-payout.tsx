import { data } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { formatDate, formatMoney } from '#app/platform/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { getProviderPayout } from '../get-provider-payout.server.ts'
import { municipalityName, payoutStateWords } from '../ui/provider-payout-words.ts'
import { ProviderSessionTable } from '../ui/provider-session-table.tsx'
import { daysOf } from '../ui/run-words.ts'
import type { Route } from './+types/provider-payout.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: m.ui_page_title({ title: loaderData === undefined ? m.payout_mine_title() : titleOf(loaderData.payout) }) },
]

export async function loader({ context, params }: Route.LoaderArgs) {
  const found = await getProviderPayout(requireContext(context), { payoutId: params.payoutId })
  if (!found.ok) throw data(null, { status: 404 })
  return found.value
}

type Payout = Route.ComponentProps['loaderData']['payout']

export default function ProviderPayout({ loaderData: { payout, sessions } }: Route.ComponentProps) {
  const state = payoutStateWords(payout.state)
  return (
    <div className="stack [--gap:1.5rem]">
      <PageHead
        title={titleOf(payout)}
        lead={municipalityName(payout)}
        back={{ to: '/provider/payouts', label: m.payout_detail_back() }}
        actions={
          <Badge tone={state.tone} icon={state.icon} large>
            {state.text}
          </Badge>
        }
      />
      {payout.state === 'failed' ? (
        <Note tone="stop">{m.payout_mine_failed_next({ reason: payout.failureReason ?? '' })}</Note>
      ) : null}
      <Card>
        <Facts facts={factsOf(payout)} />
      </Card>
      <ProviderSessionTable sessions={sessions} total={payout.amount} />
    </div>
  )
}

function titleOf(payout: Payout): string {
  const sum = formatMoney(payout.amount, getLocale())
  if (payout.state === 'paid') return m.payout_detail_title_paid({ sum })
  if (payout.state === 'failed') return m.payout_detail_title_failed({ sum })
  return m.payout_detail_title_promised({ sum, date: formatDate(payout.executionDate, getLocale(), 'date-heading') })
}

function factsOf(payout: Payout) {
  const locale = getLocale()
  const isPaid = payout.paidOn !== null
  return [
    {
      term: isPaid ? m.payout_detail_paid_on() : m.payout_detail_promised(),
      value: formatDate(payout.paidOn ?? payout.executionDate, locale, 'long'),
    },
    { term: m.payout_detail_days(), value: daysOf(payout) },
    { term: m.payout_detail_payer(), value: municipalityName(payout) },
    { term: m.payout_detail_run(), value: payout.runLabel },
    { term: m.payout_detail_payee(), value: payout.creditorName },
    { term: m.payout_detail_account(), value: <span className="break-all tabular-nums">{payout.creditorIban}</span> },
    {
      term: m.payout_detail_reference(),
      value: <span className="break-all">{payout.endToEndId}</span>,
      note: m.payout_detail_reference_note(),
    },
  ]
}
