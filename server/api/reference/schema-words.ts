type Schema = Readonly<Record<string, unknown>>

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': 'a moment, like 2027-03-01T09:00:00Z',
  date: 'a day, like 2027-03-01',
  uuid: 'an id',
  uri: 'a web address',
  hex: 'a digest in hex',
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  null: 'null',
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** What a JSON Schema takes, in words: "a whole number, 0 to 100", "one of go, no_go". */
export function schemaWords(schema: Schema): string {
  if ('const' in schema) return `always ${JSON.stringify(schema.const)}`
  if (Array.isArray(schema.enum)) return `one of ${schema.enum.join(', ')}`
  const choices = [...listed(schema.anyOf), ...listed(schema.oneOf)].map((one) =>
    schemaWords(Object(one)),
  )
  if (choices.length > 0) return [...new Set(choices)].join(', or ')
  const [type = ''] = [schema.type].flat().map(String)
  if (type === 'array') return `a list: each ${schemaWords(Object(schema.items ?? {}))}`
  const word = FORMATS[String(schema.format ?? '')] ?? TYPES[type] ?? 'anything'
  return `${word}${boundsOf(schema)}`
}

const SAFE = Number.MAX_SAFE_INTEGER

function boundsOf({ minimum, maximum, maxLength }: Schema): string {
  const least = typeof minimum === 'number' && minimum > -SAFE ? minimum : null
  const most = typeof maximum === 'number' && maximum < SAFE ? maximum : null
  if (least !== null && most !== null) return `, ${figure(least)} to ${figure(most)}`
  if (least !== null) return `, ${figure(least)} or more`
  if (most !== null) return `, at most ${figure(most)}`
  if (typeof maxLength === 'number') return `, at most ${figure(maxLength)} characters`
  return ''
}

const figure = (value: number) => value.toLocaleString('en-US')
