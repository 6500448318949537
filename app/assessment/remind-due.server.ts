import { aboutOf, insertReminder, listOwed } from '#app/assessment/reminder-store.server.ts'
import { reminderFor } from '#app/assessment/rules/due-reminder.ts'
import type { SystemContext } from '#app/people/context.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import { accept } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'

/**
 * Reminds, in one municipality, everybody whose deadline in an assessment is near or has just passed and who still owes
 * something. Each reminder goes out once, however often and wherever this runs.
 */
export async function remindDue(ctx: SystemContext): Promise<{ reminded: number }> {
  const municipalityId = ctx.scope.tenant
  if (municipalityId === null) throw new Error('Reminders go out in one municipality at a time')
  const at = ctx.clock.now()
  const today = dateOf(at)
  const sent = await transact(ctx, async (tx) => {
    let reminded = 0
    const assessments = new Set<string>()
    for (const { assessmentId, personId, task, dueOn, invitedAt } of await listOwed(tx, { municipalityId, at })) {
      const time = dueOn === null ? null : reminderFor(dueOn, { today, invitedOn: dateOf(invitedAt) })
      if (dueOn === null || time === null) continue
      const reminder = { municipalityId, assessmentId, personId, about: aboutOf(task, time), dueOn, at }
      if (!(await insertReminder(tx, reminder))) continue
      reminded += 1
      assessments.add(assessmentId)
    }
    for (const subjectId of assessments) {
      await emit(tx, { type: 'assessment.reminded', municipalityId, subjectId, personId: null, at })
    }
    return accept({ reminded })
  })
  if (!sent.ok) throw new Error('Reminding refuses nothing')
  return sent.value
}
