import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '../bin/test-run/source-files.ts'
import { cpuByMetrics, cpuOf } from './cpu-of.ts'
import { median } from './figures.ts'
import { type Asked, type Load, load, type Measured } from './load.ts'
import type { Ours } from './ours.ts'
import type { Peer } from './peer.ts'

/** One comparison: ours beside the other, each the median of the rounds. */
export interface Compared {
  readonly what: string
  readonly other: string
  /** How many times the other's answers a second ours should give. */
  readonly mark: number
  /** What share of the other's p99 ours may take at most; null where nothing is said of it. */
  readonly slowest: number | null
  readonly ours: Measured
  readonly others: Measured
}

interface Side {
  readonly load: Load
  readonly status: number
  readonly cpu: () => Promise<number | null>
}

interface Pair extends Pick<Compared, 'what' | 'other' | 'mark' | 'slowest'> {
  readonly ours: Side
  readonly others: Side
}

interface Rounds {
  readonly rounds: number
  readonly seconds: number
}

const CONNECTIONS = 50

/** As many different visitors ask: what is remembered of one must not count for the others. */
const VISITORS = 5000

/** So long each side is asked before anything counts: a process that has just begun still compiles. */
const WARMING_SECONDS = 2

/** Pollers bring the tag of their last answer: so many, each with one of its own. */
const POLLERS = 200

/** Answers under load, each beside its peer in the same rounds, taking turns. */
export async function compareAnswers(ours: Ours, peer: Peer, given: Rounds): Promise<Compared[]> {
  const constant = await constantServer(await oneFlag(ours))
  try {
    const pairs = await pairsOf(ours, peer, constant, given.seconds)
    const compared: Compared[] = []
    for (const pair of pairs) compared.push(await compare(pair, given))
    return compared
  } finally {
    constant.stop()
  }
}

async function compare(pair: Pair, given: Rounds): Promise<Compared> {
  const mine: Measured[] = []
  const theirs: Measured[] = []
  const measured = ({ load: one, status, cpu }: Side) => load(one, status, cpu)
  for (const side of [pair.ours, pair.others]) {
    await measured({ ...side, load: { ...side.load, seconds: WARMING_SECONDS } })
  }
  for (let round = 0; round < given.rounds; round += 1) {
    // Whoever goes first changes from round to round: a warm machine favours the second.
    const turns = [
      async () => mine.push(await measured(pair.ours)),
      async () => theirs.push(await measured(pair.others)),
    ]
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn()
  }
  const { what, other, mark, slowest } = pair
  return { what, other, mark, slowest, ours: middle(mine), others: middle(theirs) }
}

function middle(all: readonly Measured[]): Measured {
  const cpus = all.flatMap(({ cpu }) => (cpu === null ? [] : [cpu]))
  return {
    perSecond: median(all.map(({ perSecond }) => perSecond)),
    p50: median(all.map(({ p50 }) => p50)),
    p99: median(all.map(({ p99 }) => p99)),
    cpu: cpus.length === 0 ? null : median(cpus),
  }
}

const EVALUATE = '/ofrep/v1/evaluate/flags'

function evaluation(ours: Ours, path: string, n: number): Asked {
  const visitor = `visitor-${String(n).padStart(5, '0')}`
  return {
    method: 'POST',
    path,
    headers: { authorization: `Bearer ${ours.flagsToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ context: { targetingKey: visitor } }),
  }
}

async function pairsOf(
  ours: Ours,
  peer: Peer,
  constant: Constant,
  seconds: number,
): Promise<Pair[]> {
  const visitors = Array.from({ length: VISITORS }, (_, n) => n)
  const cpu = () => cpuByMetrics(ours.product.flags)
  const peerCpu = () => cpuOf(peer.pid)
  const at = (origin: string, requests: readonly Asked[]): Load => {
    return { origin, requests: [...requests], connections: CONNECTIONS, seconds }
  }
  const mine = (requests: readonly Asked[], status: number): Side => {
    return { load: at(ours.product.flags, requests), status, cpu }
  }
  const bulk = visitors.map((n) => evaluation(ours, EVALUATE, n))
  const one = visitors.map((n) => evaluation(ours, `${EVALUATE}/bench_toggle_25`, n))
  const frontend = visitors.map((n): Asked => {
    const path = `/api/frontend?userId=visitor-${String(n).padStart(5, '0')}`
    return { method: 'GET', path, headers: { authorization: peer.tokens.frontend } }
  })
  const features: Asked = {
    method: 'GET',
    path: '/api/client/features',
    headers: { authorization: peer.tokens.client },
  }
  const polls: Asked[] = []
  for (const asked of bulk.slice(0, POLLERS)) polls.push(await again(ours.product.flags, asked))
  return [
    {
      what: '200 toggles evaluated for one context',
      other: 'Unleash, /api/frontend',
      mark: 10,
      slowest: 0.1,
      ours: mine(bulk, 200),
      others: { load: at(peer.url, frontend), status: 200, cpu: peerCpu },
    },
    {
      what: 'the same rules again, If-None-Match, 304',
      other: 'Unleash, /api/client/features',
      mark: 10,
      slowest: null,
      ours: mine(polls, 304),
      others: { load: at(peer.url, [await again(peer.url, features)]), status: 304, cpu: peerCpu },
    },
    {
      what: 'one flag',
      other: "Node's http, a constant of that size",
      mark: 0.7,
      slowest: null,
      ours: mine(one, 200),
      others: { load: at(constant.url, one), status: 200, cpu: () => cpuOf(constant.pid) },
    },
  ]
}

/** A request as it is asked again, with the tag of the answer before. */
async function again(origin: string, asked: Asked): Promise<Asked> {
  const { method, path, headers, body } = asked
  const response = await fetch(`${origin}${path}`, { method, headers, body: body ?? null })
  await response.arrayBuffer()
  const etag = response.headers.get('etag')
  if (etag === null) throw new Error(`${path} answered ${response.status} without an ETag`)
  return { ...asked, headers: { ...headers, 'if-none-match': etag } }
}

async function oneFlag(ours: Ours): Promise<string> {
  const { path, ...asked } = evaluation(ours, `${EVALUATE}/bench_toggle_25`, 1)
  const response = await fetch(`${ours.product.flags}${path}`, {
    ...asked,
    body: asked.body ?? null,
  })
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
  return response.text()
}

interface Constant {
  readonly url: string
  readonly pid: number
  readonly stop: () => void
}

async function constantServer(body: string): Promise<Constant> {
  const child = spawn(process.execPath, [join(root, 'bench/constant-server.ts'), body], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = await once(child.stdout, 'data')
  const url = `http://127.0.0.1:${Number(String(port))}`
  return { url, pid: child.pid ?? 0, stop: () => child.kill() }
}
