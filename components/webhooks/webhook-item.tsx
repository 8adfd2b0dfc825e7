import { TextLink } from '../ui/text-link.tsx'
import { WebhookActions } from './webhook-actions.tsx'
import { WebhookStanding } from './webhook-standing.tsx'
import { sendsWords, type WebhookView } from './webhook-view.ts'

/** One webhook: to where, what it sends, how it goes, and what may be done with it. */
export function WebhookItem({ webhook }: { webhook: WebhookView }) {
  const { id, name, address, keeper, enabled, waiting } = webhook
  return (
    <li className="flex flex-col gap-2 border-b border-rule py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-lg font-semibold wrap-anywhere">
          <TextLink href={`/settings/webhooks/${id}`}>{name}</TextLink>
        </h2>
        <code className="text-sm text-ink-soft wrap-anywhere">{address}</code>
      </div>
      <WebhookStanding webhook={webhook} />
      <p className="max-w-reading text-sm text-ink-soft">
        {sendsWords(webhook)}. Kept by {keeper}.
      </p>
      <WebhookActions id={id} name={name} enabled={enabled} waiting={waiting} />
    </li>
  )
}
