import { expect, test } from 'vitest'
import { signOffInput } from './sign-off-input.ts'

test.each([
  [{ verdict: 'go' }, true],
  [{ verdict: 'no_go', note: 'No.' }, true],
  [{ verdict: 'go', given_by: 'Ben Castellano', note: null }, true],
  [{ verdict: 'maybe' }, false],
  [{ verdict: 'go', given_by: '' }, false],
  [{ verdict: 'go', discipline: 'qa' }, false],
  [{ verdict: 'go', note: 'x'.repeat(4001) }, false],
])('a sign-off as %j is understood: %s', (input, understood) => {
  expect(signOffInput.safeParse(input).success).toBe(understood)
})
