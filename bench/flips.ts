import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { median, percentile } from './figures.ts'
import type { Ours } from './ours.ts'
import type { Peer } from './peer.ts'

/** How long after a flip the new answer was given: milliseconds. */
export interface Delay {
  readonly what: string
  readonly median: number
  readonly p99: number
  /** What p99 should stay under; null for the peer. */
  readonly mark: number | null
}

/**
 * From the commit of a flip, as its entry of the log says it, until the first evaluation that shows
 * it; the same with the connection that hears of changes cut just before; and beside that the peer,
 * from its answer to the flip.
 */
export async function compareFlips(ours: Ours, peer: Peer, flips: number): Promise<Delay[]> {
  const database = new pg.Client({
    connectionString: readFileSync(join(ours.product.home, 'database-url'), 'utf8').trim(),
  })
  await database.connect()
  const pushed: number[] = []
  const lost: number[] = []
  const theirs: number[] = []
  try {
    for (let n = 0; n < flips; n += 1) {
      const isOn = n % 2 === 0
      pushed.push(await flipped(ours, isOn))
      await switchPeer(peer, isOn)
      theirs.push(await until(() => peerIs(peer, isOn)))
    }
    for (let n = 0; n < flips; n += 1) {
      await database.query(CUT)
      lost.push(await flipped(ours, n % 2 === 0))
    }
  } finally {
    await database.end()
  }
  const delay = (what: string, all: readonly number[], mark: number | null): Delay => {
    return { what, median: median(all), p99: percentile(all, 0.99), mark }
  }
  return [
    delay('Rollcall', pushed, 50),
    delay('Rollcall, the notice lost', lost, 1000),
    delay('Unleash, /api/frontend', theirs, null),
  ]
}

const CUT = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
   WHERE datname = current_database() AND application_name = 'rollcall flags notices'`

async function flipped(ours: Ours, isOn: boolean): Promise<number> {
  const seen = until(() => oursIs(ours, isOn)).then(() => Date.now())
  const committed = await ours.flip('bench_toggle_0', isOn ? 100 : 0)
  return Math.max(0, (await seen) - committed)
}

async function until(isThere: () => Promise<boolean>): Promise<number> {
  const from = performance.now()
  while (!(await isThere())) await setTimeout(1)
  return performance.now() - from
}

async function oursIs(ours: Ours, isOn: boolean): Promise<boolean> {
  const response = await fetch(`${ours.product.flags}/ofrep/v1/evaluate/flags/bench_toggle_0`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ours.flagsToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ context: { targetingKey: 'visitor-1' } }),
  })
  return Object(await response.json()).value === isOn
}
async function switchPeer(peer: Peer, isOn: boolean): Promise<void> {
  const environment = 'features/bench_toggle_100/environments/development'
  const response = await fetch(
    `${peer.url}/api/admin/projects/default/${environment}/${isOn ? 'on' : 'off'}`,
    { method: 'POST', headers: { authorization: peer.tokens.admin } },
  )
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`Unleash answered ${response.status} to a flip`)
}

async function peerIs(peer: Peer, isOn: boolean): Promise<boolean> {
  const response = await fetch(`${peer.url}/api/frontend?userId=visitor-1`, {
    headers: { authorization: peer.tokens.frontend },
  })
  const { toggles } = Object(await response.json())
  const names = Array.isArray(toggles) ? toggles.map((one) => Object(one).name) : []
  return names.includes('bench_toggle_100') === isOn
}
