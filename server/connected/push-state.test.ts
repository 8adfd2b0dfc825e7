import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { OFF } from '../../domain/toggle/state.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { archiveToggle } from '../toggles/archive-toggle.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { flip } from '../toggles/flip.ts'
import { rollBack } from '../toggles/roll-back.ts'
import { disconnectEnvironment } from './disconnect.ts'
import { pushState } from './push-state.ts'
import { connectTo } from './testing/connected-production.ts'
import { type FlipperStandIn, openFlipper } from './testing/flipper-stand-in.ts'
import { arrivalOf, pushesWaiting, stateIdOf, toldSince } from './testing/log-of.ts'

givenCast()

const KEY = 'new_form'
let server: FlipperStandIn

beforeEach(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of these tests, long enough')
  vi.stubEnv('CONNECTED_HOSTS', '127.0.0.1')
  server = await openFlipper()
  await createToggle(cast.alma(), { key: KEY, description: '' })
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await server.stop()
})

/** Staging asks for no checks: these tests are about what happens after them. */
const ENVIRONMENT = 'staging'
const to = (patch: object) =>
  flip(cast.tomas(), { toggle: KEY, environment: ENVIRONMENT, patch, reason: 'To see it arrive' })
const push = async () => pushState(await stateIdOf(KEY, ENVIRONMENT))
const arrival = () => arrivalOf(KEY, ENVIRONMENT)
const there = () => server.flipper.state(KEY)
const writes = () => server.requests.filter((what) => !what.startsWith('GET'))

async function connected(): Promise<void> {
  await connectTo(server, { environment: ENVIRONMENT })
  expect(await push()).toBe('arrived')
  server.requests.length = 0
}

describe('a flip of a connected environment', () => {
  test('is put on the worker’s list in its own transaction, goes out whole, and is read back', async () => {
    await connected()
    await to({ percentage_of_actors: 25, actors: ['ada'] })
    expect(await pushesWaiting()).toContainEqual({
      state: await stateIdOf(KEY, ENVIRONMENT),
      isDue: true,
    })
    expect(await arrival()).toMatchObject({ isPending: true })
    expect(await push()).toBe('arrived')
    expect(await arrival()).toMatchObject({ isPending: false, attempts: 0, lastError: null })
    expect(there()).toEqual({ ...OFF, percentageOfActors: 25, actors: ['ada'] })
    expect(server.requests.at(-1)).toBe(`GET /features/${KEY}`)
    expect(await push()).toBe('there already')
  })

  test('is rolled back there to the snapshot before it, not merely off', async () => {
    await connected()
    await to({ percentage_of_actors: 10, groups: ['admins'] })
    await push()
    await to({ boolean: true })
    await push()
    expect(there()?.boolean).toBe(true)
    await rollBack(cast.tomas(), { toggle: KEY, environment: ENVIRONMENT, reason: 'Errors' })
    await push()
    expect(there()).toEqual({ ...OFF, percentageOfActors: 10, groups: ['admins'] })
  })

  test('goes as the newest of several, each of which was pushed or passed over', async () => {
    await connected()
    for (const share of [5, 10, 20]) await to({ percentage_of_actors: share })
    expect(await push()).toBe('arrived')
    expect(writes()).toEqual([`POST /features/${KEY}/percentage_of_actors {"percentage":"20"}`])
  })

  test('is nothing to a server once it is disconnected', async () => {
    await connected()
    await to({ boolean: true })
    await disconnectEnvironment(cast.alma(), ENVIRONMENT, { reason: 'Moved' })
    expect(await toldSince(1)).toMatchObject([
      { type: 'environment.disconnected', data: { pending: 1 } },
    ])
    expect(await push()).toBe('not connected')
    expect(writes()).toEqual([])
  })

  test('closes there what is archived here', async () => {
    await connected()
    await to({ boolean: true })
    await push()
    await archiveToggle(cast.alma(), { key: KEY, reason: 'Done', confirmed: true })
    expect(await push()).toBe('arrived')
    expect(there()).toEqual(OFF)
  })
})

