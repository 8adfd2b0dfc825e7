import { VerificationPanel } from './verification-panel.tsx'
import { WhatItProves } from './what-it-proves.tsx'

/** Whether the log holds, and what that means. */
export function Verification({ entries }: { entries: number }) {
  return (
    <section aria-labelledby="verification" className="mb-8 border-y border-rule py-3">
      <h2 id="verification" className="sr-only">
        Verification
      </h2>
      <noscript>
        <p className="pb-2">
          Verifying from here needs scripts. Without them, ask{' '}
          <a href="/api/v1/audit/verification" className="link">
            the API
          </a>{' '}
          for the same answer.
        </p>
      </noscript>
      <VerificationPanel entries={entries} />
      <WhatItProves />
    </section>
  )
}
