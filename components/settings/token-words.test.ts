import { expect, test } from 'vitest'
import { SERVICE_SCOPES } from '../../domain/tokens/new-token.ts'
import { scopeWords, tokenMay } from './token-words.ts'

const token = { kind: 'person', environment: null, scopes: [], may_sign_and_widen: false } as const

test('every scope has its words', () => {
  for (const scope of SERVICE_SCOPES) {
    if (scope !== 'read') expect(scopeWords(scope)).not.toBe(scope)
  }
})

test.each([
  [{ ...token }, 'what its person may, but neither sign nor widen nor manage'],
  [{ ...token, may_sign_and_widen: true }, 'whatever its person may, signing and widening too'],
  [{ ...token, kind: 'flags', environment: 'staging' }, 'evaluate in staging'],
  [{ ...token, kind: 'service', scopes: ['read', 'flip'] }, 'read, flip what is not protected'],
] as const)('%j may %s', (one, words) => {
  expect(tokenMay(one)).toBe(words)
})
