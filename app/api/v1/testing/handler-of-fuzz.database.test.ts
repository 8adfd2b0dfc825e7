import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { shown } from '../../../../server/api/examples/shown.ts'
import { STORY } from '../../../../server/api/examples/story.ts'
import { OPERATIONS } from '../../../../server/api/operations.ts'
import { documented } from '../../../../server/api/testing/documented.ts'
import { requestsOf } from '../../../../server/api/testing/requests-of.ts'
import { type Sent, send, tokenOf, wordsOf } from '../../../../server/api/testing/send-example.ts'
import { useCast } from '../../../../server/testing/test-database.ts'
import { handlerOf } from './handler-of.ts'

// How many requests each operation is sent, good and bad.
const COUNT = Number(process.env.API_FUZZ ?? 3)
const SEED = Number(process.env.API_FUZZ_SEED ?? 20_261_122)

describe('whatever an operation is sent', () => {
  // What the secrets of guards are made from.
  beforeAll(() => {
    vi.stubEnv('NEXTAUTH_SECRET', 'Jq3v8mZp1xWc7RtY5nLb2KdF9sHg4TaQ')
  })
  afterAll(() => {
    vi.unstubAllEnvs()
  })
  useCast()

  test('it answers as documented, and never with a fault of its own', async () => {
    const { faultOf } = documented()
    const tokens = [await tokenOf('tomas'), await tokenOf('priya'), await tokenOf('alma')]
    // The first plan with its toggle: names that are there are among those that are asked for.
    const [first] = STORY
    const importing = OPERATIONS.find(({ id }) => id === first?.of)
    if (!importing || !first) throw new Error('the story begins with nothing')
    await send(handlerOf, importing, tokens[1] ?? null, shown(first, wordsOf(new Map())) as Sent)

    const faults: string[] = []
    for (const [at, operation] of OPERATIONS.entries()) {
      for (const sent of fc.sample(requestsOf(operation), { numRuns: COUNT, seed: SEED + at })) {
        const token = tokens[(at + faults.length) % tokens.length] ?? null
        const { answer, text } = await send(handlerOf, operation, token, sent)
        const fault = faultOf(operation, answer, text)
        if (fault !== null) faults.push(`${fault} — to ${JSON.stringify(sent).slice(0, 600)}`)
      }
    }
    expect(faults).toEqual([])
  }, 3_600_000)
})
