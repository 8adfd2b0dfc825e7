import { afterEach, describe, expect, it } from 'vitest'
import { flipperServer } from '../testing/flipper-server.ts'
import { rawExchange } from '../testing/raw-exchange.ts'
import { REGISTERING } from '../testing/test-server.ts'

const running: ReturnType<typeof flipperServer>[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map(({ app }) => app.close()))
})

/** The headers of `Flipper::Adapters::Http`, as Net::HTTP writes them, with one of the user's own. */
const headersOf = (version: string): readonly string[] => [
  'Content-Type: application/json',
  'Accept: application/json',
  `User-Agent: Flipper HTTP Adapter v${version}`,
  'Client-Language: ruby',
  'Client-Language-Version: 3.3.8 p144 (2025-04-09)',
  'Client-Platform: x86_64-linux-gnu',
  'Client-Engine: ruby',
  'Client-Pid: 4711',
  'Client-Thread: 16',
  'Client-Hostname: forms-1',
  'Rollcall-Environment: production',
]

/** Somebody's Ruby, byte by byte: a connection for each call, basic auth, a body wherever it likes. */
async function adapter(version: string) {
  const server = flipperServer([])
  running.push(server)
  const { port } = new URL(await server.app.listen({ port: 0, host: '127.0.0.1' }))
  const basic = Buffer.from(`rollcall:${REGISTERING}`).toString('base64')
  return async (method: string, path: string, body?: string, also: readonly string[] = []) => {
    const lines = [
      `${method} /flipper${path} HTTP/1.1`,
      ...headersOf(version),
      ...also,
      'Connection: close',
      `Host: 127.0.0.1:${port}`,
      `Authorization: Basic ${basic}`,
      ...(body === undefined ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]),
    ]
    const answer = await rawExchange(Number(port), [`${lines.join('\r\n')}\r\n\r\n${body ?? ''}`])
    const [head = '', text = ''] = answer.split(/\r\n\r\n(.*)/s)
    return {
      status: Number(head.split(' ')[1]),
      etag: /^etag: (.*)$/im.exec(head)?.[1] ?? '',
      text,
      json: text === '' ? null : JSON.parse(text),
    }
  }
}

const gate = (feature: { gates: { key: string; value: unknown }[] }, key: string) =>
  feature.gates.find((one) => one.key === key)?.value

const VERSIONS = ['1.4.2', '0.25.4'] as const

