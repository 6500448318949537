import { Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { PlanFile } from '#app/plan/rules/plan-file.ts'
import { missingText, signatureText } from '#app/plan/ui/signature-words.ts'
import { formatDate } from '#app/platform/i18n/format.ts'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** Who signed and who is still to sign. */
export function PlanSignatures({ file: { head, signatures, missing } }: { file: PlanFile }) {
  const locale = getLocale()
  const isOpen = head.state === 'draft' && head.sealedAt !== null
  const nobodyLeads = !head.hasLead && missing.some(({ kind }) => kind === 'physician')
  if (head.origin === 'taken_over' || head.sealedAt === null) return null
  return (
    <Card title={m.decision_signatures()}>
      {signatures.length === 0 ? <p className="muted">{m.decision_signatures_none()}</p> : null}
      <ul className="stack" style={{ '--gap': '0.5rem' }}>
        {signatures.map((signature) => (
          <li key={signature.id} className="flex gap-2">
            <Icon name="check" />
            <span>
              {signatureText(signature, locale)}
              {signature.note === null ? null : (
                <span className="small muted block">{m.decision_note({ note: signature.note })}</span>
              )}
            </span>
          </li>
        ))}
        {head.approvedAt === null || head.approvedBy === null ? null : (
          <li className="flex gap-2">
            <Icon name="check" />
            {m.decision_approved_by({ name: head.approvedBy, date: formatDate(head.approvedAt, locale, 'long-on') })}
          </li>
        )}
      </ul>
      {isOpen && missing.length > 0 ? (
        <>
          <h3 className="mt-4 mb-2">{m.decision_missing_title()}</h3>
          <ul className="stack" style={{ '--gap': '0.5rem' }}>
            {missing.map((one) => (
              <li key={one.kind === 'guardian' ? one.personId : one.kind} className="flex gap-2">
                <Icon name="clock" />
                {missingText(one, locale)}
              </li>
            ))}
          </ul>
          {nobodyLeads && head.assessmentId !== null ? (
            <p className="small mt-3">
              {m.decision_missing_lead()}{' '}
              <Link to={`/assessments/${head.assessmentId}#people`}>{m.decision_missing_lead_link()}</Link>
            </p>
          ) : null}
        </>
      ) : null}
    </Card>
  )
}
