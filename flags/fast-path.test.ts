import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bearing, EXPIRED, PRODUCTION, testServer, toggle } from './testing/test-server.ts'

const server = testServer([
  toggle('on', { boolean: true }),
  toggle('half', { percentageOfActors: 50 }),
  toggle('新機能', { boolean: true }),
])
let origin: string

beforeAll(async () => {
  origin = await server.app.listen({ port: 0, host: '127.0.0.1' })
})

afterAll(() => server.app.close())

const evaluate = '/ofrep/v1/evaluate/flags'
const json = { 'content-type': 'application/json' }
const fine = { ...json, ...bearing(PRODUCTION) }
const grace = '{"context":{"targetingKey":"grace"}}'

/** Sends bytes as they are and gives everything that comes back until the connection closes. */
function exchange(...parts: (string | Buffer)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk.toString('utf8')
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
    for (const part of parts) socket.write(part)
  })
}

function head(path: string, ...lines: string[]): string {
  const token = `authorization: Bearer ${PRODUCTION}`
  return ['POST ', path, ' HTTP/1.1\r\n']
    .concat([`host: x\r\n${token}\r\ncontent-type: application/json\r\n`])
    .concat(lines.map((line) => `${line}\r\n`))
    .concat('\r\n')
    .join('')
}

describe('an evaluation over a socket', () => {
  it.each([
    ['one flag', `${evaluate}/on`, fine, grace],
    ['one flag with a key beyond ASCII', `${evaluate}/${encodeURI('新機能')}`, fine, grace],
    ['one flag without an actor', `${evaluate}/half`, fine, '{}'],
    ['an unknown flag', `${evaluate}/${encodeURI('無')}`, fine, grace],
    ['every flag', evaluate, fine, grace],
    ['every flag for a page', evaluate, { ...fine, origin: 'https://a.example.test' }, grace],
    ['every flag with a query', `${evaluate}?flagConfigEtag=1`, fine, grace],
    ['no JSON', `${evaluate}/on`, fine, '{'],
    ['nothing', `${evaluate}/on`, fine, ''],
    ['another type', `${evaluate}/on`, { ...fine, 'content-type': 'text/plain' }, '{}'],
    ['no token', `${evaluate}/on`, json, '{}'],
    ['an expired token', evaluate, { ...json, ...bearing(EXPIRED) }, '{}'],
    ['another address', '/ofrep/v1/evaluate/flagsx', fine, '{}'],
    ['too much', `${evaluate}/on`, fine, JSON.stringify({ a: 'x'.repeat(262_144) })],
  ])('answers %s as it does otherwise', async (_, url, headers, payload) => {
    const inside = await server.app.inject({ method: 'POST', url, headers, payload })
    const outside = await fetch(`${origin}${url}`, { method: 'POST', headers, body: payload })
    expect(outside.status).toBe(inside.statusCode)
    expect(await outside.text()).toBe(inside.body)
    const own = (all: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(all).filter(([name]) => !/^(date|connection|keep-alive)$/.test(name)),
      )
    expect(own(Object.fromEntries(outside.headers))).toEqual(own(inside.headers))
  })

  it('answers 304 without a body', async () => {
    const ask = (headers: Record<string, string>) =>
      fetch(`${origin}${evaluate}`, { method: 'POST', headers, body: grace })
    const first = await ask(fine)
    const etag = first.headers.get('etag') ?? ''
    const second = await ask({ ...fine, 'if-none-match': etag })
    expect(second.status).toBe(304)
    expect(await second.text()).toBe('')
    expect(second.headers.get('etag')).toBe(etag)
  })

  it('takes a body in chunks and several requests on one connection', async () => {
    const chunked = head(`${evaluate}/on`, 'transfer-encoding: chunked')
    const last = head(`${evaluate}/nope`, 'content-length: 2', 'connection: close')
    const answer = await exchange(
      chunked,
      '2\r\n{"\r\n',
      'c\r\ncontext":{}}\r\n0\r\n\r\n',
      last,
      '{}',
    )
    expect(answer.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 404'])
    expect(answer).toContain('"key":"on","value":true')
  })

  it('ends the connection of a body that goes on past 256 kB', async () => {
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
    const chunked = head(`${evaluate}/on`, 'transfer-encoding: chunked')
    const answer = await exchange(chunked, chunk, chunk, chunk, chunk, chunk, '0\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1.1 413/)
    expect(answer).toContain('"key":"on"')
  })

  it('goes on when clients leave in the middle', async () => {
    for (let i = 0; i < 20; i += 1) {
      const socket = connect(Number(new URL(origin).port), '127.0.0.1')
      await new Promise<void>((resolve) => {
        socket.write(`${head(`${evaluate}/on`, 'content-length: 100')}{"con`, () => resolve())
      })
      socket.resetAndDestroy()
    }
    const answer = await fetch(`${origin}${evaluate}/on`, {
      method: 'POST',
      headers: fine,
      body: grace,
    })
    expect(answer.status).toBe(200)
    expect(server.faults).toEqual([])
  })

  it('is written down like any other request', async () => {
    const before = server.lines.length
    await fetch(`${origin}${evaluate}/on`, { method: 'POST', headers: fine, body: grace })
    const line: unknown = JSON.parse(server.lines[before] ?? '')
    expect(line).toMatchObject({ route: 'ofrep_flag', method: 'POST', status: 200 })
  })
})
