'use client'

import { lazy, Suspense, useState } from 'react'
import { Button } from '../ui/button.tsx'

const RegisterToggleDialog = lazy(async () => ({
  default: (await import('./register-toggle-dialog.tsx')).RegisterToggleDialog,
}))

/** The button and, once it was pressed, its dialog. */
export function RegisterToggle({ primary = false }: { primary?: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const [wanted, setWanted] = useState(false)
  return (
    <>
      <Button
        variant={primary ? 'primary' : 'secondary'}
        onClick={() => {
          setWanted(true)
          setOpen(true)
        }}
      >
        Register a toggle
      </Button>
      {wanted && (
        <Suspense fallback={null}>
          <RegisterToggleDialog isOpen={isOpen} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
