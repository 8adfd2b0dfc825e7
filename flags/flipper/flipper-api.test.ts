import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Refused } from '../../domain/refusal.ts'
import type { RulesetToggle } from '../../domain/toggle/ruleset.ts'
import { memoryWriter } from '../testing/memory-writer.ts'
import {
  bearing,
  FLIPPING,
  PRODUCTION,
  REGISTERING,
  testServer,
  toggle,
} from '../testing/test-server.ts'
import recordedHere from './recorded.json' with { type: 'json' }
import type { FlipperWriter } from './writer.ts'

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

function server(start: readonly RulesetToggle[], change: Partial<FlipperWriter> = {}) {
  const memory = memoryWriter(start, () => built.source)
  const flipperWrites = {
    writer: { ...memory.writer, ...change },
    groups: new Set(['admins']),
  }
  const built = testServer(start, { flipperWrites })
  return { ...built, ...memory }
}

const flipping = { ...bearing(FLIPPING), 'rollcall-environment': 'production' }
const registering = { ...bearing(REGISTERING), 'rollcall-environment': 'production' }
const json = { 'content-type': 'application/json' }

describe("Flipper's API as it was recorded", () => {
  it('answers every recorded call with the recorded status and body', async () => {
    const { app, faults } = server([])
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
    const answer = await server(start).app.inject({ url: `/flipper${path}`, headers })
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

describe('writing', () => {
  const boolean = { method: 'POST', url: '/flipper/features/search_stats/boolean' } as const
  const actors = { method: 'POST', url: '/flipper/features/search_stats/actors' } as const

  it('has no routes without a writer', async () => {
    const { app } = testServer(start)
    const answer = await app.inject({ ...boolean, headers: flipping })
    expect(answer.statusCode).toBe(404)
    expect(answer.json()).toEqual({})
  })

  it('is refused to a token that may only read', async () => {
    const { app, toggles } = server(start)
    const answer = await app.inject({ ...boolean, headers: bearing(PRODUCTION) })
    expect(answer.statusCode).toBe(403)
    expect(toggles.get('search_stats')?.version).toBe(1)
  })

  it('refuses an unknown key unless the token may register', async () => {
    const { app, toggles } = server(start)
    const url = '/flipper/features/serch_stats/boolean'
    const typo = await app.inject({ method: 'POST', url, headers: flipping })
    expect(typo.json()).toMatchObject({ code: 1 })
    const add = { method: 'POST', url: '/flipper/features', payload: { name: 'new_form' } } as const
    expect((await app.inject({ ...add, headers: flipping })).statusCode).toBe(403)
    expect(toggles.has('serch_stats')).toBe(false)
    expect((await app.inject({ ...add, headers: registering })).statusCode).toBe(200)
    expect(toggles.has('new_form')).toBe(true)
  })

  it('works a change out again when somebody else flipped in between', async () => {
    let meddle = true
    const one = server(start, {
      async flip(caller, flips) {
        if (meddle) {
          meddle = false
          const patch = { actors: ['ada', 'ben', 'dalia'] }
          await one.writer.flip(caller, [{ toggle: 'search_stats', patch, expectedVersion: 1 }])
        }
        await one.writer.flip(caller, flips)
      },
    })
    const payload = { flipper_id: 'fern' }
    const answer = await one.app.inject({ ...actors, headers: { ...flipping, ...json }, payload })
    expect(answer.statusCode).toBe(200)
    const held = one.toggles.get('search_stats')?.toggle.state.actors
    expect(held).toEqual(['ada', 'ben', 'dalia', 'fern'])
  })

  it('passes on a refusal of the command as its status and sentence', async () => {
    const { app, faults } = server(start, {
      flip: () => Promise.reject(new Refused({ code: 'checks_not_passed', checks: [] })),
    })
    const answer = await app.inject({ ...boolean, headers: flipping })
    expect(answer.statusCode).toBe(409)
    expect(answer.json().message).toContain('Nothing was changed')
    expect(faults).toEqual([])
  })

  it('answers a fault of the writer with 500, says so and goes on', async () => {
    const { app, faults } = server(start, {
      flip: () => Promise.reject(new Error('the database is gone')),
    })
    const answer = await app.inject({ ...boolean, headers: flipping })
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('database')
    expect(faults).toHaveLength(1)
  })

  it('takes a body on DELETE, a form, and a reason in a header', async () => {
    const { app, toggles, reasons } = server(start)
    const headers = { ...flipping, 'rollcall-reason': 'Ada left the pilot.' }
    const url = actors.url
    const gone = await app.inject({
      method: 'DELETE',
      url,
      headers: { ...headers, ...json },
      payload: '{"flipper_id":"ada"}',
    })
    expect(gone.statusCode).toBe(200)
    const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
    await app.inject({ method: 'POST', url, headers: form, payload: 'flipper_id=fern' })
    expect(toggles.get('search_stats')?.toggle.state.actors).toEqual(['ben', 'fern'])
    expect(reasons).toEqual(['Ada left the pilot.', 'Ada left the pilot.'])
  })

  it('refuses percentages that would be kept otherwise than they were sent', async () => {
    const { app } = server(start)
    const url = '/flipper/features/search_stats/percentage_of_actors'
    for (const percentage of ['12.3456', '1e1', '', ' 5', '100.001']) {
      const headers = { ...flipping, ...json }
      const answer = await app.inject({ method: 'POST', url, headers, payload: { percentage } })
      expect(answer.json()).toMatchObject({ code: 3 })
    }
  })
})

describe('importing', () => {
  const state = { boolean: null, groups: [], actors: ['ada'], percentage_of_actors: '25' }
  const send = (one: ReturnType<typeof server>, features: unknown, headers = flipping) =>
    one.app.inject({
      method: 'POST',
      url: '/flipper/import',
      headers,
      payload: JSON.stringify({ version: 1, features }),
    })

  it('makes each toggle as the export says and leaves the others alone', async () => {
    const one = server(start)
    expect((await send(one, { search_stats: state })).statusCode).toBe(204)
    expect(one.toggles.get('search_stats')?.toggle.state).toMatchObject({
      percentageOfActors: 25,
      actors: ['ada'],
    })
    expect(one.toggles.get('release/2026-11')?.toggle.state.boolean).toBe(true)
  })

  it('changes nothing when a key is unknown and the token may not register', async () => {
    const one = server(start)
    const answer = await send(one, { search_stats: state, new_form: state })
    expect(answer.statusCode).toBe(403)
    expect(one.toggles.get('search_stats')?.version).toBe(1)
    const may = await send(one, { search_stats: state, new_form: state }, registering)
    expect(may.statusCode).toBe(204)
    expect(one.toggles.get('new_form')?.toggle.state.percentageOfActors).toBe(25)
  })

  it.each([
    [[]],
    [{ search_stats: 5 }],
    [{ search_stats: { gate: 1 } }],
    [{ search_stats: { percentage_of_actors: '101' } }],
    [{ search_stats: { actors: 'ada' } }],
    [{ search_stats: { expression: { Blah: [] } } }],
  ])('refuses %j', async (features) => {
    expect((await send(server(start), features)).json()).toMatchObject({ code: 6 })
  })
})
