import { useState } from 'react'
import { Form, data, redirect } from 'react-router'
import { orderState } from '#app/assessment/rules/family-steps.ts'
import type { FamilyAssessment, FamilyService } from '#app/assessment/rules/family-view.ts'
import { servicesToRank } from '#app/assessment/rules/family-view.ts'
import { moveInOrder, orderOfRanks, readMove, readOrder, writeOrder } from '#app/assessment/rules/ranking-text.ts'
import type { ParentRankingRefusal } from '#app/assessment/save-parent-ranking.server.ts'
import { saveParentRanking } from '#app/assessment/save-parent-ranking.server.ts'
import { submitParentRanking } from '#app/assessment/submit-parent-ranking.server.ts'
import { takeBackParentRanking } from '#app/assessment/take-back-parent-ranking.server.ts'
import '#app/assessment/ui/family.css'
import { dueText, whenText } from '#app/assessment/ui/family-words.ts'
import { toldText } from '#app/assessment/ui/told-words.ts'
import { m } from '#app/paraglide/messages.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { getFamilyRanking } from '#app/plan/get-family-ranking.server.ts'
import { expertsOrder } from '#app/plan/rules/what-if.ts'
import { NotProposed } from '#app/plan/ui/not-proposed.tsx'
import { RankingEditor } from '#app/plan/ui/ranking-editor.tsx'
import type { ServerOrder, StartOrder } from '#app/plan/ui/use-shared-order.ts'
import { useFreshData } from '#app/plan/ui/use-shared-order.ts'
import { answerAutosave, readAutosave, readText } from '#app/platform/http/autosave.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import type { AutosaveConflict } from '#app/ui/autosave-answer.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/family-ranking.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.ranking_order_title() }) }]

export async function loader({ params, context }: Route.LoaderArgs) {
  const view = await getFamilyRanking(requireContext(context), { childId: params.childId })
  if (view === null) throw data(null, { status: 404 })
  return view
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = requireContext(context)
  const { childId } = params
  const here = `/family/${childId}/assessment/ranking`
  const form = await request.formData()
  const intent = readText(form, 'intent')

  if (intent === 'take-back') {
    const taken = await takeBackParentRanking(ctx, { childId })
    if (taken.ok) return redirectWithReceipt(context, here, { tone: 'ok', title: m.ranking_receipt_back() })
    if (taken.refusal.kind === 'not-found') throw data(null, { status: 404 })
    const problem =
      taken.refusal.kind === 'completed' ? m.ranking_refused_completed() : m.ranking_refused_not_handed_in()
    return data({ problem, conflict: null, order: null }, { status: 409 })
  }

  const { isAutosave, version } = readAutosave(form)
  const move = readMove(intent)
  if (version === null || !(isAutosave || move !== null || intent === 'save' || intent === 'submit')) {
    throw data(null, { status: 400 })
  }
  const shown = readOrder(readText(form, 'order'))
  const order = move === null ? shown : moveInOrder(shown, move.id, move.move)
  const input = { childId, order, version }
  const saved = intent === 'submit' ? await submitParentRanking(ctx, input) : await saveParentRanking(ctx, input)

  if (saved.ok) {
    if (isAutosave) {
      return answerAutosave(context, {
        saved: { version: saved.value.version, savedAt: ctx.clock.now().toString() },
      })
    }
    if (intent !== 'submit') return redirect(`${here}#order`)
    return redirectWithReceipt(context, `/family/${childId}/assessment`, {
      tone: 'ok',
      title: m.ranking_receipt_handed_in(),
      detail: m.ranking_receipt_handed_in_detail(),
    })
  }
  const { refusal } = saved
  if (refusal.kind === 'not-found') throw data(null, { status: 404 })
  const problem = problemOf(refusal)
  if (refusal.kind === 'changed-meanwhile') {
    const { by, at } = refusal
    const conflict = {
      version: refusal.version,
      by: by === '' ? null : by,
      at,
      values: { order: writeOrder(refusal.order) },
    }
    if (isAutosave) return answerAutosave(context, { conflict })
    return data({ problem: null, conflict, order: writeOrder(order) }, { status: 409 })
  }
  if (isAutosave) return answerAutosave(context, { refused: problem })
  return data({ problem, conflict: null, order: null }, { status: refusal.kind === 'bad-order' ? 422 : 409 })
}

