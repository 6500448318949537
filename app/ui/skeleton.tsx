import { m } from '#app/paraglide/messages.js'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

/** Holds the place of something that is still being read. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <output className="skeleton">
      <VisuallyHidden>{m.ui_loading()}</VisuallyHidden>
      {Array.from({ length: lines }, (_, index) => (
        <i key={index} aria-hidden="true" />
      ))}
    </output>
  )
}
