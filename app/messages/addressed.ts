import type { WaitingEvent } from '#app/messages/event-store.server.ts'
import type { Letter } from '#app/messages/letter.ts'
import type { Recipient } from '#app/messages/recipient-store.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'

/** A letter and everybody who gets it. */
export type Addressed = { letter: Letter; to: Recipient[] }

/** The event that letters are addressed for, in its own transaction. */
export type Asked = { tx: Tx; event: WaitingEvent; now: Temporal.Instant }

/** Nobody is told by mail what they did themselves, except a family, whose mail is its record. */
export function others(recipients: Recipient[], { personId }: WaitingEvent): Recipient[] {
  return recipients.filter((recipient) => recipient.personId !== personId)
}
