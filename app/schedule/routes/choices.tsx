import { data, useLocation } from 'react-router'
import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { modes } from '#app/marketplace/rules/modes.ts'
import { languageWord, modeFilter, ownText } from '#app/marketplace/ui/offering-words.ts'
import { requireContext } from '#app/people/require-context.server.ts'
import { formatMoney } from '#app/platform/i18n/format.ts'
import { findChoices } from '#app/schedule/find-choices.server.ts'
import { writeTimeChoice } from '#app/schedule/rules/time-choice.ts'
import { ChoiceCard } from '#app/schedule/ui/choice-card.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterChips } from '#app/ui/filter-chips.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { searchWith } from '#app/ui/search-link.ts'
import type { Route } from './+types/choices.ts'

/** Anything else in the address counts as not chosen. */
const filtersShape = z.object({
  mode: z.enum(modes).nullable().catch(null),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .nullable()
    .catch(null),
  order: z.enum(['distance', 'price']).catch('distance'),
  isEvening: z.boolean(),
})

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const { searchParams } = url
  const filters = filtersShape.parse({
    mode: searchParams.get('mode'),
    language: searchParams.get('language'),
    order: searchParams.get('order'),
    isEvening: searchParams.get('evening') === '1',
  })
  const found = await findChoices(requireContext(context), { ...params, filters })
  if (found === null) throw data(null, { status: 404 })
  return { ...found, filters }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData === undefined ? m.ui_brand() : m.ui_page_title({ title: titleOf(loaderData) }) },
]

type Data = Route.ComponentProps['loaderData']

export default function Choices({ loaderData, params }: Route.ComponentProps) {
  const { child, line, choices, filters } = loaderData
  const base = `/family/${params.childId}/book/${params.lineId}`
  const amount = formatMoney(line.available, getLocale())
  // Hours and kilometres still have to be chosen, so their times lead to the offering first.
  const needsSize = line.unit === 'hour' || line.unit === 'kilometre'
  return (
    <>
      <PageHead
        back={{ to: `/family/${params.childId}/book`, label: m.schedule_back_to_services() }}
        over={m.ui_step({ step: '1', total: '3' })}
        title={titleOf(loaderData)}
        lead={
          filters.order === 'price' ? m.schedule_choices_lead_price({ amount }) : m.schedule_choices_lead({ amount })
        }
      />
      <Filters {...loaderData} />
      {choices.length === 0 ? (
        <NoChoices hasFilters={filters.mode !== null || filters.language !== null || filters.isEvening} base={base} />
      ) : (
        <section aria-labelledby="found">
          <h2 id="found" className="sr-only">
            {m.schedule_choices_list()}
          </h2>
          <ul className="offers">
            {choices.map((choice) => (
              <ChoiceCard
                key={choice.id}
                choice={choice}
                unit={line.unit}
                available={line.available}
                travelLimitMinutes={child.travelLimitMinutes}
                href={`${base}/${choice.id}`}
                timeHref={(time) =>
                  `${base}/${choice.id}${needsSize ? '' : '/check'}?${new URLSearchParams({ time: writeTimeChoice(time) }).toString()}`
                }
              />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function titleOf({ line, choices }: Data): string {
  const service = ownText(line.service)
  if (choices.length === 0) return m.schedule_choices_title_none({ service })
  return m.schedule_choices_title({ service, count: choices.length })
}

function Filters({ modes: found, languages, filters }: Data) {
  const { search } = useLocation()
  const to = (changes: Record<string, string | null>) => searchWith(search, changes)
  const how = [
    { to: to({ mode: null }), label: m.schedule_filter_all(), isOn: filters.mode === null },
    ...found.map((mode) => ({ to: to({ mode }), label: modeFilter(mode), isOn: filters.mode === mode })),
  ]
  const evening = {
    to: to({ evening: filters.isEvening ? null : '1' }),
    label: m.schedule_filter_evening(),
    isOn: filters.isEvening,
  }
  const spoken = languages
    .filter((language) => language !== 'lv')
    .map((language) => ({
      to: to({ language: filters.language === language ? null : language }),
      label: m.schedule_filter_language({ language: languageWord(language) }),
      isOn: filters.language === language,
    }))
  const order = [
    { to: to({ order: null }), label: m.schedule_order_distance(), isOn: filters.order === 'distance' },
    { to: to({ order: 'price' }), label: m.schedule_order_price(), isOn: filters.order === 'price' },
  ]
  return (
    <div>
      <FilterChips
        label={m.schedule_filter_mode_label()}
        chips={[...(found.length > 1 ? how : []), evening, ...spoken]}
      />
      <FilterChips label={m.schedule_order_label()} chips={order} />
    </div>
  )
}

function NoChoices({ hasFilters, base }: { hasFilters: boolean; base: string }) {
  if (!hasFilters) {
    return (
      <EmptyState title={m.schedule_choices_none()} icon="search">
        <p>{m.schedule_choices_none_text()}</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={m.schedule_choices_none_filtered()}
      icon="search"
      action={
        <ButtonLink to={base} variant="secondary">
          {m.schedule_choices_clear()}
        </ButtonLink>
      }
    >
      <p>{m.schedule_choices_none_filtered_text()}</p>
    </EmptyState>
  )
}
