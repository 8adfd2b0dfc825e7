'use client'

import { PlainPage } from '../components/shell/plain-page.tsx'
import { Button } from '../components/ui/button.tsx'
import { LinkButton } from '../components/ui/link-button.tsx'

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void }

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <PlainPage title="This page could not be shown">
      <p>
        Something went wrong on our side while the page was made. Showing a page changes nothing:
        plans, sign-offs and toggles are as they were, and flags keep answering.
      </p>
      {error.digest && (
        <p className="text-sm text-ink-soft">
          When you report this, name the code <code>{error.digest}</code>.
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
        <LinkButton href="/">Go to the home page</LinkButton>
      </div>
    </PlainPage>
  )
}
