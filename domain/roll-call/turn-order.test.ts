import { expect, test } from 'vitest'
import type { Discipline } from './disciplines.ts'
import { neighbour } from './turn-order.ts'

const order: readonly Discipline[] = ['product', 'design', 'qa']

test.each<[Discipline | null, 1 | -1, Discipline | null]>([
  [null, 1, 'product'],
  [null, -1, null],
  ['product', 1, 'design'],
  ['design', 1, 'qa'],
  ['qa', 1, null],
  ['qa', -1, 'design'],
  ['product', -1, null],
  ['backend', 1, null],
])('from %s by %i the turn goes to %s', (turn, step, next) => {
  expect(neighbour(order, turn, step)).toBe(next)
})

test('of nobody, nobody is next', () => {
  expect(neighbour([], null, 1)).toBeNull()
})
