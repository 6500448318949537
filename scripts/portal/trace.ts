import { Command } from 'commander'
import type { Trace } from '#app/insight/get-trace.server.ts'
import { Trouble } from '../bootstrap/progress.mjs'
import { answer } from './answer.ts'
import { openPortalContext } from './open-portal-context.ts'

/** `trace ID`: the way of every cent behind an id, as on the page of the same name. */
export function traceCommand(): Command {
  return new Command('trace')
    .description('follow every cent behind an id: plan line, booking, delivery, payout, run, or number of an entry')
    .argument('<id>', 'the id, as in the address of a page, or the number of a ledger entry')
    .action(async (id: string, _options: unknown, command: Command) => {
      const found = await findTrace(id)
      if (found === null) throw new Trouble(`Nothing has the id ${id}.`)
      answer(command, found, sentencesOf(found))
      process.exitCode = found.trace.difference === 0 ? 0 : 1
    })
}

type Found = { municipality: string; trace: Trace }

async function findTrace(id: string): Promise<Found | null> {
  const { inMunicipality, municipalities } = await openPortalContext()
  const { getTraceAsSystem } = await import('#app/insight/get-trace.server.ts')
  for (const { id: municipalityId, name } of municipalities) {
    const traced = await getTraceAsSystem(inMunicipality(municipalityId), { municipalityId, id })
    if (traced.ok) return { municipality: name, trace: traced.value }
  }
  return null
}

/** No names: what is printed may end up in a log. */
function sentencesOf({ municipality, trace }: Found): string[] {
  const { focus, sessions, entries, entryCount, standing, total, difference } = trace
  const head = `${focus.kind} ${focus.id}, ${municipality}: ${sessions.length} bookings, ${entryCount} ledger entries.`
  const rows = entries.map(
    ({ number, at, kind, from, to, amount, after }) =>
      `${number.padStart(8)}  ${at}  ${kind.padEnd(16)} ${from} -> ${to}  ${euro(amount)}  (held after: ${euro(after)})`,
  )
  const more = entryCount > entries.length ? [`The first ${entries.length} are shown; sums are of all.`] : []
  if (focus.kind === 'cause') return [head, ...rows, ...more]
  const places = Object.entries(standing).map(([place, cents]) => `${place} ${euro(cents)}`)
  const verdict =
    difference === 0
      ? `The sums agree: ${places.join(', ')}; ${euro(total)} in all.`
      : `The sums differ by ${euro(difference)}: run "npm run ledger:verify".`
  return [head, ...rows, ...more, verdict]
}

function euro(cents: number): string {
  return `${(cents / 100).toFixed(2)} EUR`
}
