import { connect } from 'node:net'
import fc from 'fast-check'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { type CookieJar, sessionOf } from '../fixtures/session-over-http.ts'
import { pageAddresses } from './addresses.ts'

const { web } = inject('product')
const INPUTS = Number(process.env.PAGE_INPUTS ?? 15)
const NAMES = [
  ...['q', 'cursor', 'after', 'at', 'from', 'to', 'month', 'environment', 'state', 'seq'],
  ...['round', 'view', 'team', 'plan', 'before', 'person', 'action', 'callbackUrl', 'error'],
]

let jar: CookieJar

beforeAll(async () => {
  jar = await sessionOf(web, 'program_manager')
})

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1e309',
    '9'.repeat(30),
    'NaN',
    '\0',
    '\ud800',
    '../..',
    '%',
    "' OR 1=1 --",
  ),
  fc.constantFrom('__proto__', 'constructor', '2026-13-45T99:99Z', '{"$gt":""}', 'x'.repeat(2000)),
)

describe('whatever a page is asked', () => {
  test.each(pageAddresses())(
    '%s answers, and never with a fault',
    async (address) => {
      const asked = fc.record({
        segment: fc.option(oddText, { nil: null }),
        query: fc.array(fc.tuple(fc.constantFrom(...NAMES), oddText), { maxLength: 4 }),
      })
      await fc.assert(
        fc.asyncProperty(asked, async ({ segment, query }) => {
          const path =
            segment === null
              ? address
              : address.replace(/[^/]*$/, encodeURIComponent(segment.toWellFormed()))
          const search = new URLSearchParams(
            query.map(([name, value]) => [name, value.toWellFormed()]),
          )
          const answer = await jar.go(`${web}${path}?${search}`)
          await answer.arrayBuffer()
          expect(answer.status, `${path}?${search}`).toBeLessThan(500)
        }),
        { numRuns: INPUTS },
      )
    },
    600_000,
  )
})

test('an address that is no text is told so, as the API tells everything', async () => {
  for (const path of ['%ff', '%00', 'a%2', '%c0%ae']) {
    const answer = await fetch(`${web}/api/v1/toggles/${path}`)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({ type: '/problems/invalid', status: 400 })
  }
})

test('a page is not asked for what no text can hold', async () => {
  for (const path of ['/audit?plan=%00', '/toggles?q=a%00b', '/audit?at=now&toggle=%00']) {
    const answer = await jar.go(`${web}${path}`)
    expect(answer.status, path).toBe(400)
    expect(await answer.text()).toContain('without NUL')
  }
})

/** Sends bytes as they are; answers the status, or null when the connection was closed without one. */
function sent(bytes: string): Promise<number | null> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(web).port), '127.0.0.1')
    let heard = ''
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1')
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      const status = /^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1]
      resolve(status === undefined ? null : Number(status))
    })
    socket.setTimeout(10_000, () => socket.destroy())
    socket.write(bytes, 'latin1')
  })
}

test('requests that no browser sends are refused, and the process lives', async () => {
  const end = 'Host: localhost\r\nConnection: close\r\n\r\n'
  const odd = [
    `GET /%ff HTTP/1.1\r\n${end}`,
    `GET /plans/%c0%ae HTTP/1.1\r\n${end}`,
    `GET /api/v1/toggles/%ff HTTP/1.1\r\n${end}`,
    `GET //elsewhere.example/ HTTP/1.1\r\n${end}`,
    `GET /\\elsewhere.example HTTP/1.1\r\n${end}`,
    `GET http://elsewhere.example/toggles HTTP/1.1\r\n${end}`,
    `GET /toggles#x HTTP/1.1\r\n${end}`,
    `GET ${'/a'.repeat(4000)} HTTP/1.1\r\n${end}`,
    `GET /toggles?${'a=b&'.repeat(3000)} HTTP/1.1\r\n${end}`,
    `GET / HTTP/1.1\r\nX: ${'x'.repeat(40_000)}\r\n${end}`,
    'GET / HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n',
    'GET / HTTP/1.1\r\nConnection: close\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: localhost\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n`,
    `POST /api/v1/toggles HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n${end}0\r\n\r\n`,
    `POST /api/v1/toggles HTTP/1.1\r\nContent-Length: -1\r\n${end}`,
    `POST /api/v1/toggles HTTP/1.1\r\nTransfer-Encoding: chunked\r\n${end}zz\r\n`,
    `PROPFIND /toggles HTTP/1.1\r\n${end}`,
    `TRACE /toggles HTTP/1.1\r\n${end}`,
    `CONNECT elsewhere.example:443 HTTP/1.1\r\n${end}`,
    `GET / HTTP/1.1\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\nHost: localhost\r\nConnection: Upgrade\r\n\r\n`,
    `GET /toggles HTTP/1.1\r\nNext-Resume: 1\r\nX-Matched-Path: /api/auth/signin\r\n${end}`,
    'NOT HTTP AT ALL\r\n\r\n',
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  ]
  for (const bytes of odd) {
    const status = await sent(bytes)
    expect(status ?? 400, JSON.stringify(bytes.slice(0, 80))).toBeLessThan(500)
    expect((await fetch(`${web}/health/live`)).status).toBe(200)
  }
})
