'use client'

import { Callout } from '../ui/callout.tsx'

export type NewSecret = { readonly secret: string; readonly signal_path: string }

/** Where a guard is called and with what, this once. */
export function GuardSecretNote({ secret, signal_path }: NewSecret) {
  return (
    <Callout tone="success" title="Keep this secret now: it is not shown again" live>
      <dl className="flex flex-col gap-1">
        <dt className="text-xs text-ink-soft">Call</dt>
        <dd>
          <code className="wrap-anywhere">
            POST {location.origin}
            {signal_path}
          </code>
        </dd>
        <dt className="text-xs text-ink-soft">With the header</dt>
        <dd>
          <code className="wrap-anywhere">Authorization: Bearer {secret}</code>
        </dd>
      </dl>
    </Callout>
  )
}
