import { openApi } from './openapi.ts'
import { OPERATIONS } from './operations.ts'

let document: string | undefined

/** The OpenAPI document; open to anybody, as it says nothing of what an installation holds. */
export function openApiDocument(): Response {
  document ??= JSON.stringify(openApi(OPERATIONS))
  return new Response(document, {
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })
}
