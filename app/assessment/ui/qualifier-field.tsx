import type { Chapter } from '#app/assessment/rules/functioning.ts'
import { qualifiers } from '#app/assessment/rules/functioning.ts'
import { qualifierWord, rangeText } from '#app/assessment/ui/expertise-words.ts'
import { m } from '#app/paraglide/messages.js'
import { describe, FieldErrors } from '#app/ui/field.tsx'

type QualifierFieldProps = { code: Chapter; value: string; errors?: readonly string[] }

/** How large the problem is, 0-4 in words and per cent, or not rated. */
export function QualifierField({ code, value, errors }: QualifierFieldProps) {
  const name = `${code}.qualifier`
  const described = describe(name, null, errors)
  return (
    <fieldset className="qualifier" aria-describedby={described['aria-describedby']}>
      <legend>{m.expertise_q_label()}</legend>
      <FieldErrors id={name} errors={errors} />
      <div className="qualifier-options">
        <label className="qualifier-option">
          <input type="radio" id={name} name={name} value="" defaultChecked={value === ''} />
          <span className="qualifier-word">{m.expertise_q_none()}</span>
        </label>
        {qualifiers.map((qualifier) => (
          <label className="qualifier-option" key={qualifier}>
            <input
              type="radio"
              id={`${name}-${qualifier}`}
              name={name}
              value={qualifier}
              defaultChecked={value === String(qualifier)}
            />
            <span className="qualifier-word">
              <b className="num">{qualifier}</b> {qualifierWord(qualifier)}
            </span>
            <span className="qualifier-range num">{rangeText(qualifier)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
