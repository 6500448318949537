import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { Command } from 'commander'
import type { FundedService } from '#app/plan/rules/rank-and-fund.ts'
import { rankAndFund } from '#app/plan/rules/rank-and-fund.ts'
import { Trouble } from '../bootstrap/progress.mjs'
import { answer } from './answer.ts'
import type { RankingRequest } from './read-ranking.ts'
import { readRanking } from './read-ranking.ts'

/** `rank < INPUT`: the joint list and the funding line of a file, by the rules of the pages and without a database. */
export function rankCommand(): Command {
  return new Command('rank')
    .description('compute the joint list and the funding line of JSON on standard input, without a database')
    .argument('[file]', 'a file instead of standard input')
    .addHelpText(
      'after',
      '\nInput: {"weights":{"experts":7,"parents":3},"budgetCents":385200,"services":[{"id":"physiotherapy","units":26,"minUnits":4,"unitPriceCents":4000,"expertRank":1,"parentRank":1}]}\nServices that share places get their average, such as 2.5. "minimumRule":"stop" ends the funding at the first service that is not funded in full.',
    )
    .action(async (file: string | undefined, _options: unknown, command: Command) => {
      const read = readRanking(await readInput(file))
      if ('problems' in read) throw new Trouble(read.problems.join('\n'))
      const plan = describePlan(read.request)
      // On the other stream, so that the answer stays what it is.
      if (read.hasGaps) process.stderr.write('Places that nobody takes were left out; the services below moved up.\n')
      answer(command, plan, [
        ...plan.lines.map(
          ({ id, score, state, fundedUnits, fundedCents, reason }, index) =>
            `${String(index + 1).padStart(3)}. ${id}  ${score}  ${state} ${fundedUnits} units, ${euro(fundedCents)}: ${reason}`,
        ),
        `Left: ${euro(plan.leftCents)}.`,
      ])
    })
}

async function readInput(file: string | undefined): Promise<string> {
  if (file === undefined) return text(process.stdin)
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new Trouble(`The file ${file} cannot be read.`)
  }
}

const states = { full: 'funded', partly: 'partly', not_funded: 'unfunded' } as const

function describePlan(request: RankingRequest) {
  const { lines, left } = rankAndFund(request)
  const asked = new Map(request.services.map((service) => [service.serviceId, service]))
  return {
    order: lines.map((line) => line.serviceId),
    lines: lines.map((line) => ({
      id: line.serviceId,
      score: scoreText(line.scoreTwentieths),
      fundedUnits: line.fundedUnits,
      fundedCents: line.amount,
      state: states[line.outcome],
      reason: reasonOf(line, asked.get(line.serviceId)?.minimumUnits ?? 0),
    })),
    leftCents: left,
  }
}

/** Twentieths as a decimal number, which always ends: 94 is 4.7, 95 is 4.75. */
function scoreText(twentieths: number): string {
  return String((twentieths * 5) / 100)
}

function reasonOf(
  { reason, amountAsked, leftBefore, leftAfter, unitPrice, fundedUnits }: FundedService,
  minimum: number,
) {
  const before = `${euro(leftBefore)} were left`
  switch (reason) {
    case 'money-lasts':
      return `${before}, all units cost ${euro(amountAsked)}, ${euro(leftAfter)} stay.`
    case 'money-reaches-in-part':
      return `${before}, all units would cost ${euro(amountAsked)}; ${fundedUnits} whole units fit.`
    case 'less-than-one-unit':
      return `${before}, one unit costs ${euro(unitPrice)}.`
    case 'less-than-minimum':
      return `${before}, its minimum of ${minimum} units costs ${euro(minimum * unitPrice)}.`
    case 'list-closed':
      return 'the funding ended above, at a service that was not funded in full.'
  }
}

function euro(cents: number): string {
  return `${(cents / 100).toFixed(2)} EUR`
}
