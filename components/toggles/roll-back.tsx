'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { lazy, Suspense, useState } from 'react'
import { leaveAddress } from '../live/leave-address.ts'
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
  const router = useRouter()
  // What the address asks for is left at once; the address follows.
  const [left, setLeft] = useState(false)
  if (left && !asked) setLeft(false)
  const address = `#${props.environment}`

  function close() {
    setOpen(false)
    if (asked) window.history.replaceState(null, '', `${location.pathname}${address}`)
  }

  function done() {
    setOpen(false)
    setLeft(asked)
    leaveAddress(router, asked ? address : null)
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
          <RollBackDialog
            {...props}
            isOpen={isOpen || (asked && !left)}
            onClose={close}
            onDone={done}
          />
        </Suspense>
      )}
    </>
  )
}
