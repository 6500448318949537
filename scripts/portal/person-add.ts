import { Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import type { AddPersonRefusal } from '#app/people/add-person.server.ts'
import { roles } from '#app/people/rules/roles.ts'
import { Trouble } from '../bootstrap/progress.mjs'
import { answer } from './answer.ts'
import { openPortalContext } from './open-portal-context.ts'

const guardianKinds = ['parent', 'legal_representative', 'foster_family'] as const
/** What the command line understood: commander checks choices, this proves them to the types. */
const options = z.object({
  role: z.enum(roles),
  givenName: z.string(),
  familyName: z.string(),
  phone: z.string().nullable().default(null),
  language: z.enum(['lv', 'en']),
  municipality: z.string().nullable().default(null),
  provider: z.string().nullable().default(null),
  specialist: z.string().nullable().default(null),
  child: z.array(z.string()).default([]),
  guardianKind: z.enum(guardianKinds),
})

/** `person add EMAIL`: gives somebody a role; they sign in with a link sent to that address. */
export function personCommand(): Command {
  const add = new Command('add')
    .description('give somebody a role; whoever has the address already gets one role more')
    .argument('<email>', 'where sign-in links go', readEmail)
    .addOption(new Option('--role <role>', 'what the person may do').choices(roles).makeOptionMandatory())
    .requiredOption('--given-name <name>', 'given name', readName)
    .requiredOption('--family-name <name>', 'family name', readName)
    .option('--phone <number>', 'telephone')
    .addOption(new Option('--language <language>', 'of pages and mails').choices(['lv', 'en']).default('lv'))
    .option('--municipality <id>', 'id or registration number, for roles in a municipality')
    .option('--provider <id>', 'id or registration number, for provider managers')
    .option('--specialist <id>', 'id of the specialist, for specialists', readId)
    .option('--child <id...>', 'ids of children a guardian cares for or a social worker looks after', readIds)
    .addOption(new Option('--guardian-kind <kind>', 'for guardians').choices(guardianKinds).default('parent'))
    .action(async (email: string, given: unknown, command: Command) => {
      const { language, specialist, child, ...rest } = options.parse(given)
      const { open } = await openPortalContext()
      const { addPerson } = await import('#app/people/add-person.server.ts')
      const added = await addPerson(open, {
        ...rest,
        email,
        locale: language,
        specialistId: specialist,
        childIds: child,
      })
      if (!added.ok) throw new Trouble(sentenceOf(added.refusal))
      const { personId, roleGrantId, isNewPerson } = added.value
      const who = isNewPerson ? 'The person is added' : 'The person was known and has one role more'
      answer(command, added.value, [
        `${who}: person ${personId}, role ${roleGrantId}. They sign in with a link sent to the address.`,
      ])
    })
  return new Command('person').description('people and their roles').addCommand(add)
}

function readEmail(text: string): string {
  const read = z.email().max(254).safeParse(text.trim())
  if (!read.success) throw new InvalidArgumentError('It is no e-mail address.')
  return read.data
}

function readName(text: string): string {
  const name = text.trim()
  if (name === '' || name.length > 100) throw new InvalidArgumentError('A name has 1 to 100 characters.')
  return name
}

function readId(text: string): string {
  if (!z.uuid().safeParse(text).success) throw new InvalidArgumentError('It is no id.')
  return text
}

function readIds(text: string, before: readonly string[] = []): string[] {
  return [...before, readId(text)]
}

function sentenceOf(refusal: AddPersonRefusal): string {
  switch (refusal.kind) {
    case 'place-missing':
      return `This role needs --${refusal.needs}.`
    case 'unknown-municipality':
      return 'There is no such municipality.'
    case 'unknown-provider':
      return 'There is no such provider.'
    case 'unknown-specialist':
      return 'There is no such specialist.'
    case 'unknown-child':
      return `The municipality has no child ${refusal.childId}.`
    case 'children-need-a-guardian-or-social-worker':
      return 'Only guardians and social workers have children: leave --child out.'
    case 'has-this-role':
      return 'The person has this role there already.'
  }
}
