'use client'

import { type PointerEvent, type ReactNode, type SyntheticEvent, useEffect, useRef } from 'react'
import { classNames } from './class-names.ts'

type ModalProps = {
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  className: string
  role?: 'dialog' | 'alertdialog'
  /** Of the heading that names it; without one, `label`. */
  labelledBy?: string
  label?: string
}

/**
 * The platform's own modal: it holds focus, makes the rest inert and gives focus back. Focus goes
 * to what carries `data-autofocus`. An alertdialog is only left by its buttons and Escape.
 */
export function Modal({
  isOpen,
  onClose,
  children,
  className,
  role = 'dialog',
  labelledBy,
  label,
}: ModalProps) {
  const modal = useRef<HTMLDialogElement>(null)
  const outside = useRef(false)

  useEffect(() => {
    const element = modal.current
    if (!element) return
    // Closed, not unmounted: only then does the browser give focus back.
    if (!isOpen) return element.close()
    if (!element.open) element.showModal()
    element.querySelector<HTMLElement>('[data-autofocus]')?.focus()
  }, [isOpen])

  function cancel(event: SyntheticEvent) {
    event.preventDefault()
    onClose()
  }

  // A browser that is asked to close twice closes without asking: then the state has to follow.
  function follow(event: SyntheticEvent) {
    if (event.target === modal.current && isOpen) onClose()
  }

  // Both halves of the click outside: text dragged out of the modal does not close it, and the
  // focus that is given back is not taken again by what lies below.
  function press(event: PointerEvent) {
    outside.current = event.target === modal.current
  }

  function release(event: PointerEvent) {
    if (role === 'dialog' && outside.current && event.target === modal.current) onClose()
  }

  return (
    <dialog
      ref={modal}
      role={role}
      aria-labelledby={labelledBy}
      aria-label={label}
      onCancel={cancel}
      onClose={follow}
      onPointerDown={press}
      onPointerUp={release}
      className={classNames('modal', className)}
    >
      {isOpen && children}
    </dialog>
  )
}
