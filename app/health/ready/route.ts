import { readiness } from '../../../server/readiness.ts'

export const GET = readiness
