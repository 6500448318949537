import type { ReactNode } from 'react'

/** One part of the design system with its name. */
export function Sample({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="stack" aria-label={name}>
      <h2 className="border-t border-line pt-6">{name}</h2>
      {children}
    </section>
  )
}
