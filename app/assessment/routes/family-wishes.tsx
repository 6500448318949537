import { useState } from 'react'
import { Form, data } from 'react-router'
import { z } from 'zod'
import { finishWishes } from '#app/assessment/finish-wishes.server.ts'
import { getFamilyAssessment } from '#app/assessment/get-family-assessment.server.ts'
import { removeWish } from '#app/assessment/remove-wish.server.ts'
import type { FamilyAssessment } from '#app/assessment/rules/family-view.ts'
import { saveWish } from '#app/assessment/save-wish.server.ts'
import { whenText } from '#app/assessment/ui/family-words.ts'
import type { SentWish } from '#app/assessment/ui/wish-form.tsx'
import { WishForm } from '#app/assessment/ui/wish-form.tsx'
import { removeProblem, saveProblem, wishConflict } from '#app/assessment/ui/wish-problems.ts'
import { m } from '#app/paraglide/messages.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { answerAutosave, readAutosave, readText } from '#app/platform/http/autosave.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/family-wishes.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.ranking_wishes_title() }) }]

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = requireContext(context)
  const found = await getFamilyAssessment(ctx, { childId: params.childId })
  if (found === null) throw data(null, { status: 404 })
  // The next wish has its id before it is written, so that a wish that is sent twice is one wish.
  return { ...found, nextId: crypto.randomUUID(), now: ctx.clock.now().epochMilliseconds }
}

const sentForm = z.object({
  intent: z.enum(['autosave', 'save', 'add', 'remove', 'done', 'not-done']),
  wishId: z.uuid().optional(),
})

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = requireContext(context)
  const { childId } = params
  const form = await request.formData()
  const parsed = sentForm.safeParse(Object.fromEntries(form))
  if (!parsed.success) throw data(null, { status: 400 })
  const { intent, wishId } = parsed.data
  const here = `/family/${childId}/assessment/wishes`

  if (intent === 'done' || intent === 'not-done') {
    const finished = await finishWishes(ctx, { childId, isDone: intent === 'done' })
    if (finished.ok) {
      return redirectWithReceipt(
        context,
        intent === 'done' ? `/family/${childId}/assessment` : here,
        intent === 'done'
          ? { tone: 'ok', title: m.ranking_receipt_done(), detail: m.ranking_receipt_done_detail() }
          : { tone: 'ok', title: m.ranking_receipt_not_done() },
      )
    }
    if (finished.refusal.kind === 'not-found') throw data(null, { status: 404 })
    const problem = finished.refusal.kind === 'no-wish' ? m.ranking_refused_no_wish() : m.ranking_refused_completed()
    return data({ problem, wish: null }, { status: 409 })
  }

  const { isAutosave, version } = readAutosave(form)
  if (wishId === undefined || version === null) throw data(null, { status: 400 })
  const typed = readText(form, 'text')
  if (intent === 'remove') {
    const removed = await removeWish(ctx, { childId, wishId, version })
    if (removed.ok) return redirectWithReceipt(context, here, { tone: 'ok', title: m.ranking_receipt_removed() })
    if (removed.refusal.kind === 'not-found') throw data(null, { status: 404 })
    const problem = removeProblem(removed.refusal)
    return data({ problem, wish: { wishId, problem, typed, conflict: null } satisfies SentWish }, { status: 409 })
  }

  const saved = await saveWish(ctx, { childId, wishId, text: typed, version })
  if (saved.ok) {
    if (isAutosave) return answerAutosave(context, { saved: saved.value })
    return redirectWithReceipt(context, `${here}#${intent === 'add' ? 'next' : `form-${wishId}`}`, {
      tone: 'ok',
      title: m.ranking_receipt_saved(),
    })
  }
  const { refusal } = saved
  if (refusal.kind === 'not-found') throw data(null, { status: 404 })
  const conflict = wishConflict(refusal)
  const problem = saveProblem(refusal)
  if (isAutosave) {
    if (conflict !== null) return answerAutosave(context, { conflict })
    return answerAutosave(context, { errors: [{ field: 'text', text: problem }] })
  }
  const wish: SentWish = { wishId, problem: conflict === null ? problem : null, typed, conflict }
  return data({ problem: conflict === null ? problem : null, wish }, { status: conflict === null ? 400 : 409 })
}

