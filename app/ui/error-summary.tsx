import { useEffect, useId, useRef } from 'react'
import { m } from '#app/paraglide/messages.js'

export type ErrorLink = { text: string; href?: string }

/** All errors of a form at its top, each a link to its field. Takes the focus when a try has failed. */
export function ErrorSummary({ errors, title }: { errors: readonly ErrorLink[]; title?: string }) {
  const box = useRef<HTMLDivElement>(null)
  const titleId = useId()
  const words = errors.map((error) => error.text).join('\n')
  useEffect(() => {
    if (words !== '') box.current?.focus()
  }, [words])

  if (errors.length === 0) return null
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box} aria-labelledby={titleId}>
      <h2 id={titleId}>{title ?? m.ui_form_errors({ count: errors.length })}</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.href}${error.text}`}>
            {error.href === undefined ? (
              <span className="font-medium">{error.text}</span>
            ) : (
              <a href={error.href}>{error.text}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
