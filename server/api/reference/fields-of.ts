import { schemaWords } from './schema-words.ts'

type Schema = Readonly<Record<string, unknown>>

/** A member of a body or an answer, with its path from the outside. */
export interface Field {
  readonly name: string
  /** What it takes, in words. */
  readonly takes: string
  readonly needed: boolean
}

const DEEPEST = 3

/** The members of an object's schema and of what lies in it, in their order, three levels deep. */
export function fieldsOf(schema: Schema, before = '', depth = 1): Field[] {
  const { properties = {}, required = [] } = inside(schema)
  return Object.entries(Object(properties)).flatMap(([name, member]) => {
    const path = `${before}${name}`
    const within: Schema = Object(member)
    const needed = Array.isArray(required) && required.includes(name)
    const field = { name: path, takes: schemaWords(within), needed }
    if (depth >= DEEPEST) return [field]
    const isList = unwrapped(within).type === 'array'
    return [field, ...fieldsOf(within, `${path}${isList ? '[]' : ''}.`, depth + 1)]
  })
}

/** The object that a schema is, or that its list holds, or its one choice besides null. */
function inside(schema: Schema): Schema {
  const one = unwrapped(schema)
  return one.type === 'array' ? unwrapped(Object(one.items ?? {})) : one
}

function unwrapped(schema: Schema): Schema {
  const choices = [schema.anyOf, schema.oneOf].flatMap((all) => (Array.isArray(all) ? all : []))
  const objects = choices.map(Object).filter(({ type }) => type === 'object' || type === 'array')
  return objects.length === 1 ? objects[0] : schema
}
