import { Form, useLocation } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { usePage } from '#app/platform/http/use-page.ts'
import { MenuButton } from '#app/ui/menu.tsx'

const themeIcons = { system: 'half', light: 'sun', dark: 'moon' } as const

/** Language and appearance, one press each. The page is loaded anew, so that every word of it changes. */
export function PreferenceButtons() {
  const { theme } = usePage()
  const { pathname, search } = useLocation()
  const locale = getLocale()
  const themeNames = { system: m.ui_theme_system(), light: m.ui_theme_light(), dark: m.ui_theme_dark() } as const
  return (
    <Form method="post" action="/preferences" reloadDocument>
      <input type="hidden" name="to" value={`${pathname}${search}`} />
      {locale === 'lv' ? (
        <MenuButton icon="globe" name="locale" value="en">
          <span lang="en">{m.ui_language_en()}</span>
        </MenuButton>
      ) : (
        <MenuButton icon="globe" name="locale" value="lv">
          <span lang="lv">{m.ui_language_lv()}</span>
        </MenuButton>
      )}
      {(['system', 'light', 'dark'] as const).map((choice) => (
        <MenuButton key={choice} icon={themeIcons[choice]} name="theme" value={choice} isCurrent={choice === theme}>
          {themeNames[choice]}
        </MenuButton>
      ))}
    </Form>
  )
}
