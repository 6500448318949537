import { useEffect, useState } from 'react'
import { sendAutosave } from '#app/ui/autosave-answer.ts'
import type { AutosaveEngine, AutosaveStart, AutosaveState, Surroundings } from '#app/ui/autosave-engine.ts'
import { createAutosaveEngine, firstState } from '#app/ui/autosave-engine.ts'
import { bodyOf, readFormTexts, readGround, writeFormTexts } from '#app/ui/form-texts.ts'
import { addUnsaved, guardingForm, onUnsavedChange, removeUnsaved } from '#app/ui/unsaved-forms.ts'

/** Ties the engine to a form in the browser: typing, leaving, coming back online. Lives as long as the form. */
export function useAutosave(form: HTMLFormElement | null, start: AutosaveStart) {
  const [state, setState] = useState<AutosaveState>(() => firstState(start))
  const [engine] = useState(() => createAutosaveEngine(start))
  useEffect(() => {
    if (form === null) return
    engine.begin(surroundingsOf(form, setState), readGround(form))
    return () => engine.stop()
  }, [engine, form])
  useSavingOnTheWayOut(engine)
  const isGuard = useGuard(engine, state)
  return { engine, state, isGuard }
}

function surroundingsOf(form: HTMLFormElement, onState: (state: AutosaveState) => void): Surroundings {
  return {
    read: () => readFormTexts(form),
    write: (texts) => writeFormTexts(form, texts),
    send: (_, version, how) =>
      sendAutosave(
        form.getAttribute('action') ?? '',
        bodyOf(form, { version: String(version), intent: 'autosave' }),
        how,
      ),
    onState,
    later: (milliseconds, work) => {
      const timer = setTimeout(work, milliseconds)
      return () => clearTimeout(timer)
    },
  }
}

/** A page that is put away is saved at once; one that comes back online tries again. */
function useSavingOnTheWayOut(engine: AutosaveEngine): void {
  useEffect(() => {
    const leave = () => void engine.save({ isLeaving: true })
    const hide = () => {
      if (document.visibilityState === 'hidden') leave()
    }
    const comeBack = () => void engine.save()
    window.addEventListener('pagehide', leave)
    window.addEventListener('online', comeBack)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('online', comeBack)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [engine])
}

/** Whether this form is the one that asks before its page is left: the first of those with unsaved words. */
function useGuard(engine: AutosaveEngine, state: AutosaveState): boolean {
  const [isGuard, setIsGuard] = useState(false)
  useEffect(() => onUnsavedChange(() => setIsGuard(guardingForm() === engine)), [engine])
  useEffect(() => {
    if (state.kind === 'saved') removeUnsaved(engine)
    else addUnsaved(engine)
  }, [engine, state])
  useEffect(() => () => removeUnsaved(engine), [engine])
  return isGuard
}
