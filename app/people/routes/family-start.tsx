import { redirect } from 'react-router'
import { listOwnChildren } from '#app/people/list-own-children.server.ts'
import { requireContext } from '#app/people/require-context.server.ts'
import { m } from '#app/paraglide/messages.js'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/family-start.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.people_nav_home() }) }]

export async function loader({ context }: Route.LoaderArgs) {
  const [first] = await listOwnChildren(requireContext(context))
  if (first !== undefined) throw redirect(`/family/${first.id}`)
  return null
}

/** A guardian whose child has no budget yet. */
export default function FamilyStart() {
  return <PageHead title={m.people_no_children_title()} lead={m.people_no_children_lead()} />
}
