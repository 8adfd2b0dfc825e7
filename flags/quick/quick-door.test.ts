import { once } from 'node:events'
import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { comparable, rawExchange } from '../testing/raw-exchange.ts'
import { PRODUCTION, testServer, toggle } from '../testing/test-server.ts'

const toggles = [
  toggle('on', { boolean: true }),
  toggle('half', { percentageOfActors: 50 }),
  toggle('新機能', { boolean: true }),
]
const quick = testServer(toggles)
const plain = testServer(toggles, { isQuick: false })
const ports = { quick: 0, plain: 0 }

beforeAll(async () => {
  ports.quick = Number(new URL(await quick.app.listen({ port: 0, host: '127.0.0.1' })).port)
  ports.plain = Number(new URL(await plain.app.listen({ port: 0, host: '127.0.0.1' })).port)
})

afterAll(() => Promise.all([quick.app.close(), plain.app.close()]))

const EVALUATE = '/ofrep/v1/evaluate/flags'
const LAST = 'GET /health/live HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'
const GRACE = '{"context":{"targetingKey":"grace"}}'

function request(path: string, body: string, ...lines: string[]): string {
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: flags.example.test',
    `Authorization: Bearer ${PRODUCTION}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...lines,
  ]
  return `${head.join('\r\n')}\r\n\r\n${body}`
}

async function both(...parts: (string | Buffer)[]): Promise<readonly [string, string]> {
  const [one, other] = await Promise.all([
    rawExchange(ports.quick, parts).catch(() => 'reset'),
    rawExchange(ports.plain, parts).catch(() => 'reset'),
  ])
  return [comparable(one), comparable(other)]
}

/**
 * Node drops the answers before what it cannot read when both came in one piece; and after a refusal
 * that ends the connection it may tell of the unreadable rest, or not.
 */
function isSameButForDropped(one: string, other: string): boolean {
  if (one.endsWith(other.replace(/^\n*== /, ''))) return true
  const rest = one.startsWith(other) ? one.slice(other.length).split('\n== ').slice(1) : []
  const isRefused = other.split('\n== ').at(-1)?.startsWith('400 ') ?? false
  return isRefused && rest.length > 0 && rest.every((answer) => answer.startsWith('400 '))
}

describe('the quick door', () => {
  // What ends the connection by itself is not followed by LAST, which could come before or after the end.
  it.each<[string, readonly (string | Buffer)[]]>([
    ['one flag and another', [request(`${EVALUATE}/on`, GRACE), request(EVALUATE, GRACE), LAST]],
    ['requests in one piece', [request(`${EVALUATE}/on`, GRACE).repeat(5) + LAST]],
    ['a body after its head', [...request(EVALUATE, GRACE).split(/(?<=\r\n\r\n)/), LAST]],
    ['bytes one by one', [...request(`${EVALUATE}/on`, '{}'), LAST]],
    ['an actor beyond ASCII', [request(EVALUATE, '{"context":{"targetingKey":"José 新"}}'), LAST]],
    ['what is not UTF-8', [request(EVALUATE, '  '), Buffer.from([0xff, 0xfe]), LAST]],
    [
      'a page of another origin',
      [request(EVALUATE, GRACE, 'Origin: https://a.example.test'), LAST],
    ],
    [
      'another address in between',
      [
        request(`${EVALUATE}/on`, GRACE),
        LAST.replace('close', 'keep-alive'),
        request(EVALUATE, GRACE),
        LAST,
      ],
    ],
    [
      'a head in two pieces',
      [request(EVALUATE, GRACE).slice(0, 30), request(EVALUATE, GRACE).slice(30), LAST],
    ],
    [
      'a body by chunks',
      [
        `POST ${EVALUATE}/on HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
        LAST,
      ],
    ],
    ['two lengths', [request(EVALUATE, GRACE, 'Content-Length: 3')]],
    ['length and chunks', [request(EVALUATE, GRACE, 'Transfer-Encoding: chunked')]],
    ['two tokens', [request(EVALUATE, GRACE, 'Authorization: Bearer another'), LAST]],
    ['an older version', [request(EVALUATE, GRACE).replace('HTTP/1.1', 'HTTP/1.0')]],
    ['no host', [request(EVALUATE, GRACE).replace('Host', 'X-Host')]],
    ['a folded line', [request(EVALUATE, GRACE, 'X-A: 1\r\n  2')]],
    ['a bare line feed', [request(EVALUATE, GRACE, 'X-A: 1\nX-B: 2')]],
    ['a space before the colon', [request(EVALUATE, GRACE, 'X-A : 1')]],
    ['an expectation', [request(EVALUATE, GRACE, 'Expect: 100-continue'), LAST]],
    ['the end of the connection', [request(EVALUATE, GRACE, 'Connection: close')]],
    ['an upgrade', [request(EVALUATE, GRACE, 'Connection: close, Upgrade', 'Upgrade: h2c')]],
    ['a large body', [request(EVALUATE, `{"a":"${'x'.repeat(100_000)}"}`), LAST]],
    ['a larger body', [request(EVALUATE, `{"a":"${'x'.repeat(300_000)}"}`)]],
    ['a large head', [request(EVALUATE, GRACE, `X-A: ${'x'.repeat(20_000)}`)]],
  ])(
    'answers %s as Node does',
    async (_, parts) => {
      const [one, other] = await both(...parts)
      expect(one).toBe(other)
      expect(one).toContain('== ')
    },
    30_000,
  )

  it('answers whatever is done to a request as Node does', async () => {
    const whole = request(`${EVALUATE}/on`, GRACE, 'X-Api-Key: ', 'Accept: */*')
    const damage = fc.record({
      at: fc.nat(whole.length),
      drop: fc.nat(4),
      put: fc.constantFrom(
        '',
        '\r',
        '\n',
        '\r\n',
        '\r\n\r\n',
        ' ',
        ':',
        '\t',
        '\0',
        '\x7f',
        'é',
        'x',
        '0',
        ',',
        '#',
        '"',
        '<',
        '|',
        '\\',
        '{',
        '%',
        '//',
      ),
    })
    const runs = Number(process.env.FUZZ_RUNS ?? 150)
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (all) => {
        let text = whole
        for (const { at, drop, put } of all) text = text.slice(0, at) + put + text.slice(at + drop)
        const [one, other] = await both(
          Buffer.concat([Buffer.from(text, 'latin1'), Buffer.from(LAST)]),
        )
        expect(isSameButForDropped(one, other), `${one}\ninstead of\n${other}`).toBe(true)
      }),
      { numRuns: runs },
    )
    expect(quick.faults).toEqual([])
  }, 600_000)

  it('stops for a client that does not read, answers others, and goes on when it does', async () => {
    const socket = connect({ port: ports.quick, host: '127.0.0.1' })
    await once(socket, 'connect')
    socket.pause()
    const before = quick.lines.length
    const asked = 20_000
    const wrote = new Promise<void>((resolve) => {
      socket.write(request(EVALUATE, GRACE).repeat(asked), () => resolve())
    })
    const other = await rawExchange(ports.quick, [request(`${EVALUATE}/on`, GRACE), LAST])
    expect(other).toContain('"key":"on"')
    expect(quick.lines.length - before).toBeLessThan(asked)
    let answers = 0
    let cut = ''
    socket.on('data', (chunk) => {
      const parts = (cut + chunk.toString('latin1')).split('HTTP/1.1 200')
      answers += parts.length - 1
      cut = (parts.at(-1) ?? '').slice(-11)
    })
    socket.resume()
    await wrote
    while (answers < asked) await once(socket, 'data')
    socket.destroy()
  }, 60_000)
})
