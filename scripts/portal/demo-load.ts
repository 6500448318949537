import { Command } from 'commander'
import { step } from '../bootstrap/progress.mjs'
import { portalSettings } from '../portal-settings.ts'
import { answer } from './answer.ts'
import { loadDemoInto, openMigratedDatabase } from './open-migrated-database.ts'

/** `demo load`: the invented municipality, dated by today, for trying everything out. */
export function demoCommand(): Command {
  const load = new Command('load')
    .description('load the demo municipality into an empty database')
    .action(async (_options: unknown, command: Command) => {
      const database = await openMigratedDatabase()
      Object.assign(process.env, await portalSettings({ database }))
      await step('Loading the demo municipality', (note) => loadDemoInto(database, note))
      answer(command, { loaded: true }, ['The demo municipality is loaded.'])
    })
  return new Command('demo').description('invented people and money for trying out').addCommand(load)
}
