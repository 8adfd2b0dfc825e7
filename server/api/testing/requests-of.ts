import fc, { type Arbitrary } from 'fast-check'
import { jsonSchema } from '../json-schema.ts'
import type { AnyOperation } from '../operation.ts'
import { fittingOrNot, ODD_VALUES } from './fitting-or-not.ts'
import type { Sent } from './send-example.ts'

const NAMES: Readonly<Record<string, readonly string[]>> = {
  slug: ['release-plan-new-intake-form', 'benefits-portal'],
  key: ['new_intake_form', 'production'],
  environment: ['production', 'staging', 'development'],
  discipline: ['backend', 'government_lead'],
  n: ['1', '2'],
  seq: ['1', '12'],
  which: ['one_week', 'one_month'],
}

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    '..',
    '%00',
    '\0',
    '__proto__',
    'a'.repeat(4000),
    '-1',
    '1e400',
    '9'.repeat(30),
  ),
)

/** A word of a path or a query: one that is there, an id, or anything. */
function wordFor(name: string): Arbitrary<string> {
  const known = NAMES[name] ?? []
  return fc.oneof(
    ...(known.length > 0 ? [{ weight: 6, arbitrary: fc.constantFrom(...known) }] : []),
    { weight: 2, arbitrary: fc.uuid() },
    { weight: 1, arbitrary: oddText },
  )
}

function pathOf(operation: AnyOperation): Arbitrary<Record<string, string>> {
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  return fc.record(Object.fromEntries(names.map((name) => [name, wordFor(name)])))
}

function queryOf(operation: AnyOperation): Arbitrary<Record<string, string>> {
  const { properties = {} } = jsonSchema(operation.query, 'input')
  const members = Object.entries(Object(properties)).map(([name, schema]) => {
    const fitting = fittingOrNot(Object(schema)).map((value) => String(value))
    return [
      name,
      fc.oneof({ weight: 3, arbitrary: fitting }, { weight: 1, arbitrary: wordFor(name) }),
    ]
  })
  const all: Record<string, Arbitrary<string>> = {
    ...Object.fromEntries(members),
    unknown: oddText,
  }
  return fc.record(all, { requiredKeys: [] }).map(given)
}

/** Without the members that were left out. */
function given(record: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

function bodyOf(operation: AnyOperation): Arbitrary<Sent> {
  if (operation.bodyType === 'none') return fc.constant({})
  if (operation.bodyType === 'markdown') {
    return fc.oneof(
      fc.string({ maxLength: 200 }).map((text) => ({ markdown: `# ${text}` })),
      oddText.map((raw) => ({ raw, type: 'text/markdown' })),
    )
  }
  const schema = jsonSchema(operation.bodyDocumented ?? operation.body, 'input')
  return fc.oneof(
    { weight: 8, arbitrary: fittingOrNot(schema).map((json) => ({ json })) },
    { weight: 1, arbitrary: fc.constantFrom(...ODD_VALUES).map((json) => ({ json })) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('{', '{"a":1,"a":2}', '[[[[', '\ufeff{}', '{"__proto__":{"x":1}}')
        .map((raw) => ({ raw })),
    },
    {
      weight: 1,
      arbitrary: fc.constant({ raw: 'a=b', type: 'application/x-www-form-urlencoded' }),
    },
  )
}

const headers = fc.record(
  {
    'if-match': fc.constantFrom('"1"', '*', 'W/"1"', '""', '"99999999999999999999"', 'x'),
    'idempotency-key': fc.uuid(),
    accept: fc.constantFrom('*/*', 'application/json', 'image/png', 'text/html;q=0'),
  },
  { requiredKeys: [] },
)

/** Requests of an operation, made from its documented schemas: most fit them, some do not. */
export function requestsOf(operation: AnyOperation): Arbitrary<Sent> {
  return fc
    .tuple(pathOf(operation), queryOf(operation), bodyOf(operation), headers)
    .map(([params, query, body, sent]) => ({ params, query, headers: given(sent), ...body }))
}