export default function FamilyWishesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { child, assessment, now } = loaderData
  const back = { to: `/family/${child.id}/assessment`, label: m.ranking_back() }
  if (assessment === null) {
    return (
      <>
        <PageHead title={m.ranking_wishes_title()} over={child.givenName} back={back} />
        <EmptyState title={m.ranking_none_title()} icon="plan">
          <p>{m.ranking_none_text()}</p>
        </EmptyState>
      </>
    )
  }
  if (assessment.completedAt !== null) {
    return (
      <>
        <PageHead
          title={m.ranking_wishes_closed_title()}
          over={child.givenName}
          back={back}
          lead={m.ranking_wishes_closed()}
        />
        <Card>
          <ul className="people">
            {assessment.wishes.map(({ id, text }) => (
              <li key={id} className="own-words">
                {m.plan_goal_quoted({ text })}
              </li>
            ))}
          </ul>
        </Card>
      </>
    )
  }
  const sent = actionData !== undefined && 'wish' in actionData ? actionData : null
  return (
    <>
      <PageHead title={m.ranking_wishes_title()} over={child.givenName} back={back} lead={m.ranking_wishes_lead()} />
      <ErrorSummary
        errors={
          sent?.problem
            ? [
                sent.wish === null
                  ? { text: sent.problem, href: '#next' }
                  : { text: sent.problem, href: `#wish-${sent.wish.wishId}` },
              ]
            : []
        }
      />
      <div className="split split-wide">
        <div className="stack" style={{ '--gap': '1.5rem' }}>
          {assessment.proposedAt === null ? null : <Note>{m.ranking_wishes_late()}</Note>}
          <Wishes wishes={assessment.wishes} nextId={loaderData.nextId} now={now} sent={sent?.wish ?? null} />
          <Enough assessment={assessment} now={now} />
        </div>
        <aside className="static!">
          <Examples />
        </aside>
      </div>
    </>
  )
}

type WishesProps = { wishes: FamilyAssessment['wishes']; nextId: string; now: number; sent: SentWish | null }

function Wishes({ wishes, nextId, now, sent }: WishesProps) {
  // A page that comes anew brings another id; the field that somebody may be writing in keeps the one it has.
  const [blankId, setBlankId] = useState(nextId)
  const isUsed = wishes.some(({ id }) => id === blankId)
  if (isUsed && blankId !== nextId) setBlankId(nextId)
  const rows = [
    ...wishes.map((wish) => ({ id: wish.id, wish })),
    { id: sent !== null && !wishes.some(({ id }) => id === sent.wishId) ? sent.wishId : blankId, wish: null },
  ]
  return (
    <ol className="stack">
      {rows.map(({ id, wish }, index) => (
        <li key={id} id={wish === null ? 'next' : undefined}>
          <Card>
            <WishForm wishId={id} wish={wish} place={index + 1} now={now} sent={sent?.wishId === id ? sent : null} />
          </Card>
        </li>
      ))}
    </ol>
  )
}

/** "That is all for now": each guardian says it for themselves. */
function Enough({ assessment, now }: { assessment: FamilyAssessment; now: number }) {
  const mine = assessment.guardians.find(({ isMe }) => isMe)
  const others = assessment.guardians.filter(
    ({ isMe, wishesDoneAt, wishesToldTo }) => !isMe && wishesDoneAt !== null && wishesToldTo === null,
  )
  return (
    <Form method="post" className="stack">
      {others.map(({ personId, name, wishesDoneAt }) => (
        <p key={personId} className="small muted">
          {m.ranking_done_other({ name, when: whenText(wishesDoneAt ?? '', now) })}
        </p>
      ))}
      {mine?.wishesDoneAt ? (
        <>
          <Note tone="ok">
            {mine.wishesToldTo === null
              ? m.ranking_done_mine({ when: whenText(mine.wishesDoneAt, now) })
              : m.ranking_done_told({ name: mine.wishesToldTo, when: whenText(mine.wishesDoneAt, now) })}
          </Note>
          <SubmitButton variant="quiet" name="intent" value="not-done">
            {m.ranking_done_back()}
          </SubmitButton>
        </>
      ) : (
        <>
          <SubmitButton wide name="intent" value="done">
            {m.ranking_done()}
          </SubmitButton>
          <p className="small muted">{m.ranking_done_hint()}</p>
        </>
      )}
    </Form>
  )
}

function Examples() {
  return (
    <Card title={m.ranking_examples_title()}>
      <ul className="stack small muted" style={{ '--gap': '0.5rem' }}>
        <li>{m.ranking_example_dress()}</li>
        <li>{m.ranking_example_say()}</li>
        <li>{m.ranking_example_sleep()}</li>
        <li>{m.ranking_example_shop()}</li>
        <li>{m.ranking_example_rest()}</li>
      </ul>
      <p className="small mt-4">{m.ranking_examples_small()}</p>
    </Card>
  )
}