describe('a push that fails', () => {
  test('stays pending with what was said, and is tried again later, each time a little later', async () => {
    await connected()
    await to({ percentage_of_actors: 25 })
    for (const status of [503, 500]) {
      server.faults.push({ status })
      expect(await push()).toBe('failed, to be tried again')
      expect(await arrival()).toMatchObject({
        isPending: true,
        lastError: `It answered ${status}.`,
      })
    }
    expect(await arrival()).toMatchObject({ attempts: 2 })
    const waiting = await pushesWaiting()
    expect(waiting.find(({ isDue }) => !isDue)).toBeDefined()
    expect(await push()).toBe('arrived')
    expect(await arrival()).toMatchObject({ isPending: false, attempts: 0, lastError: null })
  })

  test('gives way at once to a flip that narrows', async () => {
    await connected()
    await to({ percentage_of_actors: 25 })
    server.faults.push({ status: 503 })
    await push()
    await to({ boolean: false })
    const id = await stateIdOf(KEY, ENVIRONMENT)
    expect((await pushesWaiting()).filter(({ state }) => state === id)).toEqual([
      { state: id, isDue: true },
    ])
    expect(await push()).toBe('arrived')
    expect(there()).toEqual(OFF)
  })

  test.each([
    ['after it was done, before it was said', { drop: true, done: true }],
    ['before it was done', { drop: true }],
    ['with an error although it was done', { status: 500, done: true }],
    ['with words that mean nothing', { status: 418, body: 'I am a teapot' }],
  ])('%s comes to the same state, and to no change of others', async (_, fault) => {
    await connected()
    await to({ percentage_of_actors: 25, actors: ['ada', 'ben'] })
    server.faults.push({ on: `POST /features/${KEY}/actors`, ...fault })
    expect(await push()).toBe('failed, to be tried again')
    expect(await push()).toBe('arrived')
    expect(there()).toEqual({ ...OFF, percentageOfActors: 25, actors: ['ada', 'ben'] })
    expect((await toldSince(1))[0]?.type).toBe('toggle.widened')
  })

  test('because the server keeps something else is not taken for done', async () => {
    await connected()
    await to({ percentage_of_actors: 25 })
    const ignored = JSON.stringify({ key: KEY, state: 'off', gates: [] })
    server.faults.push({ on: 'POST', status: 200, body: ignored })
    expect(await push()).toBe('failed, to be tried again')
    expect((await arrival()).lastError).toContain('reads back off')
    expect(await push()).toBe('arrived')
  })

  test('through a server that flaps arrives in the end, once', async () => {
    await connected()
    await to({ percentage_of_actors: 25, actors: ['ada', 'ben', 'fern'], groups: ['admins'] })
    const kinds = [{ status: 502 }, { drop: true }, { drop: true, done: true }, { status: 429 }]
    let tries = 0
    for (; tries < 40; tries += 1) {
      const fault = kinds[tries % kinds.length]
      server.faults.length = 0
      if (fault) server.faults.push({ on: tries % 3 === 0 ? 'GET' : 'POST', ...fault })
      if ((await push()) === 'arrived') break
    }
    server.faults.length = 0
    await push()
    expect(there()).toEqual({
      ...OFF,
      percentageOfActors: 25,
      actors: ['ada', 'ben', 'fern'],
      groups: ['admins'],
    })
    expect(await arrival()).toMatchObject({ isPending: false })
  })
})

describe('pushes that meet', () => {
  test('a flip during a push: the older one stops at its next step, the newer one ends it', async () => {
    await connected()
    await to({ percentage_of_actors: 25, actors: ['ada', 'ben', 'fern'] })
    const { promise: until, resolve: open } = Promise.withResolvers<void>()
    server.faults.push({ on: 'POST', until })
    const older = push()
    await vi.waitFor(() => expect(writes()).toHaveLength(1))
    await to({ boolean: false })
    const newer = push()
    open()
    expect(await older).toBe('overtaken')
    await newer
    while ((await arrival()).isPending) await push()
    expect(there()).toEqual(OFF)
    const types = (await toldSince(2)).map(({ type }) => type)
    expect(types).toEqual(['toggle.widened', 'toggle.narrowed'])
  })

  test('two workers at one push come to one state', async () => {
    await connected()
    await to({ percentage_of_actors: 25, actors: ['ada', 'ben', 'fern'] })
    const outcomes = await Promise.all([push(), push(), push()])
    expect(outcomes).toContain('arrived')
    expect(there()?.actors).toEqual(['ada', 'ben', 'fern'])
    expect(await arrival()).toMatchObject({ isPending: false })
  })
})

