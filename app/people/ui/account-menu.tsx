import { Form } from 'react-router'
import type { FrameAccount } from '#app/people/frame-account.ts'
import { PreferenceButtons } from '#app/people/ui/preference-buttons.tsx'
import { roleName } from '#app/people/ui/role-words.ts'
import { m } from '#app/paraglide/messages.js'
import type { NavItem } from '#app/ui/app-frame.tsx'
import { MenuButton, MenuHead, MenuLink, MenuRule } from '#app/ui/menu.tsx'

type AccountEntriesProps = {
  account: FrameAccount
  /** Pages that the bar of a phone has no room for. */
  pages?: readonly NavItem[]
}

/** The person's own entries of the account menu: hats, rarely opened pages, language, appearance, way out. */
export function AccountEntries({ account, pages = [] }: AccountEntriesProps) {
  return (
    <>
      <MenuHead title={account.name} detail={roleName(account.role)} />
      {account.hasOtherRoles ? (
        <MenuLink to="/role" icon="users">
          {m.people_role_switch()}
        </MenuLink>
      ) : null}
      {pages.map(({ to, label, icon }) => (
        <MenuLink key={to} to={to} icon={icon}>
          {label}
        </MenuLink>
      ))}
      <MenuRule />
      <PreferenceButtons />
      <MenuRule />
      <Form method="post" action="/sign-out" reloadDocument>
        <MenuButton icon="exit">{m.people_sign_out()}</MenuButton>
      </Form>
    </>
  )
}
