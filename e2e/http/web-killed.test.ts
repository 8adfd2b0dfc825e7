import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../bin/test-run/source-files.ts'
import { type KillableProduct, startKillable, VICTIMS } from '../fixtures/killable-product.ts'

// ROLLCALL_KILLS=100 is the run of record; one of each shows that nothing has come loose.
const ROUNDS = Number(process.env.ROLLCALL_KILLS ?? VICTIMS.length)
const WRITERS = 3

let killable: KillableProduct

beforeAll(async () => {
  killable = await startKillable()
})

afterAll(() => killable.stop())

function ask(who: string, method: string, path: string, body?: object, key?: string) {
  const { product, token } = killable
  return fetch(`${product.web}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token(who)}`,
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    body: body === undefined ? null : JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  })
}

/** What is answered with success, however often it has to be asked; no other answer than a fault is one. */
async function surely(asks: () => Promise<Response>): Promise<Response> {
  for (;;) {
    const answer = await asks().catch(() => null)
    const text = answer === null ? null : await answer.text().catch(() => null)
    if (answer?.ok && text !== null) return new Response(text, answer)
    if (answer !== null && answer.status < 500 && text !== null) throw new Error(text)
    await setTimeout(50)
  }
}

/** Somebody who flips a toggle of their own, on and on, each flip until it is acknowledged. */
interface Writer {
  readonly toggle: string
  acknowledged: number
}

async function write(writer: Writer, isOver: () => boolean): Promise<void> {
  const path = `/toggles/${writer.toggle}/environments/staging`
  while (!isOver()) {
    const n = writer.acknowledged + 1
    const body = { percentage_of_actors: n % 100, reason: `Flip ${n}` }
    await surely(() => ask('tech_lead', 'PATCH', path, body, `${writer.toggle}-${n}`))
    writer.acknowledged = n
  }
}

/** Waits until each of them was acknowledged something that was asked for after now. */
async function goesOn(writers: readonly Writer[]): Promise<void> {
  const before = writers.map(({ acknowledged }) => acknowledged)
  while (writers.some(({ acknowledged }, n) => acknowledged <= (before[n] ?? 0) + 1)) {
    await setTimeout(20)
  }
}

async function reasonsInLog(toggle: string): Promise<string[]> {
  const reasons: string[] = []
  for (let after = 0, more = true; more; ) {
    const path = `/audit/feed?toggle=${toggle}&action=toggle.&after=${after}&limit=500`
    const part = await (await surely(() => ask('government_lead', 'GET', path))).json()
    for (const { reason } of part.entries) if (reason !== null) reasons.push(reason)
    ;({ next: after, more } = part)
  }
  return reasons
}

async function verifiedOffline(): Promise<{ failed: boolean; said: string }> {
  const file = join(killable.product.home, 'export.jsonl')
  const { body } = await ask('government_lead', 'GET', '/audit/export?format=jsonl')
  if (body === null) throw new Error('nothing was exported')
  await pipeline(Readable.fromWeb(body as never), createWriteStream(file))
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'bin/verify-audit.mjs'), file], (error, said) =>
      resolve({ failed: error !== null, said }),
    )
  })
}

test(`web, worker, a backend and the postmaster are killed in turn, ${ROUNDS} times under load: each flip is there once`, async () => {
  const writers = Array.from({ length: WRITERS }, (_, n) => ({
    toggle: `killed_web_${n}`,
    acknowledged: 0,
  }))
  for (const { toggle: key } of writers) {
    await surely(() => ask('tech_lead', 'POST', '/toggles', { key, description: '' }))
  }
  let isOver = false
  const writing = Promise.all(writers.map((writer) => write(writer, () => isOver)))
  await Promise.race([goesOn(writers), writing])
  for (let round = 0; round < ROUNDS; round += 1) {
    await setTimeout((round * 37) % 200)
    await killable.kill(VICTIMS[round % VICTIMS.length] ?? 'the web')
    await Promise.race([goesOn(writers), writing])
  }
  isOver = true
  await writing

  for (const { toggle, acknowledged } of writers) {
    const flips = Array.from({ length: acknowledged }, (_, n) => `Flip ${n + 1}`)
    expect(await reasonsInLog(toggle)).toEqual(flips)
    const path = `/toggles/${toggle}/environments/staging`
    const state = await (await ask('viewer', 'GET', path)).json()
    expect(state.version).toBe(acknowledged + 1)
    expect(state.percentage_of_actors).toBe(acknowledged % 100)
  }
  // With the state of every table as its entries imply it.
  const verification = await ask('government_lead', 'GET', '/audit/verification?thorough=true')
  expect(await verification.json()).toMatchObject({ holds: true, problem: null })
  expect(await verifiedOffline()).toMatchObject({
    failed: false,
    said: expect.stringContaining('entries hold: seq 1 to'),
  })
  const all = writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0)
  process.stdout.write(`${ROUNDS} kills: ${all} flips acknowledged, each in the log once\n`)
}, 3_600_000)
