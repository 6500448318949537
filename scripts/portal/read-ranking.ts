import { z } from 'zod'
import { averageTies } from '#app/assessment/rules/joint-ranking.ts'
import type { RankingWeights } from '#app/assessment/rules/joint-ranking.ts'
import type { WhenItDoesNotFit } from '#app/plan/rules/funding-line.ts'
import type { ServiceToFund } from '#app/plan/rules/rank-and-fund.ts'
import type { Cents } from '#app/platform/money.ts'
import { cents } from '#app/platform/money.ts'

/** The most that one service may ask for, as on the pages, and more money than any programme holds. */
const mostUnits = 5_000
const mostCents = 1_000_000_000
const mostServices = 500
const mostPlace = 1_000

export type RankingRequest = {
  services: ServiceToFund[]
  weights: RankingWeights
  budget: Cents
  whenItDoesNotFit: WhenItDoesNotFit
}

const whole = (least: number, most: number) =>
  z
    .number({ error: ({ input }) => (input === undefined ? 'is missing' : 'is not a number') })
    .refine((value) => Number.isInteger(value), { error: 'is not a whole number', abort: true })
    .refine((value) => value >= least && value <= most, { error: `must be between ${least} and ${most}` })

/** Ranks come in places, 1 or 2.5, and are kept in halves, which are whole. */
const rank = z
  .number({ error: ({ input }) => (input === undefined ? 'is missing' : 'is not a number') })
  .refine((value) => Number.isInteger(value * 2), { error: 'is neither a place nor half way between two', abort: true })
  .refine((value) => value <= mostPlace, { error: `is beyond place ${mostPlace}` })
  .transform((value) => value * 2)

const service = z
  .object({
    id: z.string({ error: 'is missing' }).trim().min(1, { error: 'is empty' }).max(200),
    units: whole(1, mostUnits),
    minUnits: whole(0, mostUnits).default(0),
    unitPriceCents: whole(0, mostCents),
    expertRank: rank,
    parentRank: rank,
  })
  .refine(({ units, minUnits }) => minUnits <= units, { path: ['minUnits'], error: 'is above the units' })

const request = z.object({
  weights: z.object(
    { experts: whole(0, 1_000), parents: whole(0, 1_000) },
    { error: 'must be an object such as {"experts":7,"parents":3}' },
  ),
  budgetCents: whole(0, mostCents),
  minimumRule: z.enum(['skip', 'stop'], { error: 'must be "skip" or "stop"' }).default('skip'),
  services: z.array(service, { error: 'must be a list' }).max(mostServices, { error: `are more than ${mostServices}` }),
})

/**
 * Reads what the command `rank` is given: JSON with weights (they may be 7 and 3, 70 and 30 or 100 and 0), the budget in
 * cents and services with whole units, the price of a unit in cents and both ranks in places, 2.5 for a tie of two for
 * the second place. Answers the request, or one sentence for everything that is wrong with it.
 */
export function readRanking(text: string): { request: RankingRequest; hasGaps: boolean } | { problems: string[] } {
  const json = parseJson(text)
  if (json === null) return { problems: ['The input is no JSON.'] }
  const parsed = request.safeParse(json.value)
  if (!parsed.success) {
    return { problems: parsed.error.issues.map(({ path, message }) => `${placeOf(path, json.value)} ${message}.`) }
  }
  const { weights, budgetCents, minimumRule, services } = parsed.data
  const tenths = tenthsOf(weights)
  const twice = idProblems(services.map(({ id }) => id))
  if (twice.length > 0) return { problems: twice }
  const experts = closeGaps(
    'expertRank',
    services.map(({ id, expertRank }) => ({ id, halfRank: expertRank })),
  )
  const parents = closeGaps(
    'parentRank',
    services.map(({ id, parentRank }) => ({ id, halfRank: parentRank })),
  )
  const problems = [
    ...(tenths === null ? ['weights must come out in whole tenths, such as 7 and 3, and not both be 0.'] : []),
    ...experts.problems,
    ...parents.problems,
  ]
  if (tenths === null || problems.length > 0) return { problems }
  return {
    hasGaps: experts.hasGaps || parents.hasGaps,
    request: {
      weights: tenths,
      budget: cents(budgetCents),
      whenItDoesNotFit: minimumRule === 'stop' ? 'stop' : 'try-next',
      services: services.map(({ id, units, minUnits, unitPriceCents }, index) => ({
        serviceId: id,
        units,
        minimumUnits: minUnits,
        unitPrice: cents(unitPriceCents),
        expertHalfRank: experts.halfRanks.get(id) ?? 0,
        parentHalfRank: parents.halfRanks.get(id) ?? 0,
        catalogueOrder: index,
      })),
    },
  }
}

function parseJson(text: string): { value: unknown } | null {
  try {
    // A file from a spreadsheet or a Windows editor may begin with a byte order mark.
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch {
    return null
  }
}

function placeOf(path: readonly PropertyKey[], input: unknown): string {
  const [list, index, ...rest] = path
  if (list !== 'services' || typeof index !== 'number') return path.length === 0 ? 'The input' : path.join('.')
  const named = z.object({ services: z.array(z.looseObject({ id: z.string().optional() })) }).safeParse(input)
  const id = named.success ? named.data.services[index]?.id : undefined
  return [`service ${id ?? `number ${index + 1}`}`, ...rest.map(String)].join(': ')
}

function tenthsOf({ experts, parents }: { experts: number; parents: number }): RankingWeights | null {
  const sum = experts + parents
  if (sum === 0 || (experts * 10) % sum !== 0) return null
  return { expertTenths: (experts * 10) / sum, parentTenths: (parents * 10) / sum }
}

function idProblems(ids: readonly string[]): string[] {
  const twice = ids.filter((id, index) => ids.indexOf(id) < index)
  return [...new Set(twice)].map((id) => `service ${id} is listed twice.`)
}

/**
 * Closes the gaps of one side's ranks: whoever ranked a service that is not in this list leaves its place empty, and those
 * below move up. Services that share places come with their average; a rank given twice in any other way is a mistake.
 */
function closeGaps(side: string, services: readonly { id: string; halfRank: number }[]): Side {
  const byRank = Map.groupBy(services, ({ halfRank }) => halfRank)
  const groups = [...byRank].toSorted(([one], [other]) => one - other)
  const problems: string[] = []
  let lastTaken = 1
  for (const [half, { length: count }] of groups) {
    const firstTaken = half - (count - 1)
    if (firstTaken % 2 !== 0 || firstTaken <= lastTaken) problems.push(sharedBadly(side, half / 2, count))
    lastTaken = half + (count - 1)
  }
  const halfRanks = averageTies(groups.map(([, sharing]) => sharing.map(({ id }) => id)))
  return { problems, halfRanks, hasGaps: services.some(({ id, halfRank }) => halfRanks.get(id) !== halfRank) }
}

type Side = { problems: string[]; halfRanks: ReadonlyMap<string, number>; hasGaps: boolean }

function sharedBadly(side: string, place: number, count: number): string {
  if (place < 1) return `${side} ${place} is below the first place.`
  const given = count > 1 ? `is given ${count} times` : 'does not fit the ranks above it'
  return `${side} ${place} ${given}: services that share places all get the average of their places, such as 2.5 for the second and third.`
}
