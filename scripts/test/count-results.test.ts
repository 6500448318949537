import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countPlaywright, countVitest, readCounts } from './count-results.ts'

const passing = { status: 'passed', assertionResults: [{ status: 'passed' }] }
const broken = { status: 'failed', assertionResults: [] }
const failing = { status: 'failed', assertionResults: [{ status: 'failed' }] }
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atspaids-counts-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function reportFile(content: string): Promise<string> {
  const file = join(folder, 'report.json')
  await writeFile(file, content)
  return file
}

test('a file that breaks before its first test is a failure', () => {
  expect(countVitest({ numPassedTests: 1, numFailedTests: 0, testResults: [passing, broken] })).toEqual({
    passed: 1,
    failed: 1,
  })
})

test('a failed test counts once, not again for its file', () => {
  expect(countVitest({ numPassedTests: 1, numFailedTests: 1, testResults: [passing, failing] })).toEqual({
    passed: 1,
    failed: 1,
  })
})

test('a journey that passes only when repeated is a failure', () => {
  expect(countPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 } })).toEqual({
    passed: 3,
    failed: 2,
  })
})

test('a suite that ends badly with every test passed has one failure', async () => {
  const file = await reportFile(JSON.stringify({ numPassedTests: 1, numFailedTests: 0, testResults: [passing] }))
  expect(await readCounts(file, countVitest, 1)).toEqual({ passed: 1, failed: 1 })
  expect(await readCounts(file, countVitest, 0)).toEqual({ passed: 1, failed: 0 })
})

test('a suite that wrote no whole report is one failure', async () => {
  const file = await reportFile('{"numPassed')
  expect(await readCounts(file, countVitest, 0)).toEqual({ passed: 0, failed: 1 })
  expect(await readCounts(join(folder, 'none.json'), countVitest, 0)).toEqual({ passed: 0, failed: 1 })
})
