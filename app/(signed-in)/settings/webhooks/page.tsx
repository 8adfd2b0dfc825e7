import type { Metadata } from 'next'
import { KeepLooking } from '../../../../components/live/keep-looking.tsx'
import { EmptyState } from '../../../../components/ui/empty-state.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { MakeWebhook } from '../../../../components/webhooks/make-webhook.tsx'
import { sortsOf } from '../../../../components/webhooks/sort-words.ts'
import { WebhookItem } from '../../../../components/webhooks/webhook-item.tsx'
import { isSending } from '../../../../components/webhooks/webhook-view.ts'
import { KINDS_OF_ENTRIES } from '../../../../domain/audit/describe.ts'
import { may, whoMay } from '../../../../domain/permissions.ts'
import { findEnvironments } from '../../../../server/environments/find-environments.ts'
import { currentActor } from '../../../../server/session.ts'
import { findWebhooks } from '../../../../server/webhooks/find-webhooks.ts'

export const metadata: Metadata = { title: 'Webhooks' }

export default async function WebhooksPage() {
  const actor = await currentActor()
  const header = (
    <PageHeader
      title="Webhooks"
      summary="Where entries of the log are sent to as they are written, each message signed. Named actors are never among them."
    />
  )
  if (!may(actor, 'webhook.manage')) {
    return (
      <>
        {header}
        <EmptyState title="Kept by administrators">
          What a webhook sends leaves Rollcall for good, so {whoMay('webhook.manage')} alone sees
          and keeps them. Each change of one is in the log.
        </EmptyState>
      </>
    )
  }
  const [{ webhooks }, { environments }] = await Promise.all([
    findWebhooks(actor),
    findEnvironments(actor),
  ])
  const choices = {
    sorts: sortsOf(KINDS_OF_ENTRIES),
    environments: environments.map(({ key, name }) => ({ value: key, label: name })),
  }
  return (
    <>
      {header}
      {webhooks.length === 0 ? (
        <EmptyState title="Nothing is sent anywhere yet">
          A webhook tells a SIEM, a chat or a pipeline what happened within a moment. One that fails
          is tried again for three days, in the order of the log, and nothing is lost.
        </EmptyState>
      ) : (
        <>
          <KeepLooking isPending={webhooks.some(isSending)} />
          <ul className="border-t border-rule">
            {webhooks.map((webhook) => (
              <WebhookItem key={webhook.id} webhook={webhook} />
            ))}
          </ul>
        </>
      )}
      <section aria-labelledby="make" className="mt-10">
        <h2 id="make" className="mb-3 text-lg font-semibold">
          Make a webhook
        </h2>
        <MakeWebhook choices={choices} />
      </section>
    </>
  )
}
