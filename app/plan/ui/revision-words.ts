import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/paraglide/runtime.js'
import type { RevisedProblem } from '#app/plan/rules/revised-lines.ts'
import { mostUnits } from '#app/plan/rules/revised-lines.ts'
import { reasonField, unitsField } from '#app/plan/rules/revision-fields.ts'
import type { RevisionLineView } from '#app/plan/rules/revision-view.ts'
import { formatMoney, formatQuantity } from '#app/platform/i18n/format.ts'
import { wholeUnits } from '#app/platform/quantity.ts'

type Named = Pick<RevisionLineView, 'serviceId' | 'name' | 'unit'>
type FieldError = { field: string; text: string }

/** What keeps a draft from being signed, in sentences with the field that each is about. */
export function problemTexts(
  problems: readonly RevisedProblem[],
  lines: readonly Named[],
  locale: Locale,
): FieldError[] {
  const found = new Map(lines.map((line) => [line.serviceId, line]))
  return problems.map((problem) => {
    if (problem.kind === 'over-budget') {
      return { field: '', text: m.revision_problem_over({ amount: formatMoney(problem.missing, locale) }) }
    }
    if (problem.kind === 'nothing-changed') return { field: '', text: m.revision_problem_same() }
    const line = found.get(problem.serviceId)
    const name = line === undefined ? '' : line.name[locale]
    switch (problem.kind) {
      case 'units-not-whole':
      case 'too-many-units':
        return { field: unitsField(problem.serviceId), text: m.revision_problem_units({ name, most: mostUnits }) }
      case 'below-booked': {
        const units = formatQuantity(wholeUnits(problem.floorUnits), line?.unit ?? 'session', locale)
        return { field: unitsField(problem.serviceId), text: m.revision_problem_floor({ name, units }) }
      }
      case 'reason-needed':
        return { field: reasonField(problem.serviceId), text: m.revision_problem_reason({ name }) }
    }
  })
}
