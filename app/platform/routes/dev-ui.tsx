import { useEffect } from 'react'
import { data, redirect } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale, isLocale } from '#app/paraglide/runtime.js'
import { themes } from '#app/platform/http/page-context.ts'
import { portalContext } from '#app/platform/http/portal-context.ts'
import { AutosaveSamples } from '#app/platform/routes/dev-ui/autosave-samples.tsx'
import { ControlSamples } from '#app/platform/routes/dev-ui/control-samples.tsx'
import { RankSample } from '#app/platform/routes/dev-ui/rank-sample.tsx'
import { people, say } from '#app/platform/routes/dev-ui/say.ts'
import { TableSamples } from '#app/platform/routes/dev-ui/table-samples.tsx'
import { TextSamples } from '#app/platform/routes/dev-ui/text-samples.tsx'
import { TimeSamples } from '#app/platform/routes/dev-ui/time-samples.tsx'
import { AppFrame, type NavItem } from '#app/ui/app-frame.tsx'
import { MenuHead, MenuLink, MenuRule } from '#app/ui/menu.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { readSort } from '#app/ui/read-sort.ts'
import type { Route } from './+types/dev-ui.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: 'Design system' }) }]

/** `?language=en` keeps the language; `?theme=dark` and `?density=dense` only show it. */
export function loader({ request, context }: Route.LoaderArgs) {
  if (!context.get(portalContext).config.hasDevPages) throw data(null, { status: 404 })
  const search = new URL(request.url).searchParams
  const language = search.get('language')
  if (isLocale(language)) {
    return redirect('/dev/ui', {
      headers: { 'Set-Cookie': `locale=${language}; Path=/; SameSite=Lax; Max-Age=31536000` },
    })
  }
  return {
    theme: themes.find((theme) => theme === search.get('theme')) ?? null,
    isDense: search.get('density') === 'dense',
    sort: readSort(search, ['name', 'sessions', 'payable'], { column: 'payable', direction: 'descending' }),
  }
}

export default function DevUi({ loaderData }: Route.ComponentProps) {
  const { theme, isDense, sort } = loaderData
  useEffect(() => {
    if (theme === null) return
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
  return (
    <AppFrame
      density={isDense ? 'dense' : 'family'}
      place="Lejasupes novads"
      home="/dev/ui"
      nav={navigation()}
      account={{
        name: people.child,
        menu: (
          <>
            <MenuHead title={people.parent} detail={say('Emīla mamma', 'mother of Emīls')} />
            <MenuRule />
            <MenuLink to="/dev/ui" icon="user">
              {say('Jūsu dati', 'Your data')}
            </MenuLink>
            <MenuLink to="/dev/ui/out" icon="exit">
              {say('Iziet', 'Sign out')}
            </MenuLink>
          </>
        ),
      }}
      notice={m.ui_demo_notice()}
      flash={{
        tone: 'ok',
        title: say('Pieraksts apstiprināts', 'The booking is confirmed'),
        detail: say('Ceturtdien, 26. novembrī, 17.30.', 'Thursday, 26 November, 17:30.'),
      }}
      footer={<a href="/dev/ui">{say('Piekļūstamība', 'Accessibility')}</a>}
    >
      <PageHead
        over={say('Otrdiena, 24. novembris', 'Tuesday, 24 November')}
        title={say('No kā veidotas lapas', 'What pages are made of')}
        lead={say(
          'Katra daļa visos stāvokļos, abās valodās, gaišā un tumšā.',
          'Every part in every state, in both languages, light and dark.',
        )}
        actions={<Switches />}
      />
      <div className="stack" style={{ '--gap': '3rem' }}>
        <ControlSamples />
        <AutosaveSamples />
        <TextSamples />
        <TimeSamples />
        <RankSample />
        <TableSamples sort={sort} />
      </div>
    </AppFrame>
  )
}

function navigation(): NavItem[] {
  return [
    { to: '/dev/ui', label: say('Sākums', 'Start'), icon: 'home', end: true },
    { to: '/dev/ui/plan', label: say('Plāns', 'Plan'), icon: 'plan' },
    { to: '/dev/ui/book', label: say('Pierakstīties', 'Book'), icon: 'plus', isMain: true },
    { to: '/dev/ui/calendar', label: say('Kalendārs', 'Calendar'), icon: 'calendar' },
    { to: '/dev/ui/messages', label: say('Ziņas', 'Messages'), icon: 'message', count: 2 },
  ]
}

function Switches() {
  return (
    <>
      <a className="chip" href={`?language=${getLocale() === 'lv' ? 'en' : 'lv'}`}>
        {getLocale() === 'lv' ? m.ui_language_en() : m.ui_language_lv()}
      </a>
      <a className="chip" href="?theme=light">
        {m.ui_theme_light()}
      </a>
      <a className="chip" href="?theme=dark">
        {m.ui_theme_dark()}
      </a>
      <a className="chip" href="?density=dense">
        {say('Blīvāk', 'Denser')}
      </a>
    </>
  )
}
