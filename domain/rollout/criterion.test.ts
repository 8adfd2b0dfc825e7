import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  COMPARATORS,
  type Comparator,
  criterionKey,
  criterionWords,
  metricSchema,
  verdictOf,
} from './criterion.ts'

const metric = (comparator: Comparator, threshold: number, actual: number | null, to?: number) => ({
  comparator,
  threshold,
  threshold_to: to ?? null,
  actual,
})

test.each<[Comparator, number, number | undefined, number | null, string]>([
  ['>=', 100, undefined, 100, 'met'],
  ['>=', 100, undefined, 99.9, 'not_met'],
  ['<=', 5, undefined, 5, 'met'],
  ['<=', 5, undefined, 5.1, 'not_met'],
  ['<', 5, undefined, 5, 'not_met'],
  ['<', 5, undefined, 4.999, 'met'],
  ['>', 0, undefined, 0, 'not_met'],
  ['>', 0, undefined, 1, 'met'],
  ['=', 0, undefined, 0, 'met'],
  ['=', 0, undefined, 1, 'not_met'],
  ['within', 10, 20, 10, 'met'],
  ['within', 10, 20, 20, 'met'],
  ['within', 10, 20, 20.1, 'not_met'],
  ['within', 10, 20, 9, 'not_met'],
  ['<', 5, undefined, null, 'inconclusive'],
])('%s %d (to %s), came to %s: %s', (comparator, threshold, to, actual, verdict) => {
  expect(verdictOf(metric(comparator, threshold, actual, to))).toBe(verdict)
})

const figure = fc.double({ min: -1e9, max: 1e9, noNaN: true })

test('opposite comparators never agree on a figure that is known', () => {
  fc.assert(
    fc.property(figure, figure, (threshold, actual) => {
      const is = (comparator: Comparator) => verdictOf(metric(comparator, threshold, actual))
      expect(is('<')).not.toBe(is('>='))
      expect(is('>')).not.toBe(is('<='))
      expect(is('=') === 'met').toBe(is('<=') === 'met' && is('>=') === 'met')
      expect(verdictOf(metric('within', threshold, actual, threshold))).toBe(is('='))
    }),
  )
})

test('what is not known is inconclusive whatever is asked', () => {
  fc.assert(
    fc.property(fc.constantFrom(...COMPARATORS), figure, (comparator, threshold) => {
      expect(verdictOf(metric(comparator, threshold, null, threshold))).toBe('inconclusive')
    }),
  )
})

test('only `within` has an upper end, and it is not below the lower', () => {
  const base = { name: 'Error rate', threshold: 1, unit: '%', actual: 0.4 }
  const ok = (more: object) => metricSchema.safeParse({ ...base, ...more }).success
  expect(ok({ comparator: '<' })).toBe(true)
  expect(ok({ comparator: '<', threshold_to: 3 })).toBe(false)
  expect(ok({ comparator: 'within' })).toBe(false)
  expect(ok({ comparator: 'within', threshold_to: 0 })).toBe(false)
  expect(ok({ comparator: 'within', threshold_to: 3 })).toBe(true)
  expect(ok({ comparator: '<', link: 'javascript:alert(1)' })).toBe(false)
  expect(ok({ comparator: '<', link: 'https://dash.example.gov/errors' })).toBe(true)
})

test('a criterion is said in its own figures', () => {
  const words = (comparator: Comparator, threshold: number, unit = '', to: number | null = null) =>
    criterionWords({ name: 'x', comparator, threshold, threshold_to: to, unit })
  expect(words('<', 1, '%')).toBe('< 1 %')
  expect(words('>=', 500)).toBe('≥ 500')
  expect(words('within', 10, 'calls', 20)).toBe('10 to 20 calls')
})

test('case and spacing make no other criterion', () => {
  expect(criterionKey('  Error   Rate ')).toBe(criterionKey('error rate'))
})
