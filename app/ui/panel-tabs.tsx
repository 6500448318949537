import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'

export type PanelTab = { id: string; label: string; content: ReactNode }

/** Views of the same data on one page, switched without a request. Costs script: staff pages only. */
export function PanelTabs({
  tabs,
  label,
  defaultTab,
}: {
  tabs: readonly PanelTab[]
  label: string
  defaultTab?: string
}) {
  return (
    <Tabs defaultSelectedKey={defaultTab}>
      <div className="tabs">
        <TabList aria-label={label}>
          {tabs.map((tab) => (
            <Tab id={tab.id} key={tab.id} className="tab">
              {tab.label}
            </Tab>
          ))}
        </TabList>
      </div>
      {tabs.map((tab) => (
        <TabPanel id={tab.id} key={tab.id}>
          {tab.content}
        </TabPanel>
      ))}
    </Tabs>
  )
}
