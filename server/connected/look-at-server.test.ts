import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { OFF } from '../../domain/toggle/state.ts'
import { db } from '../db.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { archiveToggle } from '../toggles/archive-toggle.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { flip } from '../toggles/flip.ts'
import { rollBack } from '../toggles/roll-back.ts'
import { GATE_COLUMNS, stateOfColumns } from '../toggles/state-row.ts'
import { KEY, launchedToggle, toShare } from '../toggles/testing/launched-toggle.ts'
import { lookAtServer, lookWhereNobodyLooks } from './look-at-server.ts'
import { pushState } from './push-state.ts'
import { connectTo } from './testing/connected-production.ts'
import { type FlipperStandIn, openFlipper } from './testing/flipper-stand-in.ts'
import { arrivalOf, pushesWaiting, stateIdOf, toldSince } from './testing/log-of.ts'

givenCast()

let server: FlipperStandIn

beforeEach(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of these tests, long enough')
  vi.stubEnv('CONNECTED_HOSTS', '127.0.0.1')
  server = await openFlipper()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await server.stop()
})

/** Production at 10 %, launched by its plan and arrived on the server. */
async function running(on_drift: 'adopt' | 'put_back' = 'adopt'): Promise<string> {
  await launchedToggle()
  await flip(cast.tomas(), toShare(10))
  const { id } = await connectTo(server, { on_drift })
  await pushAll()
  return id
}

const pushAll = async () => pushState(await stateIdOf(KEY))
const here = async () => {
  const row = await db().toggleState.findUniqueOrThrow({
    where: { id: await stateIdOf(KEY) },
    select: { ...GATE_COLUMNS, version: true },
  })
  return { ...stateOfColumns(row), version: row.version }
}

