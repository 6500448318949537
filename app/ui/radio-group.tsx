import { type ReactNode, useId } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import type { FieldInput } from '#app/ui/field-input.ts'
import { type FieldText, FieldErrors, FieldHint, OptionalMark, describe } from '#app/ui/field.tsx'

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

type RadioGroupProps = FieldText & FieldInput & { options: readonly RadioOption[]; className?: string }

/** One of a few. The fieldset carries the question; an error link leads to the first answer. */
export function RadioGroup({
  id,
  name,
  defaultValue,
  required,
  label,
  hint,
  optional,
  errors,
  options,
  className,
}: RadioGroupProps) {
  const ownId = useId()
  const fieldId = id ?? ownId
  const described = describe(fieldId, hint, errors)
  return (
    <fieldset
      className={classNames('fieldset', described['aria-invalid'] && 'field-invalid', className)}
      aria-describedby={described['aria-describedby']}
    >
      <legend>
        {label}
        {optional ? <OptionalMark /> : null}
      </legend>
      {hint ? <FieldHint id={fieldId}>{hint}</FieldHint> : null}
      <FieldErrors id={fieldId} errors={errors} />
      {options.map((option, index) => (
        <label className="choice" key={option.value}>
          <input
            type="radio"
            id={index === 0 ? fieldId : `${fieldId}-${option.value}`}
            name={name}
            value={option.value}
            defaultChecked={option.value === defaultValue}
            required={required}
            disabled={option.disabled}
          />
          <span>
            {option.label}
            {option.hint ? <span className="choice-hint">{option.hint}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
