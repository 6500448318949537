import { lockSeat } from '#app/assessment/find-seat.server.ts'
import { aboutOf, insertReminder, listOwed, wasRemindedSince } from '#app/assessment/reminder-store.server.ts'
import { runsAssessment } from '#app/assessment/rules/seat.ts'
import type { Context } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { dateOf, startOfDay } from '#app/platform/time.ts'

export type SendReminderRefusal =
  | { kind: 'not-found' }
  /** There is nothing that this person still has to do. */
  | { kind: 'nothing-owed' }
  /** Once a day is enough. */
  | { kind: 'reminded-today' }

/** Reminds one person, by mail, of what they still owe an assessment. At most once a day, reminders by themselves counted. */
export async function sendReminder(
  ctx: Context,
  { assessmentId, personId }: { assessmentId: string; personId: string },
): Promise<Result<{ assessmentId: string }, SendReminderRefusal>> {
  return transact<{ assessmentId: string }, SendReminderRefusal>(ctx, async (tx) => {
    const seat = await lockSeat(ctx, tx, assessmentId)
    if (seat === null || !runsAssessment(seat.role)) return refuse({ kind: 'not-found' })
    const { municipalityId } = seat
    const at = ctx.clock.now()
    const today = dateOf(at)
    const owed = (await listOwed(tx, { municipalityId, assessmentId, at })).find((task) => task.personId === personId)
    if (owed === undefined) return refuse({ kind: 'nothing-owed' })
    if (await wasRemindedSince(tx, { assessmentId, personId, since: startOfDay(today) })) {
      return refuse({ kind: 'reminded-today' })
    }
    // Sent by hand, the day it is kept under is the day it was sent: the table holds one a day.
    const reminder = { municipalityId, assessmentId, personId, about: aboutOf(owed.task, 'now'), dueOn: today, at }
    if (!(await insertReminder(tx, reminder))) return refuse({ kind: 'reminded-today' })
    await emit(tx, {
      type: 'assessment.reminded',
      municipalityId,
      subjectId: assessmentId,
      personId: ctx.actor.personId,
      at,
    })
    return accept({ assessmentId })
  })
}
