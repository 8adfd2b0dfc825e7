import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isSameThere } from '../domain/connected/same-there.ts'
import { OFF } from '../domain/toggle/state.ts'
import { connectTo } from '../server/connected/testing/connected-production.ts'
import { type FlipperStandIn, openFlipper } from '../server/connected/testing/flipper-stand-in.ts'
import { arrivalOf } from '../server/connected/testing/log-of.ts'
import { connectDatabase, db, disconnectDatabase } from '../server/db.ts'
import { cast } from '../server/testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../server/testing/test-database.ts'
import { createToggle } from '../server/toggles/create-toggle.ts'
import { flip } from '../server/toggles/flip.ts'

const KILLS = Number(process.env.CONNECTED_KILLS ?? 6)
const PROCESS = fileURLToPath(new URL('./testing/worker-process.ts', import.meta.url))
const KEY = 'new_form'

let database: TestDatabase
let server: FlipperStandIn
let worker: ChildProcess | undefined

beforeEach(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of these tests, long enough')
  vi.stubEnv('CONNECTED_HOSTS', '127.0.0.1')
  database = await freshDatabase('cast')
  await connectDatabase(database.appUrl)
  server = await openFlipper()
})

afterEach(async () => {
  vi.unstubAllEnvs()
  worker?.kill('SIGKILL')
  await server.stop()
  await disconnectDatabase()
  await database.drop()
})

function startWorker(): ChildProcess {
  const env = { ...process.env, TEST_DATABASE: database.appUrl, TEST_TAKE_OVER_MS: '200' }
  return spawn(process.execPath, [PROCESS], { env, stdio: 'ignore' })
}

/** States that are several requests apart, so that a push can be cut in the middle. */
const patches = [
  { percentage_of_actors: 25, actors: ['ada', 'ben'], groups: ['admins'] },
  { percentage_of_actors: 50, actors: ['fern'], groups: [] },
  { boolean: true, actors: ['ada', 'quentin'] },
  { boolean: false, percentage_of_time: 5, actors: ['dalia'], percentage_of_actors: 1 },
] as const

test(
  'a worker that is killed in the middle of pushes leaves the newest state there, and no change of others',
  async () => {
    await createToggle(cast.alma(), { key: KEY, description: '' })
    await connectTo(server, { environment: 'staging' })
    for (let round = 0; round < KILLS; round += 1) {
      const patch = patches[round % patches.length] ?? {}
      await flip(cast.tomas(), { toggle: KEY, environment: 'staging', patch, reason: `${round}` })
      let writes = 0
      server.onRequest = (what) => {
        if (what.startsWith('GET')) return
        writes += 1
        // Before the request is done, or after the one before it was.
        if (writes === 1 + (round % 3)) worker?.kill('SIGKILL')
      }
      worker = startWorker()
      await Promise.race([once(worker, 'exit'), arrived()])
      worker.kill('SIGKILL')
    }
    server.onRequest = () => undefined
    worker = startWorker()
    await arrived()
    worker.kill('SIGTERM')
    await once(worker, 'exit')

    const last = patches[(KILLS - 1) % patches.length]
    const there = server.flipper.state(KEY) ?? OFF
    const row = await db().toggleState.findFirstOrThrow({
      where: { toggle: { key: KEY }, environment: { key: 'staging' } },
    })
    const wanted = {
      ...OFF,
      boolean: row.boolean,
      actors: row.actors,
      groups: row.groups,
      percentageOfActors: row.percentageOfActors?.toNumber() ?? null,
      percentageOfTime: row.percentageOfTime?.toNumber() ?? null,
    }
    expect(row.actors).toEqual([...(last?.actors ?? [])])
    expect(isSameThere(there, wanted)).toBe(true)
    const types = await db().auditEvent.findMany({
      where: { type: { in: ['toggle.changed_outside', 'toggle.pushed_over'] } },
    })
    expect(types).toEqual([])
  },
  300_000 + KILLS * 20_000,
)

async function arrived(): Promise<void> {
  while ((await arrivalOf(KEY, 'staging')).isPending) await setTimeout(50)
}
