import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from 'react'
import { Link, type LinkProps, useNavigation } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { classNames } from '#app/ui/class-names.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'

type Look = {
  /** One primary a view; the label says the deed and, where money moves, the sum. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'normal' | 'small'
  /** Fills its column. */
  wide?: boolean
  icon?: IconName
  children: ReactNode
}

/** The classes of a button, for an element of another kind (a summary, a file label). */
export function buttonClass({ variant = 'primary', size = 'normal', wide = false }: Omit<Look, 'children' | 'icon'>) {
  return classNames('btn', `btn-${variant}`, size === 'small' && 'btn-small', wide && 'btn-wide')
}

type ButtonProps = Look & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> & { pending?: boolean }

export function Button({
  variant,
  size,
  wide,
  icon,
  pending = false,
  children,
  className,
  onClick,
  ...rest
}: ButtonProps) {
  // A pending button stays focusable, so that keyboard and screen reader do not lose their place; it only stops acting.
  const act = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      type="button"
      {...rest}
      className={classNames(buttonClass({ variant, size, wide }), className)}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      onClick={act}
    >
      {pending ? <span className="spin" aria-hidden="true" /> : icon ? <Icon name={icon} /> : null}
      {pending ? m.ui_sending() : children}
    </button>
  )
}

/**
 * Sends the form it stands in and shows that it is on its way. With a name and a value it is pending only while
 * that very value is being sent, so several can share a form.
 */
export function SubmitButton(props: Omit<ButtonProps, 'type' | 'pending'>) {
  const navigation = useNavigation()
  const isSending = navigation.state !== 'idle' && navigation.formData !== undefined
  const isMine = props.name === undefined || navigation.formData?.get(props.name) === props.value
  return <Button {...props} type="submit" pending={isSending && isMine} />
}

/** A link that looks like a button: it leads somewhere, it does not change anything. */
export function ButtonLink({
  variant,
  size,
  wide,
  icon,
  children,
  className,
  ...rest
}: Look & Omit<LinkProps, 'children'>) {
  return (
    <Link {...rest} className={classNames(buttonClass({ variant, size, wide }), className)}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </Link>
  )
}

/** A square button or link with a sign only; its label is read out. */
export function IconLink({ icon, label, ...rest }: { icon: IconName; label: string } & Omit<LinkProps, 'children'>) {
  return (
    <Link {...rest} className="iconbtn" aria-label={label} title={label}>
      <Icon name={icon} />
    </Link>
  )
}

type IconButtonProps = { icon: IconName; label: string } & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'>

export function IconButton({ icon, label, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className="iconbtn" aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  )
}
