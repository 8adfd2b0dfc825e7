import { describe, expect, it } from 'vitest'
import vectors from '../../domain/toggle/vectors.json' with { type: 'json' }
import { rateLimit } from '../rate-limit.ts'
import {
  bearing,
  EXPIRED,
  FLIPPING,
  PRODUCTION,
  testServer,
  toggle,
} from '../testing/test-server.ts'
import { keyInAddress } from './evaluate-flag.ts'

const toggles = [
  toggle('off'),
  toggle('on', { boolean: true }),
  toggle('search_stats', { percentageOfActors: 50 }),
  toggle('named', { actors: ['grace'] }),
  toggle('staff_only', { groups: ['staff'] }),
  toggle('pro', { expression: { Equal: [{ Property: ['plan'] }, 'pro'] } }),
  toggle('sometimes', { percentageOfTime: 60 }),
  toggle('retired', { boolean: true }, { archived: true }),
  toggle('release/2026-11', { boolean: true }),
  toggle('two words', { boolean: true }),
  toggle('50%off', { boolean: true }),
  toggle('新機能', { boolean: true }),
]

async function ask(key: string, context: unknown = {}, server = testServer(toggles)) {
  const answer = await server.app.inject({
    method: 'POST',
    url: `/ofrep/v1/evaluate/flags/${key}`,
    headers: { ...bearing(PRODUCTION), 'content-type': 'application/json; charset=utf-8' },
    payload: JSON.stringify({ context }),
  })
  return { status: answer.statusCode, body: answer.json(), headers: answer.headers }
}

const grace = { targetingKey: 'grace' }

describe('one flag over OFREP', () => {
  it.each([
    ['off', grace, false, 'STATIC'],
    ['on', grace, true, 'STATIC'],
    ['named', grace, true, 'TARGETING_MATCH'],
    ['named', { targetingKey: 'victor' }, false, 'TARGETING_MATCH'],
    ['staff_only', { ...grace, groups: ['staff'] }, true, 'TARGETING_MATCH'],
    ['staff_only', { ...grace, groups: 'staff' }, true, 'TARGETING_MATCH'],
    ['pro', { plan: 'pro' }, true, 'TARGETING_MATCH'],
    ['pro', { plan: 'basic' }, false, 'TARGETING_MATCH'],
    ['search_stats', { targetingKey: 'User;1' }, true, 'SPLIT'],
    ['search_stats', { targetingKey: 'User;22' }, false, 'SPLIT'],
    ['sometimes', {}, true, 'SPLIT'],
    ['retired', grace, false, 'DISABLED'],
  ])('answers %s for %j: %s because of %s', async (key, context, value, reason) => {
    const { status, body } = await ask(key, context)
    expect(status).toBe(200)
    expect(body).toMatchObject({ key, value, reason, variant: value ? 'on' : 'off' })
  })

  it('names the gate that opened', async () => {
    const { body } = await ask('search_stats', { targetingKey: 'User;1' })
    expect(body).toHaveProperty('metadata', { gate: 'percentage_of_actors' })
  })

  it.each(['search_stats', 'named', 'staff_only'])(
    'cannot tell %s without a targetingKey',
    async (key) => {
      for (const context of [{}, { targetingKey: null }]) {
        const { status, body } = await ask(key, context)
        expect(status).toBe(400)
        expect(body).toMatchObject({ key, errorCode: 'TARGETING_KEY_MISSING' })
      }
    },
  )

  it('tells what does not depend on who asks without a targetingKey', async () => {
    expect((await ask('on')).body).toMatchObject({ value: true })
    expect((await ask('off')).body).toMatchObject({ value: false })
  })

  it.each([
    ['release/2026-11', 'release/2026-11'],
    ['release%2F2026-11', 'release/2026-11'],
    ['two%20words', 'two words'],
    ['50%off', '50%off'],
    ['50%25off', '50%off'],
    [encodeURIComponent('新機能'), '新機能'],
    ['on?flagConfigEtag=x', 'on'],
  ])('finds the key in /%s', async (path, key) => {
    const { status, body } = await ask(path)
    expect(status).toBe(200)
    expect(body).toMatchObject({ key, value: true })
  })

  it('decodes a key once', () => {
    expect(keyInAddress('/ofrep/v1/evaluate/flags/a%2525')).toBe('a%25')
  })

  it("holds every one of Flipper's recorded vectors", async () => {
    const rows = vectors.rows.filter((_, i) => i % 8 === 0)
    for (const [key, id, percentage, expected] of rows) {
      const server = testServer([toggle(String(key), { percentageOfActors: Number(percentage) })])
      const { body } = await ask(encodeURIComponent(String(key)), { targetingKey: id }, server)
      expect(body).toMatchObject({ key, value: expected })
    }
  })

  it('says how old the rules are and which entry of the log they reflect', async () => {
    const server = testServer(toggles)
    server.pass(61_500)
    const { headers } = await ask('on', {}, server)
    expect(headers).toMatchObject({ 'rollcall-version': '1', 'rollcall-age': '61' })
  })
})

