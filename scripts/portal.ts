// npm run portal -- COMMAND: the administrator's command line, on the same database as the portal.
import { Command, CommanderError } from 'commander'
import { report, showProgressOn } from './bootstrap/progress.mjs'
import { closeAll, closeOnSignals } from './closing.ts'
import { demoCommand } from './portal/demo-load.ts'
import { ledgerCommand } from './portal/ledger-verify.ts'
import { payoutCommand } from './portal/payout-file.ts'
import { personCommand } from './portal/person-add.ts'
import { rankCommand } from './portal/rank.ts'
import { traceCommand } from './portal/trace.ts'

const usageError = 2

closeOnSignals(() => 130)
showProgressOn(process.stderr)
process.exitCode = await main().catch(report)
await closeAll()
process.exit()

async function main(): Promise<number> {
  const program = new Command('portal')
    .usage('[--json] COMMAND')
    .description('Looks after an Atspaids portal from the command line.')
    .option('--json', 'print the answer as JSON')
    .addCommand(ledgerCommand())
    .addCommand(demoCommand())
    .addCommand(traceCommand())
    .addCommand(payoutCommand())
    .addCommand(personCommand())
    .addCommand(rankCommand())
    .addHelpText('after', '\nExit code: 0 in order, 1 something is wrong, 2 the command was not understood.')
  for (const command of [program, ...program.commands.flatMap((group) => [group, ...group.commands])])
    command.exitOverride()
  try {
    await program.parseAsync()
    return Number(process.exitCode ?? 0)
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 0 : usageError
  }
}
