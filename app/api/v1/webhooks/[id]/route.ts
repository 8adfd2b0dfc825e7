import { deleteWebhook, patchWebhook, readWebhook } from '../../../../../server/api/webhooks.ts'
import { endpoint } from '../../../../../server/endpoint.ts'

export const GET = endpoint(readWebhook)
export const PATCH = endpoint(patchWebhook)
export const DELETE = endpoint(deleteWebhook)