describe('a request for one flag that cannot be answered', () => {
  async function send(headers: Record<string, string>, payload: string | Buffer, key = 'on') {
    const answer = await testServer(toggles).app.inject({
      method: 'POST',
      url: `/ofrep/v1/evaluate/flags/${key}`,
      headers,
      payload,
    })
    return { status: answer.statusCode, body: answer.json(), headers: answer.headers }
  }
  const json = { 'content-type': 'application/json' }
  const fine = { ...json, ...bearing(PRODUCTION) }

  it.each([
    ['{', 'PARSE_ERROR'],
    ['', 'PARSE_ERROR'],
    ['[]', 'PARSE_ERROR'],
    ['null', 'PARSE_ERROR'],
    [Buffer.from([0x7b, 0xff, 0x7d]), 'PARSE_ERROR'],
    ['{"context":5}', 'INVALID_CONTEXT'],
    ['{"context":[]}', 'INVALID_CONTEXT'],
    ['{"context":{"targetingKey":7}}', 'INVALID_CONTEXT'],
    [`{"context":{"a":${'['.repeat(5000)}${']'.repeat(5000)}}}`, 'INVALID_CONTEXT'],
  ])('answers %s with 400 and its error code', async (payload, errorCode) => {
    const { status, body } = await send(fine, payload)
    expect(status).toBe(400)
    expect(body).toMatchObject({ key: 'on', errorCode })
  })

  it('answers an unknown key with 404 and the key', async () => {
    const { status, body } = await send(fine, '{}', 'release%2Fx')
    expect(status).toBe(404)
    expect(body).toMatchObject({ key: 'release/x', errorCode: 'FLAG_NOT_FOUND' })
  })

  it('takes a body without a context as nobody in particular', async () => {
    expect((await send(fine, '{}')).body).toMatchObject({ value: true })
  })

  it('takes the token as X-API-Key too', async () => {
    expect((await send({ ...json, 'x-api-key': PRODUCTION }, '{}')).status).toBe(200)
  })

  it.each([
    ['no token', {}],
    ['an unknown token', bearing('rc_production_unknown')],
    ['an expired token', bearing(EXPIRED)],
    ['a token far too long', bearing('x'.repeat(4000))],
    ['another scheme', { authorization: `Digest ${PRODUCTION}` }],
  ])('answers %s with 401', async (_, headers) => {
    const { status, body, headers: answered } = await send({ ...json, ...headers }, '{}')
    expect(status).toBe(401)
    expect(answered['www-authenticate']).toBe('Bearer')
    expect(body).toMatchObject({ key: 'on', errorCode: 'GENERAL' })
  })

  it('answers a token that is not for evaluation with 403', async () => {
    const { status, body } = await send({ ...json, ...bearing(FLIPPING) }, '{}')
    expect(status).toBe(403)
    expect(body).toMatchObject({ key: 'on', errorCode: 'GENERAL' })
  })

  it('answers 413 to a body over 256 kB, with the key', async () => {
    const { status, body } = await send(fine, `{"context":{"a":"${'x'.repeat(262_144)}"}}`)
    expect(status).toBe(413)
    expect(body).toMatchObject({ key: 'on', errorCode: 'GENERAL' })
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'nonsense'])(
    'answers 415 to %s, with the key',
    async (type) => {
      const { status, body } = await send({ ...bearing(PRODUCTION), 'content-type': type }, '{}')
      expect(status).toBe(415)
      expect(body).toMatchObject({ key: 'on' })
    },
  )

  it('answers 429 with whole seconds, each token by itself', async () => {
    const server = testServer(toggles, { limit: rateLimit(0.5) })
    const answers = [await ask('on', {}, server), await ask('on', {}, server)]
    const [, second] = answers
    expect(answers.map((one) => one.status)).toEqual([200, 429])
    expect(second?.headers['retry-after']).toBe('2')
    expect(second?.body).toMatchObject({ key: 'on', errorCode: 'GENERAL' })
    server.pass(2000)
    expect((await ask('on', {}, server)).status).toBe(200)
  })

  it('answers another method with 405, and never fails by itself', async () => {
    const server = testServer(toggles)
    const answer = await server.app.inject({ method: 'GET', url: '/ofrep/v1/evaluate/flags/on' })
    expect(answer.statusCode).toBe(405)
    expect(answer.headers.allow).toBe('POST')
    expect(answer.json()).toMatchObject({ key: 'on' })
    expect(server.faults).toEqual([])
  })
})
