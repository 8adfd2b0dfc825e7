'use client'

import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react'
import { type ButtonSize, type ButtonVariant, buttonLook } from './button-look.ts'
import { classNames } from './class-names.ts'
import { Spinner } from './spinner.tsx'

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  pending?: boolean
  /** Why the button cannot be used now. It stays focusable, so that everybody can read this. */
  reason?: ReactNode
}

export function Button({
  variant = 'secondary',
  size = 'regular',
  type = 'button',
  pending = false,
  reason,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const blocked = pending || Boolean(reason)

  function press(event: MouseEvent<HTMLButtonElement>) {
    if (blocked) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    // Safari does not focus a clicked button; a dialog then has nothing to give focus back to.
    event.currentTarget.focus()
    onClick?.(event)
  }

  const button = (
    <button
      {...rest}
      type={type}
      onClick={press}
      aria-disabled={blocked || undefined}
      aria-busy={pending || undefined}
      aria-describedby={reason ? reasonId : rest['aria-describedby']}
      className={classNames(buttonLook(variant, size), className)}
    >
      {pending && <Spinner />}
      {children}
    </button>
  )
  if (!reason) return button
  return (
    <span className="inline-flex max-w-reading flex-col items-start gap-1.5">
      {button}
      <span id={reasonId} className="text-xs text-ink-soft">
        {reason}
      </span>
    </span>
  )
}
