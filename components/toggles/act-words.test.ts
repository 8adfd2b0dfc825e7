import { expect, test } from 'vitest'
import { actWords, doneWords, shortWords } from './act-words.ts'

test('a button says what it does and where', () => {
  expect(actWords('widens', 'production', '25 % of actors')).toBe('Widen production to 25 %')
  expect(actWords('narrows', 'staging', '0.001 % of actors')).toBe('Narrow staging to 0.001 %')
  expect(actWords('narrows', 'production', 'off')).toBe('Turn production off')
  expect(actWords('widens', 'production', 'on')).toBe('Turn production fully on')
  expect(actWords('both', 'production', '3 named actors')).toBe(
    'Change production to 3 named actors',
  )
})

test('afterwards it is told in the past', () => {
  expect(doneWords('widens', 'production', '25 % of actors')).toBe('Widened production to 25 %')
  expect(doneWords('narrows', 'production', 'off')).toBe('Turned production off')
})

test('only the percentage of actors is shortened', () => {
  expect(shortWords('25 % of actors and 3 named actors')).toBe('25 % and 3 named actors')
  expect(shortWords('25 % of the time')).toBe('25 % of the time')
  expect(shortWords('off')).toBe('off')
})
