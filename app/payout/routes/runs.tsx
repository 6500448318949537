import { data } from 'react-router'
import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { formatMoney } from '#app/platform/i18n/format.ts'
import { cents } from '#app/platform/money.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { readPage } from '#app/ui/read-sort.ts'
import { listRuns } from '../list-runs.server.ts'
import { prepareRun } from '../prepare-run.server.ts'
import { isStretch } from '../rules/eligibility.ts'
import { PrepareCard } from '../ui/prepare-card.tsx'
import { RunTable } from '../ui/run-table.tsx'
import { refusalWords } from '../ui/run-words.ts'
import type { Route } from './+types/runs.ts'

/** Of this century: what is counted on from it can be written. */
const day = z.iso
  .date()
  .startsWith('20')
  .transform((text) => Temporal.PlainDate.from(text))
/** First and last day, both paid for; in code the end is the day after. */
const days = z
  .object({ from: day, to: day })
  .transform(({ from, to }) => ({ firstDay: from, endDay: to.add({ days: 1 }) }))

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.payout_runs_title() }) }]

export async function loader({ request, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams
  const typed = { from: search.get('from') ?? '', to: search.get('to') ?? '' }
  const asked = days.safeParse(typed)
  const dates = asked.success && isStretch(asked.data) ? asked.data : null
  const page = readPage(search)
  const ctx = requireContext(context)
  const listed = await listRuns(ctx, { page, dates })
  if (!listed.ok) throw data(null, { status: 404 })
  const wrongDates = dates === null && (typed.from !== '' || typed.to !== '') ? typed : null
  return { ...listed.value, page, role: ctx.actor.role, wrongDates }
}

const form = z.object({ total: z.coerce.number().int().nonnegative().transform(cents) }).and(days)

export async function action({ request, context }: Route.ActionArgs) {
  const sent = form.safeParse(Object.fromEntries(await request.formData()))
  if (!sent.success) return data({ error: m.payout_no_dates() }, { status: 400 })
  const { total, ...dates } = sent.data
  const prepared = await prepareRun(requireContext(context), { dates, expectedTotal: total })
  if (!prepared.ok) return data({ error: refusalWords(prepared.refusal) }, { status: 409 })
  const { runId, number, year } = prepared.value
  return redirectWithReceipt(context, `/municipality/payouts/${runId}`, {
    tone: 'ok',
    title: m.payout_done_prepared({ number: String(number), year: String(year) }),
    detail: m.payout_done_prepared_next(),
  })
}

export default function Runs({ loaderData, actionData }: Route.ComponentProps) {
  const { runs, count, pageSize, page, months, preview, wrongDates } = loaderData
  const errors =
    actionData !== undefined
      ? [{ text: actionData.error }]
      : preview !== null && wrongDates !== null
        ? [{ text: m.payout_no_dates(), href: '#from' }]
        : []
  return (
    <div className="stack">
      <PageHead title={titleOf(loaderData)} lead={leadOf(loaderData.role)} />
      <ErrorSummary title={m.payout_no_title()} errors={errors} />
      <RunTable runs={runs} paging={{ page, pageSize, total: count }} />
      {preview === null ? null : <PrepareCard months={months} preview={preview} wrongDates={wrongDates} />}
    </div>
  )
}

function titleOf({ runs, preview }: Route.ComponentProps['loaderData']): string {
  const waiting = runs.filter((run) => run.state === 'prepared').length
  if (waiting > 0) return m.payout_runs_title_waiting({ count: waiting })
  const atBank = runs.filter((run) => run.state === 'approved').length
  if (atBank > 0) return m.payout_runs_title_bank({ count: atBank })
  if (preview !== null && preview.total > 0) {
    return m.payout_runs_title_ready({ sum: formatMoney(preview.total, getLocale()) })
  }
  return m.payout_runs_title()
}

function leadOf(role: Route.ComponentProps['loaderData']['role']): string {
  if (role === 'finance_officer') return m.payout_runs_lead_prepare()
  return role === 'payout_approver' ? m.payout_runs_lead_approve() : m.payout_runs_lead_look()
}
