import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Level } from '#app/progress/rules/goal-attainment.ts'
import { attainmentOf, isLevel, levels, tScore } from '#app/progress/rules/goal-attainment.ts'

const equal = (...reached: Level[]) => reached.map((level) => ({ weight: 1, level }))

test('the worked example of the gasr package: weights 3, 5, 1, 4, 2, 6', () => {
  const goals = [
    { weight: 3, level: -2 as const },
    { weight: 5, level: 0 as const },
    { weight: 1, level: -1 as const },
    { weight: 4, level: 2 as const },
    { weight: 2, level: 0 as const },
    { weight: 6, level: 1 as const },
  ]

  expect(tScore(goals)).toEqual({
    goals: 6,
    weightedLevels: 7,
    squaredWeights: 91,
    weights: 21,
    // The square root of 0.7 x 91 + 0.3 x 441 = 196.
    divisor: 14,
    score: 55,
  })
})

// The conversion tables for goals that weigh the same, as they are printed in handbooks of the method.
test.each([
  [[-2], 30],
  [[-1], 40],
  [[0], 50],
  [[1], 60],
  [[2], 70],
  [[1, 1], 62.4],
  [[2, 2], 74.81],
  [[-2, -2], 25.19],
  [[1, 1, 1], 63.69],
  [[-2, -2, -2], 22.61],
  [[1, 0, 0], 54.56],
  [[1, 1, 1, 1], 64.51],
  [[2, 2, 2, 2, 2], 80.15],
] as const)('levels %j of equal weight score %d', (reached, score) => {
  expect(tScore(equal(...reached))?.score).toBeCloseTo(score, 2)
})

test('without goals there is no score', () => {
  expect(tScore([])).toBeNull()
  expect(attainmentOf([])).toBeNull()
  expect(attainmentOf([{ weight: 1, baseline: -2, attained: null }])).toBeNull()
})

test('a weight that is none is a bug', () => {
  expect(() => tScore([{ weight: 0, level: 1 }])).toThrow(RangeError)
  expect(() => tScore([{ weight: Number.NaN, level: 1 }])).toThrow(RangeError)
})

test('the change runs from the start of the same goals to where they ended', () => {
  const found = attainmentOf([
    { weight: 1, baseline: -2, attained: 0 },
    { weight: 1, baseline: -1, attained: 1 },
    { weight: 4, baseline: -2, attained: null },
  ])

  expect(found?.attained.score).toBeCloseTo(56.2, 1)
  expect(found?.baseline?.score).toBeCloseTo(31.4, 1)
  expect(found?.change).toBeCloseTo(24.81, 2)
  expect(found?.unmeasured).toBe(1)
})

test('a goal without a start gives no change, since it would look like progress', () => {
  const found = attainmentOf([
    { weight: 1, baseline: -2, attained: 0 },
    { weight: 1, baseline: null, attained: 2 },
  ])

  expect(found).toMatchObject({ baseline: null, change: null, unmeasured: 0 })
})

const someGoals = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 10 }), level: fc.constantFrom(...levels) }), {
  minLength: 1,
  maxLength: 12,
})

test('fifty is what was expected, a better level never lowers the score, and up and down mirror each other', () => {
  fc.assert(
    fc.property(someGoals, (goals) => {
      const score = (of: typeof goals) => tScore(of)?.score ?? Number.NaN
      const [first, ...others] = goals

      expect(score(goals.map(({ weight }) => ({ weight, level: 0 as const })))).toBe(50)
      const mirrored = goals.map(({ weight, level }) => ({ weight, level: level === 0 ? level : opposite(level) }))
      expect(score(mirrored) - 50).toBeCloseTo(50 - score(goals), 9)
      if (first !== undefined && first.level < 2) {
        expect(score([{ ...first, level: 2 }, ...others])).toBeGreaterThan(score(goals))
      }
    }),
  )
})

function opposite(level: Level): Level {
  return levels.find((other) => other === -level) ?? 0
}

test('levels are the five whole numbers from -2 to 2', () => {
  expect([-3, -2, -1, 0, 1, 2, 3, 0.5, Number.NaN].filter(isLevel)).toEqual([-2, -1, 0, 1, 2])
})
