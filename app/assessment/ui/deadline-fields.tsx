import { deadlineKeys } from '#app/assessment/rules/deadlines.ts'
import type { DeadlineKey } from '#app/assessment/rules/deadlines.ts'
import { deadlineLabel } from '#app/assessment/ui/deadline-words.ts'
import { DateField } from '#app/ui/date-field.tsx'

type DeadlineFieldsProps = {
  values: Record<DeadlineKey, string | null>
  errorsOf: (field: string) => string[] | undefined
}

/** The three last days of an assessment, in the order in which they come. */
export function DeadlineFields({ values, errorsOf }: DeadlineFieldsProps) {
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
      {deadlineKeys.map((key) => (
        <DateField
          key={key}
          id={key}
          name={key}
          label={deadlineLabel(key)}
          defaultValue={values[key] ?? undefined}
          errors={errorsOf(key)}
          required
        />
      ))}
    </div>
  )
}
