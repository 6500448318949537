import { formatDate, formatTime, startSentence } from '#app/platform/i18n/format.ts'
import { getLocale } from '#app/paraglide/runtime.js'
import { Sample } from '#app/platform/routes/dev-ui/sample.tsx'
import { people, say } from '#app/platform/routes/dev-ui/say.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { DateText, TimeRange, TimeText } from '#app/ui/date-text.tsx'
import { SlotTiles } from '#app/ui/slot-tiles.tsx'
import { TimeRail, TimeRailItem } from '#app/ui/time-rail.tsx'

const now = '2026-11-24T12:00:00Z'

export function TimeSamples() {
  return (
    <>
      <Sample name="DateText, TimeText, TimeRange">
        <p>
          <DateText day="2026-11-24" now={now} capital />, <TimeText at="2026-11-24T15:30:00Z" />.{' '}
          <DateText day="2026-11-26" capital />, <TimeRange from="2026-11-26T15:30:00Z" to="2026-11-26T17:30:00Z" />.{' '}
          <DateText day="2027-02-28" format="long" capital />.
        </p>
      </Sample>
      <Sample name="TimeRail">
        <Card title={say('Šī nedēļa', 'This week')}>
          <TimeRail>
            <TimeRailItem
              {...weekday('2026-11-23')}
              title={say('ABA terapija', 'ABA therapy')}
              badge={<Badge tone="attention">{say('Gaida atbildi', 'Awaits an answer')}</Badge>}
            >
              <TimeRange from="2026-11-23T08:00:00Z" to="2026-11-23T08:45:00Z" />, {people.therapist}
            </TimeRailItem>
            <TimeRailItem {...weekday('2026-11-25')} title={say('Fizioterapija', 'Physiotherapy')}>
              <TimeRange from="2026-11-25T14:30:00Z" to="2026-11-25T15:15:00Z" />, {people.physiotherapist}
            </TimeRailItem>
            <TimeRailItem
              {...weekday('2026-11-27')}
              title={say('Audiologopēds', 'Audiologist')}
              badge={
                <Badge tone="stop" icon="x">
                  {say('Atcelts', 'Cancelled')}
                </Badge>
              }
              gone
            />
          </TimeRail>
        </Card>
      </Sample>
      <Sample name="SlotTiles">
        <SlotTiles
          name="slot"
          legend={<h3>{say('Izvēlieties laiku', 'Choose a time')}</h3>}
          hint={say('Nodarbība ilgst 45 minūtes.', 'The session takes 45 minutes.')}
          defaultValue="2026-11-26T15:30:00Z"
          days={[
            slotDay('2026-11-26', ['2026-11-26T07:00:00Z', '2026-11-26T11:00:00Z', '2026-11-26T15:30:00Z']),
            {
              ...slotDay('2026-11-27', ['2026-11-27T07:00:00Z', '2026-11-27T08:30:00Z', '2026-11-27T15:15:00Z']),
              note: say('Emīlam 14.00 jau ir audiologopēds', 'Emīls already has a session at 14:00'),
            },
          ]}
        />
        <SlotTiles
          name="slot-with-error"
          legend={<h3>{say('Ar kļūdu', 'With an error')}</h3>}
          errors={[say('Izvēlieties laiku.', 'Choose a time.')]}
          days={[
            {
              ...slotDay('2026-11-30', []),
              slots: [
                { value: 'a', label: '8.30', detail: 'Ieva Ķ.' },
                { value: 'b', label: '9.30', detail: say('aizņemts', 'taken'), disabled: true },
              ],
            },
          ]}
        />
      </Sample>
    </>
  )
}

function weekday(day: string) {
  const locale = getLocale()
  return {
    time: startSentence(formatDate(day, locale, 'weekday-short')),
    timeNote: formatDate(day, locale, 'short'),
    dateTime: day,
  }
}

function slotDay(day: string, moments: readonly string[]) {
  const locale = getLocale()
  return {
    day,
    label: startSentence(formatDate(day, locale)),
    slots: moments.map((at) => ({ value: at, label: formatTime(at, locale) })),
  }
}
