import { writeFile } from 'node:fs/promises'
import { Command, InvalidArgumentError } from 'commander'
import { z } from 'zod'
import type { FileRefusal, RunFile } from '#app/payout/write-run-file.server.ts'
import { Trouble } from '../bootstrap/progress.mjs'
import { answer } from './answer.ts'
import type { PortalContext } from './open-portal-context.ts'
import { openPortalContext } from './open-portal-context.ts'

type Run = { id: string } | { number: number; year: number }
type Options = { out?: string; municipality?: string }

/** `payout file RUN`: the payment file of an approved run, the same bytes as on its page. */
export function payoutCommand(): Command {
  const file = new Command('file')
    .description('write the payment file (ISO 20022 pain.001.001.09) of an approved run')
    .argument('<run>', 'the id of a run, or its number and year: 3/2026', readRun)
    .option('--out <file>', 'where to write it; without it the file is printed')
    .option('--municipality <name>', 'whose run, when several municipalities have one of that number')
    .action(async (run: Run, { out, municipality }: Options, command: Command) => {
      const written = await findFile(run, municipality)
      if (out === undefined) {
        const { json = false } = command.optsWithGlobals<{ json?: boolean }>()
        process.stdout.write(json ? `${JSON.stringify(written)}\n` : written.xml)
        return
      }
      await writeFile(out, written.xml)
      answer(command, { file: out, run: written.name }, [`The payment file is in ${out}.`])
    })
  return new Command('payout').description('payments to providers').addCommand(file)
}

function readRun(text: string): Run {
  if (z.uuid().safeParse(text).success) return { id: text }
  const [, number, year] = /^([1-9]\d{0,5})\/(\d{4})$/.exec(text) ?? []
  if (number === undefined || year === undefined) {
    throw new InvalidArgumentError('A run is an id, or a number and a year such as 3/2026.')
  }
  return { number: Number(number), year: Number(year) }
}

async function findFile(run: Run, name: string | undefined): Promise<RunFile> {
  const context = await openPortalContext()
  const found = await findRuns(context, run, name)
  const [only] = found
  if (only === undefined) throw new Trouble('There is no such run.')
  if (found.length > 1) {
    const names = found.map(({ municipality }) => municipality).join(', ')
    throw new Trouble(`Several municipalities have a run of that number: add --municipality with one of ${names}.`)
  }
  const { writeRunFileAsSystem } = await import('#app/payout/write-run-file.server.ts')
  const written = await writeRunFileAsSystem(context.inMunicipality(only.municipalityId), only)
  if (!written.ok) throw new Trouble(refusals[written.refusal.kind])
  return written.value
}

const refusals: Record<FileRefusal['kind'], string> = {
  'not-found': 'There is no such run.',
  'not-approved-yet': 'The run is not approved: a second person approves it before there is a file.',
}

async function findRuns({ inMunicipality, municipalities }: PortalContext, run: Run, name: string | undefined) {
  const { findRunId } = await import('#app/payout/write-run-file.server.ts')
  const asked = municipalities.filter((one) => name === undefined || one.name === name)
  const found: { municipality: string; municipalityId: string; runId: string }[] = []
  for (const { id: municipalityId, name: municipality } of asked) {
    const runId = await findRunId(inMunicipality(municipalityId), { municipalityId, run })
    if (runId !== null) found.push({ municipality, municipalityId, runId })
  }
  return found
}
