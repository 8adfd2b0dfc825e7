import { deleteWebhook, patchWebhook } from '../../../../../server/api/webhooks.ts'
import { endpoint } from '../../../../../server/endpoint.ts'

export const PATCH = endpoint(patchWebhook)
export const DELETE = endpoint(deleteWebhook)
