import { type ReactNode, useEffect, useRef } from 'react'
import { NavLink } from 'react-router'
import { Icon, type IconName } from '#app/ui/icon.tsx'

type MenuProps = {
  /** What the button shows. */
  button: ReactNode
  /** What the button is called when that is not enough. */
  label?: string
  buttonClassName?: string
  /** Which edge of the button the list keeps to. */
  align?: 'start' | 'end'
  children: ReactNode
}

/** A list of links that opens under its button. Native details: works without script, which only adds closing. */
export function Menu({
  button,
  label,
  buttonClassName = 'btn btn-secondary btn-small',
  align = 'start',
  children,
}: MenuProps) {
  const box = useRef<HTMLDetailsElement>(null)
  useClosing(box)
  return (
    <details className={align === 'end' ? 'menu menu-end' : 'menu'} ref={box}>
      <summary className={buttonClassName} aria-label={label}>
        {button}
      </summary>
      <div className="menu-panel">{children}</div>
    </details>
  )
}

/** Closes on Escape, on a link, and when the focus or a click goes elsewhere. */
function useClosing(box: { readonly current: HTMLDetailsElement | null }) {
  useEffect(() => {
    const details = box.current
    if (details === null) return
    const leaving = new AbortController()
    const { signal } = leaving
    const shut = () => details.removeAttribute('open')
    details.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || !details.open) return
        shut()
        details.querySelector('summary')?.focus()
      },
      { signal },
    )
    details.addEventListener(
      'click',
      (event) => {
        if (event.target instanceof Element && event.target.closest('a') !== null) shut()
      },
      { signal },
    )
    const shutFrom = (event: Event) => {
      if (event.target instanceof Node && !details.contains(event.target)) shut()
    }
    document.addEventListener('focusin', shutFrom, { signal })
    document.addEventListener('pointerdown', shutFrom, { signal })
    return () => leaving.abort()
  }, [box])
}

/** Who or what the entries below belong to. */
export function MenuHead({ title, detail }: { title: string; detail?: string }) {
  return (
    <p className="menu-head">
      <b>{title}</b>
      {detail}
    </p>
  )
}

export function MenuLink({ to, icon, children }: { to: string; icon?: IconName; children: ReactNode }) {
  return (
    <NavLink className="menu-item" to={to} end>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </NavLink>
  )
}

type MenuButtonProps = { icon?: IconName; name?: string; value?: string; isCurrent?: boolean; children: ReactNode }

/** An entry that sends the form around it: signing out, another language. */
export function MenuButton({ icon, name, value, isCurrent = false, children }: MenuButtonProps) {
  return (
    <button className="menu-item" type="submit" name={name} value={value} aria-current={isCurrent ? 'true' : undefined}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  )
}

export function MenuRule() {
  return <hr className="menu-rule" />
}
