import { useEffect, useRef, useState } from 'react'
import { useBlocker } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { Modal } from '#app/ui/modal.tsx'
import { type UnsavedForm, holdAtDoor, saveUnsaved } from '#app/ui/unsaved-forms.ts'

/** Holds whoever leaves until their words are saved, and asks when they cannot be. */
export function LeaveGuard({ form }: { form: UnsavedForm }) {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname)
  const [isAsking, setIsAsking] = useState(false)
  const isHolding = useRef(false)

  useEffect(() => {
    if (blocker.state !== 'blocked' || isHolding.current) return
    isHolding.current = true
    holdAtDoor(form)
    void (async () => {
      if (!(await saveUnsaved())) return setIsAsking(true)
      isHolding.current = false
      blocker.proceed()
      holdAtDoor(null)
    })()
  }, [blocker, form])

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])

  if (blocker.state !== 'blocked') return null
  const stay = () => {
    letGo()
    blocker.reset()
  }
  const leave = () => {
    letGo()
    blocker.proceed()
  }
  function letGo() {
    isHolding.current = false
    setIsAsking(false)
    holdAtDoor(null)
  }
  return (
    <Modal title={m.ui_autosave_leave_title()} isOpen={isAsking} onClose={stay}>
      <div className="stack">
        <p>{m.ui_autosave_leave_text()}</p>
        <div className="row">
          <Button onClick={stay}>{m.ui_autosave_leave_stay()}</Button>
          <Button variant="danger" onClick={leave}>
            {m.ui_autosave_leave_go()}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
