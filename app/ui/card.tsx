import { type ReactNode, useId } from 'react'
import { classNames } from '#app/ui/class-names.ts'

type CardProps = {
  title?: ReactNode
  /** Right of the title: a link or a badge. */
  aside?: ReactNode
  tone?: 'plain' | 'attention' | 'chosen'
  /** Heading level of the title; 2 unless the card stands under a section of its own. */
  level?: 2 | 3
  className?: string
  children: ReactNode
}

/** One idea in a frame. Never a card inside a card. With a title it is a named region. */
export function Card({ title, aside, tone = 'plain', level = 2, className, children }: CardProps) {
  const titleId = useId()
  const Title = level === 2 ? 'h2' : 'h3'
  const look = classNames('card', tone !== 'plain' && `card-${tone}`, className)
  if (title === undefined) return <div className={look}>{children}</div>
  return (
    <section className={look} aria-labelledby={titleId}>
      <div className="hd">
        <Title id={titleId}>{title}</Title>
        {aside}
      </div>
      {children}
    </section>
  )
}
