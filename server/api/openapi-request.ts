import { shown } from './examples/shown.ts'
import { exampleOf } from './examples/story.ts'
import { type JsonObject, jsonSchema, membersOf } from './json-schema.ts'
import type { AnyOperation } from './operation.ts'

const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  schema: { type: 'string', maxLength: 200 },
  description: 'The ETag of what was read: refused with 412 when somebody changed it since.',
}

/** The parameters of an operation: of its path, its query and its headers. */
export function parametersOf(operation: AnyOperation): JsonObject[] {
  const example = exampleOf(operation.id)
  const listed = (where: 'path' | 'query'): JsonObject[] =>
    membersOf(where === 'path' ? operation.params : operation.query).map(
      ({ name, needed, schema }) => {
        const given = (where === 'path' ? example?.params : example?.query)?.[name]
        return {
          name,
          in: where,
          required: where === 'path' || needed,
          schema,
          ...(given === undefined ? {} : { example: shown(given) }),
        }
      },
    )
  const headers: JsonObject[] = []
  if (operation.method !== 'GET') headers.push({ $ref: '#/components/parameters/IdempotencyKey' })
  if (operation.ifMatch !== null) {
    const given = example?.headers?.['if-match'] ?? '"1"'
    headers.push({ ...IF_MATCH, required: operation.ifMatch === 'required', example: given })
  }
  return [...listed('path'), ...listed('query'), ...headers]
}

/** The body of an operation; nothing where it takes none. */
export function bodyOf(operation: AnyOperation): JsonObject {
  if (operation.bodyType === 'none') return {}
  const given = exampleOf(operation.id)
  const isMarkdown = operation.bodyType === 'markdown'
  const body = isMarkdown ? given?.markdown : given?.json
  const example = body === undefined ? {} : { example: shown(body) }
  const content = isMarkdown
    ? { 'text/markdown': { schema: { type: 'string' }, ...example } }
    : {
        'application/json': {
          schema: jsonSchema(operation.bodyDocumented ?? operation.body, 'input'),
          ...example,
        },
      }
  return { requestBody: { required: operation.bodyType !== 'optional_json', content } }
}
