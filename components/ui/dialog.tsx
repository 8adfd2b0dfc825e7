'use client'

import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { CloseButton } from './close-button.tsx'

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
  /** "end" slides in from the right edge and keeps the page in sight: a drawer. */
  place?: 'center' | 'end'
}

const places = {
  center: {
    overlay: 'items-start justify-center p-4 sm:pt-[12vh]',
    modal: 'max-h-[calc(100dvh-2rem)] w-full rounded-lg sm:max-h-[80dvh]',
  },
  end: { overlay: 'items-stretch justify-end', modal: 'h-full w-full max-w-xl border-l' },
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
}: DialogProps) {
  const look = places[place]
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog'}
      className={classNames('dialog-scrim fixed inset-0 z-40 flex bg-scrim', look.overlay)}
    >
      <Modal
        className={classNames(
          'flex flex-col overflow-hidden border-rule-strong bg-raised text-ink shadow-lg',
          look.modal,
          place === 'center' && (size === 'wide' ? 'border sm:max-w-3xl' : 'border sm:max-w-xl'),
        )}
      >
        <AriaDialog role={role} className="flex min-h-0 flex-1 flex-col outline-none">
          {band}
          <div className="flex items-start justify-between gap-4 px-6 pt-5 pb-2">
            <Heading slot="title" className="text-xl font-bold wrap-anywhere">
              {title}
            </Heading>
            <CloseButton onClick={onClose} />
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-6 pt-2 pb-5">{children}</div>
          {footer && (
            <div className="flex flex-wrap items-start gap-2 border-t border-rule px-6 py-4">
              {footer}
            </div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
