import type { Role } from '#app/people/actor.ts'
import { emailOf, findPerson } from './cast.ts'
import { demoId } from './demo-id.ts'

/** People whose view of the portal is worth a look, with what they show. */
export type DemoPersonToMeet = { role: Role; name: string; email: string; note: string }

/** Ids that are the same in every demo, for tests and links. */
export const demoIds = {
  lejasupe: demoId('municipality lejasupe'),
  kalnavoti: demoId('municipality kalnavoti'),
  child: (key: string) => demoId(`child ${key}`),
  person: (key: string) => demoId(`person ${key}`),
  service: (code: string) => demoId(`service ${code}`),
} as const

/** Addresses to sign in with. */
export const demoEmails = {
  agnese: emailOf(findPerson('agnese')),
  liga: emailOf(findPerson('liga')),
  janis: emailOf(findPerson('janis')),
  anita: emailOf(findPerson('anita')),
  laura: emailOf(findPerson('laura')),
  ilze: emailOf(findPerson('ilze')),
  santa: emailOf(findPerson('santa')),
  valdis: emailOf(findPerson('valdis')),
  ilva: emailOf(findPerson('ilva')),
  ieva: emailOf(findPerson('ieva')),
  kristine: emailOf(findPerson('kristine')),
  assistantsManager: emailOf(findPerson('manager of assistants')),
  elina: emailOf(findPerson('elina')),
  zane: emailOf(findPerson('zane')),
  uldis: emailOf(findPerson('uldis')),
  zaiga: emailOf(findPerson('zaiga')),
  sanita: emailOf(findPerson('sanita')),
  inese: emailOf(findPerson('inese')),
  vilnis: emailOf(findPerson('vilnis')),
  arvis: emailOf(findPerson('arvis')),
  dzintra: emailOf(findPerson('dzintra')),
} as const

export const peopleToMeet: DemoPersonToMeet[] = [
  meet('agnese', 'guardian', 'Emīls: a session today or tomorrow, sessions to answer, half of the money left'),
  meet('liga', 'guardian', 'Elza: an objection that the municipality has not decided yet; a second guardian, Jānis'),
  meet('anita', 'guardian', 'Rihards: booked until the end of the period, almost nothing left'),
  meet('laura', 'guardian', 'Tince: half of the money left and less than three weeks; also an art therapist'),
  meet('ilze', 'guardian', 'Two children, Gustavs and Odrija; a service that nobody nearby offers'),
  meet('santa', 'guardian', 'Paula: a late cancellation that was charged, an objection that was dismissed'),
  meet('valdis', 'guardian', 'Madars: far from most providers; a session that was missed'),
  meet('madara', 'guardian', 'Ralfs: an assessment has begun, and her wishes are asked for'),
  meet('elina', 'guardian', 'Made: the services are proposed; to read, to ask and to put in order with Roberts'),
  meet('baiba', 'guardian', 'Austris: a plan that waits to be acknowledged'),
  meet('ieva', 'specialist', 'Physiotherapist with a full week; also manages her own practice'),
  meet('kristine', 'specialist', 'Assistant in the evenings, with Emīls'),
  meet('manager of assistants', 'provider_manager', 'Association of assistants: calendars of all, payouts'),
  meet('sanita', 'social_worker', 'Families in her care, some of them on their way to a plan, an objection to decide'),
  meet('uldis', 'expert', 'Rehabilitation physician: leads assessments at every step, one that looks back on a period'),
  meet('inese', 'finance_officer', 'Prepares payout runs; one waits for the date of the bank'),
  meet('vilnis', 'payout_approver', 'The second pair of eyes'),
  meet(
    'arvis',
    'municipality_administrator',
    'Three hats: administers, prepares, approves, yet never both for one run',
  ),
  meet('ilva', 'guardian', 'Tīna in the other municipality'),
  meet('dzintra', 'finance_officer', 'Finance of the other municipality'),
]

function meet(key: string, role: Role, note: string): DemoPersonToMeet {
  const person = findPerson(key)
  return { role, name: `${person.givenName} ${person.familyName}`, email: emailOf(person), note }
}
