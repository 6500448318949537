import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'

export type SumLine = {
  label: ReactNode
  value: ReactNode
  /** Drawn under a line, in the accent: what the lines above come to. */
  isResult?: boolean
  isMuted?: boolean
}

/** A small sum as people write it: what there is, what this takes, what stays. */
export function SumLines({ lines }: { lines: readonly SumLine[] }) {
  return (
    <dl className="after">
      {lines.map((line, index) => (
        <div key={index} className={classNames(line.isResult && 'eq', line.isMuted && 'muted')}>
          <dt>{line.label}</dt>
          <dd>{line.value}</dd>
        </div>
      ))}
    </dl>
  )
}
