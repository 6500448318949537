import type { EvaluationQuestion, EvaluationText } from '#app/progress/rules/family-evaluation.ts'
import { evaluationQuestions, evaluationTexts } from '#app/progress/rules/family-evaluation.ts'
import { answerText, evaluationTextLabel, questionText } from '#app/progress/ui/progress-words.ts'
import './progress.css'

type Shown = Record<EvaluationQuestion, number | null> & Record<EvaluationText, string>

/** An evaluation that was handed in: each question with its answer in words, and what was written. */
export function EvaluationAnswersList({ evaluation }: { evaluation: Shown }) {
  const written = evaluationTexts.filter((text) => evaluation[text].trim() !== '')
  return (
    <>
      <dl className="answers">
        {evaluationQuestions.map((question) => (
          <div key={question}>
            <dt>{questionText(question)}</dt>
            <dd>{answerText(evaluation[question])}</dd>
          </div>
        ))}
      </dl>
      {written.map((text) => (
        <div key={text}>
          <p className="small muted">{evaluationTextLabel(text)}</p>
          <p className="note-words">{evaluation[text]}</p>
        </div>
      ))}
    </>
  )
}
