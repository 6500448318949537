import { readFile } from 'node:fs/promises'
import { z } from 'zod'

export type Counts = { passed: number; failed: number }

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

/** Counts a Vitest report. A file that fails before or beside its tests counts as one failure. */
export function countVitest(report: unknown): Counts {
  const { numPassedTests, numFailedTests, testResults } = vitestReport.parse(report)
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length }
}

/** Counts a Playwright report. A test that passes only when repeated has failed. */
export function countPlaywright(report: unknown): Counts {
  const { stats } = playwrightReport.parse(report)
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
}

/**
 * Reads the report a suite wrote and holds it against how the suite ended: one that crashed, or failed outside its
 * tests, has at least one failure.
 */
export async function readCounts(file: string, count: (report: unknown) => Counts, exitCode: number): Promise<Counts> {
  try {
    const { passed, failed } = count(JSON.parse(await readFile(file, 'utf8')))
    return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
