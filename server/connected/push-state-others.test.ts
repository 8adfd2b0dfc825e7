import { describe, expect, test, vi } from 'vitest'
import { OFF } from '../../domain/toggle/state.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { pushState } from './push-state.ts'
import { stateIdOf, toldSince } from './testing/log-of.ts'
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
