import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { build } from 'vite'
import { averageTies } from '#app/assessment/rules/joint-ranking.ts'
import type { NeededService } from '#app/assessment/rules/assessed-result.ts'
import { computePlan } from '#app/plan/rules/support-plan.ts'
import { cents } from '#app/platform/money.ts'
import { projectFolder } from '../../scripts/bootstrap/project-folder.mjs'

type PlanInput = Parameters<typeof computePlan>[0]

const modes = ['at_provider', 'at_home', 'institution', 'online'] as const
const words = { lv: '', en: '' }

const plans = fc.integer({ min: 0, max: 15 }).chain((count) => {
  const ids = Array.from({ length: count }, (_, index) => `s${index}`)
  const order = fc.tuple(
    fc.shuffledSubarray(ids, { minLength: count }),
    fc.array(fc.boolean(), { minLength: count, maxLength: count }),
  )
  return fc
    .record({
      experts: order,
      parents: order,
      asked: fc.array(
        fc.record({
          units: fc.integer({ min: 1, max: 150 }),
          minimum: fc.integer({ min: 0, max: 150 }),
          mode: fc.option(fc.constantFrom(...modes)),
          caps: fc.array(fc.integer({ min: 1, max: 95_00 }), { minLength: 4, maxLength: 4 }),
        }),
        { minLength: count, maxLength: count },
      ),
      expertTenths: fc.integer({ min: 0, max: 10 }),
      budget: fc.integer({ min: 0, max: 9000_00 }),
      whenItDoesNotFit: fc.constantFrom('try-next' as const, 'stop' as const),
    })
    .map(({ experts, parents, asked, expertTenths, budget, whenItDoesNotFit }): PlanInput => {
      const expertRanks = averageTies(groupsOf(experts))
      const parentRanks = averageTies(groupsOf(parents))
      return {
        weights: { expertTenths, parentTenths: 10 - expertTenths },
        budget: cents(budget),
        whenItDoesNotFit,
        services: asked.map(({ units, minimum, mode }, index): NeededService => ({
          payer: 'individual-budget',
          serviceId: `s${index}`,
          expertHalfRank: expertRanks.get(`s${index}`) ?? 0,
          parentHalfRank: parentRanks.get(`s${index}`) ?? 0,
          units,
          minimumUnits: Math.min(units, minimum),
          mode,
          sessionsPerWeek: null,
          beneficiary: 'child',
          reason: words,
          explanation: words,
        })),
        prices: asked.map(({ caps }, index) => ({
          serviceId: `s${index}`,
          catalogueOrder: count - index,
          caps: caps.map((cap, at) => ({ mode: modes[at] ?? 'online', cents: cents(cap) })),
        })),
      }
    })
})

/** A shuffled order with ties: each service says whether it joins the one above it. */
function groupsOf([order, joins]: readonly [readonly string[], readonly boolean[]]): string[][] {
  const groups: string[][] = []
  for (const [index, id] of order.entries()) {
    const last = groups.at(-1)
    if (joins[index] === true && last !== undefined) last.push(id)
    else groups.push([id])
  }
  return groups
}

/** The rule as a browser gets it: bundled and made small. */
async function bundleRule(): Promise<string> {
  const built = await build({
    root: projectFolder,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: { entry: 'app/plan/rules/support-plan.ts', formats: ['iife'], name: 'supportPlan' },
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  const chunk = outputs.flatMap((one) => ('output' in one ? one.output : [])).find((one) => one.type === 'chunk')
  if (chunk === undefined) throw new Error('The bundler made no script of the rule')
  return chunk.code
}

test('the what-if of the browser is the plan of the server, in 10,000 cases', async ({ page }) => {
  const cases = fc.sample(plans, { numRuns: 10_000, seed: 20261125 })
  await page.addScriptTag({ content: await bundleRule() })

  const inBrowser = await page.evaluate((inputs: string) => {
    const rule: unknown = Reflect.get(globalThis, 'supportPlan')
    if (typeof rule !== 'object' || rule === null) throw new Error('The rule is not on the page')
    const compute: unknown = Reflect.get(rule, 'computePlan')
    if (typeof compute !== 'function') throw new Error('The rule is not on the page')
    return JSON.stringify(JSON.parse(inputs).map((input: unknown) => compute(input)))
  }, JSON.stringify(cases))

  const answers: unknown[] = JSON.parse(inBrowser)
  const different = cases.filter(
    (input, index) => JSON.stringify(computePlan(input)) !== JSON.stringify(answers[index]),
  )
  expect(different).toEqual([])
})
