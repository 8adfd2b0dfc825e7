import { setTimeout } from 'node:timers/promises'
import { median, percentile } from './figures.ts'
import type { Ours } from './ours.ts'
import type { Peer } from './peer.ts'

/** How long after a flip was answered the new answer was given: milliseconds. */
export interface Delay {
  readonly what: string
  readonly median: number
  readonly p99: number
}

/** From the answer to a flip until the first evaluation that shows it, ours beside the peer's. */
export async function compareFlips(ours: Ours, peer: Peer, flips: number): Promise<Delay[]> {
  const mine: number[] = []
  const theirs: number[] = []
  for (let n = 0; n < flips; n += 1) {
    const isOn = n % 2 === 0
    await ours.flip('bench_toggle_0', isOn ? 100 : 0)
    mine.push(await until(() => oursIs(ours, isOn)))
    await switchPeer(peer, isOn)
    theirs.push(await until(() => peerIs(peer, isOn)))
  }
  return [
    { what: 'Rollcall', median: median(mine), p99: percentile(mine, 0.99) },
    { what: 'Unleash, /api/frontend', median: median(theirs), p99: percentile(theirs, 0.99) },
  ]
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
