import { useId } from 'react'
import type { FieldInput } from '#app/ui/field-input.ts'
import { Field, type FieldText } from '#app/ui/field.tsx'

type TextAreaProps = FieldText &
  FieldInput & { rows?: number; minLength?: number; maxLength?: number; placeholder?: string }

export function TextArea({ id, label, hint, optional, errors, rows = 4, ...input }: TextAreaProps) {
  const ownId = useId()
  const fieldId = id ?? ownId
  return (
    <Field id={fieldId} label={label} hint={hint} optional={optional} errors={errors}>
      {(described) => <textarea {...known(input)} {...described} id={fieldId} rows={rows} className="input" />}
    </Field>
  )
}

/** Callers spread one set of props over every kind of field; a text area knows only some of them. */
function known({ name, defaultValue, required, minLength, maxLength, placeholder }: Omit<TextAreaProps, 'label'>) {
  return { name, defaultValue, required, minLength, maxLength, placeholder }
}
