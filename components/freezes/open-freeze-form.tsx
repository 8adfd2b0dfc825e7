'use client'

import { lazy, Suspense, useState } from 'react'
import { Button } from '../ui/button.tsx'
import type { FreezeChoices, FreezeView } from './freeze-view.ts'

const FreezeDialog = lazy(async () => ({
  default: (await import('./freeze-dialog.tsx')).FreezeDialog,
}))

type OpenFreezeFormProps = { freeze?: FreezeView; choices: FreezeChoices }

/** The button that sets a freeze or changes one and, once it was pressed, its dialog. */
export function OpenFreezeForm({ freeze, choices }: OpenFreezeFormProps) {
  const [isOpen, setOpen] = useState(false)
  const [wanted, setWanted] = useState(false)
  return (
    <>
      <Button
        size={freeze ? 'small' : 'regular'}
        {...(freeze ? { 'aria-label': `Change the freeze “${freeze.reason}”` } : {})}
        onClick={() => {
          setWanted(true)
          setOpen(true)
        }}
      >
        {freeze ? 'Change' : 'Set a freeze'}
      </Button>
      {wanted && (
        <Suspense fallback={null}>
          <FreezeDialog
            isOpen={isOpen}
            onClose={() => setOpen(false)}
            freeze={freeze}
            choices={choices}
          />
        </Suspense>
      )}
    </>
  )
}
