import type { BesideExpertise } from '#app/assessment/rules/expertise-view.ts'
import type { ExpertText } from '#app/assessment/rules/functioning.ts'
import { activityChapters, bodyChapters, fieldsOfExpertText } from '#app/assessment/rules/functioning.ts'
import { ChapterFields, FoldedChapter } from '#app/assessment/ui/chapter-fields.tsx'
import { fieldText } from '#app/assessment/ui/expertise-words.ts'
import { m } from '#app/paraglide/messages.js'
import type { AutosaveConflict } from '#app/ui/autosave-answer.ts'
import { AutosaveForm } from '#app/ui/autosave-form.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

/** What came back of a form that was not taken. */
export type SentExpertise = {
  errors: readonly { field: string; text: string }[]
  typed: Readonly<Record<string, string>> | null
  conflict: AutosaveConflict | null
}

type ExpertiseFormProps = {
  own: { version: number; savedAt: string | null; text: ExpertText }
  earlier: BesideExpertise['earlier']
  sent: SentExpertise | null
}

/** An expert's assessment by the chapters of the classification, kept while it is written. */
export function ExpertiseForm({ own, earlier, sent }: ExpertiseFormProps) {
  const stored = fieldsOfExpertText(own.text)
  const values = { ...stored, ...sent?.typed }
  const errorsOf = (field: string) => {
    const errors = (sent?.errors ?? []).filter((error) => error.field === field).map(({ text }) => text)
    return errors.length === 0 ? undefined : errors
  }
  const text = (name: 'strengths' | 'needs' | 'conclusion') => ({
    id: name,
    name,
    defaultValue: values[name] ?? '',
    errors: errorsOf(name),
  })
  const conflict = sent?.conflict ? { ...sent.conflict, typed: sent.typed ?? {} } : null
  const chapter = { values, errorsOf, earlier }
  return (
    <AutosaveForm
      version={own.version}
      savedAt={own.savedAt}
      conflict={conflict}
      labels={labelsOf(stored)}
      className="autosave-long"
    >
      <p className="muted">{m.expertise_own_lead()}</p>
      <section className="mt-6">
        <h2>{m.expertise_activities()}</h2>
        <p className="muted mb-4">{m.expertise_activities_lead()}</p>
        {activityChapters.map((code) => (
          <ChapterFields code={code} {...chapter} key={code} />
        ))}
      </section>
      <section className="mt-6">
        <h2>{m.expertise_body()}</h2>
        <p className="muted mb-4">{m.expertise_body_lead()}</p>
        {bodyChapters.map((code) => (
          <FoldedChapter code={code} {...chapter} key={code} />
        ))}
      </section>
      <section className="mt-6 expertise-overall">
        <h2>{m.expertise_overall()}</h2>
        <TextArea label={m.expertise_strengths()} {...text('strengths')} rows={3} />
        <TextArea label={m.expertise_needs()} {...text('needs')} rows={3} />
        <TextArea
          label={m.expertise_conclusion()}
          hint={m.expertise_conclusion_hint()}
          {...text('conclusion')}
          rows={4}
        />
      </section>
      <div className="expertise-acts">
        <p className="small muted">{m.expertise_hand_in_hint()}</p>
        <div className="row">
          <SubmitButton name="intent" value="hand-in">
            {m.expertise_hand_in()}
          </SubmitButton>
          <SubmitButton variant="secondary" name="intent" value="save">
            {m.expertise_save()}
          </SubmitButton>
        </div>
      </div>
    </AutosaveForm>
  )
}

function labelsOf(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.keys(fields).map((field) => [field, fieldText(field)]))
}
