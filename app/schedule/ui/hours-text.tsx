import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { SiteChoice, WeekRow } from '#app/schedule/ui/week-form.tsx'
import { weekdayText } from '#app/schedule/ui/week-form.tsx'

/** "09:30" as people write it: 9.30. */
export function clockText(time: string): string {
  return getLocale() === 'lv' ? time.replace(/^0(?=\d)/, '').replace(':', '.') : time
}

/** A week in seven lines. */
export function WeekText({ week, sites }: { week: readonly WeekRow[]; sites: readonly SiteChoice[] }) {
  const locale = getLocale()
  const siteName = (id: string | null) => {
    const site = sites.find((one) => one.id === id)
    return site === undefined ? null : locale === 'lv' ? site.nameLv : site.nameEn
  }
  return (
    <dl className="facts">
      {[1, 2, 3, 4, 5, 6, 7].map((weekday) => {
        const hours = week.filter((row) => row.weekday === weekday)
        return (
          <div key={weekday}>
            <dt>{weekdayText(weekday)}</dt>
            <dd>
              {hours.length === 0 ? <span className="muted font-normal">{m.calendar_week_off()}</span> : null}
              {hours.map(({ from, to, siteId }) => (
                <span className="block" key={`${from}${siteId}`}>
                  <span className="num">
                    {clockText(from)}–{clockText(to)}
                  </span>
                  {siteName(siteId) === null ? null : <small>{siteName(siteId)}</small>}
                </span>
              ))}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
