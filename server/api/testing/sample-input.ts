import { z } from 'zod'

type Schema = Readonly<Record<string, unknown>>

/** The smallest value that a schema takes, as far as its JSON Schema says what it takes. */
export function sampleOf(schema: z.ZodType): unknown {
  return sample(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
}

function sample(schema: Schema): unknown {
  const { type, properties, required, format, minimum, minItems, items, pattern } = schema
  if (schema.const !== undefined) return schema.const
  if (Array.isArray(schema.enum)) return schema.enum[0]
  for (const word of ['anyOf', 'oneOf', 'allOf']) {
    const [first] = Array.isArray(schema[word]) ? schema[word] : []
    if (first) return sample(Object(first))
  }
  if (type === 'object') {
    const names = Array.isArray(required) ? required.map(String) : []
    return Object.fromEntries(
      names.map((name) => [
        name,
        sample(Object(Object(properties)[name] ?? schema.additionalProperties)),
      ]),
    )
  }
  if (type === 'array') return Number(minItems ?? 0) > 0 ? [sample(Object(items))] : []
  if (type === 'integer' || type === 'number') return Math.max(1, Number(minimum ?? 1))
  if (type === 'boolean') return true
  if (format === 'uuid') return '0f0e2a52-0000-4000-8000-000000000009'
  if (format === 'date-time' || String(pattern).includes('T')) return '2030-01-31T09:00:00Z'
  return 'https://example.gov/x'
}
