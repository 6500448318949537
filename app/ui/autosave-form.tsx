import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { Form, useFormAction, useLocation, useSubmit } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import type { AutosaveConflict } from '#app/ui/autosave-answer.ts'
import { AutosaveConflictPanel, type Disputed } from '#app/ui/autosave-conflict.tsx'
import type { AutosaveEngine } from '#app/ui/autosave-engine.ts'
import { AutosaveStatus } from '#app/ui/autosave-status.tsx'
import '#app/ui/autosave.css'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { readFormTexts, wordsOfField } from '#app/ui/form-texts.ts'
import { LeaveGuard } from '#app/ui/leave-guard.tsx'
import { removeUnsaved } from '#app/ui/unsaved-forms.ts'
import { useAutosave } from '#app/ui/use-autosave.ts'

type AutosaveFormProps = {
  /** The version of the text that the page shows; grows by one with every save. */
  version: number
  /** When it was saved last, as an ISO text. */
  savedAt: string | null
  /** Where it is sent; the page's own route when left out. */
  action?: string
  /** What a save without script met: the fields keep what was typed, and saving again keeps it. */
  conflict?: (AutosaveConflict & { typed: Readonly<Record<string, string>> }) | null
  id?: string
  /** `autosave-long` keeps the line that says what is saved in sight of a form longer than the window. */
  className?: string
  /** Words of their own for the fields of `conflict`, by name. */
  labels?: Readonly<Record<string, string>>
  /** Fields as in any form, and the page's own buttons. */
  children: ReactNode
}

/**
 * A plain form that also saves itself while somebody types: after a pause, when a field or the page is left. The action
 * tells such a save by `intent=autosave` (see `readAutosave`) and answers through `answerAutosave`. Two windows on one
 * text never overwrite each other silently. A part that changes a hidden field tells so by an `input` event on it.
 */
export function AutosaveForm(props: AutosaveFormProps) {
  const { pathname } = useLocation()
  // Another address is another text, even when the same page shows it.
  return <TextOfAddress {...props} key={`${props.action ?? pathname}#${props.id ?? ''}`} />
}

/** A page that comes again brings what the server says; it is drawn anew unless something typed would be lost. */
function TextOfAddress(props: AutosaveFormProps) {
  const engine = useRef<AutosaveEngine>(null)
  const [drawing, setDrawing] = useState(0)
  const { version, conflict } = props
  useEffect(() => {
    const known = engine.current
    if (known !== null && version > known.version() && !known.isDirty()) setDrawing((count) => count + 1)
  }, [version])
  return <TextForm {...props} engineRef={engine} key={`${drawing}.${conflict?.version ?? ''}`} />
}

function TextForm(props: AutosaveFormProps & { engineRef: RefObject<AutosaveEngine | null> }) {
  const { version, savedAt, action, conflict = null, id, className, labels = {}, children, engineRef } = props
  const [form, setForm] = useState<HTMLFormElement | null>(null)
  const ownAddress = useFormAction(action)
  const submit = useSubmit()
  const shownVersion = conflict?.version ?? version
  const { engine, state, isGuard } = useAutosave(form, { version: shownVersion, savedAt, conflict })

  useEffect(() => {
    engineRef.current = engine
  }, [engine, engineRef])

  /** What was typed is saved first, so that a server that is away costs a line of text and not the page. */
  async function sendAfterSaving(event: FormEvent<HTMLFormElement>) {
    if (form === null || event.defaultPrevented) return
    event.preventDefault()
    const button = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
    const outcome = (await engine.save()) ? 'saved' : engine.outcome()
    if (outcome !== 'saved' && outcome !== 'refused') return
    const data = new FormData(form, button)
    data.set('version', String(engine.version()))
    removeUnsaved(engine)
    await submit(data, { method: 'post', action: ownAddress })
  }

  return (
    <Form
      method="post"
      action={action}
      id={id}
      ref={setForm}
      className={className}
      autoComplete="off"
      onInput={() => engine.changed()}
      onBlur={() => void engine.saveSoon()}
      onSubmit={(event) => void sendAfterSaving(event)}
    >
      <input type="hidden" name="version" value={shownVersion} readOnly />
      {children}
      {state.kind === 'conflict' ? (
        <AutosaveConflictPanel
          conflict={state.conflict}
          disputed={form === null ? sentBack(conflict, labels) : wordsOf(form, engine, labels)}
        >
          {form === null ? (
            // Without script, the page's own button keeps what was typed.
            <ButtonLink variant="secondary" to={ownAddress} reloadDocument>
              {m.ui_autosave_take_theirs()}
            </ButtonLink>
          ) : (
            <>
              <Button variant="secondary" onClick={() => engine.takeTheirs()}>
                {m.ui_autosave_take_theirs()}
              </Button>
              <Button variant="secondary" onClick={() => void engine.keepMine()}>
                {m.ui_autosave_keep_mine()}
              </Button>
            </>
          )}
        </AutosaveConflictPanel>
      ) : null}
      <AutosaveStatus state={state} onRetry={() => void engine.save()} onCompare={() => showConflict(form)} />
      {isGuard ? <LeaveGuard form={engine} /> : null}
    </Form>
  )
}

function showConflict(form: HTMLFormElement | null): void {
  const panel = form?.querySelector('.autosave-conflict')
  if (panel instanceof HTMLElement) panel.focus()
}

/** The fields to choose between in words, as the labels of the form say them. */
function wordsOf(form: HTMLFormElement, engine: AutosaveEngine, labels: Readonly<Record<string, string>>): Disputed[] {
  const mine = readFormTexts(form)
  return engine.disputed().map(({ name, theirs }) => {
    const { label, group, wordOf } = wordsOfField(form, name)
    const full = group === null || group === label ? label : `${group}: ${label}`
    return { name, label: labels[name] ?? full, theirs: wordOf(theirs), mine: wordOf(mine[name] ?? '') }
  })
}

function sentBack(conflict: AutosaveFormProps['conflict'], labels: Readonly<Record<string, string>>): Disputed[] {
  if (!conflict) return []
  const { values, typed } = conflict
  return Object.entries(values)
    .filter(([name, theirs]) => theirs !== (typed[name] ?? ''))
    .map(([name, theirs]) => ({ name, label: labels[name] ?? name, theirs, mine: typed[name] ?? '' }))
}
