import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { shown, shownWord } from '../../../../server/api/examples/shown.ts'
import { STORY } from '../../../../server/api/examples/story.ts'
import { OPERATIONS } from '../../../../server/api/operations.ts'
import { documented } from '../../../../server/api/testing/documented.ts'
import { givenSurroundings } from '../../../../server/api/testing/given-surroundings.ts'
import { recorded } from '../../../../server/api/testing/recorded.ts'
import { type Sent, send, tokenOf, wordsOf } from '../../../../server/api/testing/send-example.ts'
import type { CastName } from '../../../../server/testing/cast-members.ts'
import { useCast } from '../../../../server/testing/test-database.ts'
import { handlerOf } from './handler-of.ts'

// RECORD_API_EXAMPLES=1 keeps what is answered as the examples of the reference.
const records = process.env.RECORD_API_EXAMPLES === '1'

describe('the examples of the API', () => {
  const words = givenSurroundings()
  useCast()

  test('are answered as documented, each write once however often it is sent', async () => {
    const { faultOf } = documented()
    const kept = words()
    const tokens = new Map<string, string>()
    const faults: string[] = []
    const answers: Record<string, unknown> = {}
    for (const [at, { of, as, keep = {}, ...example }] of STORY.entries()) {
      const operation = OPERATIONS.find(({ id }) => id === of)
      if (!operation) throw new Error(`no operation is called ${of}`)
      if (as && !tokens.has(as)) tokens.set(as, await tokenOf(as satisfies CastName))
      const sent = shown(example, wordsOf(kept)) as Sent
      const headers = { ...sent.headers, 'idempotency-key': `example-${at}` }
      const token = as === null ? null : (tokens.get(as) ?? null)
      const { answer, text } = await send(handlerOf, operation, token, { ...sent, headers })
      const fault = faultOf(operation, answer, text)
      if (fault !== null) faults.push(fault)
      if (answer.status >= 400) faults.push(`${of} was refused: ${text}`)
      for (const [name, path] of Object.entries(keep)) kept.set(name, memberOf(text, path))
      if (answer.headers.get('content-type') === 'application/json') {
        answers[of] ??= JSON.parse(text)
      }
      if (operation.method === 'GET' || as === null || answer.status >= 400) continue
      const again = await send(handlerOf, operation, token, { ...sent, headers })
      const isSame = again.answer.status === answer.status && seqOf(again.text) === seqOf(text)
      if (!isSame) faults.push(`${of} sent again answered ${again.answer.status} ${again.text}`)
    }
    expect(faults).toEqual([])
    if (records) {
      const file = new URL('../../../../server/api/examples/answers.json', import.meta.url)
      writeFileSync(file, `${JSON.stringify(recorded(answers, kept, shownWord), null, 2)}\n`)
    }
  }, 600_000)

  test('are there for every operation', () => {
    const told = new Set(STORY.map(({ of }) => of))
    expect(OPERATIONS.map(({ id }) => id).filter((id) => !told.has(id))).toEqual([])
  })
})

function memberOf(text: string, path: string): string {
  const value = path.split('.').reduce<unknown>((at, key) => Object(at)[key], JSON.parse(text))
  return String(value)
}

function seqOf(text: string): string {
  const { seq, seqs } = Object(JSON.parse(text))
  return JSON.stringify([seq, seqs])
}
