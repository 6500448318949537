import { addressLetters } from '#app/messages/address-letters.server.ts'
import type { WaitingEvent } from '#app/messages/event-store.server.ts'
import { claimEvent, listWaitingEvents } from '#app/messages/event-store.server.ts'
import type { Portal } from '#app/platform/http/portal-context.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { renderMail } from '#app/platform/mail/mail-layout.tsx'
import { queueMail } from '#app/platform/mail/mail-queue.server.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { writeCalendar } from '#app/schedule/write-calendar.server.ts'

type Around = Pick<Portal, 'db' | 'clock' | 'log'> & { config: Pick<Portal['config'], 'publicUrl'> }

const batch = 100
/** News older than this is history: the pages tell it, a mail would only puzzle. */
const staleAfter_hours = 48

/**
 * Tells everybody concerned, by mail, what has happened since the last time. An event and its mails are settled in one
 * transaction: each is handled once, whoever runs this and wherever it breaks off. One that cannot be handled is logged,
 * keeps waiting and holds up no other.
 */
export async function handleEvents(around: Around): Promise<{ handled: number }> {
  let handled = 0
  let after = 0n
  for (;;) {
    const events = await listWaitingEvents(around.db, { after, limit: batch })
    for (const event of events) {
      after = event.id
      try {
        if (await handleEvent(around, event)) handled += 1
      } catch (error) {
        around.log.error({ event: String(event.id), type: event.type, err: error }, 'event was not handled')
      }
    }
    if (events.length < batch) return { handled }
  }
}

async function handleEvent(around: Around, event: WaitingEvent): Promise<boolean> {
  const now = around.clock.now()
  const scope = { tenant: event.municipalityId, provider: null }
  const settled = await transact({ db: around.db, scope }, async (tx) => {
    if (!(await claimEvent(tx, event.id, now))) return refuse({ kind: 'taken' })
    const isStale = Temporal.Instant.compare(event.at.add({ hours: staleAfter_hours }), now) < 0
    if (!isStale) await queueLetters({ ...around, tx, event, now })
    return accept(null)
  })
  return settled.ok
}

async function queueLetters({
  tx,
  event,
  now,
  config,
}: Around & { tx: Tx; event: WaitingEvent; now: Temporal.Instant }) {
  for (const { letter, to } of await addressLetters({ tx, event, now })) {
    for (const recipient of to) {
      const words = letter({ locale: recipient.locale, link: (path) => new URL(path, config.publicUrl).href })
      await queueMail(tx, {
        ...renderMail(words),
        calendarFile: words.calendar === undefined ? null : writeCalendar(words.calendar, now),
        personId: recipient.personId,
        toAddress: recipient.email,
        at: now,
        dedupeKey: `event:${event.id}:${recipient.personId}`,
      })
    }
  }
}
