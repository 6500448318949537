import { useId } from 'react'
import type { FieldInput } from '#app/ui/field-input.ts'
import { Field, type FieldText } from '#app/ui/field.tsx'

type MomentFieldProps = FieldText &
  FieldInput & { min?: string | number; max?: string | number; step?: string | number }

/** A day, "2026-11-26". The device's own calendar opens, in the device's own language. */
export function DateField(props: MomentFieldProps) {
  return <MomentField {...props} type="date" />
}

/** An hour, "17:30". */
export function TimeField(props: MomentFieldProps) {
  return <MomentField {...props} type="time" />
}

function MomentField({
  id,
  label,
  hint,
  optional,
  errors,
  type,
  name,
  defaultValue,
  required,
  min,
  max,
  step,
}: MomentFieldProps & { type: 'date' | 'time' }) {
  const ownId = useId()
  const fieldId = id ?? ownId
  return (
    <Field id={fieldId} label={label} hint={hint} optional={optional} errors={errors}>
      {(described) => (
        <input
          {...described}
          id={fieldId}
          type={type}
          name={name}
          defaultValue={defaultValue}
          required={required}
          min={min}
          max={max}
          step={step}
          className="input input-short"
        />
      )}
    </Field>
  )
}
