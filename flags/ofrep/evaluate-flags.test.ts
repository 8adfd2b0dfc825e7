import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OFF } from '../../domain/toggle/state.ts'
import { states } from '../../domain/toggle/testing/random-states.ts'
import { bearing, loaded, PRODUCTION, STAGING, testServer, toggle } from '../testing/test-server.ts'

const toggles = [
  toggle('off'),
  toggle('on', { boolean: true }),
  toggle('search_stats', { percentageOfActors: 50 }),
  toggle('retired', { boolean: true }, { archived: true }),
]

async function ask(
  server: ReturnType<typeof testServer>,
  context: unknown,
  headers: Record<string, string> = {},
) {
  const answer = await server.app.inject({
    method: 'POST',
    url: '/ofrep/v1/evaluate/flags',
    headers: { ...bearing(PRODUCTION), 'content-type': 'application/json', ...headers },
    payload: typeof context === 'string' ? context : JSON.stringify({ context }),
  })
  const body = answer.body === '' ? null : answer.json()
  return { status: answer.statusCode, body, headers: answer.headers }
}

const grace = { targetingKey: 'User;1' }

describe('every flag over OFREP', () => {
  it('answers the toggles of the environment of the token', async () => {
    const server = testServer(toggles)
    const { status, body } = await ask(server, grace)
    expect(status).toBe(200)
    expect(body.flags).toEqual([
      { key: 'off', value: false, reason: 'STATIC', variant: 'off' },
      { key: 'on', value: true, reason: 'STATIC', variant: 'on', metadata: { gate: 'boolean' } },
      {
        key: 'search_stats',
        value: true,
        reason: 'SPLIT',
        variant: 'on',
        metadata: { gate: 'percentage_of_actors' },
      },
      { key: 'retired', value: false, reason: 'DISABLED', variant: 'off' },
    ])
    const other = await ask(server, grace, bearing(STAGING))
    expect(other.body.flags).toEqual([])
  })

  it('marks what cannot be told without a targetingKey, and tells the rest', async () => {
    const { status, body } = await ask(testServer(toggles), {})
    expect(status).toBe(200)
    expect(body.flags[1]).toMatchObject({ key: 'on', value: true })
    expect(body.flags[2]).toMatchObject({
      key: 'search_stats',
      errorCode: 'TARGETING_KEY_MISSING',
    })
    expect(body.flags[2]).not.toHaveProperty('value')
  })

  it('says where changes are announced, without the token in the address', async () => {
    const { body } = await ask(testServer(toggles), grace)
    const [stream] = body.eventStreams
    expect(stream).toMatchObject({ type: 'sse' })
    expect(stream.endpoint.requestUri).toMatch(/^\/ofrep\/v1\/events\?ticket=[\w-]{43}$/)
    expect(stream.endpoint.requestUri).not.toContain(PRODUCTION)
  })

  it.each(['{', '[]', '{"context":1}'])('answers %s with 400 and a code', async (body) => {
    const answer = await ask(testServer(toggles), body)
    expect(answer.status).toBe(400)
    expect(answer.body).toHaveProperty('errorCode')
  })

  it('answers 401, 403, 413 and 415 with an error code', async () => {
    const server = testServer(toggles)
    const json = { 'content-type': 'application/json' }
    expect((await ask(server, grace, bearing('rc_unknown'))).body).toHaveProperty('errorCode')
    expect((await ask(server, grace, { 'content-type': 'text/plain' })).status).toBe(415)
    const large = await ask(server, { a: 'x'.repeat(300_000) }, json)
    expect(large.status).toBe(413)
    expect(large.body).toMatchObject({ errorCode: 'GENERAL' })
  })
})

describe('every flag at once', () => {
  const people = fc.constantFrom('ada', 'User;1', 'Dalia', 'Ünsal', 'x'.repeat(130))
  const given = fc.record(
    { targetingKey: people, groups: fc.constantFrom(['staff'], []), plan: fc.constant('pro') },
    { requiredKeys: [] },
  )
  const many = fc.array(
    fc.oneof(
      fc.integer({ min: 0, max: 100_000 }).map((n) => ({ ...OFF, percentageOfActors: n / 1000 })),
      states,
    ),
    { minLength: 1, maxLength: 40 },
  )

  it('answers of each what it is answered by itself', async () => {
    await fc.assert(
      fc.asyncProperty(
        many,
        fc.array(given, { minLength: 1, maxLength: 3 }),
        async (all, askers) => {
          const server = testServer(all.map((state, n) => toggle(`toggle_${n}`, state)))
          for (const context of askers) {
            const { body } = await ask(server, context)
            expect(body.flags).toHaveLength(all.length)
            for (const flag of body.flags) {
              const alone = await server.app.inject({
                method: 'POST',
                url: `/ofrep/v1/evaluate/flags/${flag.key}`,
                headers: { ...bearing(PRODUCTION), 'content-type': 'application/json' },
                payload: JSON.stringify({ context }),
              })
              expect(flag).toEqual(alone.json())
            }
          }
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('the tag of a bulk answer', () => {
  const tagOf = async (server: ReturnType<typeof testServer>, context: unknown) =>
    String((await ask(server, context)).headers.etag)

  it('is answered by 304 while rules and context stand still', async () => {
    const server = testServer(toggles)
    const tag = await tagOf(server, grace)
    const again = await ask(server, grace, { 'if-none-match': tag })
    expect(again.status).toBe(304)
    expect(again.body).toBeNull()
    expect(again.headers.etag).toBe(tag)
    const weak = await ask(server, grace, { 'if-none-match': `"x", W/${tag}` })
    expect(weak.status).toBe(304)
  })

  it('is no way around what is wrong with a body', async () => {
    const any = await ask(testServer(toggles), 'no context', { 'if-none-match': '*' })
    expect(any).toMatchObject({ status: 400, body: { errorCode: 'PARSE_ERROR' } })
  })

  it('changes with any attribute of the context, not only with the targetingKey', async () => {
    const server = testServer(toggles)
    const tag = await tagOf(server, grace)
    expect(await tagOf(server, { ...grace, plan: 'pro' })).not.toBe(tag)
    expect((await ask(server, { targetingKey: 'x' }, { 'if-none-match': tag })).status).toBe(200)
  })

  it('changes with the rules of the environment, and with nothing else in the log', async () => {
    const server = testServer(toggles)
    const tag = await tagOf(server, grace)
    server.source.accept(loaded(toggles, 9), 0)
    expect(await tagOf(server, grace)).toBe(tag)
    server.source.accept(loaded([toggle('on')], 10), 0)
    expect(await tagOf(server, grace)).not.toBe(tag)
  })

  it('changes when the clock alone changes an answer', async () => {
    const opening = { GreaterThan: [{ Now: [] }, { Time: ['2027-03-03T12:00:10Z'] }] }
    const server = testServer([toggle('later', { expression: opening })])
    const tag = await tagOf(server, grace)
    server.pass(5000)
    expect(await tagOf(server, grace)).toBe(tag)
    server.pass(6000)
    const after = await ask(server, grace, { 'if-none-match': tag })
    expect(after.status).toBe(200)
    expect(after.body.flags[0]).toMatchObject({ value: true })
  })
})
