import { Form } from 'react-router'
import type { FamilyService } from '#app/assessment/rules/family-view.ts'
import { longestQuestion } from '#app/assessment/rules/family-view.ts'
import { whenText } from '#app/assessment/ui/family-words.ts'
import { m } from '#app/paraglide/messages.js'
import { ownText } from '#app/plan/ui/plan-words.ts'
import { SubmitButton, buttonClass } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

/** A question that could not be asked, kept with what was typed. */
export type SentQuestion = { service: string; typed: string; problem: string }

type FamilyQuestionsProps = { service: FamilyService; isReadOnly: boolean; now: number; sent: SentQuestion | null }

/** What the family asked beside a service, what the experts answered, and the field for the next question. */
export function FamilyQuestions({ service, isReadOnly, now, sent }: FamilyQuestionsProps) {
  const { id, questions } = service
  const isHere = sent?.service === id
  return (
    <div className="mt-4" id={`q-${id}`}>
      {questions.length === 0 ? null : (
        <>
          <h3 className="mb-2">{m.ranking_questions()}</h3>
          <ul className="talk small">
            {questions.map(({ id: questionId, text, askedBy, answer }) => (
              <li key={questionId}>
                <p className="own-words">{text}</p>
                <p className="xs muted">
                  {m.ranking_asked({
                    who: askedBy.isMe ? 'me' : 'other',
                    name: askedBy.name,
                    when: whenText(askedBy.at, now),
                  })}
                </p>
                {answer === null ? (
                  <p className="mt-2 flex items-center gap-2 text-attention">
                    <Icon name="clock" />
                    {m.ranking_unanswered()}
                  </p>
                ) : (
                  <div className="answer">
                    <p className="own-words">{answer.text}</p>
                    <p className="xs muted">
                      {m.ranking_answered({ name: answer.by, when: whenText(answer.at, now) })}
                    </p>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {isReadOnly ? null : (
        <details className="mt-2" open={isHere}>
          <summary className={`${buttonClass({ variant: 'quiet', size: 'small' })} -ml-3`}>
            <Icon name="message" />
            {m.ranking_ask()}
          </summary>
          <Form method="post" className="stack mt-2" noValidate>
            <input type="hidden" name="service" value={id} />
            <TextArea
              id={`ask-${id}`}
              name="text"
              label={m.ranking_ask_label({ name: ownText(service.name) })}
              hint={m.ranking_ask_hint()}
              defaultValue={isHere ? sent.typed : ''}
              errors={isHere ? [sent.problem] : undefined}
              maxLength={longestQuestion}
              rows={3}
            />
            <SubmitButton variant="secondary" name="intent" value="ask">
              {m.ranking_ask_send()}
            </SubmitButton>
          </Form>
        </details>
      )}
    </div>
  )
}
