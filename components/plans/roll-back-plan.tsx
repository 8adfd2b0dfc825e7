'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { lazy, Suspense, useState } from 'react'
import { leaveAddress } from '../live/leave-address.ts'
import { Button } from '../ui/button.tsx'

const RollBackPlanDialog = lazy(async () => ({
  default: (await import('./roll-back-plan-dialog.tsx')).RollBackPlanDialog,
}))

/** Undoes all that was flipped for a plan; an address with `roll_back` opens it too. */
export function RollBackPlan({ slug }: { slug: string }) {
  const asked = useSearchParams().has('roll_back')
  const [isOpen, setOpen] = useState(asked)
  const [wasAsked, setAsked] = useState(asked)
  const router = useRouter()

  // Also from the palette while the plan is there already.
  if (asked !== wasAsked) {
    setAsked(asked)
    if (asked) setOpen(true)
  }

  function close() {
    setOpen(false)
    if (asked) history.replaceState(null, '', location.pathname)
  }

  function done() {
    setOpen(false)
    leaveAddress(router, asked ? '' : null)
  }

  return (
    <>
      <Button onClick={() => setOpen(true)}>Roll back…</Button>
      {isOpen && (
        <Suspense fallback={null}>
          <RollBackPlanDialog slug={slug} onClose={close} onDone={done} />
        </Suspense>
      )}
    </>
  )
}
