import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'

type PageHeadProps = {
  /** The answer in a few words, not the name of a module. */
  title: ReactNode
  /** The quiet line above: a date, a greeting, a step. */
  over?: ReactNode
  /** One or two sentences under the title. */
  lead?: ReactNode
  back?: { to: string; label: string }
  /** Buttons of the page; right of the title on wide screens. */
  actions?: ReactNode
  /** On a phone the bar at the bottom has the same buttons, so the page shows none. */
  actionsOnWideOnly?: boolean
}

export function PageHead({ title, over, lead, back, actions, actionsOnWideOnly = false }: PageHeadProps) {
  return (
    <div className={classNames('pagehead', actions !== undefined && 'pagehead-acts')}>
      <div>
        {back === undefined ? null : (
          <Link className="back" to={back.to}>
            <Icon name="left" />
            {back.label}
          </Link>
        )}
        {over ? <p className="over">{over}</p> : null}
        <h1>{title}</h1>
        {lead ? <div className="lead">{lead}</div> : null}
      </div>
      {actions ? <div className={classNames('acts', actionsOnWideOnly && 'max-lg:hidden!')}>{actions}</div> : null}
    </div>
  )
}
