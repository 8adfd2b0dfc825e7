import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { KeepLooking } from '../../../../../components/live/keep-looking.tsx'
import { type Asked, askedOnce } from '../../../../../components/ui/asked-once.ts'
import { EmptyState } from '../../../../../components/ui/empty-state.tsx'
import { PageHeader } from '../../../../../components/ui/page-header.tsx'
import { Pagination } from '../../../../../components/ui/pagination.tsx'
import { DeliveryTable } from '../../../../../components/webhooks/delivery-table.tsx'
import { WebhookActions } from '../../../../../components/webhooks/webhook-actions.tsx'
import { WebhookStanding } from '../../../../../components/webhooks/webhook-standing.tsx'
import { isSending, sendsWords } from '../../../../../components/webhooks/webhook-view.ts'
import { may } from '../../../../../domain/permissions.ts'
import { currentActor } from '../../../../../server/session.ts'
import { findDeliveries } from '../../../../../server/webhooks/find-deliveries.ts'
import { findWebhooks } from '../../../../../server/webhooks/find-webhooks.ts'

export const metadata: Metadata = { title: 'Webhook' }

type WebhookPageProps = {
  params: Promise<{ id: string }>
  searchParams: Asked
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export default async function WebhookPage({ params, searchParams }: WebhookPageProps) {
  const actor = await currentActor()
  const [{ id }, { cursor = '' }] = await Promise.all([params, askedOnce(searchParams)])
  if (!may(actor, 'webhook.manage')) notFound()
  const webhook = (await findWebhooks(actor)).webhooks.find((one) => one.id === id)
  if (!webhook) notFound()
  const page = UUID.test(cursor) ? { cursor } : {}
  const { deliveries, next_cursor: next } = await findDeliveries(actor, id, page)
  const here = `/settings/webhooks/${id}`
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Webhooks', href: '/settings/webhooks' }]}
        title={webhook.name}
        summary={`To ${webhook.address} · ${sendsWords(webhook)}`}
      />
      <KeepLooking isPending={isSending(webhook)} />
      <div className="mb-8 flex flex-col gap-3">
        <WebhookStanding webhook={webhook} />
        <WebhookActions {...webhook} after="/settings/webhooks" />
      </div>
      <h2 className="mb-2 text-lg font-semibold">Messages of the last thirty days</h2>
      {deliveries.length === 0 ? (
        <EmptyState title="Nothing was sent yet">
          The next entry that it is made for is sent as soon as it is written. A trial shows at once
          whether the receiver takes it.
        </EmptyState>
      ) : (
        <DeliveryTable webhook={id} deliveries={deliveries} isOn={webhook.enabled} />
      )}
      <Pagination
        label="messages"
        newer={cursor === '' ? null : here}
        older={next === null ? null : `${here}?cursor=${next}`}
      />
    </>
  )
}
