import { AREAS } from '../areas.ts'
import { openApi } from '../openapi.ts'
import type { AnyOperation } from '../operation.ts'
import { OPERATIONS } from '../operations.ts'
import { curlOf } from './curl-of.ts'
import { type Field, fieldsOf } from './fields-of.ts'
import { schemaWords } from './schema-words.ts'

/** An area of the API with its operations in brief. */
export interface ReferenceArea {
  readonly name: string
  /** What names it in an address. */
  readonly slug: string
  readonly about: string
  readonly operations: readonly { id: string; method: string; path: string; summary: string }[]
}

/** One operation as its reference shows it. */
export interface ReferenceOperation {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly parameters: readonly (Field & { readonly where: string })[]
  readonly body: readonly Field[]
  readonly answer: readonly Field[]
  /** The status and content type of a success. */
  readonly answered: string
  readonly curl: string
  /** The answer to the example, as JSON; null for one that is long or no JSON. */
  readonly example: string | null
  readonly refusals: readonly { status: string; says: string }[]
}

/** The areas of the API in their order, each with what it does. */
export function findAreas(): ReferenceArea[] {
  const names = [...new Set([...Object.keys(AREAS), ...OPERATIONS.map(({ tag }) => tag)])]
  return names.flatMap((name) => {
    const operations = OPERATIONS.filter(({ tag }) => tag === name)
    if (operations.length === 0) return []
    const brief = operations.map(({ id, method, path, summary }) => ({ id, method, path, summary }))
    return [{ name, slug: slugOf(name), about: AREAS[name] ?? '', operations: brief }]
  })
}

/** An area with its operations in full, read from the OpenAPI document; null where there is none. */
export function findArea(
  slug: string,
): (Omit<ReferenceArea, 'operations'> & { operations: readonly ReferenceOperation[] }) | null {
  const area = findAreas().find((one) => one.slug === slug)
  if (!area) return null
  const operations = OPERATIONS.filter(({ tag }) => tag === area.name)
  const document = openApi(operations)
  return { ...area, operations: operations.map((operation) => shownOperation(operation, document)) }
}

const slugOf = (name: string) => name.toLowerCase().replaceAll(' ', '-')

type Json = Readonly<Record<string, unknown>>

function at(value: unknown, ...path: readonly string[]): Json {
  return Object(path.reduce<unknown>((within, key) => Object(within)[key], value) ?? {})
}

function shownOperation(operation: AnyOperation, document: Json): ReferenceOperation {
  const { id, method, path, summary, status, resultType } = operation
  const described = at(document, 'paths', path, method.toLowerCase())
  const parameters = (Array.isArray(described.parameters) ? described.parameters : []).map(Object)
  const body = at(described, 'requestBody', 'content', 'application/json', 'schema')
  const success = at(described, 'responses', String(status), 'content', resultType)
  const { example } = success
  return {
    id,
    method,
    path,
    summary,
    parameters: parameters
      .filter(({ name }) => name !== undefined)
      .map(({ name, in: where, required, schema }) => ({
        name,
        where,
        needed: required === true,
        takes: schemaWords(Object(schema)),
      })),
    body: fieldsOf(body),
    answer: fieldsOf(Object(success.schema ?? {})),
    answered: `${status} ${resultType}`,
    curl: curlOf(operation),
    example: example === undefined ? null : JSON.stringify(example, null, 2),
    refusals: Object.keys(at(described, 'responses'))
      .filter((code) => Number(code) >= 400)
      .map((code) => ({
        status: code,
        says: String(at(document, 'components', 'responses', `Problem${code}`).description ?? ''),
      })),
  }
}
