import { type ReactNode, useId } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { FieldErrors, describe } from '#app/ui/field.tsx'

type CheckboxFieldProps = {
  id?: string
  name: string
  /** What the form sends when ticked; "on" when absent. */
  value?: string
  label: ReactNode
  hint?: ReactNode
  defaultChecked?: boolean
  required?: boolean
  disabled?: boolean
  errors?: readonly string[]
  /** Without a frame, for a list of small switches. */
  bare?: boolean
}

export function CheckboxField({
  id,
  name,
  value,
  label,
  hint,
  defaultChecked,
  required,
  disabled,
  errors,
  bare = false,
}: CheckboxFieldProps) {
  const ownId = useId()
  const fieldId = id ?? ownId
  const described = describe(fieldId, hint, errors)
  return (
    <div className={classNames('field', described['aria-invalid'] && 'field-invalid')}>
      <FieldErrors id={fieldId} errors={errors} />
      <label className={classNames('choice', bare && 'choice-bare')}>
        <input
          {...described}
          type="checkbox"
          id={fieldId}
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          required={required}
          disabled={disabled}
        />
        <span>
          {label}
          {hint ? (
            <span className="choice-hint" id={`${fieldId}-hint`}>
              {hint}
            </span>
          ) : null}
        </span>
      </label>
    </div>
  )
}
