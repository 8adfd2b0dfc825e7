import { CoverageLine } from './coverage-line.tsx'
import type { ShownHeads } from './shown-heads.ts'
import { VerificationPanel } from './verification-panel.tsx'
import { WhatItProves } from './what-it-proves.tsx'

/** Whether the log holds, and what that means. */
export function Verification({ heads }: { heads: ShownHeads }) {
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
      <VerificationPanel entries={heads.heads[0]?.size ?? 0} />
      <p className="py-1">
        <CoverageLine heads={heads} />
      </p>
      <WhatItProves covered={heads.covered_since !== null} />
    </section>
  )
}
