import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { pushSteps } from '../../domain/connected/push-steps.ts'
import { isSameThere } from '../../domain/connected/same-there.ts'
import { OFF, type ToggleState } from '../../domain/toggle/state.ts'
import { type FlipperServer, flipperServer } from './flipper-server.ts'
import { type AnyFlipper, openAnyFlipper } from './testing/open-any-flipper.ts'

let opened: AnyFlipper
let server: FlipperServer

beforeEach(async () => {
  vi.stubEnv('CONNECTED_HOSTS', '127.0.0.1')
  opened = await openAnyFlipper()
  server = flipperServer({ address: opened.address, auth: 'none' })
}, 60_000)
afterEach(async () => {
  vi.unstubAllEnvs()
  await opened.stop()
})

/** Brings a feature to a state as a push does, and gives what is read back. */
async function bring(wanted: ToggleState): Promise<ToggleState | null> {
  const found = await server.read('new_form')
  const there = found && 'state' in found ? found.state : null
  const expressions = found === null || ('state' in found && found.expressions)
  const options = { expressions, offIsDangerous: false }
  for (const step of pushSteps('new_form', there, wanted, options)) {
    expect(await server.send(step)).toBe('done')
  }
  const back = await server.read('new_form')
  return back && 'state' in back ? back.state : null
}

const states: readonly ToggleState[] = [
  { ...OFF, percentageOfActors: 25, actors: ['User;1', 'ada'], groups: ['admins'] },
  { ...OFF, percentageOfActors: 12.5, actors: ['fern'], percentageOfTime: 5 },
  { ...OFF, boolean: true },
  { ...OFF, percentageOfActors: 1 },
  OFF,
]

test('a Flipper server, the gem itself where it is installed, is brought from each state to the next', async () => {
  expect(await server.read('new_form')).toBeNull()
  for (const wanted of states) {
    const back = await bring(wanted)
    expect(back && isSameThere(back, wanted), `${opened.which}: ${JSON.stringify(back)}`).toBe(true)
  }
})

test('all of it is read at once', async () => {
  await bring({ ...OFF, percentageOfActors: 25 })
  const { features, unreadable } = await server.readAll()
  expect([...features.keys()]).toEqual(['new_form'])
  expect(features.get('new_form')?.state.percentageOfActors).toBe(25)
  expect(unreadable).toEqual([])
})
