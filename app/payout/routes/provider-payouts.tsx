import { data } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { formatDate } from '#app/platform/i18n/format.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { readPage } from '#app/ui/read-sort.ts'
import { listProviderPayouts } from '../list-provider-payouts.server.ts'
import { ProviderPayoutTable } from '../ui/provider-payout-table.tsx'
import { UpcomingTable } from '../ui/upcoming-table.tsx'
import type { Route } from './+types/provider-payouts.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.payout_mine_title() }) }]

export async function loader({ request, context }: Route.LoaderArgs) {
  const page = readPage(new URL(request.url).searchParams)
  const listed = await listProviderPayouts(requireContext(context), { page })
  if (!listed.ok) throw data(null, { status: 404 })
  return { ...listed.value, page }
}

export default function ProviderPayouts({ loaderData }: Route.ComponentProps) {
  const { payouts, count, pageSize, page, upcoming, today } = loaderData
  const days = [
    ...payouts.filter(({ state }) => state === 'prepared' || state === 'in_transit').map((one) => one.executionDate),
    ...upcoming.filter(({ amount }) => amount > 0).map((one) => one.promisedOn),
  ]
  // A bank that is late leaves a day behind: only days to come are a promise.
  const [next] = days.filter((day) => day >= today).toSorted()
  return (
    <div className="stack [--gap:1.5rem]">
      <PageHead
        title={
          next === undefined
            ? m.payout_mine_title()
            : m.payout_mine_title_next({ date: formatDate(next, getLocale(), 'date-heading') })
        }
        lead={m.payout_mine_lead()}
      />
      {upcoming.length === 0 ? null : <UpcomingTable months={upcoming} />}
      <ProviderPayoutTable payouts={payouts} paging={{ page, pageSize, total: count }} />
    </div>
  )
}
