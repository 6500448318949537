import { type MouseEvent, type ReactNode, useState } from 'react'
import { Form, Link, useLocation } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { Button, SubmitButton, buttonClass } from '#app/ui/button.tsx'
import { Modal } from '#app/ui/modal.tsx'

type ConfirmDialogProps = {
  /** A page that asks the same question: where the link leads without script, and where the form is sent. */
  href: string
  /** The link that opens it. */
  label: ReactNode
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'normal' | 'small'
  title: ReactNode
  /** What will happen, with the sum. */
  children: ReactNode
  /** The deed in words. */
  confirmLabel: string
  confirmVariant?: 'primary' | 'danger'
  cancelLabel?: string
  /** Sent along with the form. */
  fields?: Readonly<Record<string, string>>
}

/** Asks before something is done. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    href,
    label,
    variant = 'secondary',
    size,
    title,
    children,
    confirmLabel,
    confirmVariant = 'primary',
    cancelLabel,
    fields = {},
  } = props
  const { key } = useLocation()
  // Open for one visit of the page: the answer of the form is another page, or the same one anew.
  const [openAt, setOpenAt] = useState<string | null>(null)

  const close = () => setOpenAt(null)
  const open = (event: MouseEvent) => {
    const isPlainClick = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (!isPlainClick) return
    event.preventDefault()
    setOpenAt(key)
  }
  return (
    <>
      <Link to={href} className={buttonClass({ variant, size })} onClick={open} aria-haspopup="dialog">
        {label}
      </Link>
      <Modal title={title} isOpen={openAt === key} onClose={close}>
        <div className="stack">
          <div>{children}</div>
          <Form method="post" action={href} className="row">
            {Object.entries(fields).map(([name, value]) => (
              <input type="hidden" name={name} value={value} key={name} />
            ))}
            <SubmitButton variant={confirmVariant}>{confirmLabel}</SubmitButton>
            <Button variant="quiet" onClick={close}>
              {cancelLabel ?? m.ui_cancel()}
            </Button>
          </Form>
        </div>
      </Modal>
    </>
  )
}
