import { renewAWebhookSecret } from '../../../../../../server/api/webhooks.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const POST = endpoint(renewAWebhookSecret)
