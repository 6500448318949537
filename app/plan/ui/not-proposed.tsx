import { m } from '#app/paraglide/messages.js'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

type NotProposedProps = { title: string; childName: string; back: { to: string; label: string } }

/** Before the experts have proposed, or while they change their list again. */
export function NotProposed({ title, childName, back }: NotProposedProps) {
  return (
    <>
      <PageHead title={title} over={childName} back={back} />
      <EmptyState title={m.ranking_not_proposed_title()} icon="clock">
        <p>{m.ranking_not_proposed_text()}</p>
      </EmptyState>
    </>
  )
}
