import { data } from 'react-router'
import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { formatDate } from '#app/platform/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { readSort } from '#app/ui/read-sort.ts'
import { getRun } from '../get-run.server.ts'
import { readRunStep, takeRunStep } from './take-run-step.server.ts'
import { arrangePayees, payeeColumns } from '../rules/arrange-payees.ts'
import { BankAnswer, RunFileLink } from '../ui/bank-answer.tsx'
import { LeftOutTable } from '../ui/left-out-table.tsx'
import { PayeeTable } from '../ui/payee-table.tsx'
import { RunSteps } from '../ui/run-steps.tsx'
import { RunTotals } from '../ui/run-totals.tsx'
import { daysOf, runStateWords } from '../ui/run-words.ts'
import type { Route } from './+types/run.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: m.ui_page_title({ title: loaderData === undefined ? m.payout_runs_title() : titleOf(loaderData.run) }) },
]

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const ctx = requireContext(context)
  const search = new URL(request.url).searchParams
  const opened = z.uuid().safeParse(search.get('open'))
  const found = await getRun(ctx, { runId: params.runId, openedPayoutId: opened.success ? opened.data : null })
  if (!found.ok) throw data(null, { status: 404 })
  const sort = readSort(search, payeeColumns, { column: 'name', direction: 'ascending' })
  const isFiltered = search.get('filter') === 'remarks'
  const shown = arrangePayees(found.value.payees, sort, { onlyRemarks: isFiltered })
  const isMine = found.value.run.prepared?.personId === ctx.actor.personId
  return { ...found.value, shown, sort, isFiltered, isMine }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const sent = readRunStep(await request.formData())
  if (sent === null) throw data(null, { status: 400 })
  const taken = await takeRunStep(requireContext(context), { runId: params.runId, sent })
  if (!taken.ok) {
    if (taken.refusal.kind === 'not-found') throw data(null, { status: 404 })
    return data(taken.refusal, { status: taken.refusal.status })
  }
  return redirectWithReceipt(context, `/municipality/payouts/${params.runId}`, { tone: 'ok', ...taken.value })
}

function titleOf(run: Route.ComponentProps['loaderData']['run']): string {
  return m.payout_run_title({ number: String(run.number), year: String(run.year) })
}

export default function Run({ loaderData, actionData }: Route.ComponentProps) {
  const { run, sums, payees, shown, opened, leftOut, rights, bankDates, sort, isFiltered, isMine } = loaderData
  const state = runStateWords(run)
  const problem = actionData ?? null
  const errorOf = (field: string) => (problem !== null && problem.field === field ? problem.text : null)
  return (
    <div className="stack [--gap:1.5rem]">
      <PageHead
        title={titleOf(run)}
        lead={leadOf(run)}
        back={{ to: '/municipality/payouts', label: m.payout_run_back() }}
        actions={
          <Badge tone={state.tone} icon={state.icon} large>
            {state.text}
          </Badge>
        }
      />
      <ErrorSummary title={m.payout_no_title()} errors={problem === null ? [] : [linkOf(problem)]} />
      <RunTotals run={run} sums={sums} leftOutCount={leftOut.length} />
      <RunSteps
        run={run}
        rights={rights}
        isMine={isMine}
        typedReason={problem?.typedReason ?? ''}
        reasonError={errorOf('reason')}
      />
      {rights.hasFile ? <RunFileLink runId={run.id} /> : null}
      {rights.execute === null ? (
        <BankAnswer
          run={run}
          payees={payees}
          bankDates={bankDates}
          typed={problem?.typedAnswer ?? null}
          dateError={errorOf('bankDate')}
          reasonError={errorOf('failed')}
        />
      ) : run.state === 'approved' ? (
        <Note>{m.payout_execute_closed()}</Note>
      ) : null}
      <PayeeTable
        run={run}
        sums={sums}
        opened={opened}
        shown={shown}
        all={payees}
        isFiltered={isFiltered}
        sort={sort}
      />
      <LeftOutTable rows={leftOut} />
      <Note icon="shield">{m.payout_never_changes()}</Note>
    </div>
  )
}

function leadOf(run: Route.ComponentProps['loaderData']['run']): string {
  const day = run.bankDate ?? run.executionDate
  const style = run.bankDate === null ? 'day-heading' : 'long-on'
  const words = { days: daysOf(run), date: formatDate(day, getLocale(), style) }
  return run.bankDate === null ? m.payout_run_lead(words) : m.payout_run_lead_executed(words)
}

function linkOf({ field, text }: { field: string | null; text: string }) {
  return field === null || field === 'failed' ? { text } : { text, href: `#${field}` }
}
