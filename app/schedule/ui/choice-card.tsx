import { Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { Mode } from '#app/marketplace/rules/modes.ts'
import type { BothLanguages, EitherLanguage } from '#app/marketplace/ui/offering-words.ts'
import {
  languagesText,
  modeBadge,
  modeIcon,
  ownText,
  ownTextOrNull,
  perUnit,
  travelText,
  whereText,
} from '#app/marketplace/ui/offering-words.ts'
import { formatDate, formatDuration, formatMoney, formatTime, startSentence } from '#app/platform/i18n/format.ts'
import type { Unit } from '#app/platform/quantity.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

export type Choice = {
  id: string
  mode: Mode
  durationMinutes: number
  note: EitherLanguage
  providerKind: 'organisation' | 'self_employed'
  providerName: string
  site: { name: BothLanguages; address: string; town: string; isAccessible: boolean; access: EitherLanguage } | null
  specialists: readonly {
    givenName: string
    familyName: string
    profession: BothLanguages
    languages: readonly string[]
  }[]
  unitPrice: number
  price: number
  minutesByCar: number | null
  roadMetres: number | null
  isBeyondTravelLimit: boolean
  knownSince: string | null
  nextTimes: readonly { startsAt: string; specialistId: string }[]
}

type ChoiceCardProps = {
  choice: Choice
  unit: Unit
  available: number
  travelLimitMinutes: number | null
  /** Address of the offering's page. */
  href: string
  /** Address that leads on with a time chosen. */
  timeHref: (time: { startsAt: string; specialistId: string }) => string
}

/** One offering in the list: who, how, where, for how much, and when next. */
export function ChoiceCard({ choice, unit, available, travelLimitMinutes, href, timeHref }: ChoiceCardProps) {
  return (
    <li className="card">
      <div>
        <h3>{choice.providerName}</h3>
        <p className="small muted">{whoText(choice)}</p>
        <p className="mt-2">
          {choice.isBeyondTravelLimit ? (
            <Badge tone="attention" icon="alert">
              {m.marketplace_too_far()}
            </Badge>
          ) : (
            <Badge tone={choice.mode === 'at_home' ? 'accent' : 'neutral'} icon={modeIcon[choice.mode]}>
              {modeBadge(choice.mode)}
            </Badge>
          )}
        </p>
        <HowList choice={choice} />
        {choice.isBeyondTravelLimit && travelLimitMinutes !== null ? (
          <Note tone="attention" className="mt-3">
            {m.marketplace_too_far_note({ limit: formatDuration(travelLimitMinutes, getLocale()) })}
          </Note>
        ) : null}
      </div>
      <div className="side stack">
        <p>
          <span className="price">{formatMoney(choice.unitPrice, getLocale())}</span>{' '}
          <span className="small muted">{perUnit(unit)}</span>
        </p>
        {choice.price > available ? (
          <Badge tone="attention" icon="alert">
            {m.schedule_costs_more({ missing: formatMoney(choice.price - available, getLocale()) })}
          </Badge>
        ) : null}
        <NextTimes choice={choice} href={href} timeHref={timeHref} />
      </div>
    </li>
  )
}

function HowList({ choice }: { choice: Choice }) {
  const { site, mode } = choice
  const travel = travelText(choice)
  const access =
    site === null || mode === 'at_home' ? null : (ownTextOrNull(site.access) ?? accessWord(site.isAccessible))
  const note = ownTextOrNull(choice.note)
  return (
    <ul className="how">
      <li>
        <Icon name="clock" />
        <span>{m.marketplace_takes({ duration: formatDuration(choice.durationMinutes, getLocale()) })}</span>
      </li>
      <li>
        <Icon name={modeIcon[mode]} />
        <span>{startSentence(whereText(choice))}</span>
      </li>
      {travel === null ? null : (
        <li>
          <Icon name="car" />
          <span>{travel}</span>
        </li>
      )}
      {access === null ? null : (
        <li>
          <Icon name="check" />
          <span>{access}</span>
        </li>
      )}
      <li>
        <Icon name="message" />
        <span>{m.marketplace_speaks({ languages: languagesText(choice.specialists) })}</span>
      </li>
      {choice.knownSince === null ? null : (
        <li>
          <Icon name="heart" />
          <span>{m.marketplace_known_since({ date: formatDate(choice.knownSince, getLocale(), 'long-on') })}</span>
        </li>
      )}
      {note === null ? null : (
        <li>
          <Icon name="info" />
          <span>{note}</span>
        </li>
      )}
    </ul>
  )
}

function accessWord(isAccessible: boolean): string {
  return isAccessible ? m.marketplace_accessible() : m.marketplace_not_accessible()
}

function whoText({ providerKind, specialists, providerName }: Choice): string {
  const [only] = specialists
  if (specialists.length !== 1 || only === undefined) return m.marketplace_specialists({ count: specialists.length })
  const profession = ownText(only.profession)
  const name = `${only.givenName} ${only.familyName}`
  const who = name === providerName ? profession : `${name}, ${profession}`
  return providerKind === 'self_employed' ? `${who}, ${m.marketplace_self_employed()}` : who
}

function NextTimes({ choice, href, timeHref }: Pick<ChoiceCardProps, 'choice' | 'href' | 'timeHref'>) {
  if (choice.nextTimes.length === 0) return <p className="small muted">{m.schedule_no_times()}</p>
  return (
    <div>
      <p className="small muted mb-2">{m.schedule_next_times()}</p>
      <div className="next">
        {choice.nextTimes.map((time) => (
          <Link key={time.startsAt} to={timeHref(time)}>
            <VisuallyHidden>{choice.providerName}: </VisuallyHidden>
            {formatDate(time.startsAt, getLocale(), 'day-short')}
            <b>{formatTime(time.startsAt, getLocale())}</b>
          </Link>
        ))}
        <Link className="more" to={href}>
          {m.schedule_all_times()}
          <VisuallyHidden>: {choice.providerName}</VisuallyHidden>
        </Link>
      </div>
    </div>
  )
}
