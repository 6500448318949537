import { Command } from 'commander'
import { onClose } from '../closing.ts'
import { answer } from './answer.ts'
import { openMigratedDatabase } from './open-migrated-database.ts'

/** `ledger verify`: recomputes every balance from the transfers and tells each cent of difference. */
export function ledgerCommand(): Command {
  const verify = new Command('verify')
    .description('recompute every balance from the transfers and report any cent of difference')
    .action(async (_options: unknown, command: Command) => {
      const { accounts, transfers, faults } = await readLedger()
      const counted = `${accounts} accounts, ${transfers} transfers`
      const sentences = faults.map(
        ({ check, subjectId, expected, found }) =>
          `${check} of ${subjectId}: ${expected} cents expected, ${found} found`,
      )
      answer(command, { accounts, transfers, faults }, [
        ...sentences,
        faults.length === 0
          ? `The ledger agrees to the cent: ${counted}.`
          : `${faults.length} differences in ${counted}.`,
      ])
      process.exitCode = faults.length === 0 ? 0 : 1
    })
  return new Command('ledger').description('the budgets’ double-entry ledger').addCommand(verify)
}

async function readLedger() {
  const database = await openMigratedDatabase()
  const { PrismaPg } = await import('@prisma/adapter-pg')
  const { PrismaClient } = await import('#app/platform/db/generated/client.ts')
  const { verifyLedger } = await import('#app/budget/verify-ledger.server.ts')
  // As the owner, who sees the ledgers of all municipalities.
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: database.url, max: 1 }) })
  onClose(() => client.$disconnect())
  return client.$transaction((tx) => verifyLedger(tx), { isolationLevel: 'RepeatableRead', timeout: 600_000 })
}
