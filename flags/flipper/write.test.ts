import { describe, expect, it } from 'vitest'
import { Refused } from '../../domain/refusal.ts'
import { flipperServer } from '../testing/flipper-server.ts'
import {
  bearing,
  FLIPPING,
  PRODUCTION,
  REGISTERING,
  testServer,
  toggle,
} from '../testing/test-server.ts'

const flipping = { ...bearing(FLIPPING), 'rollcall-environment': 'production' }
const registering = { ...bearing(REGISTERING), 'rollcall-environment': 'production' }
const json = { 'content-type': 'application/json' }

const start = [
  toggle('search_stats', { percentageOfActors: 50, actors: ['ada', 'ben'] }),
  toggle('release/2026-11', { boolean: true }),
]

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
    const { app, toggles } = flipperServer(start)
    const answer = await app.inject({ ...boolean, headers: bearing(PRODUCTION) })
    expect(answer.statusCode).toBe(403)
    expect(toggles.get('search_stats')?.version).toBe(1)
  })

  it('refuses an unknown key unless the token may register', async () => {
    const { app, toggles } = flipperServer(start)
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
    const one = flipperServer(start, {
      async flip(caller, flip) {
        if (meddle) {
          meddle = false
          const patch = { actors: ['ada', 'ben', 'dalia'] }
          await one.writer.flip(caller, { toggle: 'search_stats', patch, expectedVersion: 1 })
        }
        await one.writer.flip(caller, flip)
      },
    })
    const payload = { flipper_id: 'fern' }
    const answer = await one.app.inject({ ...actors, headers: { ...flipping, ...json }, payload })
    expect(answer.statusCode).toBe(200)
    const held = one.toggles.get('search_stats')?.toggle.state.actors
    expect(held).toEqual(['ada', 'ben', 'dalia', 'fern'])
  })

  it('passes on a refusal of the command as its status and sentence', async () => {
    const { app, faults } = flipperServer(start, {
      flip: () => Promise.reject(new Refused({ code: 'checks_not_passed', checks: [] })),
    })
    const answer = await app.inject({ ...boolean, headers: flipping })
    expect(answer.statusCode).toBe(409)
    expect(answer.json().message).toContain('Nothing was changed')
    expect(faults).toEqual([])
  })

  it('answers a fault of the writer with 500, says so and goes on', async () => {
    const { app, faults } = flipperServer(start, {
      flip: () => Promise.reject(new Error('the database is gone')),
    })
    const answer = await app.inject({ ...boolean, headers: flipping })
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('database')
    expect(faults).toHaveLength(1)
  })

  it('takes a body on DELETE, a form, and a reason in a header', async () => {
    const { app, toggles, reasons } = flipperServer(start)
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
    const { app } = flipperServer(start)
    const url = '/flipper/features/search_stats/percentage_of_actors'
    for (const percentage of ['12.3456', '1e1', '', ' 5', '100.001']) {
      const headers = { ...flipping, ...json }
      const answer = await app.inject({ method: 'POST', url, headers, payload: { percentage } })
      expect(answer.json()).toMatchObject({ code: 3 })
    }
  })
})

describe('importing', () => {
  const state = {
    boolean: null,
    groups: [],
    actors: ['ada'],
    expression: null,
    percentage_of_actors: '25',
    percentage_of_time: null,
  }
  const send = (one: ReturnType<typeof flipperServer>, features: unknown, headers = flipping) =>
    one.app.inject({
      method: 'POST',
      url: '/flipper/import',
      headers,
      payload: JSON.stringify({ version: 1, features }),
    })

  it('makes each toggle as the export says and leaves the others alone', async () => {
    const one = flipperServer(start)
    expect((await send(one, { search_stats: state })).statusCode).toBe(204)
    expect(one.toggles.get('search_stats')?.toggle.state).toMatchObject({
      percentageOfActors: 25,
      actors: ['ada'],
    })
    expect(one.toggles.get('release/2026-11')?.toggle.state.boolean).toBe(true)
  })

  it('changes nothing when a key is unknown and the token may not register', async () => {
    const one = flipperServer(start)
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
    [{ search_stats: { ...state, percentage_of_actors: '101' } }],
    [{ search_stats: { ...state, actors: 'ada' } }],
    [{ search_stats: { ...state, expression: { Blah: [] } } }],
  ])('refuses %j', async (features) => {
    expect((await send(flipperServer(start), features)).json()).toMatchObject({ code: 6 })
  })
})
