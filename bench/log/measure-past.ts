import type { PersonActor } from '../../domain/actor.ts'
import { findEntries } from '../../server/audit/find-entries.ts'
import { db } from '../../server/db.ts'
import { stateAt } from '../../server/toggles/state-at.ts'
import { stateDifference } from '../../server/toggles/state-difference.ts'
import { median, percentile, shown } from '../figures.ts'
import { timed } from './measure-reading.ts'

const ROUNDS = 20
const DAY_MS = 86_400_000

/** The state of every toggle at moments all along the log, differences, the last hour, one request. */
export async function measurePast(reader: PersonActor, say: (text: string) => void): Promise<void> {
  const ago = (days: number) => new Date(Date.now() - days * DAY_MS)
  const each = async (name: string, work: (round: number) => Promise<unknown>) => {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) times.push(await timed(() => work(round)))
    say(`${name}: median ${shown(median(times))}, p95 ${shown(percentile(times, 0.95))}`)
  }
  say('')
  const states = await stateAt(reader, { at: ago(1) })
  const production = { environment: 'production' }
  await each(`as of, ${states.states.length} states`, (n) => stateAt(reader, { at: ago(20 * n) }))
  await each('as of, production', (n) => stateAt(reader, { at: ago(20 * n), ...production }))
  await each('a day’s difference', (n) =>
    stateDifference(reader, { from: ago(20 * n + 1), to: ago(20 * n), ...production }),
  )
  await each('the difference of all of the log, all environments', () =>
    stateDifference(reader, { from: ago(399), to: ago(0) }),
  )
  await each('the last hour', () => findEntries(reader, { last: 'hour' }))
  const [one] = await db().$queryRaw<{ request: string }[]>`
    SELECT e.request_id::text AS request FROM audit.chain c JOIN audit.event e ON e.id = c.event_id
     WHERE c.seq = (SELECT max(seq) / 2 FROM audit.chain)`
  await each('all that one request caused', () => findEntries(reader, { request: one?.request }))
}
