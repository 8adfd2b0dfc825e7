'use client'

import { Dialog } from '../ui/dialog.tsx'
import { draftOf, emptyDraft } from './freeze-draft.ts'
import { FreezeForm } from './freeze-form.tsx'
import type { FreezeChoices, FreezeView } from './freeze-view.ts'

type FreezeDialogProps = {
  isOpen: boolean
  onClose: () => void
  /** The one to change, none for a new one. */
  freeze?: FreezeView | undefined
  choices: FreezeChoices
}

export function FreezeDialog({ isOpen, onClose, freeze, choices }: FreezeDialogProps) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={freeze ? 'Change the freeze' : 'Set a freeze'}>
      <FreezeForm
        {...(freeze ? { freeze } : {})}
        start={freeze ? draftOf(freeze) : emptyDraft(timeZone)}
        choices={choices}
        onDone={onClose}
      />
    </Dialog>
  )
}
