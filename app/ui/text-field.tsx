import { type InputHTMLAttributes, useId } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import type { FieldInput } from '#app/ui/field-input.ts'
import { Field, type FieldText } from '#app/ui/field.tsx'

type TextFieldProps = FieldText &
  FieldInput &
  Pick<
    InputHTMLAttributes<HTMLInputElement>,
    | 'autoComplete'
    | 'inputMode'
    | 'placeholder'
    | 'minLength'
    | 'maxLength'
    | 'min'
    | 'max'
    | 'step'
    | 'pattern'
    | 'readOnly'
  > & {
    type?: 'text' | 'email' | 'tel' | 'search' | 'number' | 'url' | 'password'
    /** A word or sign behind the value: €, km, min. */
    suffix?: string
    short?: boolean
  }

export function TextField({
  id,
  label,
  hint,
  optional,
  errors,
  suffix,
  short = false,
  type = 'text',
  ...input
}: TextFieldProps) {
  const ownId = useId()
  const fieldId = id ?? ownId
  return (
    <Field id={fieldId} label={label} hint={hint} optional={optional} errors={errors}>
      {(described) => {
        const control = (
          <input
            {...input}
            {...described}
            id={fieldId}
            type={type}
            className={classNames('input', short && 'input-short')}
          />
        )
        return suffix === undefined ? (
          control
        ) : (
          <span className={classNames('affix', short && 'max-w-44')}>
            {control}
            <span>{suffix}</span>
          </span>
        )
      }}
    </Field>
  )
}
