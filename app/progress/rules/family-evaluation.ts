/** The five questions, each answered from 1 (not at all) to 5 (fully). */
export const evaluationQuestions = [
  'helped_child',
  'helped_family',
  'had_strength',
  'could_choose',
  'was_heard',
] as const
export type EvaluationQuestion = (typeof evaluationQuestions)[number]

export const evaluationTexts = ['what_changed', 'what_was_hard', 'what_next'] as const
export type EvaluationText = (typeof evaluationTexts)[number]

export const answers = [1, 2, 3, 4, 5] as const
export type Answer = (typeof answers)[number]

export const longestEvaluationText = 4_000

export type EvaluationAnswers = Record<EvaluationQuestion, Answer | null>
export type EvaluationWords = Record<EvaluationText, string>

/** So many days before the end of a period the family can begin to look back on it. */
export const evaluationOpensDaysBefore = 30
/** So many days before the end the portal asks for it, once. */
export const evaluationAskedDaysBefore = 14

/** The questions that nobody has answered: a short form is handed in whole. */
export function unanswered(given: EvaluationAnswers): EvaluationQuestion[] {
  return evaluationQuestions.filter((question) => given[question] === null)
}

/** `firstDay`: when the family can begin. */
export type EvaluationWindow = { state: 'not-yet'; firstDay: string } | { state: 'open' } | { state: 'closed' }

/**
 * Whether a family may write its evaluation: from thirty days before the end of the period, and until the assessment
 * that looks back on it is completed, which is when the next plan begins.
 */
export function evaluationWindow({
  endsBefore,
  today,
  isLookedBack,
}: {
  endsBefore: Temporal.PlainDate
  today: Temporal.PlainDate
  isLookedBack: boolean
}): EvaluationWindow {
  if (isLookedBack) return { state: 'closed' }
  const firstDay = endsBefore.subtract({ days: evaluationOpensDaysBefore })
  return Temporal.PlainDate.compare(today, firstDay) < 0
    ? { state: 'not-yet', firstDay: firstDay.toString() }
    : { state: 'open' }
}
