import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { openApi } from '../openapi.ts'
import type { AnyOperation } from '../operation.ts'
import { OPERATIONS } from '../operations.ts'

interface Media {
  readonly schema: object
}

interface DocumentedAnswer {
  readonly $ref?: string
  readonly content?: Readonly<Record<string, Media>>
}

/** Judges answers by the OpenAPI document, as somebody would who has nothing else. */
export function documented(): {
  /** What is wrong with an answer, as a sentence; null for one that is documented. */
  faultOf: (operation: AnyOperation, answer: Response, text: string) => string | null
} {
  // By way of JSON, as it is served.
  const document = JSON.parse(JSON.stringify(openApi(OPERATIONS)))
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  addFormats.default(ajv)
  ajv.addFormat('hex', /^[0-9a-f]*$/)
  ajv.addSchema(document, 'api')
  const compiled = new Map<string, ValidateFunction>()

  /** The validator of what lies at a JSON pointer of the document. */
  function validatorAt(pointer: string): ValidateFunction {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: `api#${pointer}` })
    compiled.set(pointer, known)
    return known
  }

  function faultOf(operation: AnyOperation, answer: Response, text: string): string | null {
    const { method, path, id } = operation
    const said = `${id} answered ${answer.status} ${text.slice(0, 300)}`
    if (answer.status >= 500) return said
    const base = ['paths', path, method.toLowerCase(), 'responses', String(answer.status)]
    const listed = memberAt(document, base) as DocumentedAnswer | undefined
    if (listed === undefined) return `${said}: a status that is not documented`
    const at = listed.$ref === undefined ? base : listed.$ref.split('/').slice(1)
    const { content = {} } = memberAt(document, at) as DocumentedAnswer
    const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
    if (content[type] === undefined) return `${said}: as ${type}, which is not documented`
    if (!/[/+]json$/.test(type)) return null
    const pointer = [...at, 'content', type, 'schema'].map(escaped).join('/')
    const validate = validatorAt(`/${pointer}`)
    if (validate(JSON.parse(text))) return null
    return `${said}: ${ajv.errorsText(validate.errors)}`
  }
  return { faultOf }
}

function memberAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((within, key) => Object(within)[key], value)
}

const escaped = (key: string) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))