describe('a look at a connected server', () => {
  test('that sees nothing new writes nothing', async () => {
    const id = await running()
    const [before] = await toldSince(1)
    expect(await lookAtServer(id)).toEqual({ adopted: 0, pending: 0, failed: null })
    expect(await toldSince(1)).toEqual([before])
  })

  test('adopts what others changed, with the checks that it never met, as Rollcall itself', async () => {
    const id = await running()
    server.flipper.set(KEY, { percentageOfActors: 50, actors: ['ada'] })
    expect(await lookAtServer(id)).toMatchObject({ adopted: 1 })
    expect(await here()).toMatchObject({ percentageOfActors: 50, actors: ['ada'], version: 3 })
    const [told] = await toldSince(1)
    expect(told).toMatchObject({
      type: 'toggle.changed_outside',
      actorId: 'system',
      data: { from: '10 % of actors', direction: 'widens', server: expect.stringContaining('127') },
    })
    expect(await lookAtServer(id)).toMatchObject({ adopted: 0 })
    expect(await arrivalOf(KEY)).toMatchObject({ isPending: false })
  })

  test('is undone in one action, a flip with its checks where it widens', async () => {
    const id = await running()
    server.flipper.set(KEY, { percentageOfActors: 50 })
    await lookAtServer(id)
    await rollBack(cast.tomas(), { toggle: KEY, environment: 'production', reason: 'Not agreed' })
    await pushAll()
    expect(server.flipper.state(KEY)).toEqual({ ...OFF, percentageOfActors: 10 })

    server.flipper.set(KEY, {})
    await lookAtServer(id)
    const back = { toggle: KEY, environment: 'production', reason: 'It was us' }
    await expect(rollBack(cast.priya(), back)).rejects.toMatchObject({
      refusal: { code: 'forbidden', action: 'flip.widen_protected' },
    })
    expect(server.flipper.state(KEY)).toEqual(OFF)
  })

  test('takes a feature that was removed there for one that is off', async () => {
    const id = await running()
    server.flipper.features.delete(KEY)
    await lookAtServer(id)
    expect(await here()).toMatchObject({ percentageOfActors: null, boolean: false })
  })

  test('puts back what was widened where that is chosen, and adopts what was narrowed', async () => {
    const id = await running('put_back')
    server.flipper.set(KEY, { percentageOfActors: 50 })
    await lookAtServer(id)
    expect((await toldSince(2)).map(({ type, actorId }) => [type, actorId])).toEqual([
      ['toggle.changed_outside', 'system'],
      ['toggle.rolled_back', 'system'],
    ])
    await pushAll()
    expect(server.flipper.state(KEY)).toEqual({ ...OFF, percentageOfActors: 10 })

    server.flipper.set(KEY, { percentageOfActors: 5 })
    await lookAtServer(id)
    expect(await here()).toMatchObject({ percentageOfActors: 5 })
    expect((await toldSince(1))[0]?.type).toBe('toggle.changed_outside')
  })

  test('leaves a state to the push that is on its way', async () => {
    const id = await running()
    await flip(cast.tomas(), toShare(5))
    server.flipper.set(KEY, { percentageOfActors: 70 })
    expect(await lookAtServer(id)).toEqual({ adopted: 0, pending: 1, failed: null })
    expect(await pushAll()).toBe('arrived')
    expect(server.flipper.state(KEY)?.percentageOfActors).toBe(5)
  })

  test('says nothing of what moved while it looked', async () => {
    const id = await running()
    const { promise: held, resolve: open } = Promise.withResolvers<void>()
    server.faults.push({ on: 'GET /features?', until: held, done: true })
    const look = lookAtServer(id)
    await vi.waitFor(() => expect(server.requests.at(-1)).toContain('exclude_gate_names'))
    await flip(cast.tomas(), toShare(5))
    await pushAll()
    open()
    expect(await look).toMatchObject({ adopted: 0 })
    expect((await toldSince(1))[0]?.type).toBe('toggle.narrowed')
  })

  test('closes again, and tells, what others opened of an archived toggle', async () => {
    const id = await running()
    await createToggle(cast.alma(), { key: 'old_form', description: '' })
    await pushState(await stateIdOf('old_form'))
    await archiveToggle(cast.alma(), { key: 'old_form', reason: 'Done', confirmed: true })
    await pushState(await stateIdOf('old_form'))
    server.flipper.set('old_form', { boolean: true })
    await lookAtServer(id)
    await pushState(await stateIdOf('old_form'))
    expect(server.flipper.state('old_form')).toEqual(OFF)
    expect((await toldSince(1))[0]).toMatchObject({ type: 'toggle.pushed_over' })
  })

  test('names what only the server has and what cannot be read, and touches neither', async () => {
    const id = await running()
    server.flipper.set('theirs', { boolean: true })
    server.flipper.set('their form', {})
    await lookAtServer(id)
    const look = await db().flipperLook.findUniqueOrThrow({ where: { connectionId: id } })
    expect(look.onlyThere).toEqual(['theirs'])
    expect(look.unreadable).toEqual([expect.stringContaining('their form: ')])
    expect(server.flipper.state('theirs')?.boolean).toBe(true)
  })

  test('that fails says since when and why, until one succeeds', async () => {
    const id = await running()
    server.faults.push({ status: 503 }, { status: 500 })
    expect(await lookAtServer(id)).toMatchObject({ failed: 'It answered 503.' })
    const first = await db().flipperLook.findUniqueOrThrow({ where: { connectionId: id } })
    await lookAtServer(id)
    const second = await db().flipperLook.findUniqueOrThrow({ where: { connectionId: id } })
    expect(second).toMatchObject({
      failingSince: first.failingSince,
      lastError: 'It answered 500.',
    })
    await lookAtServer(id)
    const third = await db().flipperLook.findUniqueOrThrow({ where: { connectionId: id } })
    expect(third).toMatchObject({ failingSince: null, lastError: null })
  })

  test('finds a push whose job was lost, and a server that nobody looks at', async () => {
    const id = await running()
    await flip(cast.tomas(), toShare(5))
    await db().$executeRaw`SELECT graphile_worker.complete_jobs(
      (SELECT array_agg(id) FROM graphile_worker.jobs))`
    expect(await pushesWaiting()).toEqual([])
    await lookAtServer(id)
    expect(await pushesWaiting()).toEqual([{ state: await stateIdOf(KEY), isDue: true }])
    expect(await lookWhereNobodyLooks()).toBe(0)
    await db().flipperLook.deleteMany()
    expect(await lookWhereNobodyLooks()).toBe(1)
  })
})
