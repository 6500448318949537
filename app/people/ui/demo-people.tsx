import { Form } from 'react-router'
import type { Role } from '#app/people/rules/roles.ts'
import { roleName, roleShows } from '#app/people/ui/role-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'

type InTwoLanguages = { lv: string; en: string }
type DemoPerson = { id: string; name: string; place: InTwoLanguages | null; profession: InTwoLanguages | null }
type DemoPeopleProps = { groups: readonly { role: Role; people: readonly DemoPerson[] }[]; to: string | null }

const personButton =
  'flex w-full items-center gap-3 rounded-md border border-line bg-surface px-4 py-2 text-left hover:border-control hover:bg-sunken'

/** As many of a hat as are seen at once; the others wait behind a line. */
const shownAtOnce = 4

/** Everybody a visitor of the demonstration can be, by hat, one press each. */
export function DemoPeople({ groups, to }: DemoPeopleProps) {
  return (
    <Form method="post" action="/sign-in/demo" reloadDocument className="grid gap-6 lg:grid-cols-2">
      {to === null ? null : <input type="hidden" name="to" value={to} />}
      {groups.map(({ role, people }) => (
        <Card key={role} title={roleName(role)}>
          <p className="small muted mb-2">{roleShows(role)}</p>
          <PersonButtons people={people.slice(0, shownAtOnce)} />
          {people.length > shownAtOnce ? (
            <details className="mt-2">
              <summary className="small flex min-h-11 items-center gap-2 text-accent">
                {m.people_demo_more({ count: people.length - shownAtOnce })}
                <Icon name="down" />
              </summary>
              <PersonButtons people={people.slice(shownAtOnce)} />
            </details>
          ) : null}
        </Card>
      ))}
    </Form>
  )
}

function PersonButtons({ people }: { people: readonly DemoPerson[] }) {
  const locale = getLocale()
  return (
    <ul className="grid gap-2">
      {people.map(({ id, name, place, profession }) => (
        <li key={id}>
          <button className={personButton} type="submit" name="roleGrantId" value={id}>
            <Icon name="user" />
            <span>
              <span className="strong">{name}</span>
              <span className="small muted block">
                {[profession?.[locale], place?.[locale]]
                  .filter((word) => word !== undefined && word !== name)
                  .join(', ')}
              </span>
            </span>
            <Icon name="right" className="ml-auto text-muted" />
          </button>
        </li>
      ))}
    </ul>
  )
}
