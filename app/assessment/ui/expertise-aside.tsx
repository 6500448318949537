import { Link } from 'react-router'
import type { BesideExpertise } from '#app/assessment/rules/expertise-view.ts'
import { professionText } from '#app/assessment/ui/family-words.ts'
import { m } from '#app/paraglide/messages.js'
import { startSentence } from '#app/platform/i18n/format.ts'
import { Card } from '#app/ui/card.tsx'

type AsideProps = { beside: BesideExpertise; assessmentId: string; ownId: string | null }

/** Beside the writing: what the parents wish for, and who else writes. */
export function ExpertiseAside({ beside: { wishes, colleagues }, assessmentId, ownId }: AsideProps) {
  return (
    <aside className="stack">
      <Card title={m.expertise_wishes()} tone="chosen">
        {wishes.length === 0 ? (
          <p className="muted">{m.expertise_wishes_none()}</p>
        ) : (
          <ol className="wish-list">
            {wishes.map((wish) => (
              <li key={wish.id}>{wish.text}</li>
            ))}
          </ol>
        )}
      </Card>
      <Card title={m.expertise_colleagues()}>
        <ul className="colleagues">
          {colleagues.map(({ personId, name, profession, submittedAt }) => (
            <li key={personId}>
              {personId === ownId ? (
                m.expertise_colleague_me({ name })
              ) : submittedAt === null ? (
                m.expertise_colleague_waiting({ name })
              ) : (
                <Link to={`/assessments/${assessmentId}/experts/${personId}`}>
                  {m.expertise_colleague_read({ name })}
                </Link>
              )}
              <small className="block muted">{startSentence(professionText(profession))}</small>
            </li>
          ))}
        </ul>
      </Card>
    </aside>
  )
}
