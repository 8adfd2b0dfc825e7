import { expect, test } from 'vitest'
import { findConnected } from '../home/find-connected.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { bringIn } from './bring-in.ts'
import { findArrivals } from './find-arrivals.ts'
import { findConnection } from './find-connection.ts'
import { lookNow } from './look-now.ts'
import { pushState } from './push-state.ts'
import { stateIdOf, toldSince } from './testing/log-of.ts'
import {
  connected,
  ENVIRONMENT,
  useFlipper as givenFlipper,
  KEY,
  push,
  server,
  to,
  writes,
} from './testing/pushing.ts'

givenCast()
givenFlipper()

const refusedWith = (refusal: object) => ({ refusal: expect.objectContaining(refusal) })

test('what only the server has is listed, and registered as it stands when somebody asks for it', async () => {
  server.flipper.set('theirs', { percentageOfActors: 40, actors: ['ada'] })
  server.flipper.set('theirs_off', {})
  await connected()
  await lookNow(cast.alma(), ENVIRONMENT)
  const { connection } = await findConnection(cast.victor(), ENVIRONMENT)
  expect(connection?.only_there).toEqual(['theirs', 'theirs_off'])
  const given = { keys: ['theirs', 'theirs_off'] }
  await expect(bringIn(cast.tomas(), ENVIRONMENT, given)).rejects.toMatchObject(
    refusedWith({ code: 'forbidden', action: 'environment.connect' }),
  )
  await bringIn(cast.alma(), ENVIRONMENT, given)
  expect((await toldSince(4)).map(({ type }) => type)).toEqual([
    'toggle.registered',
    'toggle.registered',
    'toggle.taken_over',
    'toggle.taken_over',
  ])
  for (const key of given.keys) {
    expect(await pushState(await stateIdOf(key, ENVIRONMENT))).toBe('there already')
  }
  expect(writes()).toEqual([])
  await expect(bringIn(cast.alma(), ENVIRONMENT, given)).rejects.toMatchObject(
    refusedWith({ code: 'already_exists' }),
  )
  await expect(bringIn(cast.alma(), ENVIRONMENT, { keys: ['nope'] })).rejects.toMatchObject(
    refusedWith({ code: 'not_found' }),
  )
})

test('pages tell how far a state has come, and what the server said last, and no token', async () => {
  await connected()
  await to({ percentage_of_actors: 25 })
  server.faults.push({ status: 503 })
  await push()
  expect((await findArrivals(cast.victor(), KEY)).get(ENVIRONMENT)).toMatchObject({
    pending: true,
    attempts: 1,
    last_error: 'It answered 503.',
  })
  const shown = await findConnection(cast.victor(), ENVIRONMENT)
  expect(shown.connection).toMatchObject({
    arrived: 0,
    pending: [{ toggle: KEY, wanted: '25 % of actors', attempts: 1 }],
  })
  expect(JSON.stringify(shown)).not.toContain('flipper-token')
  await push()
  expect((await findArrivals(cast.victor(), KEY)).get(ENVIRONMENT)).toMatchObject({
    pending: false,
    last_error: null,
  })
  expect((await findArrivals(cast.victor(), KEY)).get('production')).toBeUndefined()
})

test('home tells what others changed until somebody flips it again', async () => {
  await connected()
  await to({ percentage_of_actors: 25 })
  await push()
  server.flipper.set(KEY, { percentageOfActors: 60 })
  await lookNow(cast.alma(), ENVIRONMENT)
  const { outside, late } = await findConnected(cast.tomas())
  expect(outside).toMatchObject([{ toggle: KEY, from: '25 % of actors', to: '60 % of actors' }])
  expect(late).toEqual([])
  await to({ percentage_of_actors: 30 })
  expect((await findConnected(cast.tomas())).outside).toEqual([])
})
