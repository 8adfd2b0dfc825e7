import { createWebhook, listWebhooks } from '../../../../server/api/webhooks.ts'
import { endpoint } from '../../../../server/endpoint.ts'

export const GET = endpoint(listWebhooks)
export const POST = endpoint(createWebhook)
