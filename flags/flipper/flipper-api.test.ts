import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { flipperServer } from '../testing/flipper-server.ts'
import { bearing, FLIPPING, PRODUCTION, REGISTERING, toggle } from '../testing/test-server.ts'
import recordedHere from './recorded.json' with { type: 'json' }

const call = z.object({
  request: z.object({
    verb: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
    path: z.string(),
    body: z.unknown(),
    content_type: z.string().optional(),
  }),
  response: z.object({ status: z.int(), body: z.unknown() }).optional(),
  exception: z.string().optional(),
})
const recording = z.array(z.union([call, z.object({ export_raw: z.string() })]))

function recorded(): z.infer<typeof recording> {
  const file = new URL('../../../shared/flipper/api.json', import.meta.url)
  return recording.parse(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : recordedHere)
}

const registering = { ...bearing(REGISTERING), 'rollcall-environment': 'production' }
const json = { 'content-type': 'application/json' }

describe("Flipper's API as it was recorded", () => {
  it('answers every recorded call with the recorded status and body', async () => {
    const { app, faults } = flipperServer([])
    const calls = recorded()
    const raw = calls.flatMap((one) => ('export_raw' in one ? [one.export_raw] : []))[0] ?? ''
    for (const one of calls) {
      if (!('request' in one)) continue
      const { verb, path, body, content_type: type } = one.request
      const isCutShort = typeof body === 'string' && body.length > 20 && raw.startsWith(body)
      const payload = isCutShort ? raw : typeof body === 'string' ? body : JSON.stringify(body)
      const answer = await app.inject({
        method: verb,
        url: `/flipper${path}`,
        headers: { ...registering, ...(type ? { 'content-type': type } : json) },
        ...(body === null ? {} : { payload }),
      })
      const what = `${verb} ${path} ${payload}`
      if (one.response === undefined) {
        expect(answer.statusCode, what).toBeGreaterThanOrEqual(400)
        expect(answer.statusCode, what).toBeLessThan(500)
      } else {
        expect(answer.statusCode, what).toBe(one.response.status)
        if (answer.statusCode === 204) expect(answer.body, what).toBe('')
        else expect(answer.json(), what).toEqual(one.response.body)
      }
    }
    expect(faults).toEqual([])
  })
})

const start = [
  toggle('search_stats', { percentageOfActors: 50, actors: ['ada', 'ben'] }),
  toggle('release/2026-11', { boolean: true }),
  toggle('a,b'),
  toggle('retired', { boolean: true }, { archived: true }),
]

describe('reading', () => {
  async function get(path: string, headers: Record<string, string> = bearing(PRODUCTION)) {
    const answer = await flipperServer(start).app.inject({ url: `/flipper${path}`, headers })
    const body = answer.body === '' ? null : answer.json()
    return { status: answer.statusCode, body, headers: answer.headers }
  }
  const keysOf = (body: { features: { key: string }[] }) => body.features.map(({ key }) => key)

  it('leaves out archived toggles', async () => {
    const { body } = await get('/features')
    expect(keysOf(body)).toEqual(['search_stats', 'release/2026-11', 'a,b'])
    expect((await get('/features/retired')).status).toBe(404)
  })

  it.each([
    ['/features?&keys=search_stats,nope', ['search_stats']],
    ['/features?keys[]=a%2Cb&keys[]=search_stats', ['a,b', 'search_stats']],
    ['/features?keys%5B%5D=a%2Cb', ['a,b']],
    ['/features?keys=search_stats,a%2Cb', ['search_stats', 'a,b']],
    ['/features?keys=', []],
    ['/features/?&exclude_gate_names=true', ['search_stats', 'release/2026-11', 'a,b']],
  ])('%s gives %j', async (path, keys) => {
    const { status, body } = await get(path)
    expect(status).toBe(200)
    expect(keysOf(body)).toEqual(keys)
  })

  it('leaves out gates or their names when asked to', async () => {
    const without = await get('/features?exclude_gates=true')
    expect(without.body.features[0]).toEqual({ key: 'search_stats', state: 'conditional' })
    const unnamed = await get('/features?&exclude_gate_names=true')
    expect(unnamed.body.features[0].gates[3]).toEqual({ key: 'percentage_of_actors', value: '50' })
  })

  it('answers an unchanged list with 304, each way of asking by itself', async () => {
    const { headers } = await get('/features?&exclude_gate_names=true')
    const tag = { ...bearing(PRODUCTION), 'if-none-match': String(headers.etag) }
    expect((await get('/features?&exclude_gate_names=true', tag)).status).toBe(304)
    expect((await get('/features', tag)).status).toBe(200)
  })

  it.each(['/features/release/2026-11', '/features/release%2F2026-11'])(
    'finds a key with a slash at %s',
    async (path) => {
      expect((await get(path)).body).toMatchObject({ key: 'release/2026-11', state: 'on' })
    },
  )

  it('tells for one actor which toggles are on', async () => {
    const { body } = await get('/actors/User;1?keys=search_stats,nope')
    expect(body).toEqual({
      flipper_id: 'User;1',
      features: { search_stats: { enabled: true }, nope: { enabled: false } },
    })
  })

  it('takes the token as a basic password, as the adapter can send it', async () => {
    const basic = Buffer.from(`rollcall:${PRODUCTION}`).toString('base64')
    expect((await get('/features', { authorization: `Basic ${basic}` })).status).toBe(200)
  })

  it('asks a token without an environment to name one', async () => {
    expect((await get('/features', bearing(FLIPPING))).status).toBe(400)
    expect((await get('/features?environment=staging', bearing(FLIPPING))).status).toBe(200)
    expect((await get('/features?environment=moon', bearing(FLIPPING))).status).toBe(403)
    expect((await get('/features', {})).status).toBe(401)
  })
})
