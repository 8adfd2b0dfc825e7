'use client'

import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import { CloseButton } from './close-button.tsx'
import { Modal } from './modal.tsx'

export type DialogProps = {
  isOpen: boolean
  onClose: () => void
  title: ReactNode
  children: ReactNode
  /** Buttons, the one that acts first. */
  footer?: ReactNode
  /** Above the title, across the whole width: where this acts. */
  band?: ReactNode
  role?: 'dialog' | 'alertdialog'
  size?: 'regular' | 'wide'
  /** "end" stands at the right edge and keeps the page in sight: a drawer. */
  place?: 'center' | 'end'
  /** Where focus goes: to the title, or to what carries `data-autofocus` inside. */
  focus?: 'title' | 'inside'
}

const places = {
  center:
    'm-auto max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] rounded-lg border sm:mt-[12dvh] sm:max-h-[80dvh]',
  end: 'my-0 mr-0 ml-auto h-dvh max-h-dvh w-full max-w-xl border-l',
}

export function Dialog({
  isOpen,
  onClose,
  title,
  children,
  footer,
  band,
  role = 'dialog',
  size = 'regular',
  place = 'center',
  focus = 'title',
}: DialogProps) {
  const id = useId()
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      role={role}
      labelledBy={id}
      className={classNames(
        places[place],
        place === 'center' && (size === 'wide' ? 'max-w-3xl' : 'max-w-xl'),
      )}
    >
      {band}
      <div className="flex items-start justify-between gap-4 px-6 pt-5 pb-2">
        <h2
          id={id}
          tabIndex={-1}
          data-autofocus={focus === 'title' ? true : undefined}
          className="text-xl font-bold wrap-anywhere"
        >
          {title}
        </h2>
        <CloseButton onClick={onClose} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-6 pt-2 pb-5">{children}</div>
      {footer && (
        <div className="flex flex-wrap items-start gap-2 border-t border-rule px-6 py-4">
          {footer}
        </div>
      )}
    </Modal>
  )
}
