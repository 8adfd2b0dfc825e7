'use client'

import { Button } from '../ui/button.tsx'

async function signOut(): Promise<void> {
  const csrf = await fetch('/api/auth/csrf')
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  await fetch('/api/auth/signout', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, callbackUrl: '/sign-in', json: 'true' }),
  })
  location.assign('/sign-in')
}

export function SignOutButton() {
  return (
    <Button variant="quiet" size="small" onClick={signOut}>
      Sign out
    </Button>
  )
}
