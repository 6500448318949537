/** A level of a Goal Attainment Scale: -2 much less than expected, 0 as expected, +2 much more than expected. */
export const levels = [-2, -1, 0, 1, 2] as const
export type Level = (typeof levels)[number]

export function isLevel(value: number): value is Level {
  return levels.some((level) => level === value)
}

/** How the levels of one person's goals are expected to go together, in tenths: r = 0.3. */
export const correlationTenths = 3

export type ScaledGoal = { readonly weight: number; readonly level: Level }

/** The T-score with every number it is made of, so that a page can show the sum and not only its result. */
export type TScore = {
  readonly goals: number
  /** Sum of weight x level. */
  readonly weightedLevels: number
  /** Sum of the weights' squares. */
  readonly squaredWeights: number
  /** Sum of the weights. */
  readonly weights: number
  readonly divisor: number
  /** 50 when all in all exactly what was expected was reached; the spread is about 10. */
  readonly score: number
}

/**
 * One figure for the goals of a child together:
 *
 *     T = 50 + 10 x sum(w x) / sqrt((1 - r) sum(w^2) + r (sum w)^2),  r = 0.3
 *
 * w the weight of a goal (1..10), x its level. Source: T. J. Kiresuk, R. E. Sherman, "Goal attainment scaling: a general
 * method for evaluating comprehensive community mental health programs", Community Mental Health Journal 4 (1968),
 * 443-453; the root as in the erratum of L. Turner-Stokes, Clinical Rehabilitation 23 (2009), 362-370. Null without
 * goals. A weight that is not positive is a bug and throws.
 */
export function tScore(goals: readonly ScaledGoal[]): TScore | null {
  if (goals.length === 0) return null
  if (goals.some(({ weight }) => !(weight > 0))) throw new RangeError('A weight is above nought')
  const sum = (of: (goal: ScaledGoal) => number) => goals.reduce((total, goal) => total + of(goal), 0)
  const weightedLevels = sum(({ weight, level }) => weight * level)
  const squaredWeights = sum(({ weight }) => weight * weight)
  const weights = sum(({ weight }) => weight)
  // Whole numbers up to the root, so that no rounding gets into a figure that is checked by hand.
  const divisor = Math.sqrt(((10 - correlationTenths) * squaredWeights + correlationTenths * weights * weights) / 10)
  return {
    goals: goals.length,
    weightedLevels,
    squaredWeights,
    weights,
    divisor,
    score: 50 + (10 * weightedLevels) / divisor,
  }
}

/** A goal as it stood at the start and was found at the end; null where nobody has said. */
export type MeasuredGoal = {
  readonly weight: number
  readonly baseline: Level | null
  readonly attained: Level | null
}

export type Attainment = {
  readonly attained: TScore
  /** The start, of the goals that have one; null when a measured goal has no level for its start. */
  readonly baseline: TScore | null
  /** attained - baseline, of the same goals. */
  readonly change: number | null
  /** Goals that nobody has measured: not part of any figure. */
  readonly unmeasured: number
}

/** Start and end of the goals that were measured. Null while none was. */
export function attainmentOf(goals: readonly MeasuredGoal[]): Attainment | null {
  const measured = goals.flatMap(({ weight, baseline, attained }) =>
    attained === null ? [] : [{ weight, baseline, level: attained }],
  )
  const attained = tScore(measured)
  if (attained === null) return null
  const started = measured.flatMap(({ weight, baseline }) => (baseline === null ? [] : [{ weight, level: baseline }]))
  // The change is between the same goals: one without a start would make it look like progress.
  const baseline = started.length === measured.length ? tScore(started) : null
  return {
    attained,
    baseline,
    change: baseline === null ? null : attained.score - baseline.score,
    unmeasured: goals.length - measured.length,
  }
}
