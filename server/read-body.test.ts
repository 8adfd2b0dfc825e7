import { expect, test } from 'vitest'
import { readJson } from './read-body.ts'

const sent = (body: string) =>
  new Request('http://rollcall.invalid/', {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body,
  })
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

test('JSON nests 64 levels and no deeper', async () => {
  await expect(readJson(sent(nested(64)), 100_000)).resolves.toBeInstanceOf(Array)
  for (const depth of [65, 66, 5000, 40_000]) {
    await expect(readJson(sent(nested(depth)), 100_000)).rejects.toMatchObject({
      refusal: { code: 'invalid', errors: [{ path: 'body' }] },
    })
  }
})

test('a body is read no further than its limit', async () => {
  await expect(readJson(sent(`"${'x'.repeat(200)}"`), 100)).rejects.toMatchObject({
    answer: { status: 413 },
  })
})
