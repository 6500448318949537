import { Form, useLocation } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { usePage } from '#app/platform/http/use-page.ts'
import { SubmitButton } from '#app/ui/button.tsx'

/** Language and appearance for visitors, side by side at the foot of the page. */
export function PreferenceRow() {
  const { theme } = usePage()
  const { pathname, search } = useLocation()
  const other = getLocale() === 'lv' ? 'en' : 'lv'
  const themeNames = { system: m.ui_theme_system(), light: m.ui_theme_light(), dark: m.ui_theme_dark() } as const
  return (
    <Form method="post" action="/preferences" reloadDocument className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <input type="hidden" name="to" value={`${pathname}${search}`} />
      <SubmitButton variant="quiet" size="small" icon="globe" name="locale" value={other}>
        <span lang={other}>{other === 'en' ? m.ui_language_en() : m.ui_language_lv()}</span>
      </SubmitButton>
      <fieldset className="flex flex-wrap items-center gap-x-4">
        <legend className="sr-only">{m.ui_theme()}</legend>
        {(['system', 'light', 'dark'] as const).map((choice) => (
          <SubmitButton
            key={choice}
            variant="quiet"
            size="small"
            name="theme"
            value={choice}
            icon={choice === theme ? 'check' : undefined}
            aria-pressed={choice === theme}
          >
            {themeNames[choice]}
          </SubmitButton>
        ))}
      </fieldset>
    </Form>
  )
}
