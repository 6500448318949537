import type { GoalDraft } from '#app/assessment/rules/goal-scale.ts'
import { levelField } from '#app/assessment/rules/goal-scale.ts'
import { readText } from '#app/platform/http/autosave.server.ts'

/** A goal as it was sent. A long-term goal has no scale: its form sends no levels, and none are kept. */
export function readGoalForm(form: FormData): GoalDraft {
  const serves = readText(form, 'serves')
  const baseline = readText(form, 'baseline')
  return {
    text: readText(form, 'text').trim(),
    servesId: serves === '' ? null : serves,
    weight: form.has('weight') ? readSmallNumber(readText(form, 'weight')) : 1,
    baseline: baseline === '' ? null : readSmallNumber(baseline),
    levels: {
      [-2]: readText(form, levelField(-2)),
      [-1]: readText(form, levelField(-1)),
      0: readText(form, levelField(0)),
      1: readText(form, levelField(1)),
      2: readText(form, levelField(2)),
    },
  }
}

/** Anything that is no small whole number comes out as one that no scale has. */
function readSmallNumber(text: string): number {
  return /^-?\d$/.test(text) ? Number(text) : 99
}
