import { expect, test } from 'vitest'
import { withWarnings } from './warnings.ts'

test('an answer warns of a number in what was written, however deep', () => {
  const body = { percentage_of_actors: 25, override: { reason: 'Asked by 123-45-6789' } }
  expect(withWarnings({ seq: 41 }, body)).toEqual({
    seq: 41,
    warnings: [expect.stringContaining('a Social Security number')],
  })
})

test('an answer stays as it is where nothing looks like one, or where nobody wrote', () => {
  const answer = { seq: 41 }
  for (const body of [{ reason: 'Stage two' }, { key: '123-45-6789' }, new Uint8Array(9), null]) {
    expect(withWarnings(answer, body)).toBe(answer)
  }
  const list = [answer]
  expect(withWarnings(list, { reason: '123-45-6789' })).toBe(list)
})
