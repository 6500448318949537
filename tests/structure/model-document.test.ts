import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { halfPoints } from '#app/plan/rules/explain-line.ts'
import type { FundedService } from '#app/plan/rules/rank-and-fund.ts'
import { rankAndFund } from '#app/plan/rules/rank-and-fund.ts'
import { projectFolder } from '../../scripts/bootstrap/project-folder.mjs'
import type { RankingRequest } from '../../scripts/portal/read-ranking.ts'
import { readRanking } from '../../scripts/portal/read-ranking.ts'

const document = await readFile(join(projectFolder, 'docs/model.md'), 'utf8')

function requestOf(text: string): RankingRequest {
  const read = readRanking(/```json\n(.*?)```/s.exec(text)?.[1] ?? '')
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  return read.request
}

const euro = (cents: number) => (cents / 100).toLocaleString('en', { minimumFractionDigits: 2 })

/** One row of the table, cell by cell, as the rules compute it. */
function rowOf(line: FundedService, { services, weights }: RankingRequest): string[] {
  const asked = services.find((service) => service.serviceId === line.serviceId)
  if (asked === undefined) throw new Error(`${line.serviceId} is not in the input`)
  const points = (halfRank: number) => String(halfPoints(halfRank, services.length) / 2)
  const gets = { full: 'funded', partly: 'partly funded', not_funded: 'not funded' }[line.outcome]
  return [
    String(line.place),
    line.serviceId,
    `${weights.expertTenths}/10 × ${points(asked.expertHalfRank)} + ${weights.parentTenths}/10 × ${points(asked.parentHalfRank)}`,
    (line.scoreTwentieths / 20).toFixed(1),
    `${asked.units} × ${euro(asked.unitPrice)}`,
    euro(line.leftBefore),
    line.outcome === 'not_funded' ? gets : `${gets}, ${line.fundedUnits} × ${euro(asked.unitPrice)}`,
    euro(line.leftAfter),
  ]
}

function tableOf(text: string): string[][] {
  const [, rows = ''] = /\| place \|.*?\n\|[^\n]*\n(.*?)\n\n/s.exec(text) ?? []
  return rows.split('\n').map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

test('the worked example of docs/model.md is what the rules compute', () => {
  const request = requestOf(document)
  const computed = rankAndFund(request).lines.map((line) => rowOf(line, request))
  expect(tableOf(document)).toEqual(computed)
})
