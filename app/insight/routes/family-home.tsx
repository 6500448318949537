import { data } from 'react-router'
import { getFamilyHome } from '#app/insight/get-family-home.server.ts'
import type { FamilyHome } from '#app/insight/rules/home-view.ts'
import { BookableLines } from '#app/insight/ui/bookable-lines.tsx'
import { NextSession, NoNextSession } from '#app/insight/ui/next-session.tsx'
import { TaskList } from '#app/insight/ui/task-list.tsx'
import { WeekCard } from '#app/insight/ui/week-card.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { AssessmentCard } from '#app/plan/ui/assessment-card.tsx'
import { PeriodBudget } from '#app/plan/ui/period-budget.tsx'
import { WorkerContact } from '#app/plan/ui/worker-contact.tsx'
import { formatDate } from '#app/platform/i18n/format.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/family-home.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: m.ui_page_title({ title: loaderData?.child.givenName ?? m.people_nav_home() }) },
]

export async function loader({ params, context }: Route.LoaderArgs) {
  const home = await getFamilyHome(requireContext(context), { childId: params.childId })
  if (home === null) throw data(null, { status: 404 })
  return home
}

export default function FamilyHomePage({ loaderData: home }: Route.ComponentProps) {
  const base = `/family/${home.child.id}`
  const canBook = home.hasPlan && home.shown !== null && home.shown.phase !== 'over'
  return (
    <>
      <PageHead
        over={m.insight_home_over({ day: formatDate(home.now, getLocale(), 'day-heading') })}
        title={
          home.sessionsToday === 0 ? m.insight_home_today_none() : m.insight_home_today({ count: home.sessionsToday })
        }
        actionsOnWideOnly
        actions={
          canBook ? (
            <ButtonLink to={`${base}/book`} icon="plus">
              {m.insight_home_book()}
            </ButtonLink>
          ) : undefined
        }
      />
      <div className="cols cols-home">
        <div className="col">
          {home.next !== null ? <NextSession session={home.next} now={home.now} base={base} /> : null}
          {home.next === null && canBook ? <NoNextSession bookHref={`${base}/book`} /> : null}
          {home.tasks.length === 0 && home.notice?.task ? null : (
            <TaskList tasks={home.tasks} now={home.now} base={base} />
          )}
          <AssessmentCard notice={home.notice} base={base} className="o2" />
        </div>
        <div className="col">
          <Budget home={home} base={base} />
        </div>
        {home.hasPlan ? (
          <div className="col">
            <WeekCard home={home} base={base} />
          </div>
        ) : null}
      </div>
    </>
  )
}

function Budget({ home, base }: { home: FamilyHome; base: string }) {
  const { shown, money, worker } = home
  if (!home.hasPlan || shown === null || money === null) {
    return (
      <div className="o3">
        <EmptyState title={m.insight_no_plan_title()} icon="plan">
          <p>{m.insight_no_plan_text()}</p>
          {worker === null ? null : <WorkerContact worker={worker} />}
        </EmptyState>
      </div>
    )
  }
  return (
    <>
      {shown.phase === 'over' ? (
        <div className="o3">
          <EmptyState
            title={m.insight_over_title()}
            icon="calendar"
            action={
              <ButtonLink to={`${base}/plan`} variant="secondary">
                {m.insight_over_plan()}
              </ButtonLink>
            }
          >
            <p>{m.insight_over_text({ date: formatDate(shown.lastDay, getLocale(), 'long-on') })}</p>
            {worker === null ? null : <WorkerContact worker={worker} />}
          </EmptyState>
        </div>
      ) : null}
      <PeriodBudget period={shown} money={money} className="o3" />
      {shown.phase === 'over' ? null : <BookableLines period={shown} money={money} base={base} />}
    </>
  )
}
