import { execFile } from 'node:child_process'
import { expect, test } from 'vitest'
import { projectFolder } from '../bootstrap/project-folder.mjs'

type Ended = { code: number; out: string; error: string }

/** The command as an administrator starts it, with a database that does not exist: it must not be missed. */
function rank(input: string, ...options: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const running = execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'scripts/portal.ts', 'rank', ...options],
      { cwd: projectFolder, env: { ...process.env, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' } },
      (failure, out, error) => resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error }),
    )
    running.stdin?.end(input)
  })
}

const services = [
  { id: 'fizio', units: 26, minUnits: 4, unitPriceCents: 40_00, expertRank: 1, parentRank: 2 },
  { id: 'logo', units: 100, minUnits: 4, unitPriceCents: 33_33, expertRank: 2, parentRank: 1 },
  { id: 'pool', units: 10, minUnits: 9, unitPriceCents: 45_00, expertRank: 3, parentRank: 3 },
]
const input = JSON.stringify({ weights: { experts: 7, parents: 3 }, budgetCents: 3852_00, services })

test('rank answers in JSON with every number and needs no database', async () => {
  const { code, out, error } = await rank(input, '--json')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(JSON.parse(out)).toEqual({
    order: ['fizio', 'logo', 'pool'],
    lines: [
      {
        id: 'fizio',
        score: '2.7',
        fundedUnits: 26,
        fundedCents: 1040_00,
        state: 'funded',
        reason: '3852.00 EUR were left, all units cost 1040.00 EUR, 2812.00 EUR stay.',
      },
      {
        id: 'logo',
        score: '2.3',
        fundedUnits: 84,
        fundedCents: 2799_72,
        state: 'partly',
        reason: '2812.00 EUR were left, all units would cost 3333.00 EUR; 84 whole units fit.',
      },
      {
        id: 'pool',
        score: '1',
        fundedUnits: 0,
        fundedCents: 0,
        state: 'unfunded',
        reason: '12.28 EUR were left, one unit costs 45.00 EUR.',
      },
    ],
    leftCents: 12_28,
  })
}, 60_000)

test('rank says everything that is wrong with its input, and answers nothing', async () => {
  const { code, out, error } = await rank(input.replaceAll('"units":26', '"units":-26'), '--json')
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(error).toContain('service fizio: units must be between 1 and 5000.')
}, 60_000)

test('rank says when places that nobody takes were closed, beside its answer', async () => {
  const gap = input.replace('"expertRank":3', '"expertRank":7')
  const { code, out, error } = await rank(gap)
  expect(code).toBe(0)
  expect(out).toContain('Left: 12.28 EUR.')
  expect(error).toContain('the services below moved up')
}, 60_000)
