import { dueText } from '#app/assessment/ui/family-words.ts'
import { m } from '#app/paraglide/messages.js'
import type { AssessmentNotice } from '#app/plan/rules/family-ranking-view.ts'

export type TaskWords = {
  title: string
  text: string
  /** Until when; null when nothing is asked or no day was set. */
  due: string | null
  /** The one thing to press; null while others are at work. */
  action: { to: string; label: string } | null
}

/** What is asked of the reader now, in words; or who is at work meanwhile. `base` is the family's address. */
export function describeTask(notice: AssessmentNotice, base: string): TaskWords {
  const { of, task, waitsFor, serviceCount, decision, now } = notice
  if (task === null) return { ...waitingWords(waitsFor), due: null, action: null }
  const due = dueText(task.due, now)
  const here = `${base}/assessment`
  switch (task.step) {
    case 'wishes':
      return {
        title: m.ranking_task_wishes(),
        text: m.ranking_task_wishes_text(),
        due,
        action: { to: `${here}/wishes`, label: m.ranking_task_wishes_do() },
      }
    case 'reading':
      return {
        title: m.ranking_task_reading(),
        text: m.ranking_task_reading_text({ count: serviceCount }),
        due,
        action: { to: `${here}/services`, label: m.ranking_task_reading_do() },
      }
    case 'order':
      return {
        title: m.ranking_task_order(),
        text: m.ranking_task_order_text(),
        due,
        action: { to: `${here}/ranking`, label: m.ranking_task_order_do() },
      }
    case 'decision':
      if (of === 'revision') {
        return {
          title: m.revision_task_title(),
          text: m.revision_task_text(),
          due,
          action: { to: `${base}/decisions/${decision.planId}`, label: m.revision_task_do() },
        }
      }
      return {
        title: decision.state === 'approved' ? m.ranking_task_decided() : m.ranking_task_sealed(),
        text: decision.state === 'approved' ? m.ranking_task_decision_text() : m.ranking_task_plan_text(),
        due,
        action: {
          to: decision.planId === null ? `${base}/plan` : `${base}/decisions/${decision.planId}`,
          label: decision.state === 'approved' ? m.ranking_task_decision_do() : m.ranking_task_plan_do(),
        },
      }
  }
}

function waitingWords(waitsFor: AssessmentNotice['waitsFor']): { title: string; text: string } {
  switch (waitsFor) {
    case 'experts':
      return { title: m.ranking_wait_experts(), text: m.ranking_wait_experts_text() }
    case 'worker':
      return { title: m.ranking_wait_plan(), text: m.ranking_wait_plan_text() }
    case 'plan':
      return { title: m.ranking_wait_draft(), text: m.ranking_wait_draft_text() }
    case 'signing':
      return { title: m.ranking_wait_signing(), text: m.ranking_wait_signing_text() }
    case 'nobody':
      return { title: m.ranking_over_title(), text: m.ranking_over_text() }
  }
}
