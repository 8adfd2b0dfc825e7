import { shown } from '../examples/shown.ts'
import { exampleOf } from '../examples/story.ts'
import type { AnyOperation } from '../operation.ts'

/** How a program would send the example of an operation, as a line for a shell. */
export function curlOf(operation: AnyOperation): string {
  const { method, bodyType } = operation
  const example = exampleOf(operation.id)
  const params = Object(shown(example?.params ?? {}))
  const query = new URLSearchParams(Object(shown(example?.query ?? {}))).toString()
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (whole, name) => params[name] ?? whole)
  const address = `"$ROLLCALL_URL/api/v1${path}${query ? `?${query}` : ''}"`
  const hasBody = bodyType !== 'none' && (example?.json ?? example?.markdown) !== undefined
  const bearer = operation.security === 'token' ? '$ROLLCALL_TOKEN' : '$GUARD_SECRET'
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${address}`,
    `-H "Authorization: Bearer ${bearer}"`,
    ...(operation.ifMatch === null
      ? []
      : [`-H 'If-Match: ${example?.headers?.['if-match'] ?? '"1"'}'`]),
  ]
  if (hasBody && bodyType === 'markdown') {
    lines.push("-H 'Content-Type: text/markdown'", '--data-binary @plan.md')
  } else if (hasBody) {
    const json = JSON.stringify(shown(example?.json), null, 2).replaceAll("'", "'\\''")
    lines.push("-H 'Content-Type: application/json'", `-d '${json}'`)
  }
  return lines.join(' \\\n  ')
}
