import { m } from '#app/paraglide/messages.js'
import { PageTabs } from '#app/ui/page-tabs.tsx'

/** The two pages of what a municipality decides. */
export function PolicyTabs() {
  return (
    <PageTabs
      label={m.decision_policy_tabs()}
      tabs={[
        { to: '/municipality/policy', label: m.decision_policy_tab_values() },
        { to: '/municipality/policy/prices', label: m.decision_policy_tab_prices() },
      ]}
    />
  )
}
