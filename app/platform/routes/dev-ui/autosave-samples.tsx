import { people, say } from '#app/platform/routes/dev-ui/say.ts'
import { Sample } from '#app/platform/routes/dev-ui/sample.tsx'
import { AutosaveConflictPanel } from '#app/ui/autosave-conflict.tsx'
import type { AutosaveState } from '#app/ui/autosave-engine.ts'
import { AutosaveStatus } from '#app/ui/autosave-status.tsx'
import '#app/ui/autosave.css'
import { Button } from '#app/ui/button.tsx'

const at = '2026-11-24T12:02:00Z'
const conflict = { version: 4, by: people.parent, at, values: {} }

const states: readonly AutosaveState[] = [
  { kind: 'saved', savedAt: null, isNow: false, mergedWith: null },
  { kind: 'saved', savedAt: at, isNow: false, mergedWith: null },
  { kind: 'saved', savedAt: at, isNow: true, mergedWith: { by: people.parent } },
  { kind: 'waiting' },
  { kind: 'saving' },
  { kind: 'retrying' },
  { kind: 'refused', sentences: [] },
  { kind: 'signed-out' },
  { kind: 'conflict', conflict },
]

/** What a form that saves itself says in each of its states. */
export function AutosaveSamples() {
  return (
    <Sample name="AutosaveForm">
      {states.map((state, index) => (
        <AutosaveStatus state={state} onRetry={() => {}} onCompare={() => {}} key={`${index} ${state.kind}`} />
      ))}
      <AutosaveConflictPanel
        conflict={conflict}
        disputed={[
          {
            name: 'need',
            label: say('Ko bērnam vajag', 'What the child needs'),
            theirs: say('Vajag palīdzību ģērbjoties no rītiem.', 'Needs help with dressing in the morning.'),
            mine: say('Ģērbjas pats, ja ir laiks.', 'Dresses alone, given time.'),
          },
        ]}
      >
        <Button variant="secondary">{say('Paturēt otra tekstu', 'Keep the other text')}</Button>
        <Button variant="secondary">{say('Paturēt manu tekstu', 'Keep my text')}</Button>
      </AutosaveConflictPanel>
    </Sample>
  )
}
