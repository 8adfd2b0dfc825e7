import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { median } from './figures.ts'
import { type Load, load, type Measured } from './load.ts'
import type { Ours } from './ours.ts'
import type { Peer } from './peer.ts'

/** One comparison: ours beside the other, each the median of the rounds. */
export interface Compared {
  readonly what: string
  readonly other: string
  readonly ours: Measured
  readonly others: Measured
}

interface Pair {
  readonly what: string
  readonly other: string
  readonly ours: readonly [Load, number]
  readonly others: readonly [Load, number]
}

interface Rounds {
  readonly rounds: number
  readonly seconds: number
}

const CONTEXT = JSON.stringify({ context: { targetingKey: 'visitor-4711' } })
const CONNECTIONS = 50

/** Answers under load, each beside its peer in the same rounds, taking turns. */
export async function compareAnswers(ours: Ours, peer: Peer, given: Rounds): Promise<Compared[]> {
  const constant = await constantServer(await oneFlag(ours))
  try {
    const pairs = await pairsOf(ours, peer, constant.url, given.seconds)
    const compared: Compared[] = []
    for (const pair of pairs) compared.push(await compare(pair, given))
    return compared
  } finally {
    constant.close()
  }
}

async function compare({ what, other, ours, others }: Pair, given: Rounds): Promise<Compared> {
  const mine: Measured[] = []
  const theirs: Measured[] = []
  for (let round = 0; round < given.rounds; round += 1) {
    // Whoever goes first changes from round to round: a warm machine favours the second.
    const turns = [
      async () => mine.push(await load(...ours)),
      async () => theirs.push(await load(...others)),
    ]
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn()
  }
  return { what, other, ours: middle(mine), others: middle(theirs) }
}

function middle(all: readonly Measured[]): Measured {
  return {
    perSecond: median(all.map(({ perSecond }) => perSecond)),
    p50: median(all.map(({ p50 }) => p50)),
    p99: median(all.map(({ p99 }) => p99)),
  }
}

async function pairsOf(ours: Ours, peer: Peer, bare: string, seconds: number): Promise<Pair[]> {
  const measured = { connections: CONNECTIONS, seconds }
  const headers = {
    authorization: `Bearer ${ours.flagsToken}`,
    'content-type': 'application/json',
  }
  const evaluate = `${ours.product.flags}/ofrep/v1/evaluate/flags`
  const bulk: Load = { ...measured, url: evaluate, method: 'POST', headers, body: CONTEXT }
  const one: Load = { ...bulk, url: `${evaluate}/bench_toggle_25` }
  const frontend: Load = {
    ...measured,
    method: 'GET',
    url: `${peer.url}/api/frontend?userId=visitor-4711`,
    headers: { authorization: peer.tokens.frontend },
  }
  const features: Load = {
    ...measured,
    method: 'GET',
    url: `${peer.url}/api/client/features`,
    headers: { authorization: peer.tokens.client },
  }
  const ourEtag = await etagOf(bulk)
  const theirEtag = await etagOf(features)
  return [
    {
      what: '200 toggles evaluated for one context',
      other: 'Unleash, /api/frontend',
      ours: [bulk, 200],
      others: [frontend, 200],
    },
    {
      what: 'the same rules again, If-None-Match, 304',
      other: 'Unleash, /api/client/features',
      ours: [{ ...bulk, headers: { ...headers, 'if-none-match': ourEtag } }, 304],
      others: [{ ...features, headers: { ...features.headers, 'if-none-match': theirEtag } }, 304],
    },
    {
      what: 'one flag',
      other: "Node's http, a constant of that size",
      ours: [one, 200],
      others: [{ ...one, url: bare }, 200],
    },
  ]
}

async function etagOf({ url, method, headers, body }: Load): Promise<string> {
  const response = await fetch(url, {
    method,
    headers,
    body: body ?? null,
  })
  const etag = response.headers.get('etag')
  if (etag === null) throw new Error(`${url} answered ${response.status} without an ETag`)
  return etag
}

async function oneFlag(ours: Ours): Promise<string> {
  const url = `${ours.product.flags}/ofrep/v1/evaluate/flags/bench_toggle_25`
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${ours.flagsToken}`, 'content-type': 'application/json' },
    body: CONTEXT,
  })
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
  return response.text()
}

/** The least that Node can do: reads the body and answers the same bytes again and again. */
async function constantServer(body: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      response.setHeader('content-type', 'application/json')
      response.end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() }
}
