import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { OFF } from '../../domain/toggle/state.ts'
import { db } from '../db.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { flip } from '../toggles/flip.ts'
import { changeConnection } from './change-connection.ts'
import { connectEnvironment } from './connect.ts'
import { disconnectEnvironment } from './disconnect.ts'
import { pushState } from './push-state.ts'
import { connectTo } from './testing/connected-production.ts'
import { type FlipperStandIn, openFlipper } from './testing/flipper-stand-in.ts'
import { stateIdOf, toldSince } from './testing/log-of.ts'
import { tryServer } from './try-server.ts'

givenCast()

let server: FlipperStandIn

beforeEach(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of these tests, long enough')
  vi.stubEnv('CONNECTED_HOSTS', '127.0.0.1')
  server = await openFlipper()
  for (const key of ['alike', 'ours_wider', 'theirs_wider', 'only_here']) {
    await createToggle(cast.alma(), { key, description: '' })
  }
  const patch = { percentage_of_actors: 50 }
  for (const toggle of ['alike', 'ours_wider']) {
    await flip(cast.tomas(), { toggle, environment: 'staging', patch, reason: 'To try it' })
  }
  server.flipper.set('alike', { percentageOfActors: 50 })
  server.flipper.set('ours_wider', { percentageOfActors: 10 })
  server.flipper.set('theirs_wider', { boolean: true })
  server.flipper.set('only_there', { boolean: true })
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await server.stop()
})

const given = () => ({ address: server.address, auth: 'bearer', token: 'flipper-token' }) as const
const refusedWith = (refusal: object) => ({ refusal: expect.objectContaining(refusal) })
const shareHere = async (toggle: string) => {
  const row = await db().toggleState.findUniqueOrThrow({
    where: { id: await stateIdOf(toggle, 'staging') },
  })
  return row.boolean ? 'on' : (row.percentageOfActors?.toNumber() ?? null)
}
async function pushEverything(): Promise<void> {
  for (const key of ['alike', 'ours_wider', 'theirs_wider', 'only_here']) {
    await pushState(await stateIdOf(key, 'staging'))
  }
}

describe('before it is connected', () => {
  test('a server is read and what differs is shown, each way, and nothing is written', async () => {
    const seen = await tryServer(cast.alma(), 'staging', given())
    expect(seen).toMatchObject({
      differences: [
        {
          toggle: 'ours_wider',
          here: '50 % of actors',
          there: '10 % of actors',
          take: 'narrows',
          push: 'widens',
        },
        { toggle: 'theirs_wider', here: 'off', there: 'on', take: 'widens', push: 'narrows' },
      ],
      alike: 2,
      only_here: ['only_here'],
      only_there: [{ key: 'only_there', there: 'on' }],
    })
    expect(server.requests.every((what) => what.startsWith('GET'))).toBe(true)
    expect(await db().flipperConnection.count()).toBe(0)
  })

  test('a server that does not answer is refused, with what it said', async () => {
    server.faults.push({ status: 503 })
    await expect(tryServer(cast.alma(), 'staging', given())).rejects.toMatchObject(
      refusedWith({ code: 'server_failed', detail: expect.stringContaining('503') }),
    )
  })

  test('it is for administrators, and who else tries is put on record', async () => {
    const forbidden = refusedWith({ code: 'forbidden', action: 'environment.connect' })
    await expect(tryServer(cast.tomas(), 'staging', given())).rejects.toMatchObject(forbidden)
    expect(server.requests).toEqual([])
    expect(await toldSince(1)).toMatchObject([
      {
        type: 'attempt.refused',
        actorId: cast.tomas().id,
        data: { tried: 'look at a Flipper server for staging', refusal: 'forbidden' },
      },
    ])
  })
})

