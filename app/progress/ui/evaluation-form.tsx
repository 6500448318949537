import { m } from '#app/paraglide/messages.js'
import type {
  EvaluationAnswers,
  EvaluationQuestion,
  EvaluationText,
  EvaluationWords,
} from '#app/progress/rules/family-evaluation.ts'
import {
  answers,
  evaluationQuestions,
  evaluationTexts,
  longestEvaluationText,
} from '#app/progress/rules/family-evaluation.ts'
import { answerText, evaluationTextLabel, questionText } from '#app/progress/ui/progress-words.ts'
import type { AutosaveConflict } from '#app/ui/autosave-answer.ts'
import { AutosaveForm } from '#app/ui/autosave-form.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import './progress.css'

type EvaluationFormProps = {
  evaluation: (EvaluationAnswers & EvaluationWords & { version: number; savedAt: string }) | null
  /** What came back unsaved, with what is wrong. */
  sent: {
    errors: readonly { field: string; text: string }[]
    given: EvaluationAnswers
    words: EvaluationWords
    conflict: (AutosaveConflict & { typed: Record<string, string> }) | null
  } | null
}

/** Five questions and three texts on one page; saves itself while one writes, and by its buttons. */
export function EvaluationForm({ evaluation, sent }: EvaluationFormProps) {
  const given = (question: EvaluationQuestion) =>
    (sent === null ? evaluation?.[question] : sent.given[question]) ?? null
  const words = (text: EvaluationText) => (sent === null ? evaluation?.[text] : sent.words[text]) ?? ''
  const errorsOf = (field: string) => sent?.errors.filter((error) => error.field === field).map(({ text }) => text)
  const answer = (question: EvaluationQuestion) => {
    const value = given(question)
    return value === null ? undefined : String(value)
  }
  return (
    <Card>
      <AutosaveForm
        className="stack"
        version={evaluation?.version ?? 0}
        savedAt={evaluation?.savedAt ?? null}
        conflict={sent?.conflict ?? null}
      >
        {evaluationQuestions.map((question) => (
          <RadioGroup
            key={question}
            id={question}
            name={question}
            className="five"
            label={questionText(question)}
            defaultValue={answer(question)}
            errors={errorsOf(question)}
            options={answers.map((value) => ({ value: String(value), label: answerText(value) }))}
          />
        ))}
        {evaluationTexts.map((text) => (
          <TextArea
            key={text}
            id={text}
            name={text}
            label={evaluationTextLabel(text)}
            optional
            rows={3}
            defaultValue={words(text)}
            errors={errorsOf(text)}
            maxLength={longestEvaluationText}
          />
        ))}
        <div className="stack" style={{ '--gap': '0.5rem' }}>
          <SubmitButton name="intent" value="submit" wide>
            {m.progress_evaluation_submit()}
          </SubmitButton>
          <p className="small muted">{m.progress_evaluation_submit_hint()}</p>
          <SubmitButton name="intent" value="save" variant="secondary" wide>
            {m.progress_evaluation_save()}
          </SubmitButton>
        </div>
      </AutosaveForm>
    </Card>
  )
}
