import { expect, test } from 'vitest'
import { fieldsOf } from './fields-of.ts'
import { schemaWords } from './schema-words.ts'

test.each([
  [{ type: 'integer', minimum: 0, maximum: 100 }, 'a whole number, 0 to 100'],
  [{ type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 }, 'a whole number'],
  [{ enum: ['go', 'no_go'] }, 'one of go, no_go'],
  [
    { anyOf: [{ type: 'string', maxLength: 4000 }, { type: 'null' }] },
    'a text, at most 4,000 characters, or null',
  ],
  [{ type: 'array', items: { type: 'string', format: 'uuid' } }, 'a list: each an id'],
  [{ const: true }, 'always true'],
  [{}, 'anything'],
])('%j reads as "%s"', (schema, words) => {
  expect(schemaWords(schema)).toBe(words)
})

test('an object’s members are listed with those inside them', () => {
  const inner = { type: 'object', required: ['check'], properties: { check: { type: 'string' } } }
  const schema = {
    type: 'object',
    required: ['version'],
    properties: { version: { type: 'integer' }, checks: { type: 'array', items: inner } },
  }
  expect(fieldsOf(schema)).toEqual([
    { name: 'version', takes: 'a whole number', needed: true },
    { name: 'checks', takes: 'a list: each an object', needed: false },
    { name: 'checks[].check', takes: 'a text', needed: true },
  ])
})