describe('connecting', () => {
  test('takes theirs: what stands there is the state of record, told as such', async () => {
    await connectTo(server, { environment: 'staging', first_sync: 'take_theirs' })
    expect(await shareHere('ours_wider')).toBe(10)
    expect(await shareHere('theirs_wider')).toBe('on')
    expect(await toldSince(3)).toMatchObject([
      { type: 'environment.connected', data: { differed: 2, first_sync: 'take_theirs' } },
      { type: 'toggle.taken_over', data: { from: '50 % of actors', to: '10 % of actors' } },
      { type: 'toggle.taken_over', data: { from: 'off', to: 'on', direction: 'widens' } },
    ])
    await pushEverything()
    expect(server.flipper.state('only_here')).toEqual(OFF)
    expect(server.flipper.state('only_there')?.boolean).toBe(true)
    expect(server.requests.filter((what) => !what.startsWith('GET'))).toEqual([
      'POST /features {"name":"only_here"}',
    ])
  })

  test('pushes ours: what stood there is told before it goes', async () => {
    await connectTo(server, { environment: 'staging', first_sync: 'push_ours' })
    expect(await toldSince(2)).toMatchObject([
      { type: 'toggle.pushed_over', data: { from: '10 % of actors', to: '50 % of actors' } },
      { type: 'toggle.pushed_over', data: { from: 'on', to: 'off', meanwhile: false } },
    ])
    await pushEverything()
    expect(server.flipper.state('ours_wider')?.percentageOfActors).toBe(50)
    expect(server.flipper.state('theirs_wider')).toEqual(OFF)
    expect((await toldSince(2)).map(({ type }) => type)).toEqual([
      'toggle.pushed_over',
      'toggle.pushed_over',
    ])
  })

  test('does exactly what was shown, or nothing', async () => {
    const { seen } = await tryServer(cast.alma(), 'staging', given())
    server.flipper.set('alike', { boolean: true })
    const input = { ...given(), seen, first_sync: 'take_theirs', on_drift: 'adopt' } as const
    await expect(connectEnvironment(cast.alma(), 'staging', input)).rejects.toMatchObject(
      refusedWith({ code: 'not_as_shown' }),
    )
    expect(await db().flipperConnection.count()).toBe(0)
  })

  test('is done once, by an administrator, freshly signed in where it is protected', async () => {
    const { seen } = await tryServer(cast.alma(), 'production', given())
    const input = { ...given(), seen, first_sync: 'push_ours', on_drift: 'adopt' } as const
    const stale = cast.alma({ authenticatedAt: new Date(0) })
    await expect(connectEnvironment(stale, 'production', input)).rejects.toMatchObject(
      refusedWith({ code: 'fresh_sign_in_needed' }),
    )
    await expect(connectEnvironment(cast.tomas(), 'production', input)).rejects.toMatchObject(
      refusedWith({ code: 'forbidden' }),
    )
    const both = await Promise.allSettled([
      connectEnvironment(cast.alma(), 'production', input),
      connectEnvironment(cast.alma(), 'production', input),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(connectEnvironment(cast.alma(), 'nowhere', input)).rejects.toMatchObject(
      refusedWith({ code: 'not_found' }),
    )
  })
})

describe('a token', () => {
  test('is kept sealed, in no entry, and replaced only by one that is taken', async () => {
    server.authorization = 'Bearer flipper-token'
    await connectTo(server, { environment: 'staging' })
    const row = await db().flipperConnection.findFirstOrThrow()
    expect(row.sealedToken).not.toContain('flipper-token')
    const [{ told } = { told: '' }] = await db().$queryRaw<{ told: string }[]>`
      SELECT coalesce(string_agg(payload, ''), '') || coalesce((SELECT string_agg(text, '') FROM audit.text), '') AS told
        FROM audit.event`
    expect(told).toContain('environment.connected')
    expect(told).not.toContain('flipper-token')

    await expect(
      changeConnection(cast.alma(), 'staging', { token: 'wrong' }),
    ).rejects.toMatchObject(refusedWith({ code: 'server_failed' }))
    server.authorization = 'Bearer another'
    await changeConnection(cast.alma(), 'staging', { token: 'another' })
    await pushEverything()
    expect(server.flipper.state('only_here')).toEqual(OFF)
    expect((await toldSince(1))[0]?.type).toBe('environment.connection_changed')
  })

  test('is forgotten when the connection ends, which may be made again', async () => {
    await connectTo(server, { environment: 'staging' })
    await expect(
      disconnectEnvironment(cast.tomas(), 'staging', { reason: 'No' }),
    ).rejects.toMatchObject(refusedWith({ code: 'forbidden' }))
    await disconnectEnvironment(cast.alma(), 'staging', { reason: 'Another server' })
    expect(await db().flipperConnection.findFirstOrThrow()).toMatchObject({
      sealedToken: null,
      ended: true,
    })
    await expect(
      disconnectEnvironment(cast.alma(), 'staging', { reason: 'Again' }),
    ).rejects.toMatchObject(refusedWith({ code: 'not_found' }))
    await connectTo(server, { environment: 'staging' })
    await changeConnection(cast.alma(), 'staging', { on_drift: 'put_back' })
    expect(await db().flipperConnection.count({ where: { ended: false } })).toBe(1)
  })
})
