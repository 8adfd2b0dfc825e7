import { reviewAnOverride } from '../../../../../../server/api/overrides.ts'
import { endpoint } from '../../../../../../server/endpoint.ts'

export const POST = endpoint(reviewAnOverride)
