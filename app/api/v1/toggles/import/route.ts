import { importRegistry } from '../../../../../server/api/migration.ts'
import { endpoint } from '../../../../../server/endpoint.ts'

export const POST = endpoint(importRegistry)
