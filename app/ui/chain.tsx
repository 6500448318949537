import type { ReactNode } from 'react'

export type ChainLink = { title: ReactNode; lines: readonly ReactNode[] }

/** Where something came from, step by step: arrows on a wide screen, a rail on a phone. */
export function Chain({ label, links }: { label: string; links: readonly ChainLink[] }) {
  return (
    <ol className="chain" aria-label={label}>
      {links.map((link, index) => (
        <li key={index}>
          <b>{link.title}</b>
          {link.lines.map((line, at) => (
            <span key={at}>{line}</span>
          ))}
        </li>
      ))}
    </ol>
  )
}
