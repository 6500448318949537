import { m } from '#app/paraglide/messages.js'
import { levels } from '#app/progress/rules/goal-attainment.ts'
import type { Scale } from '#app/progress/rules/note-view.ts'
import { levelWords, markText } from '#app/progress/ui/progress-words.ts'
import './progress.css'

/** The five levels of a goal, best first, each in words. */
export function GoalScale({ scale, baseline = null }: { scale: Scale; baseline?: number | null }) {
  return (
    <dl className="levels">
      {levels.toReversed().map((level) => (
        <div key={level}>
          <dt>{markText(level)}</dt>
          <dd>
            {levelWords(level, scale)}
            {level === baseline ? <span className="muted"> ({m.progress_scale_start_mark()})</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
