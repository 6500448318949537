import type { ColumnKey, ColumnNeed } from '#app/intake/rules/columns.ts'
import { columns } from '#app/intake/rules/columns.ts'
import type { Dependent } from '#app/intake/rules/dependents.ts'
import type { ImportRowState, ImportState } from '#app/intake/rules/import-view.ts'
import type { MatchingProblem } from '#app/intake/rules/match-columns.ts'
import type { TableRefusal } from '#app/intake/rules/table-limits.ts'
import { mostColumns, mostRows } from '#app/intake/rules/table-limits.ts'
import { m } from '#app/paraglide/messages.js'
import type { Tone } from '#app/ui/badge.tsx'

export type Look = { text: string; tone: Tone }

export function importLook(state: ImportState): Look {
  const looks: Record<ImportState, Look> = {
    read: { text: m.intake_state_read(), tone: 'attention' },
    checked: { text: m.intake_state_checked(), tone: 'attention' },
    running: { text: m.intake_state_running(), tone: 'accent' },
    done: { text: m.intake_state_done(), tone: 'ok' },
    failed: { text: m.intake_state_failed(), tone: 'stop' },
    undone: { text: m.intake_state_undone(), tone: 'neutral' },
    discarded: { text: m.intake_state_discarded(), tone: 'neutral' },
  }
  return looks[state]
}

export function rowLook(state: ImportRowState): Look {
  const looks: Record<ImportRowState, Look> = {
    waiting: { text: m.intake_row_waiting(), tone: 'accent' },
    accepted: { text: m.intake_row_accepted(), tone: 'ok' },
    unchanged: { text: m.intake_row_unchanged(), tone: 'neutral' },
    refused: { text: m.intake_row_refused(), tone: 'stop' },
    undone: { text: m.intake_row_undone(), tone: 'neutral' },
  }
  return looks[state]
}

export function needText(key: ColumnKey): string {
  const texts: Record<ColumnNeed, string> = {
    always: m.intake_need_always(),
    'for-plans': m.intake_need_for_plans(),
    optional: m.intake_need_optional(),
  }
  return texts[columns[key].need]
}

export function problemText(problem: MatchingProblem): string {
  const column = columnText(problem.column)
  switch (problem.problem) {
    case 'needed':
      return m.intake_match_needed({ column })
    case 'needed-for-plans':
      return m.intake_match_needed_for_plans({ column })
    case 'twice':
      return m.intake_match_twice({ column, other: columnText(problem.other) })
    case 'no-such-column':
      return m.intake_match_gone({ column })
  }
}

export function fileRefusalText({ kind }: TableRefusal): string {
  switch (kind) {
    case 'no-file':
      return m.intake_file_no_file()
    case 'too-large':
      return m.intake_file_too_large()
    case 'not-a-table':
      return m.intake_file_not_a_table()
    case 'locked-or-old':
      return m.intake_file_locked_or_old()
    case 'damaged':
      return m.intake_file_damaged()
    case 'no-rows':
      return m.intake_file_no_rows()
    case 'no-heading':
      return m.intake_file_no_heading()
    case 'too-many-columns':
      return m.intake_file_too_many_columns({ columns: mostColumns })
    case 'too-many-rows':
      return m.intake_file_too_many_rows({ rows: mostRows })
  }
}

export function dependentText({ kind, count }: Dependent): string {
  const texts: Record<Dependent['kind'], string> = {
    booking: m.intake_depends_booking({ count }),
    plan: m.intake_depends_plan({ count }),
    period: m.intake_depends_period({ count }),
    assessment: m.intake_depends_assessment({ count }),
    extension: m.intake_depends_extension({ count }),
    request: m.intake_depends_request({ count }),
    note: m.intake_depends_note({ count }),
    evaluation: m.intake_depends_evaluation({ count }),
    signature: m.intake_depends_signature({ count }),
  }
  return texts[kind]
}

export function columnText(key: ColumnKey): string {
  return columnTexts[key]()
}

/** What to write into a column, for the template. */
export function explanationText(key: ColumnKey): string {
  return explanationTexts[key]()
}

const columnTexts: Record<ColumnKey, () => string> = {
  child_given_name: () => m.intake_column_child_given_name(),
  child_family_name: () => m.intake_column_child_family_name(),
  birth_date: () => m.intake_column_birth_date(),
  personal_code: () => m.intake_column_personal_code(),
  town: () => m.intake_column_town(),
  latitude: () => m.intake_column_latitude(),
  longitude: () => m.intake_column_longitude(),
  guardian_given_name: () => m.intake_column_guardian_given_name(),
  guardian_family_name: () => m.intake_column_guardian_family_name(),
  guardian_email: () => m.intake_column_guardian_email(),
  guardian_phone: () => m.intake_column_guardian_phone(),
  guardian_kind: () => m.intake_column_guardian_kind(),
  worker_email: () => m.intake_column_worker_email(),
  period_from: () => m.intake_column_period_from(),
  period_to: () => m.intake_column_period_to(),
  budget: () => m.intake_column_budget(),
  service: () => m.intake_column_service(),
  units: () => m.intake_column_units(),
  minimum_units: () => m.intake_column_minimum_units(),
  mode: () => m.intake_column_mode(),
  expert_rank: () => m.intake_column_expert_rank(),
  parent_rank: () => m.intake_column_parent_rank(),
  wishes: () => m.intake_column_wishes(),
}

const explanationTexts: Record<ColumnKey, () => string> = {
  child_given_name: () => m.intake_explain_child_given_name(),
  child_family_name: () => m.intake_explain_child_family_name(),
  birth_date: () => m.intake_explain_birth_date(),
  personal_code: () => m.intake_explain_personal_code(),
  town: () => m.intake_explain_town(),
  latitude: () => m.intake_explain_latitude(),
  longitude: () => m.intake_explain_longitude(),
  guardian_given_name: () => m.intake_explain_guardian_given_name(),
  guardian_family_name: () => m.intake_explain_guardian_family_name(),
  guardian_email: () => m.intake_explain_guardian_email(),
  guardian_phone: () => m.intake_explain_guardian_phone(),
  guardian_kind: () => m.intake_explain_guardian_kind(),
  worker_email: () => m.intake_explain_worker_email(),
  period_from: () => m.intake_explain_period_from(),
  period_to: () => m.intake_explain_period_to(),
  budget: () => m.intake_explain_budget(),
  service: () => m.intake_explain_service(),
  units: () => m.intake_explain_units(),
  minimum_units: () => m.intake_explain_minimum_units(),
  mode: () => m.intake_explain_mode(),
  expert_rank: () => m.intake_explain_expert_rank(),
  parent_rank: () => m.intake_explain_parent_rank(),
  wishes: () => m.intake_explain_wishes(),
}
