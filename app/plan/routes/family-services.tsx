import { data } from 'react-router'
import { z } from 'zod'
import { askQuestion } from '#app/assessment/ask-question.server.ts'
import { markUnderstood } from '#app/assessment/mark-understood.server.ts'
import { haveUnderstood } from '#app/assessment/rules/family-steps.ts'
import { m } from '#app/paraglide/messages.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { getFamilyRanking } from '#app/plan/get-family-ranking.server.ts'
import type { FamilyBasis } from '#app/plan/rules/family-ranking-view.ts'
import { priceOfUnit } from '#app/plan/rules/support-plan.ts'
import type { SentQuestion } from '#app/plan/ui/family-questions.tsx'
import { FamilyServiceCard } from '#app/plan/ui/family-service.tsx'
import { NotProposed } from '#app/plan/ui/not-proposed.tsx'
import { readText } from '#app/platform/http/autosave.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { redirect } from 'react-router'
import type { Route } from './+types/family-services.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.ranking_services_title() }) }]

export async function loader({ params, context }: Route.LoaderArgs) {
  const view = await getFamilyRanking(requireContext(context), { childId: params.childId })
  if (view === null) throw data(null, { status: 404 })
  return view
}

const sentForm = z.object({ intent: z.enum(['understood', 'not-understood', 'ask']), service: z.uuid() })

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = requireContext(context)
  const { childId } = params
  const form = await request.formData()
  const parsed = sentForm.safeParse(Object.fromEntries(form))
  if (!parsed.success) throw data(null, { status: 400 })
  const { intent, service } = parsed.data
  const here = `/family/${childId}/assessment/services`

  if (intent === 'ask') {
    const typed = readText(form, 'text')
    const asked = await askQuestion(ctx, { childId, assessedServiceId: service, text: typed })
    if (asked.ok) {
      return redirectWithReceipt(context, `${here}#q-${service}`, {
        tone: 'ok',
        title: m.ranking_receipt_asked(),
        detail: m.ranking_receipt_asked_detail(),
      })
    }
    const { refusal } = asked
    if (refusal.kind === 'not-found') throw data(null, { status: 404 })
    const problem =
      refusal.kind === 'empty'
        ? m.ranking_refused_question_empty()
        : refusal.kind === 'too-long'
          ? m.ranking_refused_long({ count: refusal.longest })
          : m.ranking_refused_completed()
    const sent: SentQuestion = { service, typed, problem }
    return data({ sent }, { status: refusal.kind === 'completed' ? 409 : 400 })
  }

  const marked = await markUnderstood(ctx, {
    childId,
    assessedServiceId: service,
    isUnderstood: intent === 'understood',
  })
  if (!marked.ok) {
    if (marked.refusal.kind === 'not-found') throw data(null, { status: 404 })
    return data({ sent: { service, typed: '', problem: m.ranking_refused_completed() } }, { status: 409 })
  }
  if (intent === 'not-understood') return redirect(`${here}#s-${service}`)
  // On to what still wants reading, in the order of the page.
  const services = (await getFamilyRanking(ctx, { childId }))?.assessment?.services ?? []
  const at = services.findIndex(({ id }) => id === service)
  const next = [...services.slice(at + 1), ...services.slice(0, at)].find((other) => !haveUnderstood(other))
  return redirect(`${here}#${next === undefined ? 'all-read' : `s-${next.id}`}`)
}

export default function FamilyServicesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { child, assessment, basis, now } = loaderData
  const base = `/family/${child.id}/assessment`
  const back = { to: base, label: m.ranking_back() }
  if (assessment === null || assessment.services.length === 0) {
    return <NotProposed title={m.ranking_services_title()} childName={child.givenName} back={back} />
  }
  const { services, completedAt, ranking } = assessment
  const isReadOnly = completedAt !== null
  const unread = services.filter((service) => !haveUnderstood(service))
  const sent = actionData?.sent ?? null
  const card = { isReadOnly, now, sent }
  const needed = services.filter(({ otherPayer }) => otherPayer === null)
  const covered = services.filter(({ otherPayer }) => otherPayer !== null)
  const [first] = unread
  return (
    <>
      <PageHead
        title={m.ranking_services_title()}
        over={child.givenName}
        back={back}
        lead={m.ranking_services_lead({ mine: services.length - unread.length, all: services.length })}
        actions={
          first === undefined || isReadOnly ? undefined : (
            <ButtonLink to={`#s-${first.id}`} variant="secondary" icon="down">
              {m.ranking_to_unread()}
            </ButtonLink>
          )
        }
      />
      <ErrorSummary errors={sent === null ? [] : [{ text: sent.problem, href: `#ask-${sent.service}` }]} />
      <div className="stack max-w-176" style={{ '--gap': '1.5rem' }}>
        {needed.map((service) => (
          <FamilyServiceCard key={service.id} service={service} unitPrice={priceIn(basis, service)} {...card} />
        ))}
        {covered.length === 0 ? null : (
          <>
            <div className="mt-4">
              <h2>{m.plan_others()}</h2>
              <p className="muted">{m.ranking_others_lead()}</p>
            </div>
            {covered.map((service) => (
              <FamilyServiceCard key={service.id} service={service} unitPrice={null} {...card} />
            ))}
          </>
        )}
        <div id="all-read" className="stack scroll-mt-20">
          {unread.length === 0 ? <Note tone="ok">{m.ranking_all_read()}</Note> : null}
          {isReadOnly ? null : (
            <ButtonLink to={`${base}/ranking`} wide variant={unread.length === 0 ? 'primary' : 'secondary'}>
              {ranking.handedIn === null ? m.ranking_task_order_do() : m.ranking_see_order()}
            </ButtonLink>
          )}
        </div>
      </div>
    </>
  )
}

function priceIn(basis: FamilyBasis | null, service: { serviceId: string; mode: string | null }): number | null {
  return basis === null ? null : priceOfUnit(service, basis.prices)
}
