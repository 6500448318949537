import type { FamilyAssessment } from '#app/assessment/rules/family-view.ts'
import '#app/assessment/ui/family.css'
import { actText, professionText, whenText } from '#app/assessment/ui/family-words.ts'
import { m } from '#app/paraglide/messages.js'
import { Card } from '#app/ui/card.tsx'

type FamilyPeopleProps = Pick<FamilyAssessment, 'guardians' | 'experts'> & { now: number }

/** Who takes part: the family with what each did last, and the experts by name and profession. */
export function FamilyPeople({ guardians, experts, now }: FamilyPeopleProps) {
  return (
    <>
      <Card title={m.ranking_family_title()}>
        <ul className="people small">
          {guardians.map(({ personId, name, isMe, lastAct }) => (
            <li key={personId}>
              <b>{isMe ? m.ranking_you({ name }) : name}</b>
              <span className="muted">
                {lastAct === null
                  ? m.ranking_act_none({ who: isMe ? 'me' : 'other' })
                  : m.ranking_act_when({ act: actText(lastAct.act, isMe), when: whenText(lastAct.at, now) })}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={m.ranking_experts_title()}>
        {experts.length === 0 ? <p className="small muted">{m.ranking_experts_none()}</p> : null}
        <ul className="people small">
          {experts.map(({ name, profession, isLead }) => (
            <li key={name + profession}>
              <b>{name}</b>
              <span className="muted">
                {isLead
                  ? m.ranking_expert_lead({ profession: professionText(profession) })
                  : professionText(profession)}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}
