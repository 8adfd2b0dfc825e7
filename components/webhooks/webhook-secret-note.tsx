import { Callout } from '../ui/callout.tsx'

/** The signing secret of a webhook, this once. */
export function WebhookSecretNote({ secret }: { secret: string }) {
  return (
    <Callout tone="success" title="Keep this secret now: it is not shown again" live>
      <p>
        <code className="wrap-anywhere">{secret}</code>
      </p>
      <p className="mt-1">
        The receiver verifies each message with it, by any library of Standard Webhooks.
      </p>
    </Callout>
  )
}
