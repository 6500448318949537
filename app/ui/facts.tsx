import type { ReactNode } from 'react'

export type Fact = {
  term: string
  value: ReactNode
  /** A second, quieter line under the value. */
  note?: ReactNode
  /** A link to change this one. */
  action?: ReactNode
}

/** Names and values, one pair a row: what was chosen, what is known. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map((fact, index) => (
        // Two rows may have the same term, such as two parents.
        <div key={`${index} ${fact.term}`}>
          <dt>{fact.term}</dt>
          <dd>
            {fact.value}
            {fact.note ? <small>{fact.note}</small> : null}
          </dd>
          {fact.action ? <dd className="fact-act">{fact.action}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
