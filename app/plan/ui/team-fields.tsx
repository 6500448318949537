import { professions } from '#app/assessment/rules/team.ts'
import { professionText } from '#app/assessment/ui/family-words.ts'
import { m } from '#app/paraglide/messages.js'
import type { NewAssessment } from '#app/plan/rules/new-assessment.ts'
import type { SentAssessment } from '#app/plan/ui/read-new-assessment-form.ts'
import { startSentence } from '#app/platform/i18n/format.ts'
import { Card } from '#app/ui/card.tsx'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { FieldErrors } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { Select } from '#app/ui/select.tsx'

type TeamFieldsProps = {
  offered: NewAssessment
  sent: SentAssessment | undefined
  errorsOf: (field: string) => string[] | undefined
}

/** Those who care for the child: all of them take part unless somebody is left out on purpose. */
export function GuardianFields({ offered: { guardians }, sent, errorsOf }: TeamFieldsProps) {
  return (
    <Card title={m.assessment_new_guardians()}>
      <p className="muted mb-3">{m.assessment_new_guardians_hint()}</p>
      <div id="guardians" tabIndex={-1}>
        <FieldErrors id="guardians" errors={errorsOf('guardians')} />
        {guardians.length === 0 ? <Note tone="attention">{m.assessment_new_guardians_none()}</Note> : null}
        {guardians.map(({ personId, name }) => (
          <CheckboxField
            key={personId}
            name="guardian"
            value={personId}
            label={name}
            defaultChecked={sent === undefined || sent.guardianIds.includes(personId)}
          />
        ))}
      </div>
    </Card>
  )
}

/** The municipality's experts: who takes part, as what, and who leads. */
export function ExpertFields({ offered: { experts }, sent, errorsOf }: TeamFieldsProps) {
  return (
    <Card title={m.assessment_new_experts()}>
      <p className="muted mb-3">{m.assessment_new_experts_hint()}</p>
      <div id="experts" tabIndex={-1}>
        <FieldErrors id="experts" errors={errorsOf('experts')} />
        {experts.length === 0 ? <Note tone="attention">{m.assessment_new_experts_none()}</Note> : null}
        <div className="team">
          {experts.map(({ personId, name, profession }) => (
            <fieldset className="team-row" key={personId}>
              <legend className="sr-only">{name}</legend>
              <CheckboxField
                name="expert"
                value={personId}
                label={name}
                defaultChecked={sent?.expertIds.includes(personId)}
              />
              <Select
                id={`profession-${personId}`}
                name={`profession-${personId}`}
                label={m.assessment_new_profession()}
                placeholder
                defaultValue={sent?.professions[personId] ?? profession ?? undefined}
                options={professions.map((value) => ({ value, label: startSentence(professionText(value)) }))}
                errors={errorsOf(`profession-${personId}`)}
              />
              <label className="choice choice-bare">
                <input
                  type="radio"
                  name="lead"
                  value={personId}
                  defaultChecked={
                    sent === undefined ? profession === 'rehabilitation_physician' : sent.lead === personId
                  }
                />
                <span>{m.assessment_new_leads()}</span>
              </label>
            </fieldset>
          ))}
        </div>
      </div>
    </Card>
  )
}
