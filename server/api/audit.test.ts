import { beforeEach, describe, expect, test } from 'vitest'
import { call } from '../plans/testing/call.ts'
import { cast } from '../testing/cast.ts'
import { useCast } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { flip } from '../toggles/flip.ts'
import { listEntries, listHeads, readEntry, readStateAt, verifyLog } from './audit.ts'
import { exportEntries } from './audit-out.ts'
import type { Operation } from './operation.ts'

describe('over the API, the log', () => {
  useCast()

  beforeEach(async () => {
    await createToggle(cast.priya(), { key: 'new_intake_form', description: '' })
    const where = { toggle: 'new_intake_form', environment: 'staging' }
    const patch = { percentage_of_actors: 10, actors: ['ada@example.gov'] }
    await flip(cast.tomas(), { ...where, patch, reason: 'First stage' })
  })

  /** The answer's body, when it is what the operation says that it answers. */
  async function answered<P, Q, B>(
    operation: Operation<P, Q, B>,
    request: Parameters<typeof call>[2] = {},
  ) {
    const answer = await call('victor', operation, request)
    expect(answer.status).toBe(200)
    const read = operation.result.safeParse(answer.body)
    expect(read.error?.issues ?? []).toEqual([])
    return answer.body
  }

  test('is listed, filtered and paged', async () => {
    const flips = await answered(listEntries, { query: '?toggle=new_intake_form&limit=1' })
    expect(flips).toMatchObject({
      entries: [
        {
          sentence:
            'Tomás Ibarra widened new_intake_form in staging from off to 10 % of actors and 1 named actor.',
          reason: 'First stage',
          changes: [
            {
              fields: [
                {
                  field: 'Named actors',
                  before: 'none',
                  after: expect.stringMatching(/^named actor [0-9a-f]{8}…$/),
                },
                { field: 'Percentage of actors', before: 'not set', after: '10 %' },
              ],
            },
          ],
        },
      ],
      next_cursor: expect.stringMatching(/^\d+$/),
    })
    const day = new Date().toISOString().slice(0, 10)
    const words = ['?from=', '&to=', '&action=toggle&environment=staging&outcome=allowed&q=first']
    expect(await answered(listEntries, { query: words.join(day) })).toMatchObject({
      entries: [{ type: 'toggle.widened' }],
      next_cursor: null,
    })
  })

  test('gives one entry, its heads, and whether it holds', async () => {
    const { heads } = (await answered(listHeads)) as { heads: { size: number; hash: string }[] }
    const [head] = heads
    expect(await answered(readEntry, { params: { seq: String(head?.size) } })).toMatchObject({
      seq: head?.size,
      hash: head?.hash,
    })
    // Each call comes with a token of its own, and making that is an entry.
    const verified = await answered(verifyLog, { query: '?thorough=true' })
    expect(verified).toMatchObject({ holds: true, thorough: true, problem: null })
    expect(verified.entries).toBeGreaterThan(head?.size ?? Number.NaN)
    for (const seq of ['0', '999999', 'newest', '1.5', '1e300']) {
      expect((await call('victor', readEntry, { params: { seq } })).status).toBe(404)
    }
  })

  test('tells the state at a moment', async () => {
    const at = new Date(Date.now() + 1000).toISOString()
    expect(await answered(readStateAt, { query: `?at=${at}&environment=staging` })).toMatchObject({
      states: [
        { toggle: 'new_intake_form', words: '10 % of actors and 1 named actor', version: 2 },
      ],
    })
    expect((await call('victor', readStateAt, {})).status).toBe(400)
    expect((await call('victor', readStateAt, { query: '?at=now' })).status).toBe(400)
    const moon = await call('victor', readStateAt, { query: `?at=${at}&environment=moon` })
    expect(moon.status).toBe(404)
  })

  test('is exported as a file by who may', async () => {
    for (const [format, type] of [
      ['jsonl', 'application/x-ndjson'],
      ['csv', 'text/csv'],
    ] as const) {
      const answer = await call('grace', exportEntries, { query: `?format=${format}` })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
      expect(answer.headers.get('content-disposition')).toMatch(
        new RegExp(`^attachment; filename="rollcall-audit-\\d{4}-\\d\\d-\\d\\d.${format}"$`),
      )
    }
    expect((await call('victor', exportEntries, { query: '?format=csv' })).status).toBe(403)
    expect((await call('grace', exportEntries, { query: '?format=pdf' })).status).toBe(400)
    expect((await call('grace', exportEntries, {})).status).toBe(400)
  })

  test.each([
    ['?limit=0', 'query.limit'],
    ['?limit=201', 'query.limit'],
    ['?outcome=maybe', 'query.outcome'],
    ['?from=0000-01-01', 'query.from'],
    ['?to=yesterday', 'query.to'],
    ['?cursor=x', 'query.cursor'],
    ['?toggles=x', 'query.toggles'],
    ['?q=%00', 'query.q'],
    ['?request=x', 'query.request'],
  ])('says which field of %s it does not understand', async (query, path) => {
    const answer = await call('victor', listEntries, { query })
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ errors: [{ path }] })
  })

  test.each([
    '?cursor=9007199254740991',
    '?after=9007199254740991',
    '?q=%27%29%3B+--',
    '?toggle=%27%3B+DROP+TABLE+toggle',
    '?actor=%25&action=_',
    '?from=9999-12-31&to=9999-12-31',
    '?q=a+b+c&plan=x&actor=y&action=z&environment=e&toggle=t&outcome=denied',
  ])('finds nothing for %s, and does not fail', async (query) => {
    const { entries } = (await answered(listEntries, { query })) as { entries: unknown[] }
    expect(entries.length).toBeLessThanOrEqual(50)
  })
})
