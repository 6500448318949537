import { type ReactNode, useId } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import type { FieldInput } from '#app/ui/field-input.ts'
import { FieldErrors, FieldHint, describe } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

export type Slot = {
  value: string
  /** The hour on the tile. */
  label: string
  /** A quiet second line: who, how long. */
  detail?: string
  disabled?: boolean
}

export type SlotDay = {
  /** "2026-11-30" */
  day: string
  /** "Pirmdien, 30. novembrī", read before each hour of the day as well. */
  label: string
  note?: ReactNode
  slots: readonly Slot[]
}

type SlotTilesProps = FieldInput & {
  /** The question; usually a heading. */
  legend: ReactNode
  hint?: ReactNode
  days: readonly SlotDay[]
}

/** Free times as native radios on tiles, grouped by day: one tab stop, arrows to choose, works without script. */
export function SlotTiles({ id, name, defaultValue, required, errors, legend, hint, days }: SlotTilesProps) {
  const ownId = useId()
  const fieldId = id ?? ownId
  const described = describe(fieldId, hint, errors)
  const first = days.flatMap((day) => day.slots).find((slot) => !slot.disabled)
  return (
    <fieldset
      className={classNames(described['aria-invalid'] && 'field-invalid')}
      aria-describedby={described['aria-describedby']}
    >
      <legend>{legend}</legend>
      {hint ? <FieldHint id={fieldId}>{hint}</FieldHint> : null}
      <FieldErrors id={fieldId} errors={errors} />
      {days.map((day) => (
        <div className="day" key={day.day}>
          <h3>
            {day.label}
            {day.note ? <small>{day.note}</small> : null}
          </h3>
          <div className="slots">
            {day.slots.map((slot) => (
              <label className="slot" key={slot.value}>
                <input
                  type="radio"
                  id={slot === first ? fieldId : undefined}
                  name={name}
                  value={slot.value}
                  defaultChecked={slot.value === defaultValue}
                  required={required}
                  disabled={slot.disabled}
                />
                <span>
                  <span className="slot-time">
                    <Icon name="check" />
                    <VisuallyHidden>{day.label}, </VisuallyHidden>
                    {slot.label}
                  </span>
                  {slot.detail ? <small>{slot.detail}</small> : null}
                </span>
              </label>
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  )
}
