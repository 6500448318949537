import { data, Form } from 'react-router'
import { z } from 'zod'
import { modes } from '#app/assessment/rules/assessed-result.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import type { Cap, PriceRow } from '#app/plan/rules/price-history.ts'
import { getPrices, setPriceCap } from '#app/plan/set-price-cap.server.ts'
import { modeText, moneyText, ownText } from '#app/plan/ui/plan-words.ts'
import { PolicyTabs } from '#app/plan/ui/policy-tabs.tsx'
import { notAheadText } from '#app/plan/ui/read-policy-form.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { readDay, readHundredths } from '#app/platform/http/form-values.ts'
import { formatDate } from '#app/platform/i18n/format.ts'
import { cents } from '#app/platform/money.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Route } from './+types/prices.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.decision_prices_title() }) }]

export async function loader({ context }: Route.LoaderArgs) {
  const prices = await getPrices(requireContext(context))
  if (prices === null) throw data(null, { status: 404 })
  return prices
}

const text = z.string().max(60).catch('')
const sentForm = z.object({ serviceId: text, mode: text, amount: text, from: text })

export async function action({ context, request }: Route.ActionArgs) {
  const sent = sentForm.parse(Object.fromEntries(await request.formData()))
  const mode = modes.find((one) => one === sent.mode) ?? null
  const amount = readHundredths(sent.amount)
  const from = readDay(sent.from)
  const hasService = z.uuid().safeParse(sent.serviceId).success
  const errors = [
    ...(hasService ? [] : [{ field: 'serviceId', text: m.decision_prices_error_service() }]),
    ...(mode === null ? [{ field: 'mode', text: m.decision_prices_error_mode() }] : []),
    ...(amount === null || amount === 0 ? [{ field: 'amount', text: m.decision_prices_error_amount() }] : []),
    ...(from === null ? [{ field: 'from', text: m.decision_policy_error_choice() }] : []),
  ]
  if (mode === null || amount === null || from === null || errors.length > 0) {
    return data({ sent, errors }, { status: 400 })
  }
  const set = await setPriceCap(requireContext(context), {
    serviceId: sent.serviceId,
    mode,
    cents: cents(amount),
    from,
  })
  if (set.ok) {
    const title = m.decision_prices_receipt({ date: formatDate(from.toString(), getLocale(), 'long') })
    return redirectWithReceipt(context, '/municipality/policy/prices', { tone: 'ok', title })
  }
  const { refusal } = set
  switch (refusal.kind) {
    case 'not-found':
      throw data(null, { status: 404 })
    case 'no-amount':
      return data({ sent, errors: [{ field: 'amount', text: m.decision_prices_error_amount() }] }, { status: 400 })
    case 'not-ahead': {
      const error = { field: 'from', text: notAheadText(refusal.earliest.toString()) }
      return data({ sent, errors: [error] }, { status: 400 })
    }
    case 'changed-meanwhile':
      return data({ sent, errors: [{ field: 'from', text: m.decision_prices_error_changed() }] }, { status: 409 })
  }
}

export default function PricesPage({ loaderData: { rows, services, earliest }, actionData }: Route.ComponentProps) {
  const errors = actionData?.errors ?? []
  const field = (name: 'serviceId' | 'mode' | 'amount' | 'from') => ({
    id: name,
    name,
    defaultValue: actionData?.sent[name],
    errors: errors.filter((error) => error.field === name).map((error) => error.text),
  })
  return (
    <>
      <PageHead title={m.decision_prices_title()} lead={m.decision_prices_lead()} />
      <PolicyTabs />
      <ErrorSummary errors={errors.map((error) => ({ text: error.text, href: `#${error.field}` }))} />
      <div className="split split-wide">
        <DataTable
          caption={m.decision_prices_caption()}
          columns={[
            {
              key: 'service',
              label: m.decision_prices_service(),
              isRowHeader: true,
              cell: (row: PriceRow) => m.decision_prices_caps_of({ name: ownText(row.name), mode: modeText(row.mode) }),
            },
            {
              key: 'now',
              label: m.decision_prices_now(),
              numeric: true,
              cell: (row: PriceRow) => (row.now === null ? '–' : moneyText(row.now.cents)),
            },
            { key: 'next', label: m.decision_prices_next(), cell: (row: PriceRow) => nextText(row.next) },
            {
              key: 'before',
              label: m.decision_prices_before(),
              cell: (row: PriceRow) => row.before.map(beforeText).join('; ') || '–',
            },
          ]}
          rows={rows}
          rowKey={(row) => `${row.serviceId} ${row.mode}`}
          empty={m.decision_prices_none()}
        />
        <aside>
          <Card title={m.decision_prices_new()}>
            <Form method="post" className="stack" style={{ '--gap': '1rem' }} noValidate>
              <Select
                {...field('serviceId')}
                label={m.decision_prices_service()}
                placeholder
                options={services.map(({ serviceId, name }) => ({ value: serviceId, label: ownText(name) }))}
              />
              <Select
                {...field('mode')}
                label={m.decision_prices_mode()}
                placeholder
                options={modes.map((mode) => ({ value: mode, label: modeText(mode) }))}
              />
              <TextField
                {...field('amount')}
                label={m.decision_prices_amount()}
                suffix="€"
                short
                inputMode="decimal"
                autoComplete="off"
              />
              <DateField {...field('from')} label={m.decision_policy_field_from()} min={earliest} />
              <SubmitButton>{m.decision_prices_save()}</SubmitButton>
            </Form>
          </Card>
        </aside>
      </div>
    </>
  )
}

function nextText(next: Cap | null): string {
  if (next === null) return '–'
  const date = formatDate(next.validFrom, getLocale(), 'numeric')
  return m.decision_prices_from({ amount: moneyText(next.cents), date })
}

/** The last day it held, not the day after. */
function beforeText({ cents: amount, validTo }: Cap): string {
  const lastDay = new Date(`${validTo}T00:00:00Z`)
  lastDay.setUTCDate(lastDay.getUTCDate() - 1)
  const date = formatDate(lastDay.toISOString().slice(0, 10), getLocale(), 'numeric')
  return m.decision_prices_until({ amount: moneyText(amount), date })
}
