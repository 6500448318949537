import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/paraglide/runtime.js'
import type { CalendarEntry } from '#app/schedule/write-calendar.server.ts'
import type { MailText } from '#app/platform/mail/mail-layout.tsx'

/** A mail before it is addressed: written once for every language among its readers. */
export type Letter = (reader: Reader) => MailText & { calendar?: CalendarEntry }

export type Reader = {
  locale: Locale
  /** The full address of a path of the portal. */
  link(path: string): string
}

/** What all letters share: greeting and small print. */
export function letter(
  { locale }: Reader,
  words: Pick<MailText, 'subject' | 'paragraphs' | 'facts' | 'action'>,
): MailText {
  return {
    ...words,
    locale,
    greeting: m.messages_mail_greeting({}, { locale }),
    closing: m.messages_mail_closing({}, { locale }),
  }
}
