import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { BrandMark } from '#app/ui/brand-mark.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { Menu } from '#app/ui/menu.tsx'
import { Receipt } from '#app/ui/receipt.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

export type NavItem = {
  to: string
  label: string
  icon: IconName
  /** Current only on this very address, not below it. */
  end?: boolean
  /** What waits there; 0 shows nothing. */
  count?: number
  /** The raised entry of the phone bar: at most one. */
  isMain?: boolean
}

type AppFrameProps = {
  /** Family pages breathe at 18 px, staff pages are denser at 16 px. */
  density: 'family' | 'dense'
  /** Beside the brand on wide screens: a place or a role. */
  place?: string
  /** Where the brand leads. */
  home?: string
  /** The main sections; the phone bar shows them too, so at most five unless phoneNav is given. */
  nav?: readonly NavItem[]
  phoneNav?: readonly NavItem[]
  /** The signed-in person; `menu` holds MenuHead, MenuLink, MenuButton. */
  account?: { name: string; menu: ReactNode }
  /** A line above the header, such as that the data is invented. */
  notice?: ReactNode
  /** The receipt of the action that led here. */
  flash?: {
    tone: 'ok' | 'attention' | 'stop'
    title: string
    detail?: string
    link?: { href: string; label: string }
  } | null
  footer?: ReactNode
  children: ReactNode
}

/** Everything around a page: skip link, header, sections, account, phone bar, receipt. */
export function AppFrame({
  density,
  place,
  home = '/',
  nav = [],
  phoneNav = nav,
  account,
  notice,
  flash,
  footer,
  children,
}: AppFrameProps) {
  const main = useRef<HTMLElement>(null)
  useFocusOnNewPage(main)
  const receipt = useReceiptOfThisVisit(flash ?? null)
  return (
    <div className={density === 'dense' ? 'dense' : undefined}>
      <a className="skip" href="#content">
        {m.ui_skip()}
      </a>
      <header>
        {notice ? (
          <div className="notice">
            <div className="wrap">{notice}</div>
          </div>
        ) : null}
        <div className="top">
          <div className="wrap">
            <Link className="brand" to={home}>
              <BrandMark />
              {m.ui_brand()}
              {place ? <span className="where">{place}</span> : null}
            </Link>
            {nav.length > 0 ? <MainNav items={nav} /> : null}
            {account ? <AccountMenu {...account} /> : null}
          </div>
        </div>
      </header>
      <main id="content" className={classNames('page', phoneNav.length === 0 && 'page-bare')} tabIndex={-1} ref={main}>
        <div className="wrap">
          {receipt ? (
            <Receipt tone={receipt.tone} title={receipt.title} link={receipt.link}>
              {receipt.detail}
            </Receipt>
          ) : null}
          {children}
        </div>
      </main>
      {footer ? (
        <footer className="foot">
          <div className="wrap">{footer}</div>
        </footer>
      ) : null}
      {phoneNav.length > 0 ? <PhoneBar items={phoneNav} /> : null}
    </div>
  )
}

/** A form that fails keeps the page's data, and with it a receipt of what was done before: it is told once only. */
function useReceiptOfThisVisit<Flash>(flash: Flash | null): Flash | null {
  const { key } = useLocation()
  const [arrived, setArrived] = useState({ flash, key })
  if (arrived.flash === flash) return arrived.key === key ? flash : null
  setArrived({ flash, key })
  return flash
}

/**
 * Moves the focus to the page after a change of address, as a full page load would; not on the first one. A deed that
 * leads back to its own page often takes its button away: then the focus goes where the address points, else to the page.
 */
function useFocusOnNewPage(main: { readonly current: HTMLElement | null }) {
  const { pathname, hash, key } = useLocation()
  const before = useRef({ pathname, key })
  useEffect(() => {
    const last = before.current
    if (last.key === key) return
    before.current = { pathname, key }
    if (last.pathname !== pathname) {
      if (hash === '') main.current?.focus({ preventScroll: true })
    } else if (document.activeElement === document.body) {
      const target = findPlace(hash) ?? main.current
      target?.focus({ preventScroll: true })
    }
  }, [pathname, hash, key, main])
}

/** What an address points at, made able to take the focus. */
function findPlace(hash: string): HTMLElement | null {
  const place = hash === '' ? null : document.getElementById(hash.slice(1))
  if (place !== null && place.tabIndex < 0) place.tabIndex = -1
  return place
}

function MainNav({ items }: { items: readonly NavItem[] }) {
  return (
    <nav className="nav" aria-label={m.ui_nav_main()}>
      <ul>
        {items.map((item) => (
          <li key={item.to}>
            <NavLink to={item.to} end={item.end}>
              {item.label}
              <Count count={item.count} />
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function PhoneBar({ items }: { items: readonly NavItem[] }) {
  return (
    <nav className="tabbar" aria-label={m.ui_nav_bottom()}>
      <ul>
        {items.map((item) => (
          <li key={item.to}>
            <NavLink to={item.to} end={item.end} className={item.isMain ? 'go' : undefined}>
              {item.isMain ? (
                <span className="pill">
                  <Icon name={item.icon} />
                </span>
              ) : (
                <Icon name={item.icon} />
              )}
              {item.label}
              <Count count={item.count} />
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Count({ count = 0 }: { count?: number | undefined }) {
  if (count === 0) return null
  return (
    <>
      <span className="count" aria-hidden="true">
        {count}
      </span>
      <VisuallyHidden>, {m.ui_waiting_count({ count })}</VisuallyHidden>
    </>
  )
}

function AccountMenu({ name, menu }: { name: string; menu: ReactNode }) {
  return (
    <Menu
      buttonClassName="who"
      align="end"
      button={
        <>
          <span className="ava" data-initial={name.charAt(0)} />
          <VisuallyHidden>{m.ui_account()}: </VisuallyHidden>
          {name}
          <Icon name="down" />
        </>
      }
    >
      {menu}
    </Menu>
  )
}
