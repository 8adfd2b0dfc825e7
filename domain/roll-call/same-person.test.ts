import { expect, test } from 'vitest'
import { samePerson } from './same-person.ts'

test.each([
  ['the same id under another name', { id: 'a', name: 'Ben' }, { id: 'a', name: 'Benjamin' }, true],
  ['two ids under one name', { id: 'a', name: 'Ben' }, { id: 'b', name: 'Ben' }, false],
  ['a name alone', { id: null, name: 'Tomás  Ibarra' }, { id: 'a', name: 'tomas ibarra' }, true],
  ['two names', { id: null, name: 'Ben' }, { id: null, name: 'Fern' }, false],
])('%s', (_, one, other, same) => {
  expect(samePerson(one, other)).toBe(same)
  expect(samePerson(other, one)).toBe(same)
})