describe.each(VERSIONS)('the adapter of Flipper %s', (version) => {
  const isOld = version.startsWith('0')
  const all = isOld ? '/features' : '/features?&exclude_gate_names=true'
  const some = (keys: string) =>
    isOld ? `/features?&keys=${keys}` : `/features?&keys=${keys}&exclude_gate_names=true`

  it('adds a feature, also one that is there, with exactly 200', async () => {
    const send = await adapter(version)
    for (let time = 0; time < 2; time += 1) {
      const added = await send('POST', '/features', '{"name":"stats"}')
      expect(added.status).toBe(200)
      expect(added.json).toMatchObject({ key: 'stats', state: 'off' })
    }
  })

  it.each([
    ['POST', 'boolean', '{}', 'boolean', 'true'],
    ['DELETE', 'boolean', '{}', 'boolean', null],
    ['POST', 'percentage_of_actors', '{"percentage":"25"}', 'percentage_of_actors', '25'],
    ['POST', 'percentage_of_actors', '{"percentage":"0"}', 'percentage_of_actors', '0'],
    ['POST', 'percentage_of_time', '{"percentage":"5"}', 'percentage_of_time', '5'],
    ['POST', 'actors', '{"flipper_id":"User;1"}', 'actors', ['User;1']],
    ['DELETE', 'actors', '{"flipper_id":"User;1"}', 'actors', []],
    ['POST', 'groups?allow_unregistered_groups=true', '{"name":"staff"}', 'groups', ['staff']],
    ['DELETE', 'groups?allow_unregistered_groups=true', '{"name":"staff"}', 'groups', []],
  ])(
    '%s %s %s is answered with 200 and the gate as it is then',
    async (method, path, body, key, value) => {
      const send = await adapter(version)
      await send('POST', '/features', '{"name":"stats"}')
      const set = await send(method, `/features/stats/${path}`, body)
      expect(set.status).toBe(200)
      expect(gate(set.json, key)).toEqual(value)
      const read = await send('GET', '/features/stats')
      expect(read.status).toBe(200)
      expect(gate(read.json, key)).toEqual(value)
    },
  )

  it('clears and removes with exactly 204 and nothing behind it', async () => {
    const send = await adapter(version)
    await send('POST', '/features', '{"name":"stats"}')
    await send('POST', '/features/stats/boolean', '{}')
    expect(await send('DELETE', '/features/stats/clear')).toMatchObject({ status: 204, text: '' })
    expect((await send('GET', '/features/stats')).json).toMatchObject({ state: 'off' })
    expect(await send('DELETE', '/features/stats')).toMatchObject({ status: 204, text: '' })
    expect((await send('GET', '/features/stats')).status).toBe(404)
  })

  it('reads all and some, a stray & in front and unknown keys left out', async () => {
    const send = await adapter(version)
    for (const name of ['stats', 'search']) await send('POST', '/features', `{"name":"${name}"}`)
    const keysOf = (json: { features: { key: string }[] }) => json.features.map(({ key }) => key)
    expect(keysOf((await send('GET', all)).json)).toEqual(['stats', 'search'])
    expect(keysOf((await send('GET', some('search,nope'))).json)).toEqual(['search'])
    const [{ gates }] = (await send('GET', all)).json.features
    expect(gates[0]).toEqual(
      isOld ? { key: 'boolean', value: null, name: 'boolean' } : { key: 'boolean', value: null },
    )
  })

  it('raises on a feature that is not there as the gem has it: 404 and its code', async () => {
    const send = await adapter(version)
    const absent = await send('GET', '/features/nope')
    expect(absent.status).toBe(404)
    expect(absent.json).toMatchObject({ code: 1, message: 'Feature not found.' })
  })
})

describe('what the adapter of Flipper 1.4.2 does beyond', () => {
  it('an expression is set as it is and taken away with a body', async () => {
    const send = await adapter('1.4.2')
    await send('POST', '/features', '{"name":"stats"}')
    const body = '{"Equal":[{"Property":["plan"]},"pro"]}'
    const set = await send('POST', '/features/stats/expression', body)
    expect([set.status, gate(set.json, 'expression')]).toEqual([200, JSON.parse(body)])
    const gone = await send('DELETE', '/features/stats/expression', '{"All":[]}')
    expect([gone.status, gate(gone.json, 'expression')]).toEqual([200, null])
  })

  it('what is unchanged is answered with 304 and no body; what broke its cache, in full', async () => {
    const send = await adapter('1.4.2')
    await send('POST', '/features', '{"name":"stats"}')
    const path = '/features?&exclude_gate_names=true'
    const { etag } = await send('GET', path)
    expect(etag).toMatch(/^"[^"]+"$/)
    const tag = [`If-None-Match: ${etag}`]
    expect(await send('GET', path, undefined, tag)).toMatchObject({ status: 304, text: '' })
    expect((await send('GET', `${path}&_cb=1763800000`)).status).toBe(200)
    await send('POST', '/features/stats/boolean', '{}')
    expect((await send('GET', path, undefined, tag)).status).toBe(200)
  })

  it('a whole export is imported with exactly 204, and removes nothing', async () => {
    const send = await adapter('1.4.2')
    await send('POST', '/features', '{"name":"kept"}')
    await send('POST', '/features/kept/boolean', '{}')
    const stats =
      '{"boolean":"true","groups":[],"actors":[],"expression":null,"percentage_of_actors":"50","percentage_of_time":null}'
    const body = `{"version":1,"features":{"stats":${stats}}}`
    expect(await send('POST', '/import', body)).toMatchObject({ status: 204, text: '' })
    const read = (await send('GET', '/features/stats')).json
    expect([gate(read, 'boolean'), gate(read, 'percentage_of_actors')]).toEqual(['true', '50'])
    expect((await send('GET', '/features/kept')).json).toMatchObject({ state: 'on' })
  })
})
