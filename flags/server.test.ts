import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMetrics } from './metrics.ts'
import { createRuleBook } from './rule-book.ts'
import { bearing, PRODUCTION, testServer, toggle } from './testing/test-server.ts'
import { createUses } from './uses.ts'

const toggles = [toggle('on', { boolean: true }), toggle('half', { percentageOfActors: 50 })]

describe('pages of other origins', () => {
  const origin = 'https://benefits.example.test'
  const evaluate = '/ofrep/v1/evaluate/flags'

  it('may ask before they send a token', async () => {
    const { app } = testServer(toggles)
    for (const url of [evaluate, `${evaluate}/a/b`, '/v0/feature_toggles', '/ofrep/v1/events']) {
      const answer = await app.inject({ method: 'OPTIONS', url, headers: { origin } })
      expect(answer.statusCode).toBe(204)
      expect(answer.headers['access-control-allow-origin']).toBe('*')
      expect(answer.headers['access-control-allow-headers']).toContain('If-None-Match')
    }
  })

  it('see the tag and when to come back, on errors too', async () => {
    const { app } = testServer(toggles)
    const headers = { origin, 'content-type': 'application/json' }
    const answer = await app.inject({ method: 'POST', url: evaluate, headers, payload: '{}' })
    expect(answer.statusCode).toBe(401)
    expect(answer.headers['access-control-expose-headers']).toMatch(/ETag, Retry-After/)
    expect(answer.headers['access-control-allow-origin']).toBe('*')
  })

  it('see that they asked in a wrong way, or at a wrong address', async () => {
    const { app } = testServer(toggles)
    for (const [url, status] of [
      [evaluate, 405],
      ['/ofrep/v2/evaluate', 404],
    ] as const) {
      const answer = await app.inject({ method: 'GET', url, headers: { origin } })
      expect(answer.statusCode).toBe(status)
      expect(answer.headers['access-control-allow-origin']).toBe('*')
    }
  })

  it('are held to the list of origins where there is one', async () => {
    const { app } = testServer(toggles, { corsOrigins: [origin] })
    const ask = (from: string) =>
      app.inject({ method: 'OPTIONS', url: evaluate, headers: { origin: from } })
    expect((await ask(origin)).headers['access-control-allow-origin']).toBe(origin)
    const other = await ask('https://elsewhere.example.test')
    expect(other.headers).not.toHaveProperty('access-control-allow-origin')
    expect(other.headers.vary).toBe('Origin')
  })

  it('may not write or read metrics', async () => {
    const { app } = testServer(toggles)
    for (const url of ['/metrics', '/flipper/features']) {
      const answer = await app.inject({ url, headers: { origin } })
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
    }
  })
})

describe('health', () => {
  it('is ready with rules of any age', async () => {
    const server = testServer(toggles)
    server.pass(3_600_000)
    const ready = await server.app.inject({ url: '/health/ready' })
    expect(ready.statusCode).toBe(200)
    expect(ready.json()).toEqual({ status: 'ready', version: 1, age_seconds: 3600 })
    expect((await server.app.inject({ url: '/health/live' })).statusCode).toBe(200)
  })

  it('is alive and not ready before any rules came', async () => {
    const { app } = testServer(toggles, { door: emptyDoor() })
    expect((await app.inject({ url: '/health/live' })).statusCode).toBe(200)
    expect((await app.inject({ url: '/health/ready' })).statusCode).toBe(503)
    const url = '/ofrep/v1/evaluate/flags/on'
    const headers = { ...bearing(PRODUCTION), 'content-type': 'application/json' }
    const answer = await app.inject({ method: 'POST', url, headers, payload: '{}' })
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toMatchObject({ key: 'on', errorCode: 'GENERAL' })
    expect(answer.headers['retry-after']).toBe('1')
  })

  function emptyDoor() {
    const now = (): number => 0
    const uses = createUses(now)
    return { source: createRuleBook(), limit: () => 0, uses, anonymousEnvironment: null, now }
  }
})

describe('what is written down of requests', () => {
  const headers = { ...bearing(PRODUCTION), 'content-type': 'application/json' }

  it('is one line each, without a value of the context', async () => {
    const server = testServer(toggles)
    const url = '/ofrep/v1/evaluate/flags/half'
    const payload = '{"context":{"targetingKey":"grace@example.test"}}'
    await server.app.inject({ method: 'POST', url, headers, payload })
    await server.app.inject({ url: '/flipper/actors/grace@example.test', headers })
    expect(server.lines).toHaveLength(2)
    expect(server.lines.join()).not.toContain('grace')
    expect(server.lines.join()).not.toContain(PRODUCTION)
    expect(JSON.parse(server.lines[0] ?? '')).toMatchObject({
      at: '2027-03-03T12:00:00.000Z',
      route: 'ofrep_flag',
      status: 200,
    })
  })

  it('is counted for Prometheus by route and status', async () => {
    const metrics = createMetrics([
      { name: 'rollcall_flags_rules_version', help: 'x', read: () => 7 },
    ])
    const { app } = testServer(toggles, { metrics })
    const url = '/ofrep/v1/evaluate/flags/on'
    for (const payload of ['{}', '{}', '{']) {
      await app.inject({ method: 'POST', url, headers, payload })
    }
    const { body } = await app.inject({ url: '/metrics' })
    expect(body).toContain('rollcall_flags_requests_total{route="ofrep_flag",status="200"} 2')
    expect(body).toContain('rollcall_flags_requests_total{route="ofrep_flag",status="400"} 1')
    expect(body).toContain('rollcall_flags_request_seconds_count{route="ofrep_flag"} 3')
    expect(body).toContain('rollcall_flags_rules_version 7')
  })
})

describe('whatever is sent', () => {
  it('is answered with a status of the client, never with a fault', async () => {
    const server = testServer(toggles)
    const paths = fc.oneof(
      fc.constantFrom('/ofrep/v1/evaluate/flags', '/ofrep/v1/evaluate/flags/on', '/metricsx'),
      fc.webPath().map((path) => `/ofrep/v1/evaluate/flags/${path}`),
      fc.webPath().map((path) => `/flipper${path}`),
      fc.webQueryParameters().map((query) => `/v0/feature_toggles?${query}`),
      fc.webQueryParameters().map((query) => `/flipper/features?&${query}`),
      fc.constantFrom('/%', '/%zz', '/flipper/features/%', '/ofrep/v1/evaluate/flags/%c3%28'),
    )
    const bodies = fc.oneof(
      fc.json({ noUnicodeString: false }),
      fc.json().map((json) => `{"context":${json}}`),
      fc.string({ unit: 'binary' }),
      fc.constant('{"context":{"__proto__":{"a":1},"targetingKey":"\\ud800"}}'),
    )
    const types = fc.constantFrom(
      'application/json',
      'text/plain',
      'application/json; charset=x',
      ';',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'),
        paths,
        bodies,
        types,
        async (method, url, payload, type) => {
          const headers = { ...bearing(PRODUCTION), 'content-type': type }
          const body = method === 'GET' ? {} : { payload }
          const answer = await server.app.inject({ method, url, headers, ...body })
          expect(answer.statusCode).toBeLessThan(500)
        },
      ),
      { numRuns: 1500 },
    )
    expect(server.faults).toEqual([])
  }, 120_000)
})
