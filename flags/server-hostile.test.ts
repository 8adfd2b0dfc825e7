import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { flipperServer } from './testing/flipper-server.ts'
import { rawExchange } from './testing/raw-exchange.ts'
import { FLIPPING, PRODUCTION, testServer, toggle } from './testing/test-server.ts'

/** `FUZZ_RUNS=10000` for as many requests to each route. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 50)

const toggles = [
  toggle('on', { boolean: true }),
  toggle('half', { percentageOfActors: 50 }),
  toggle('pro', { expression: { Equal: [{ Property: ['plan'] }, 'pro'] } }),
]
const server = flipperServer(toggles)
const reading = testServer(toggles, { anonymousEnvironment: 'production' })
const ports = { writing: 0, reading: 0 }

beforeAll(async () => {
  ports.writing = Number(new URL(await server.app.listen({ port: 0, host: '127.0.0.1' })).port)
  ports.reading = Number(new URL(await reading.app.listen({ port: 0, host: '127.0.0.1' })).port)
})

afterAll(() => Promise.all([server.app.close(), reading.app.close()]), 60_000)

const ROUTES = [
  ['POST', '/ofrep/v1/evaluate/flags/'],
  ['POST', '/ofrep/v1/evaluate/flags'],
  ['GET', '/ofrep/v1/events?ticket='],
  ['GET', '/v0/feature_toggles?features='],
  ['GET', '/flipper/features?keys='],
  ['GET', '/flipper/features/'],
  ['GET', '/flipper/actors/'],
  ['POST', '/flipper/features'],
  ['POST', '/flipper/features/on/'],
  ['DELETE', '/flipper/features/on/'],
  ['POST', '/flipper/import'],
  ['GET', '/edge/v1/rules'],
  ['POST', '/edge/v1/uses'],
  ['GET', '/health/ready'],
  ['GET', '/metrics'],
] as const

const deep = '['.repeat(5000) + ']'.repeat(5000)
const nasty = [
  '__proto__',
  'constructor',
  '%00',
  '%',
  '%ff',
  '\ud800',
  '..%2f..',
  'on',
  'half',
  '𝕏',
  ' ',
  '?',
  '#',
  '&&=',
  deep,
  '{"context":{"__proto__":{"targetingKey":"a"}}}',
  '{"context":{"targetingKey":1}}',
  '{"a":1,"a":2}',
  `{"context":{"a":${deep}}}`,
  `{"context":{"targetingKey":"${'x'.repeat(100_000)}"}}`,
  '\0',
  '"\\ud800"',
  '1e999',
  '-0',
  'boolean',
  'actors',
  'percentage_of_actors',
  'clear',
  '{"percentage":"1e2"}',
  '{"flipper_id":{}}',
  '{"version":1,"features":[]}',
  '{"uses":[{"toggle":null,"token":null,"at":1e308,"asked":-1}]}',
  '{"name":"\\u0000"}',
]
const text = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.json(),
)
const inHead = (value: string): string =>
  Buffer.from(value, 'utf8')
    .toString('latin1')
    .replace(/[\r\n\0]/g, '')

const hostile = fc.record({
  method: fc.option(
    fc.constantFrom('GET', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'BREW', ''),
    { freq: 8 },
  ),
  rest: text,
  body: text,
  token: fc.option(
    fc.oneof(fc.constantFrom('', 'Bearer ', 'Basic =', `Basic ${btoa('a')}`), text),
    { freq: 3 },
  ),
  type: fc.option(text, { freq: 4 }),
  also: fc.option(
    fc.tuple(
      fc.constantFrom(
        'if-none-match',
        'origin',
        'x-api-key',
        'rollcall-environment',
        'content-encoding',
        'rollcall-reason',
      ),
      text,
    ),
    { freq: 3 },
  ),
  length: fc.option(fc.constantFrom(-1, 0, 5, 1_000_000, 1e20), { freq: 20 }),
})

describe.each(ROUTES)('%s %s', (method, path) => {
  it('answers whatever it is sent with no fault of its own, and lives', async () => {
    const isFlipper = path.startsWith('/flipper')
    const port = isFlipper ? ports.writing : ports.reading
    await fc.assert(
      fc.asyncProperty(hostile, async (given) => {
        const body = Buffer.from(given.body, 'utf8')
        const token = given.token ?? `Bearer ${isFlipper ? FLIPPING : PRODUCTION}`
        const lines = [
          `${given.method ?? method} ${path}${inHead(given.rest).replaceAll(' ', '%20')} HTTP/1.1`,
          'host: x',
          `authorization: ${inHead(token)}`,
          `content-type: ${inHead(given.type ?? 'application/json')}`,
          `content-length: ${given.length ?? body.length}`,
          ...(isFlipper ? ['rollcall-environment: production'] : []),
          ...(given.also === null ? [] : [`${given.also[0]}: ${inHead(given.also[1])}`]),
          'connection: close',
        ]
        const answer = await asked(port, `${lines.join('\r\n')}\r\n\r\n`, body)
        expect(answer === '' ? '4xx' : answer).toMatch(
          /^(HTTP\/1\.1 [1234]\d\d|HTTP\/1\.1 503 .*event|4xx)/s,
        )
      }),
      { numRuns: RUNS },
    )
    const alive = await fetch(`http://127.0.0.1:${port}/health/live`)
    expect(alive.status).toBe(200)
    expect([...server.faults, ...reading.faults]).toEqual([])
  }, 600_000)
})

/** What comes back; a request that waits for more bytes, or a stream, is left after a moment. */
async function asked(port: number, head: string, body: Buffer): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let answer = ''
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.destroy(), 200)
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(answer)
    })
    socket.write(Buffer.concat([Buffer.from(head, 'latin1'), body]))
  })
}

describe('slow clients', () => {
  const GRACE = '{"context":{"targetingKey":"grace"}}'
  const head = `POST /ofrep/v1/evaluate/flags/on HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${PRODUCTION}\r\ncontent-type: application/json\r\ncontent-length: ${GRACE.length}\r\n`

  async function open(count: number, first: string): Promise<Socket[]> {
    return Promise.all(
      Array.from({ length: count }, async () => {
        const socket = connect({ port: ports.reading, host: '127.0.0.1' })
        socket.on('error', () => undefined)
        await once(socket, 'connect')
        socket.write(first)
        return socket
      }),
    )
  }

  it.each([
    ['in the middle of the head', head.slice(0, 40)],
    ['before the end of the head', head],
    ['in the middle of the body', `${head}\r\n${GRACE.slice(0, 5)}`],
  ])(
    'that stop %s hold nobody up',
    async (_, first) => {
      const slow = await open(100, first)
      const drip = setInterval(() => {
        for (const socket of slow) socket.write('x')
      }, 20)
      const answers = await Promise.all(
        Array.from({ length: 50 }, () =>
          rawExchange(ports.reading, [`${head}connection: close\r\n\r\n${GRACE}`]),
        ),
      )
      clearInterval(drip)
      for (const socket of slow) socket.destroy()
      expect(answers.filter((answer) => answer.includes('"key":"on","value":true'))).toHaveLength(
        50,
      )
    },
    60_000,
  )
})
