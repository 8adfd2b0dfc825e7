import { metrics } from '../../server/metrics.ts'

export const GET = metrics
