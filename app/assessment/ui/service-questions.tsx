import { Form } from 'react-router'
import type { QuestionView } from '#app/assessment/rules/needs-view.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime } from '#app/platform/i18n/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

type ServiceQuestionsProps = {
  questions: readonly QuestionView[]
  /** False for who only reads, and once the assessment is completed. */
  canAnswer: boolean
  /** The answer that was sent and not taken, with why. */
  sent: { questionId: string; answer: string; error: string } | null
}

/** What the parents asked beside a service, with a place to answer each. */
export function ServiceQuestions({ questions, canAnswer, sent }: ServiceQuestionsProps) {
  return (
    <Card title={m.needs_questions_title()} tone={questions.some((one) => one.answer === null) ? 'attention' : 'plain'}>
      {questions.length === 0 ? <p className="muted">{m.needs_questions_none()}</p> : null}
      {questions.map((question) => (
        <section className="question" key={question.id} aria-label={question.text}>
          <blockquote>{question.text}</blockquote>
          <p className="small muted">{byText(question.askedBy, question.askedAt)}</p>
          {question.answer === null ? null : (
            <div className="answer">
              <p>{question.answer}</p>
              <p className="small muted">
                {m.needs_answered_by({
                  name: question.answeredBy ?? '',
                  when: formatDateTime(question.answeredAt ?? '', getLocale(), 'date'),
                })}
              </p>
            </div>
          )}
          {question.answer === null && canAnswer ? (
            <Form method="post" className="stack mt-3">
              <input type="hidden" name="questionId" value={question.id} />
              <TextArea
                id={`answer-${question.id}`}
                name="answer"
                label={m.needs_answer()}
                hint={m.needs_answer_hint()}
                rows={3}
                defaultValue={sent?.questionId === question.id ? sent.answer : ''}
                errors={sent?.questionId === question.id ? [sent.error] : []}
              />
              <div>
                <SubmitButton variant="secondary" size="small" name="intent" value="answer">
                  {m.needs_answer_send()}
                </SubmitButton>
              </div>
            </Form>
          ) : null}
        </section>
      ))}
    </Card>
  )
}

function byText(name: string, at: string): string {
  return m.needs_question_by({ name, when: formatDateTime(at, getLocale(), 'date') })
}