function problemOf(refusal: Exclude<ParentRankingRefusal, { kind: 'not-found' }>): string {
  switch (refusal.kind) {
    case 'completed':
      return m.ranking_refused_completed()
    case 'not-proposed':
      return m.ranking_not_proposed_text()
    case 'handed-in':
      return m.ranking_refused_handed_in()
    case 'bad-order':
      return m.ranking_refused_order()
    case 'changed-meanwhile':
      return m.ranking_refused_changed({ name: refusal.by })
  }
}

export default function FamilyRankingPage({ loaderData, actionData }: Route.ComponentProps) {
  const { child, assessment, basis, problem, now } = loaderData
  const base = `/family/${child.id}/assessment`
  const back = { to: base, label: m.ranking_back() }
  const isOpen = assessment !== null && assessment.completedAt === null && assessment.proposedAt !== null
  useFreshData(isOpen)
  const services = servicesToRank(assessment?.services ?? [])
  if (assessment === null || services.length === 0) {
    return <NotProposed title={m.ranking_order_title()} childName={child.givenName} back={back} />
  }
  const state = orderState(assessment)
  const { handedIn, told } = assessment.ranking
  const sent: SentOrder | undefined = actionData !== undefined && 'order' in actionData ? actionData : undefined
  return (
    <>
      <PageHead
        title={state === 'open' ? m.ranking_order_title() : m.ranking_order_title_closed()}
        over={child.givenName}
        back={back}
        lead={state === 'open' ? [m.ranking_order_lead(), dueText(assessment.rankingDue, now)].join(' ') : undefined}
      />
      <ErrorSummary errors={sent?.problem ? [{ text: sent.problem }] : []} />
      {handedIn === null ? null : (
        <div className="stack mb-6 max-w-136">
          <Note tone="ok">
            {told === null
              ? m.ranking_handed_in({
                  who: handedIn.isMe ? 'me' : 'other',
                  name: handedIn.name,
                  when: whenText(handedIn.at, now),
                })
              : toldText(told)}{' '}
            {state === 'handed-in' ? m.ranking_handed_in_open() : m.ranking_handed_in_closed()}
          </Note>
          {state === 'handed-in' ? (
            <Form method="post">
              <SubmitButton variant="secondary" name="intent" value="take-back">
                {m.ranking_take_back()}
              </SubmitButton>
            </Form>
          ) : null}
        </div>
      )}
      <Editing
        key={[assessment.id, state, ...services.map(({ id }) => id).toSorted()].join(' ')}
        assessment={assessment}
        services={services}
        basis={problem === null ? basis : null}
        isLocked={state !== 'open'}
        isClosed={state === 'closed'}
        now={now}
        servicesHref={`${base}/services`}
        sent={sent}
      />
    </>
  )
}

/** What an order that was sent as a form met, kept with the order itself. */
type SentOrder = { problem: string | null; conflict: AutosaveConflict | null; order: string | null }

type EditingProps = {
  assessment: FamilyAssessment
  services: readonly FamilyService[]
  basis: Route.ComponentProps['loaderData']['basis']
  isLocked: boolean
  isClosed: boolean
  now: number
  servicesHref: string
  sent: SentOrder | undefined
}

/** Holds the order that the screen began with; taking over somebody else's begins anew. */
function Editing({ assessment, services, sent, ...rest }: EditingProps) {
  const server = serverOrder(assessment, services)
  const [adopted, setAdopted] = useState<{ count: number; order: ServerOrder; over: EditingProps['sent'] }>({
    count: 0,
    order: server,
    over: undefined,
  })
  const answered = sent === adopted.over ? undefined : sent
  const conflict = answered?.conflict ?? null
  const start: StartOrder =
    conflict === null
      ? { ...adopted.order, conflict }
      : { version: conflict.version, order: readOrder(answered?.order ?? ''), changedAt: conflict.at, conflict }
  return (
    <RankingEditor
      {...rest}
      key={`${adopted.count} ${conflict?.version ?? ''}`}
      assessment={assessment}
      services={services}
      start={start}
      server={server}
      onAdopt={(order) => setAdopted({ count: adopted.count + 1, order, over: sent })}
    />
  )
}

/** The family's order as it is kept; while nobody has changed anything, the experts'. */
function serverOrder({ ranking }: FamilyAssessment, services: readonly FamilyService[]): ServerOrder {
  const ranks = new Map(
    services.flatMap(({ serviceId, parentHalfRank }) => (parentHalfRank === null ? [] : [[serviceId, parentHalfRank]])),
  )
  const ids = services.map(({ serviceId }) => serviceId)
  return {
    version: ranking.version,
    order: ranks.size === 0 ? expertsOrder(services) : orderOfRanks(ids, ranks),
    changedAt: ranking.changedBy?.at ?? null,
  }
}
