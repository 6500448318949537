import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { Mode } from '#app/marketplace/rules/modes.ts'
import type { BothLanguages, EitherLanguage } from '#app/marketplace/ui/offering-words.ts'
import {
  languageWord,
  modeBadge,
  modeIcon,
  ownText,
  ownTextOrNull,
  perUnit,
  travelText,
  whereText,
} from '#app/marketplace/ui/offering-words.ts'
import { formatDate, formatDuration, formatMoney, startSentence } from '#app/platform/i18n/format.ts'
import type { Unit } from '#app/platform/quantity.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { Note } from '#app/ui/note.tsx'

export type ProviderOffering = {
  mode: Mode
  durationMinutes: number
  note: EitherLanguage
  about: BothLanguages
  phone: string
  email: string
  unitPrice: number
  minutesByCar: number | null
  roadMetres: number | null
  isBeyondTravelLimit: boolean
  site: { name: BothLanguages; address: string; town: string; isAccessible: boolean; access: EitherLanguage } | null
  specialists: readonly {
    id: string
    givenName: string
    familyName: string
    profession: BothLanguages
    languages: readonly string[]
    educatedSince: number | null
  }[]
}

type ProviderFactsProps = {
  offering: ProviderOffering
  unit: Unit
  knownSince: string | null
  travelLimitMinutes: number | null
}

/** What a family wants to know of a provider before it chooses a time. */
export function ProviderFacts({ offering, unit, knownSince, travelLimitMinutes }: ProviderFactsProps) {
  const locale = getLocale()
  const note = ownTextOrNull(offering.note)
  const isOwnAddress = offering.mode === 'at_home' || offering.mode === 'online'
  return (
    <Card title={m.marketplace_about()}>
      <div className="stack">
        <p className="flex flex-wrap gap-2">
          <Badge tone={offering.mode === 'at_home' ? 'accent' : 'neutral'} icon={modeIcon[offering.mode]}>
            {modeBadge(offering.mode)}
          </Badge>
          {offering.isBeyondTravelLimit ? (
            <Badge tone="attention" icon="alert">
              {m.marketplace_too_far()}
            </Badge>
          ) : null}
        </p>
        <p>
          <span className="price">{formatMoney(offering.unitPrice, locale)}</span>{' '}
          <span className="small muted">{perUnit(unit)}</span>
        </p>
        <p>{ownText(offering.about)}</p>
        <p>{m.marketplace_takes({ duration: formatDuration(offering.durationMinutes, locale) })}</p>
        {note === null ? null : <p>{note}</p>}
        {knownSince === null ? null : (
          <p>{m.marketplace_known_since({ date: formatDate(knownSince, locale, 'long-on') })}</p>
        )}
        {offering.isBeyondTravelLimit && travelLimitMinutes !== null ? (
          <Note tone="attention">
            {m.marketplace_too_far_note({ limit: formatDuration(travelLimitMinutes, locale) })}
          </Note>
        ) : null}
        <div>
          <h3>{m.marketplace_place()}</h3>
          <p>{startSentence(whereText(offering))}</p>
          {isOwnAddress ? null : <PlaceNotes offering={offering} />}
        </div>
        <div>
          <h3>{m.marketplace_people()}</h3>
          <ul className="stack">
            {offering.specialists.map((specialist) => (
              <li key={specialist.id}>
                <span className="strong">
                  {specialist.givenName} {specialist.familyName}
                </span>
                , {ownText(specialist.profession)}
                <div className="small muted">
                  {m.marketplace_speaks({ languages: specialist.languages.map(languageWord).join(', ') })}
                </div>
                <div className="small muted">
                  {specialist.educatedSince === null
                    ? m.marketplace_cleared()
                    : m.marketplace_educated_since({ year: String(specialist.educatedSince) })}
                </div>
              </li>
            ))}
          </ul>
        </div>
        <div className="contacts">
          <h3>{m.marketplace_contacts()}</h3>
          <p>
            <a href={`tel:${offering.phone.replaceAll(/\s/g, '')}`}>{offering.phone}</a>
          </p>
          <p>
            <a href={`mailto:${offering.email}`}>{offering.email}</a>
          </p>
        </div>
      </div>
    </Card>
  )
}

function PlaceNotes({ offering }: { offering: ProviderOffering }) {
  const { site } = offering
  const travel = travelText(offering)
  if (site === null) return null
  const access = ownTextOrNull(site.access)
  return (
    <div className="small muted">
      {travel === null ? null : <p>{travel}</p>}
      <p>{site.isAccessible ? m.marketplace_accessible() : m.marketplace_not_accessible()}</p>
      {access === null ? null : <p>{access}</p>}
    </div>
  )
}
