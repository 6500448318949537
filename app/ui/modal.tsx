import { type ReactNode, useEffect, useId, useRef } from 'react'
import { m } from '#app/paraglide/messages.js'
import { IconButton } from '#app/ui/button.tsx'

type ModalProps = { title: ReactNode; isOpen: boolean; onClose: () => void; children: ReactNode }

/** A window over the page. The native dialog keeps the focus inside, closes on Escape and costs no script. */
export function Modal({ title, isOpen, onClose, children }: ModalProps) {
  const box = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = box.current
    if (isOpen && dialog !== null && !dialog.open) dialog.showModal()
    if (!isOpen) dialog?.close()
  }, [isOpen])
  return (
    <dialog className="dialog" ref={box} aria-labelledby={titleId} onClose={onClose}>
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <IconButton icon="x" label={m.ui_close()} onClick={onClose} />
      </div>
      {isOpen ? children : null}
    </dialog>
  )
}
