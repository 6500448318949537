import { Form } from 'react-router'
import type { AssessmentOverview } from '#app/assessment/rules/overview.ts'
import { professions } from '#app/assessment/rules/team.ts'
import { DeadlineFields } from '#app/assessment/ui/deadline-fields.tsx'
import { professionText } from '#app/assessment/ui/family-words.ts'
import { m } from '#app/paraglide/messages.js'
import { startSentence } from '#app/platform/i18n/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { Select } from '#app/ui/select.tsx'

export type OverviewAnswer = {
  errors: { field: string; text: string }[]
  deadlines: { wishesDue: string; expertsDue: string; rankingDue: string } | null
}

type FormsProps = { overview: AssessmentOverview; answer: OverviewAnswer | undefined }

function errorsOf(answer: OverviewAnswer | undefined, field: string): string[] | undefined {
  const texts = (answer?.errors ?? []).filter((error) => error.field === field).map((error) => error.text)
  return texts.length === 0 ? undefined : texts
}

/**
 * What those who run the assessment change: its last days and who takes part. Once it is completed only experts join, to
 * read it and to sign the plans of its period.
 */
export function OverviewForms({ overview, answer }: FormsProps) {
  if (overview.completedAt !== null) return <AddExpert overview={overview} answer={answer} />
  return (
    <>
      <Card title={m.assessment_deadlines()}>
        <Form method="post" className="stack" preventScrollReset>
          <DeadlineFields
            values={answer?.deadlines ?? overview.deadlines}
            errorsOf={(field) => errorsOf(answer, field)}
          />
          <SubmitButton variant="secondary" size="small" name="intent" value="deadlines">
            {m.assessment_deadlines_save()}
          </SubmitButton>
        </Form>
      </Card>
      <AddExpert overview={overview} answer={answer} />
      <AddGuardian overview={overview} answer={answer} />
    </>
  )
}

function AddExpert({ overview, answer }: FormsProps) {
  const { experts } = overview.invitable
  if (experts.length === 0) return null
  const isCompleted = overview.completedAt !== null
  const hasLead = overview.experts.some((expert) => expert.isLead && expert.endedAt === null)
  return (
    <Card title={m.assessment_add_expert()}>
      {isCompleted ? <p className="small mb-3">{m.assessment_add_expert_completed()}</p> : null}
      <Form method="post" className="stack" preventScrollReset>
        <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
          <Select
            id="expert"
            name="personId"
            label={m.assessment_expert()}
            placeholder
            options={experts.map(({ personId, name }) => ({ value: personId, label: name }))}
            errors={errorsOf(answer, 'expert')}
          />
          <Select
            id="profession"
            name="profession"
            label={m.assessment_new_profession()}
            placeholder
            options={professions.map((value) => ({ value, label: startSentence(professionText(value)) }))}
            errors={errorsOf(answer, 'profession')}
          />
        </div>
        <CheckboxField
          name="lead"
          value="yes"
          label={m.assessment_add_as_lead()}
          defaultChecked={isCompleted && !hasLead}
          bare
        />
        <SubmitButton variant="secondary" size="small" name="intent" value="add-expert">
          {m.assessment_invite()}
        </SubmitButton>
      </Form>
    </Card>
  )
}

function AddGuardian({ overview, answer }: FormsProps) {
  const { guardians } = overview.invitable
  if (guardians.length === 0) return null
  return (
    <Card title={m.assessment_add_guardian()}>
      <Form method="post" className="stack" preventScrollReset>
        <Select
          id="guardian"
          name="personId"
          label={m.assessment_guardian()}
          placeholder
          options={guardians.map(({ personId, name }) => ({ value: personId, label: name }))}
          errors={errorsOf(answer, 'guardian')}
        />
        <SubmitButton variant="secondary" size="small" name="intent" value="add-guardian">
          {m.assessment_invite()}
        </SubmitButton>
      </Form>
    </Card>
  )
}
