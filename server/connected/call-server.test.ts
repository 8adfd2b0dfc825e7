import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { callServer, ServerFailed } from './call-server.ts'
import { flipperServer } from './flipper-server.ts'
import { addressFault, isOutside, outsideLookup } from './outside-address.ts'
import { openToken, sealToken } from './seal-token.ts'
import { type FlipperStandIn, openFlipper } from './testing/flipper-stand-in.ts'

const call = z.object({
  request: z.object({
    verb: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
    path: z.string(),
    body: z.unknown(),
    content_type: z.string().optional(),
  }),
  response: z.object({ status: z.int(), body: z.unknown() }).optional(),
})
const recording = z.array(z.union([call, z.object({ export_raw: z.string() })]))

function recorded(): z.infer<typeof recording> {
  const given = new URL('../../../shared/flipper/api.json', import.meta.url)
  const kept = new URL('../../flags/flipper/recorded.json', import.meta.url)
  return recording.parse(JSON.parse(readFileSync(existsSync(given) ? given : kept, 'utf8')))
}

let server: FlipperStandIn

beforeEach(async () => {
  vi.stubEnv('CONNECTED_HOSTS', '127.0.0.1')
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of these tests, long enough')
  server = await openFlipper()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await server.stop()
})

const open = (limits = { patienceMs: 10_000, bytes: 1_000_000 }) =>
  flipperServer({ address: server.address, auth: 'none' }, limits)

describe('the Flipper of these tests', () => {
  it('answers every recorded call as the gem did', async () => {
    const calls = recorded()
    const raw = calls.flatMap((one) => ('export_raw' in one ? [one.export_raw] : []))[0] ?? ''
    let answered = 0
    for (const one of calls) {
      if (!('request' in one)) continue
      const { verb, path, body, content_type: type = 'application/json' } = one.request
      const isCutShort = typeof body === 'string' && body.length > 20 && raw.startsWith(body)
      const payload = isCutShort ? raw : typeof body === 'string' ? body : JSON.stringify(body)
      const answer = await fetch(`${server.address}${path}`, {
        method: verb,
        headers: { 'content-type': type },
        body: verb === 'GET' || body === null ? null : payload,
      })
      const what = `${verb} ${path} ${payload}`
      expect(answer.status, what).toBe(one.response?.status ?? 500)
      const text = await answer.text()
      if (one.response && answer.status !== 204) {
        expect(JSON.parse(text), what).toEqual(one.response.body)
      }
      answered += 1
    }
    expect(answered).toBeGreaterThan(40)
  })
})

describe('a server of others', () => {
  it.each([
    ['an error of its own', { status: 503 }, 'It answered 503.'],
    [
      'a redirect',
      { status: 302, headers: { location: 'http://127.0.0.1/' } },
      'redirects are not',
    ],
    ['a broken connection', { drop: true }, 'It broke the connection off.'],
    ['no JSON', { status: 200, body: '<html>' }, 'not as Flipper’s API does'],
    ['another JSON', { status: 200, body: '{"flags":[]}' }, 'not as Flipper’s API does'],
    ['too much', { status: 200, body: `"${'x'.repeat(2_000_000)}"` }, 'larger than'],
    ['a token that is not taken', { status: 401 }, 'the token is not taken'],
  ])('that answers with %s has failed, in a sentence', async (_, fault, said) => {
    server.faults.push(fault)
    const failed = await open()
      .readAll()
      .catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(ServerFailed)
    expect(String(failed)).toContain(said)
    expect(server.requests).toHaveLength(1)
  })

  it('that says nothing is not waited for', async () => {
    server.faults.push({ until: new Promise(() => undefined) })
    await expect(open({ patienceMs: 200, bytes: 1000 }).readAll()).rejects.toThrow(
      'It did not answer within 0.2 s.',
    )
  })

  it('that asks to be left alone says how long', async () => {
    server.faults.push({ status: 429, headers: { 'retry-after': '7' } })
    await expect(open().readAll()).rejects.toMatchObject({ retryAfterMs: 7000 })
  })

  it('that is not there is said so', async () => {
    await server.stop()
    await expect(open().readAll()).rejects.toThrow('the connection was refused')
  })

  it.each([
    [{ auth: 'bearer', token: 'secret' }, 'authorization', 'Bearer secret'],
    [{ auth: 'basic', token: 'rollcall:secret' }, 'authorization', 'Basic cm9sbGNhbGw6c2VjcmV0'],
  ])('is told who calls: %j', async (access, _, said) => {
    server.authorization = said
    await flipperServer({ address: server.address, ...access }).readAll()
    const failed = flipperServer({ address: server.address, ...access, token: 'a:b' }).readAll()
    await expect(failed).rejects.toThrow('the token is not taken')
  })
})

describe('what may be called', () => {
  it.each([
    ['http://flipper.example.gov/'],
    ['https://localhost/'],
    ['https://127.0.0.2/'],
    ['https://10.1.2.3/'],
    ['https://169.254.169.254/latest/meta-data'],
    ['https://[::1]/'],
    ['https://[::ffff:10.0.0.1]/'],
    ['https://[fd00::1]/'],
    ['https://0x7f000002/'],
    ['https://2130706434/'],
  ])('is not %s, unless the operator names its host', async (address) => {
    const url = new URL(address)
    expect(addressFault(url)).not.toBeNull()
    await expect(callServer({ method: 'GET', url, headers: {}, body: null })).rejects.toThrow(
      'CONNECTED_HOSTS',
    )
    vi.stubEnv('CONNECTED_HOSTS', `a.example.gov, ${url.hostname.replace(/^\[|\]$/g, '')}`)
    expect(addressFault(url)).toBeNull()
  })

  it('is any https address outside', () => {
    expect(addressFault(new URL('https://flipper.example.gov/api'))).toBeNull()
    expect(addressFault(new URL('https://93.184.216.34/'))).toBeNull()
    expect(['8.8.8.8', '2606:4700::1'].every(isOutside)).toBe(true)
    expect(['100.64.1.1', '224.0.0.1', '::ffff:127.0.0.1', 'x'].some(isOutside)).toBe(false)
  })

  it('is no name that leads inside', async () => {
    const found = await new Promise((resolve) => {
      outsideLookup('localhost', {}, (error, address) => resolve([error?.code, address]))
    })
    expect(found).toEqual(['EINSIDE', ''])
  })
})

describe('a kept token', () => {
  const place = { id: 'c1', address: 'https://flipper.example.gov' }

  it('opens for its connection and address alone, under the same secret', () => {
    const sealed = sealToken(place, 'secret token')
    expect(sealed).not.toContain('secret')
    expect(sealToken(place, 'secret token')).not.toBe(sealed)
    expect(openToken(place, sealed)).toBe('secret token')
    expect(openToken({ ...place, address: 'https://evil.example' }, sealed)).toBeNull()
    expect(openToken({ ...place, id: 'c2' }, sealed)).toBeNull()
    expect(openToken(place, `${sealed.slice(0, -2)}AA`)).toBeNull()
    expect(openToken(place, 'v1.a.b.c')).toBeNull()
    vi.stubEnv('NEXTAUTH_SECRET', 'another secret of these tests, as long')
    expect(openToken(place, sealed)).toBeNull()
  })
})
