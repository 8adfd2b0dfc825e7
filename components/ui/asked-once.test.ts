import { expect, test } from 'vitest'
import { askedOnce } from './asked-once.ts'

test('what an address says twice is not said', async () => {
  const asked = { cursor: ['a', 'b'], view: 'edit', from: undefined }
  expect(await askedOnce(Promise.resolve(asked))).toEqual({ view: 'edit' })
})
