import { data } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { formatMoney, formatDateTime } from '#app/platform/i18n/format.ts'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { getTrace } from '../get-trace.server.ts'
import { TraceEntries } from '../ui/trace-entries.tsx'
import { TraceSteps } from '../ui/trace-steps.tsx'
import { Whereabouts } from '../ui/whereabouts.tsx'
import type { Route } from './+types/trace.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.trace_title() }) }]

export async function loader({ context, params }: Route.LoaderArgs) {
  const found = await getTrace(requireContext(context), { id: params.id })
  if (!found.ok) throw data(null, { status: 404 })
  return found.value
}

export default function Trace({ loaderData }: Route.ComponentProps) {
  const { focus, line, sessions, entries, entryCount, standing, total, difference } = loaderData
  const locale = getLocale()
  return (
    <div className="stack [--gap:1.5rem]">
      <PageHead title={m.trace_title()} lead={leadOf(focus)} back={backOf(focus)} />
      {focus.kind === 'cause' ? null : (
        <>
          <Note tone={difference === 0 ? 'ok' : 'stop'}>
            <b>
              {difference === 0
                ? m.trace_adds_up({ sum: formatMoney(total, locale) })
                : m.trace_differs({ sum: formatMoney(difference, locale) })}
            </b>{' '}
            {difference === 0 ? m.trace_adds_up_why() : null}
          </Note>
          <Whereabouts standing={standing} total={total} hasAvailable={focus.kind === 'line'} />
          <TraceSteps line={line} sessions={sessions} focus={focus} />
        </>
      )}
      <TraceEntries
        entries={entries}
        entryCount={entryCount}
        hasSum={focus.kind !== 'cause'}
        hasService={line === null}
      />
    </div>
  )
}

/** To the family whose money it is, or to the run that pays it. */
function backOf({ childId, childName, runId, runLabel }: Route.ComponentProps['loaderData']['focus']) {
  if (childId !== null) return { to: `/municipality/families/${childId}`, label: childName ?? '' }
  return runId === null
    ? undefined
    : { to: `/municipality/payouts/${runId}`, label: m.trace_back_run({ run: runLabel ?? '' }) }
}

function leadOf(focus: Route.ComponentProps['loaderData']['focus']): string {
  const locale = getLocale()
  const service = (locale === 'lv' ? focus.serviceLv : focus.serviceEn) ?? ''
  const child = focus.childName ?? ''
  const date = focus.startsAt === null ? '' : formatDateTime(focus.startsAt, locale)
  const run = focus.runLabel ?? ''
  switch (focus.kind) {
    case 'line':
      return m.trace_lead_line({ service, child })
    case 'booking':
      return m.trace_lead_booking({ service, child, date })
    case 'delivery':
      return m.trace_lead_delivery({ service, child, date })
    case 'payout':
      return m.trace_lead_payout({ name: focus.payee ?? '', run })
    case 'run':
      return m.trace_lead_run({ run })
    case 'cause':
      return m.trace_lead_other()
  }
}