describe('what others change while a push is on its way', () => {
  test('is replaced where Rollcall’s is narrower, and told', async () => {
    await connected()
    await to({ percentage_of_actors: 10 })
    server.flipper.set(KEY, { boolean: true })
    expect(await push()).toBe('arrived')
    expect(there()).toEqual({ ...OFF, percentageOfActors: 10 })
    expect(await toldSince(1)).toMatchObject([
      {
        type: 'toggle.pushed_over',
        actorId: 'system',
        data: { from: 'on', to: '10 % of actors', meanwhile: true },
      },
    ])
  })

  test('is told once, however often the push is tried', async () => {
    await connected()
    await to({ percentage_of_actors: 10 })
    server.flipper.set(KEY, { percentageOfActors: 40 })
    for (let tries = 0; tries < 3; tries += 1) {
      server.faults.push({ on: 'POST', status: 503 })
      await push()
    }
    expect(await push()).toBe('arrived')
    const told = (await toldSince(10)).filter(({ type }) => type === 'toggle.pushed_over')
    expect(told).toHaveLength(1)
  })

  test('is adopted where it is narrower: nobody is let in again whom others took out', async () => {
    await connected()
    await to({ percentage_of_actors: 10 })
    await push()
    await to({ percentage_of_actors: 50 })
    server.flipper.set(KEY, {})
    expect(await push()).toBe('adopted what is there')
    expect(there()).toEqual(OFF)
    expect(await toldSince(1)).toMatchObject([
      { type: 'toggle.changed_outside', data: { from: '50 % of actors', to: 'off' } },
    ])
    expect(await arrival()).toMatchObject({ isPending: false })
  })

  test('is not overwritten by a toggle that is registered here afterwards', async () => {
    await connected()
    server.flipper.set('old_form', { percentageOfActors: 60 })
    await createToggle(cast.alma(), { key: 'old_form', description: '' })
    server.faults.push({ status: 503 })
    const state = await stateIdOf('old_form', ENVIRONMENT)
    await pushState(state)
    expect(await pushState(state)).toBe('adopted what is there')
    expect(server.flipper.state('old_form')?.percentageOfActors).toBe(60)
  })
})

describe('a server that cannot hold everything', () => {
  const expression = { Equal: [{ Property: ['plan'] }, 'basic'] }

  test('gets the rest, and what it lacks is named', async () => {
    server.flipper.expressions = false
    server.flipper.set('another', {})
    await connected()
    await to({ percentage_of_actors: 25, expression })
    expect(await push()).toBe('arrived')
    expect(there()).toEqual({ ...OFF, percentageOfActors: 25 })
    expect(await arrival()).toMatchObject({ isPending: false, withheld: ['expression'] })
  })

  test('may refuse an expression that it does not know', async () => {
    await connected()
    await to({ percentage_of_actors: 25, expression })
    server.faults.push({ on: `POST /features/${KEY}/expression`, status: 422, body: '{"code":7}' })
    expect(await push()).toBe('arrived')
    expect(await arrival()).toMatchObject({ withheld: ['expression'] })
  })

  test('whose feature cannot be read is left alone, but closed when it is to be', async () => {
    await connected()
    await to({ percentage_of_actors: 25 })
    const unread = JSON.stringify({ key: KEY, gates: [{ key: 'deny', value: ['x'] }] })
    server.faults.push({ on: 'GET', status: 200, body: unread })
    await push()
    expect((await arrival()).lastError).toContain('deny')
    expect(writes()).toEqual([])
    await to({ boolean: false })
    server.faults.push({ on: 'GET', status: 200, body: unread })
    expect(await push()).toBe('arrived')
    expect(writes()).toEqual([`DELETE /features/${KEY}/clear`])
  })
})
