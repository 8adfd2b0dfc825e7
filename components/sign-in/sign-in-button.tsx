'use client'

import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { beginSignIn } from './begin-sign-in.ts'

type SignInButtonProps = { returnTo: string; isFresh?: boolean; children: string }

export function SignInButton({ returnTo, isFresh = false, children }: SignInButtonProps) {
  const [isPending, setPending] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const start = async () => {
    setPending(true)
    setFailed(false)
    try {
      await beginSignIn(returnTo, isFresh)
    } catch {
      setFailed(true)
      setPending(false)
    }
  }
  return (
    <>
      <Button variant="primary" pending={isPending} onClick={start}>
        {children}
      </Button>
      {hasFailed && (
        <Callout tone="danger" title="The sign-in did not start">
          The server did not answer. Nothing was changed; try again in a moment.
        </Callout>
      )}
    </>
  )
}
