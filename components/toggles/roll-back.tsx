'use client'

import { useSearchParams } from 'next/navigation'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../ui/button.tsx'
import type { HistoryView, RollbackView } from './toggle-view.ts'

const RollBackDialog = lazy(async () => ({
  default: (await import('./roll-back-dialog.tsx')).RollBackDialog,
}))

type RollBackProps = {
  toggle: string
  environment: string
  /** The environment within a sentence. */
  called: string
  isProtected: boolean
  rollback: RollbackView
  history: readonly HistoryView[]
}

/** The button and its dialog; an address with `roll_back` opens it too, from anywhere. */
export function RollBack(props: RollBackProps) {
  const asked = useSearchParams().get('roll_back') === props.environment
  const [isOpen, setOpen] = useState(false)
  const [wanted, setWanted] = useState(false)

  function close() {
    setOpen(false)
    if (asked) history.replaceState(null, '', `${location.pathname}#${props.environment}`)
  }

  return (
    <>
      <Button
        variant={props.isProtected ? 'danger' : 'secondary'}
        onClick={() => {
          setWanted(true)
          setOpen(true)
        }}
      >
        Roll back…
      </Button>
      {(wanted || asked) && (
        <Suspense fallback={null}>
          <RollBackDialog {...props} isOpen={isOpen || asked} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
