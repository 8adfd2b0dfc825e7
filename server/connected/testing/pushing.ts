import { afterEach, beforeEach, expect, vi } from 'vitest'
import { cast } from '../../testing/cast.ts'
import { createToggle } from '../../toggles/create-toggle.ts'
import { flip } from '../../toggles/flip.ts'
import { pushState } from '../push-state.ts'
import { connectTo } from './connected-production.ts'
import { type FlipperStandIn, openFlipper } from './flipper-stand-in.ts'
import { arrivalOf, stateIdOf } from './log-of.ts'

/** The toggle of these tests. */
export const KEY = 'new_form'

/** Staging asks for no checks: these tests are about what happens after them. */
export const ENVIRONMENT = 'staging'

/** The server of the test that runs. */
export let server: FlipperStandIn

/** Gives every test of a file a Flipper of its own, and a toggle. */
export function useFlipper(): void {
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
}

export const to = (patch: object) =>
  flip(cast.tomas(), { toggle: KEY, environment: ENVIRONMENT, patch, reason: 'To see it arrive' })

/** What the worker does with it. */
export const push = async () => pushState(await stateIdOf(KEY, ENVIRONMENT))

export const arrival = () => arrivalOf(KEY, ENVIRONMENT)

/** What stands on the server. */
export const there = () => server.flipper.state(KEY)

/** What was asked of the server besides reading. */
export const writes = () => server.requests.filter((what) => !what.startsWith('GET'))

/** Alma connects staging, and the toggle arrives there. */
export async function connected(): Promise<void> {
  await connectTo(server, { environment: ENVIRONMENT })
  expect(await push()).toBe('arrived')
  server.requests.length = 0
}
