import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

export type FieldText = {
  label: ReactNode
  hint?: ReactNode
  /** Marks a field that may stay empty; the others need no mark. */
  optional?: boolean
}

/** Hands the control its links to hint and error. */
export type Described = { 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

export function describe(id: string, hint: ReactNode, errors: readonly string[] | undefined): Described {
  const isInvalid = errors !== undefined && errors.length > 0
  const parts = [hint ? `${id}-hint` : null, isInvalid ? `${id}-error` : null].filter((part) => part !== null)
  return {
    'aria-describedby': parts.length > 0 ? parts.join(' ') : undefined,
    'aria-invalid': isInvalid || undefined,
  }
}

type FieldProps = FieldText & {
  id: string
  errors?: readonly string[]
  className?: string
  children: (described: Described) => ReactNode
}

/** Label above, hint and error beside the control. Use it for a control that has no component of its own. */
export function Field({ id, label, hint, optional = false, errors, className, children }: FieldProps) {
  const isInvalid = errors !== undefined && errors.length > 0
  return (
    <div className={classNames('field', isInvalid && 'field-invalid', className)}>
      <label className="field-label" htmlFor={id}>
        {label}
        {optional ? <OptionalMark /> : null}
      </label>
      {hint ? <FieldHint id={id}>{hint}</FieldHint> : null}
      <FieldErrors id={id} errors={errors} />
      {children(describe(id, hint, errors))}
    </div>
  )
}

export function OptionalMark() {
  return <span className="optional"> ({m.ui_optional()})</span>
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div className="field-hint" id={`${id}-hint`}>
      {children}
    </div>
  )
}

export function FieldErrors({ id, errors }: { id: string; errors: readonly string[] | undefined }) {
  if (errors === undefined || errors.length === 0) return null
  return (
    <div id={`${id}-error`}>
      {errors.map((error) => (
        <p className="field-error" key={error}>
          <Icon name="alert" />
          <span>
            <VisuallyHidden>{m.ui_error_prefix()} </VisuallyHidden>
            {error}
          </span>
        </p>
      ))}
    </div>
  )
}
