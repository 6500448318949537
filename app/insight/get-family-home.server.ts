import { flagBudget } from '#app/insight/rules/budget-flags.ts'
import type { FamilyHome, Task } from '#app/insight/rules/home-view.ts'
import { loadHomeSessions } from '#app/insight/session-store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { loadAssessmentNotice } from '#app/plan/get-family-overview.server.ts'
import { getPeriodMoney, loadChildPeriods } from '#app/plan/get-support-plan.server.ts'
import type { PeriodMoney, PeriodView } from '#app/plan/rules/plan-view.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { dateOf, startOfDay } from '#app/platform/time.ts'

/**
 * A family's home: what is next, what is left, what waits for them, what they can book. Null when the child is not the
 * actor's to see. Six statements at most, however much there is.
 */
export async function getFamilyHome(ctx: Context, { childId }: { childId: string }): Promise<FamilyHome | null> {
  const now = ctx.clock.now()
  const today = dateOf(now)
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  return read(ctx, async (tx) => {
    const found = await loadChildPeriods(ctx, tx, { childId, periodId: null })
    if (found === null) return null
    const money = found.shown === null ? null : await getPeriodMoney(tx, found.shown.id)
    const sessions = await loadHomeSessions(tx, {
      childId: found.child.id,
      now,
      weekFrom: startOfDay(monday),
      weekUntil: startOfDay(monday.add({ days: 7 })),
    })
    const isToday = (startsAt: string) => dateOf(Temporal.Instant.from(startsAt)).equals(today)
    return {
      ...found,
      now: now.epochMilliseconds,
      money,
      hasPlan: money !== null && money.allocated > 0,
      next: sessions.next,
      week: sessions.week,
      sessionsToday: sessions.week.filter((session) => isToday(session.startsAt)).length,
      notice: await loadAssessmentNotice(ctx, tx, { childId: found.child.id }),
      tasks: [...sessions.tasks, ...budgetTasks(found.shown, money)],
    }
  })
}

function budgetTasks(period: PeriodView | null, money: PeriodMoney | null): Task[] {
  if (period === null || money === null) return []
  const { available } = money
  const { lastDay, daysLeft } = period
  switch (flagBudget(period, money)) {
    case 'money-left':
      return [{ kind: 'money-left', available, lastDay, daysLeft }]
    case 'nearly-out':
      return [{ kind: 'nearly-out', available, lastDay }]
    case null:
      return []
  }
}
