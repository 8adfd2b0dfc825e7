'use client'

import { useState } from 'react'
import { beginSignIn } from '../sign-in/begin-sign-in.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'

type SignInAgainProps = {
  environment: string
  /** Keeps what would be lost by leaving the page. */
  onLeave: () => void
}

/** Widening asks for a fresh sign-in: why, and the way there and back with the proposal kept. */
export function SignInAgain({ environment, onLeave }: SignInAgainProps) {
  const [isLeaving, setLeaving] = useState(false)
  const [hasFailed, setFailed] = useState(false)

  async function leave() {
    setLeaving(true)
    setFailed(false)
    try {
      onLeave()
      await beginSignIn(location.pathname, true)
    } catch {
      setFailed(true)
      setLeaving(false)
    }
  }

  return (
    <Callout
      tone={hasFailed ? 'danger' : 'info'}
      live
      title={hasFailed ? 'The sign-in did not start' : `Widening ${environment} asks who you are`}
      actions={
        <Button size="small" pending={isLeaving} onClick={leave}>
          Sign in again and come back
        </Button>
      }
    >
      {hasFailed
        ? 'The server did not answer. Nothing was changed; try again in a moment.'
        : 'You must have signed in within the last 15 minutes. What you propose, and your reason, are kept meanwhile. Narrowing never asks this.'}
    </Callout>
  )
}
