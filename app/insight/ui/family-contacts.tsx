import type { GuardianContact } from '#app/insight/rules/family-file.ts'
import { m } from '#app/paraglide/messages.js'
import type { Contact } from '#app/plan/rules/plan-view.ts'
import { startSentence } from '#app/platform/i18n/format.ts'
import { Card } from '#app/ui/card.tsx'
import { Facts } from '#app/ui/facts.tsx'

const kinds = {
  parent: m.insight_guardian_parent,
  legal_representative: m.insight_guardian_legal_representative,
  foster_family: m.insight_guardian_foster_family,
} as const

type FamilyContactsProps = { guardians: readonly GuardianContact[]; worker: Contact | null }

/** Who cares for the child and who looks after the family, with the ways to reach them. */
export function FamilyContacts({ guardians, worker }: FamilyContactsProps) {
  return (
    <Card title={m.insight_family_guardians()}>
      <Facts
        facts={[
          ...guardians.map((guardian) => ({
            term: startSentence(kinds[guardian.kind]()),
            value: guardian.name,
            note: <Reach contact={guardian} />,
          })),
          {
            term: m.insight_family_worker(),
            value: worker === null ? m.insight_family_worker_none() : worker.name,
            note: worker === null ? undefined : <Reach contact={worker} />,
          },
        ]}
      />
    </Card>
  )
}

function Reach({ contact: { phone, email } }: { contact: Contact }) {
  return (
    <span className="flex flex-wrap gap-x-4">
      {phone === null ? null : (
        <a className="num inline-flex min-h-11 items-center" href={`tel:${phone.replaceAll(' ', '')}`}>
          {phone}
        </a>
      )}
      {email === null ? null : (
        <a className="inline-flex min-h-11 items-center break-all" href={`mailto:${email}`}>
          {email}
        </a>
      )}
    </span>
  )
}
