'use client'

import { useSearchParams } from 'next/navigation'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../ui/button.tsx'

const RollBackPlanDialog = lazy(async () => ({
  default: (await import('./roll-back-plan-dialog.tsx')).RollBackPlanDialog,
}))

/** Undoes all that was flipped for a plan; an address with `roll_back` opens it too. */
export function RollBackPlan({ slug }: { slug: string }) {
  const asked = useSearchParams().has('roll_back')
  const [isOpen, setOpen] = useState(asked)

  function close() {
    setOpen(false)
    if (asked) history.replaceState(null, '', location.pathname)
  }

  return (
    <>
      <Button onClick={() => setOpen(true)}>Roll back…</Button>
      {isOpen && (
        <Suspense fallback={null}>
          <RollBackPlanDialog slug={slug} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
