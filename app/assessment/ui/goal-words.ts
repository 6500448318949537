import type { GoalDraftProblem, ScaleLevel, TeamGoal } from '#app/assessment/rules/goal-scale.ts'
import { levelField, levelFields, mayServe, scaleLevels } from '#app/assessment/rules/goal-scale.ts'
import { m } from '#app/paraglide/messages.js'

const minus = '\u2212'

/** A level with a true minus sign: −2, 0, +1. */
export function levelNumber(level: ScaleLevel): string {
  return level < 0 ? `${minus}${-level}` : level > 0 ? `+${level}` : '0'
}

export function levelTitle(level: ScaleLevel): string {
  switch (level) {
    case -2:
      return m.expertise_level_minus_2()
    case -1:
      return m.expertise_level_minus_1()
    case 0:
      return m.expertise_level_0()
    case 1:
      return m.expertise_level_plus_1()
    case 2:
      return m.expertise_level_plus_2()
  }
}

export function weightText(weight: 1 | 2 | 3): string {
  return weight === 1
    ? m.expertise_goal_weight_1()
    : weight === 2
      ? m.expertise_goal_weight_2()
      : m.expertise_goal_weight_3()
}

/** A field of a goal's form in words. */
export function goalFieldText(field: string): string {
  const level = scaleLevels.find((known) => levelField(known) === field)
  if (level !== undefined) return levelTitle(level)
  switch (field) {
    case 'serves':
      return m.expertise_goal_serves()
    case 'weight':
      return m.expertise_goal_weight_label()
    case 'baseline':
      return m.expertise_goal_baseline_label()
    default:
      return m.expertise_goal_text()
  }
}

export function goalProblemText(problem: GoalDraftProblem): { field: string; text: string } {
  switch (problem.problem) {
    case 'no-text':
      return { field: 'text', text: m.expertise_error_goal_text() }
    case 'too-long': {
      const { field, longest } = problem
      return { field, text: m.expertise_error_long({ field: goalFieldText(field), longest }) }
    }
    case 'unknown-weight':
      return { field: 'weight', text: m.expertise_error_weight() }
    case 'unknown-baseline':
      return { field: 'baseline', text: m.expertise_error_baseline() }
    case 'serves-nothing':
      return { field: 'serves', text: m.expertise_error_serves() }
  }
}

type Closed = 'completed' | 'proposed' | 'agreed' | 'not-lead'

/** Why goals do not change now, in a sentence. */
export function closedGoalsText(kind: Closed): string {
  switch (kind) {
    case 'completed':
      return m.expertise_refused_completed()
    case 'proposed':
      return m.expertise_refused_proposed()
    case 'agreed':
      return m.expertise_refused_agreed()
    case 'not-lead':
      return m.expertise_refused_not_lead()
  }
}

const longestOption = 90

/** What a goal can lead to, for a list to choose from; every wish and long-term goal when its kind is not known yet. */
export function servesOptions(
  goals: readonly TeamGoal[],
  horizon: TeamGoal['horizon'] = 'short_term',
): { value: string; label: string }[] {
  return [
    { value: '', label: m.expertise_goal_serves_none() },
    ...goals
      .filter((goal) => mayServe(horizon, goal.horizon))
      .map(({ id, text, horizon: kind }) => ({
        value: id,
        label:
          kind === 'wish'
            ? m.expertise_goal_serves_wish({ text: shortened(text) })
            : m.expertise_goal_serves_goal({ text: shortened(text) }),
      })),
  ]
}

function shortened(text: string): string {
  return text.length <= longestOption ? text : `${text.slice(0, longestOption)}…`
}

/** The fields of a goal's form with what they say. */
export function fieldsOfGoal(goal: TeamGoal): Record<string, string> {
  return {
    text: goal.text,
    serves: goal.servesId ?? '',
    weight: String(goal.weight),
    baseline: goal.baseline === null ? '' : String(goal.baseline),
    ...levelFields(goal.levels),
  }
}
