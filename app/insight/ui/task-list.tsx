import { Link } from 'react-router'
import type { Task } from '#app/insight/rules/home-view.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { moneyText, ownText } from '#app/plan/ui/plan-words.ts'
import { formatDate, formatDateTime, formatNearDate, startSentence } from '#app/platform/i18n/format.ts'
import { Icon } from '#app/ui/icon.tsx'

/** More would push the budget off a phone's screen; the rest opens in place. */
const shownTasks = 2

/** What waits for the guardian, one row a question, the most pressing first. */
export function TaskList({ tasks, now, base }: { tasks: readonly Task[]; now: number; base: string }) {
  if (tasks.length === 0) {
    return (
      <p className="o2 small muted flex items-center gap-2">
        <Icon name="check" />
        {m.insight_todo_none()}
      </p>
    )
  }
  const rest = tasks.slice(shownTasks)
  return (
    <section className="todo o2" aria-labelledby="tasks">
      <h2 id="tasks">
        <Icon name="alert" />
        {m.insight_todo({ count: tasks.length })}
      </h2>
      <TaskRows tasks={tasks.slice(0, shownTasks)} now={now} base={base} />
      {rest.length > 0 ? (
        <details className="border-t border-line">
          <summary className="small flex min-h-11 items-center gap-2 px-4 text-accent lg:px-6">
            {m.insight_todo_more({ count: rest.length })}
            <Icon name="down" />
          </summary>
          <TaskRows tasks={rest} now={now} base={base} />
        </details>
      ) : null}
    </section>
  )
}

function TaskRows({ tasks, now, base }: { tasks: readonly Task[]; now: number; base: string }) {
  return (
    <ul>
      {tasks.map((task) => {
        const { href, title, detail } = describeTask(task, { now, base })
        return (
          <li key={href + title}>
            <Link to={href}>
              <span>
                <strong>{title}</strong>
                <span>{detail}</span>
              </span>
              <Icon name="right" />
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

type Place = { now: number; base: string }

function describeTask(task: Task, place: Place): { href: string; title: string; detail: string } {
  const locale = getLocale()
  const { base } = place
  switch (task.kind) {
    case 'answer':
      return describeAnswer(task, place)
    case 'settled':
      return {
        href: `${base}/deliveries/${task.deliveryId}`,
        title: m.insight_task_settled({ service: ownText(task.service) }),
        detail: m.insight_task_settled_when({ day: dayOf(task.startsAt, place), amount: moneyText(task.amount) }),
      }
    case 'cancelled-on-you':
      return {
        href: `${base}/book/${task.budgetLineId}`,
        title: m.insight_task_cancelled({ service: ownText(task.service) }),
        detail: m.insight_task_cancelled_when({ day: startSentence(formatDateTime(task.startsAt, locale)) }),
      }
    case 'money-left':
      return {
        href: `${base}/book`,
        title: m.insight_task_money_left({ amount: moneyText(task.available) }),
        detail: m.insight_task_money_left_when({
          date: formatDate(task.lastDay, locale, 'date'),
          count: task.daysLeft,
        }),
      }
    case 'nearly-out':
      return {
        href: `${base}/plan`,
        title: m.insight_task_nearly_out({ amount: moneyText(task.available) }),
        detail: m.insight_task_nearly_out_when({ date: formatDate(task.lastDay, locale, 'date-until') }),
      }
  }
}

function describeAnswer(task: Extract<Task, { kind: 'answer' }>, place: Place) {
  const service = ownText(task.service)
  const titles = {
    delivered: m.insight_task_delivered({ service }),
    not_attended: m.insight_task_not_attended({ service }),
    late_cancellation: m.insight_task_late({ service }),
  }
  const when = m.insight_task_when({
    day: dayOf(task.startsAt, place),
    amount: moneyText(task.amount),
  })
  const extra = task.extra > 0 ? `. ${m.insight_task_extra({ extra: moneyText(task.extra) })}` : ''
  return { href: `${place.base}/deliveries/${task.deliveryId}`, title: titles[task.what], detail: when + extra }
}

function dayOf(startsAt: string, { now }: Place): string {
  return startSentence(formatNearDate(startsAt, now, getLocale(), 'day-short'))
}
