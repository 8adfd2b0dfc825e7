import { listViews, saveView } from '../../../../../server/api/views.ts'
import { endpoint } from '../../../../../server/endpoint.ts'

export const GET = endpoint(listViews)
export const POST = endpoint(saveView)
