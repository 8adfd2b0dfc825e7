import fc, { type Arbitrary } from 'fast-check'

type Schema = Readonly<Record<string, unknown>>

/** Values that hardly anything takes. */
export const ODD_VALUES: readonly unknown[] = [
  null,
  '',
  '\0',
  '\ud800',
  'x'.repeat(5000),
  -1,
  0.1,
  1e308,
  2 ** 53,
  true,
  [],
  {},
  [[]],
  { ['__proto__']: 1 },
]

const odd = fc.constantFrom(...ODD_VALUES)
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const number = (value: unknown, otherwise: number) =>
  typeof value === 'number' ? value : otherwise

/** Values of a JSON Schema; of all its parts, one in ten does not fit. */
export function fittingOrNot(schema: Schema, depth = 0): Arbitrary<unknown> {
  const fits = fitting(schema, depth)
  return fc.oneof({ weight: 9, arbitrary: fits }, { weight: 1, arbitrary: odd })
}

function fitting(schema: Schema, depth: number): Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const)
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum)
  const choices = [...list(schema.anyOf), ...list(schema.oneOf)].map(Object)
  if (choices.length > 0) return fc.oneof(...choices.map((one) => fitting(one, depth + 1)))
  const [type] = [schema.type].flat()
  switch (type) {
    case 'string':
      return text(schema)
    case 'integer':
      return fc.integer({
        min: Math.max(number(schema.minimum, -5), -1e9),
        max: Math.min(number(schema.maximum, 1e6), 1e6),
      })
    case 'number':
      return fc.double({
        min: number(schema.minimum, -1e6),
        max: number(schema.maximum, 1e6),
        noNaN: true,
      })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(depth > 4 ? odd : fittingOrNot(Object(schema.items ?? {}), depth + 1), {
        minLength: Math.min(number(schema.minItems, 0), 3),
        maxLength: 3,
      })
    case 'object':
      return members(schema, depth)
    default:
      return fc.jsonValue({ maxDepth: 2 }).map((value) => value)
  }
}

function text(schema: Schema): Arbitrary<string> {
  if (schema.format === 'uuid') return fc.uuid()
  if (schema.format === 'date-time') {
    const from = new Date('2026-01-01T00:00:00Z')
    return fc
      .date({ min: from, max: new Date('2028-01-01T00:00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString())
  }
  const minLength = number(schema.minLength, 0)
  return fc.oneof(
    fc.constantFrom('new_intake_form', 'production', 'backend', 'benefits-portal', '2026-11-22'),
    fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, 30) }),
  )
}

function members(schema: Schema, depth: number): Arbitrary<unknown> {
  if (depth > 5) return fc.constant({})
  const all = Object.entries(Object(schema.properties ?? {}))
  const record = Object.fromEntries(
    all.map(([name, member]) => [name, fittingOrNot(Object(member), depth + 1)]),
  )
  const required = list(schema.required).map(String)
  return fc
    .tuple(
      fc.record(record, { requiredKeys: required.filter((name) => name in record) }),
      fc.oneof(
        { weight: 12, arbitrary: fc.constant({}) },
        { weight: 1, arbitrary: fc.constant({ colour: 'red' }) },
      ),
    )
    .map(([value, more]) => ({ ...value, ...more }))
}
