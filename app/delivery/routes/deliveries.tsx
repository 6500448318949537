import { Form, Link, useLocation } from 'react-router'
import { z } from 'zod'
import { listDeliveriesToReview } from '#app/delivery/list-deliveries-to-review.server.ts'
import { reviewFilters } from '#app/delivery/rules/review-filter.ts'
import { deliveryColumns } from '#app/delivery/ui/delivery-columns.tsx'
import { UnstatedNote } from '#app/delivery/ui/unstated-note.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { readMonth } from '#app/platform/http/form-values.ts'
import { formatMonth } from '#app/platform/i18n/format.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterChips } from '#app/ui/filter-chips.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { readPage } from '#app/ui/read-sort.ts'
import { searchWith } from '#app/ui/search-link.ts'
import { Select } from '#app/ui/select.tsx'
import type { Route } from './+types/deliveries.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.delivery_review_title() }) }]

const choice = z.object({ show: z.enum(reviewFilters).catch('todo'), provider: z.uuid().nullable().catch(null) })

export async function loader({ context, url }: Route.LoaderArgs) {
  const { show, provider } = choice.parse({
    show: url.searchParams.get('show'),
    provider: url.searchParams.get('provider'),
  })
  const month = readMonth(url.searchParams.get('month'))
  const page = readPage(url.searchParams)
  const list = await listDeliveriesToReview(requireContext(context), { show, providerId: provider, month, page })
  return { ...list, show, provider, month: month?.toString() ?? '', page }
}

const filterWords = {
  todo: m.delivery_filter_todo,
  objected: m.delivery_filter_objected,
  differs: m.delivery_filter_differs,
  awaiting: m.delivery_filter_awaiting,
  all: m.delivery_filter_all,
} as const satisfies Record<(typeof reviewFilters)[number], () => string>

export default function Deliveries({ loaderData }: Route.ComponentProps) {
  const { deliveries, unstated, counts, providers, show, provider, month, months, page, pageSize } = loaderData
  const { search } = useLocation()
  return (
    <>
      <PageHead title={m.delivery_review_title()} lead={m.delivery_review_lead()} />
      <UnstatedNote unstated={unstated} />
      <FilterChips
        chips={reviewFilters.map((filter) => ({
          to: searchWith(search, { show: filter === 'todo' ? null : filter, page: null }),
          label: filterWords[filter](),
          isOn: filter === show,
          count: counts[filter],
        }))}
      />
      <Form method="get" className="row items-end mb-6">
        {show === 'todo' ? null : <input type="hidden" name="show" value={show} />}
        <Select
          name="provider"
          label={m.delivery_filter_provider()}
          placeholder={m.delivery_filter_every_provider()}
          defaultValue={provider ?? ''}
          options={providers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          name="month"
          label={m.delivery_filter_month()}
          placeholder={m.delivery_filter_every_month()}
          defaultValue={month}
          options={months.map((value) => ({ value, label: formatMonth(value, getLocale()) }))}
        />
        <Button type="submit" variant="secondary">
          {m.delivery_filter_apply()}
        </Button>
      </Form>
      <DataTable
        caption={m.delivery_review_title()}
        columns={deliveryColumns(search)}
        rows={deliveries}
        rowKey={({ deliveryId }) => deliveryId}
        rowTone={({ state }) => (state === 'objected' ? 'flag' : undefined)}
        paging={{ page, pageSize, total: counts[show] }}
        empty={
          show === 'todo' && provider === null && month === '' ? (
            <EmptyState title={m.delivery_review_empty_todo()} icon="check">
              <p>{m.delivery_review_empty_todo_text()}</p>
            </EmptyState>
          ) : (
            <EmptyState
              title={m.delivery_review_empty()}
              icon="search"
              action={<Link to="/municipality/deliveries?show=all">{m.delivery_filter_clear()}</Link>}
            >
              <p>{m.delivery_review_empty_text()}</p>
            </EmptyState>
          )
        }
      />
    </>
  )
}
