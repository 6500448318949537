import { useId } from 'react'
import { m } from '#app/paraglide/messages.js'
import { classNames } from '#app/ui/class-names.ts'
import type { FieldInput } from '#app/ui/field-input.ts'
import { Field, type FieldText } from '#app/ui/field.tsx'

export type SelectOption = { value: string; label: string; disabled?: boolean }

export type SelectProps = FieldText &
  FieldInput & {
    options: readonly SelectOption[]
    /** The empty first entry: a text, true for "Choose", absent for none. */
    placeholder?: string | true
    short?: boolean
  }

export function Select({
  id,
  name,
  defaultValue,
  required,
  label,
  hint,
  optional,
  errors,
  options,
  placeholder,
  short = false,
}: SelectProps) {
  const ownId = useId()
  const fieldId = id ?? ownId
  return (
    <Field id={fieldId} label={label} hint={hint} optional={optional} errors={errors}>
      {(described) => (
        <select
          {...described}
          id={fieldId}
          name={name}
          defaultValue={defaultValue ?? (placeholder === undefined ? undefined : '')}
          required={required}
          className={classNames('input', short && 'input-short')}
        >
          {placeholder === undefined ? null : (
            <option value="">{placeholder === true ? m.ui_choose() : placeholder}</option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
