import { describe, expect, test } from 'vitest'
import { OFF } from '../../domain/toggle/state.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { archiveToggle } from '../toggles/archive-toggle.ts'
import { rollBack } from '../toggles/roll-back.ts'
import { disconnectEnvironment } from './disconnect.ts'
import { pushesWaiting, stateIdOf, toldSince } from './testing/log-of.ts'
import {
  arrival,
  connected,
  ENVIRONMENT,
  useFlipper as givenFlipper,
  KEY,
  push,
  server,
  there,
  to,
  writes,
} from './testing/pushing.ts'

givenCast()
givenFlipper()

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
