import { data } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { ownText, whereText } from '#app/marketplace/ui/offering-words.ts'
import { requireContext } from '#app/people/require-context.server.ts'
import { startSentence } from '#app/platform/i18n/format.ts'
import { portalContext } from '#app/platform/http/portal-context.ts'
import { calendarFile } from '#app/schedule/calendar-file.server.ts'
import type { Route } from './+types/calendar-file.ts'

/** The booking as a calendar file, for the phone's own calendar. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { config } = context.get(portalContext)
  const pageUrl = new URL(`/family/${params.childId}/bookings/${params.bookingId}`, config.publicUrl).href
  const file = await calendarFile(requireContext(context), params, {
    pageUrl,
    words: {
      summary: ({ service, childName }) => m.schedule_ics_summary({ service: ownText(service), child: childName }),
      location: (booking) => startSentence(whereText(booking)),
      description: ({ specialistName, providerName, providerPhone }) =>
        m.schedule_ics_description({ specialist: specialistName, provider: providerName, phone: providerPhone }),
    },
  })
  if (file === null) throw data(null, { status: 404 })
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'Content-Disposition': 'attachment; filename="atspaids.ics"',
      'Cache-Control': 'private, no-store',
    },
  })
}
