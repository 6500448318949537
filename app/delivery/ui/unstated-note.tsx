import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate, formatMoney } from '#app/platform/i18n/format.ts'
import type { Cents } from '#app/platform/money.ts'
import { Note } from '#app/ui/note.tsx'

type UnstatedSessions = {
  providerId: string
  name: string
  phone: string
  sessions: number
  reserved: Cents
  since: string
}

/** Money that waits for a word from a provider, and whom to call. */
export function UnstatedNote({ unstated }: { unstated: readonly UnstatedSessions[] }) {
  if (unstated.length === 0) return null
  const locale = getLocale()
  return (
    <Note tone="attention" className="mb-6">
      <p className="strong">{m.delivery_unstated_title()}</p>
      <p>{m.delivery_unstated_text()}</p>
      <ul>
        {unstated.map(({ providerId, name, phone, sessions, reserved, since }) => (
          <li key={providerId}>
            {m.delivery_unstated_item({
              name,
              phone,
              count: sessions,
              sum: formatMoney(reserved, locale),
              date: formatDate(since, locale, 'long'),
            })}
          </li>
        ))}
      </ul>
    </Note>
  )
}
