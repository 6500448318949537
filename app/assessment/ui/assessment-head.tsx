import type { AssessmentHead as Head } from '#app/assessment/rules/assessment-head.ts'
import type { AssessmentTab } from '#app/assessment/rules/seat.ts'
import { stageLook } from '#app/assessment/ui/stage-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate } from '#app/platform/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { PageTabs } from '#app/ui/page-tabs.tsx'

type AssessmentHeadProps = {
  head: Head
  /** The page it stands on; the pages below a tab (one goal, one service) name their tab. */
  current: AssessmentTab
}

/** The child, the period, where the work stands, and the pages of one assessment. Holds the page's h1. */
export function AssessmentHead({ head, current }: AssessmentHeadProps) {
  const locale = getLocale()
  const look = stageLook(head.stage)
  return (
    <>
      <PageHead
        back={{ to: '/assessments', label: m.assessment_back_to_list() }}
        over={m.assessment_head_over({
          period: `${formatDate(head.startsOn, locale, 'numeric')}–${formatDate(head.lastDay, locale, 'numeric')}`,
        })}
        title={
          current === 'overview'
            ? head.childName
            : m.assessment_head_title({ name: head.childName, page: tabText(current) })
        }
        lead={
          <Badge tone={look.tone} icon={look.icon}>
            {look.text}
          </Badge>
        }
      />
      <PageTabs
        label={m.assessment_tabs()}
        tabs={head.tabs.map((tab) => ({
          to: tabPath(head.assessmentId, tab),
          label: tabText(tab),
          // The pages of one goal or one service belong to their tab; the overview's address begins all others.
          end: tab === 'overview',
        }))}
      />
    </>
  )
}

export function tabPath(assessmentId: string, tab: AssessmentTab): string {
  return tab === 'overview' ? `/assessments/${assessmentId}` : `/assessments/${assessmentId}/${tab}`
}

export function tabText(tab: AssessmentTab): string {
  switch (tab) {
    case 'overview':
      return m.assessment_tab_overview()
    case 'own':
      return m.assessment_tab_own()
    case 'goals':
      return m.assessment_tab_goals()
    case 'services':
      return m.assessment_tab_services()
    case 'ranking':
      return m.assessment_tab_ranking()
    case 'plan':
      return m.assessment_tab_plan()
    case 'looking-back':
      return m.assessment_tab_looking_back()
  }
}
