import type { BesideExpertise } from '#app/assessment/rules/expertise-view.ts'
import type { Chapter } from '#app/assessment/rules/functioning.ts'
import { chapterHint, chapterText, qualifierText } from '#app/assessment/ui/expertise-words.ts'
import { professionText } from '#app/assessment/ui/family-words.ts'
import { QualifierField } from '#app/assessment/ui/qualifier-field.tsx'
import { m } from '#app/paraglide/messages.js'
import { startSentence } from '#app/platform/i18n/format.ts'
import { TextArea } from '#app/ui/text-area.tsx'

type ChapterFieldsProps = {
  code: Chapter
  values: Readonly<Record<string, string>>
  errorsOf(field: string): readonly string[] | undefined
  earlier: BesideExpertise['earlier']
}

/** One chapter of the classification: how large the problem is, what the child can do, what it needs. */
export function ChapterFields(props: ChapterFieldsProps) {
  return (
    <fieldset className="chapter">
      <legend>{chapterText(props.code)}</legend>
      <ChapterInputs {...props} />
    </fieldset>
  )
}

/** The same, folded until it is needed. Without script it opens as well. */
export function FoldedChapter(props: ChapterFieldsProps) {
  const { code, values, errorsOf } = props
  const fields = [`${code}.qualifier`, `${code}.strength`, `${code}.need`]
  const isUsed = fields.some((field) => (values[field] ?? '') !== '' || errorsOf(field) !== undefined)
  return (
    <details className="chapter-fold" open={isUsed}>
      <summary>{chapterText(code)}</summary>
      <fieldset className="chapter chapter-inside" aria-label={chapterText(code)}>
        <ChapterInputs {...props} />
      </fieldset>
    </details>
  )
}

function ChapterInputs({ code, values, errorsOf, earlier }: ChapterFieldsProps) {
  const text = (part: 'strength' | 'need') => ({
    id: `${code}.${part}`,
    name: `${code}.${part}`,
    defaultValue: values[`${code}.${part}`] ?? '',
    errors: errorsOf(`${code}.${part}`),
    rows: 2,
  })
  return (
    <>
      <p className="small muted">{chapterHint(code)}</p>
      <Earlier findings={earlier.filter((finding) => finding.code === code)} />
      <QualifierField code={code} value={values[`${code}.qualifier`] ?? ''} errors={errorsOf(`${code}.qualifier`)} />
      <div className="chapter-texts">
        <TextArea label={m.expertise_strength()} {...text('strength')} />
        <TextArea label={m.expertise_need()} {...text('need')} />
      </div>
    </>
  )
}

/** What was found a period ago, so that a change can be seen. */
function Earlier({ findings }: { findings: BesideExpertise['earlier'] }) {
  if (findings.length === 0) return null
  return (
    <div className="chapter-earlier">
      <p className="small strong">{m.expertise_earlier()}</p>
      <ul>
        {findings.map(({ name, profession, qualifier, strength, need }) => (
          <li key={name}>
            {startSentence(
              m.expertise_earlier_by({ profession: professionText(profession), rating: qualifierText(qualifier) }),
            )}
            {[strength, need].filter(Boolean).map((words) => (
              <span className="block muted" key={words}>
                {words}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}
