import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freePort } from '../../bin/postgres/free-port.ts'
import { root } from '../../bin/test-run/source-files.ts'
import { bucketOf } from '../../domain/toggle/bucket.ts'
import type { Balancer } from '../fixtures/balancer.ts'
import { balanceRequests } from '../fixtures/request-balancer.ts'
import { call, importPlan, launch } from './api.ts'

const KEY = 'asked_through_a_balancer'
const REFETCH = 'data: {"type":"refetchEvaluation"}'
const PEOPLE = Array.from({ length: 100 }, (_, number) => `person-${number}`)

/** `BALANCED_SECONDS=60` for a longer load. */
const SECONDS = Number(process.env.BALANCED_SECONDS ?? 3)

const { flags, home } = inject('product')
const token = readFileSync(join(home, 'demo-flags-token'), 'utf8').trim()
const homes: string[] = []
const running = new Map<number, ChildProcess>()
let ports: [number, number, number]
let edge: number
let balancer: Balancer

beforeAll(async () => {
  ports = [Number(new URL(flags).port), await port(), await port()]
  edge = await port()
  const databaseUrl = readFileSync(join(home, 'database-url'), 'utf8').trim()
  for (const at of ports.slice(1)) start(at, { DATABASE_URL: databaseUrl })
  await Promise.all(ports.map(ready))
  start(edge, edgeOf(ports[2]))
  await ready(edge)
  balancer = await balanceRequests(ports)
  await launch(await importPlan(KEY))
})

afterAll(() => {
  balancer.close()
  for (const child of running.values()) child.kill('SIGKILL')
  for (const folder of homes) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

function edgeOf(upstream: number) {
  return { FLAGS_UPSTREAM: `http://127.0.0.1:${upstream}`, FLAGS_UPSTREAM_TOKEN: token }
}

async function port(): Promise<number> {
  return (await freePort('127.0.0.1')) ?? 0
}

/** Another flags process, with a folder of its own: the processes share nothing. */
function start(at: number, settings: Readonly<Record<string, string>>): void {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-balanced-'))
  homes.push(folder)
  const { DATABASE_URL: _, ...outside } = process.env
  const env = { ...outside, ROLLCALL_HOME: folder, FLAGS_PORT: String(at), ...settings }
  running.set(at, spawn(process.execPath, ['flags/main.ts'], { cwd: root, env, stdio: 'ignore' }))
}

async function ready(at: number): Promise<void> {
  const asked = () => fetch(`http://127.0.0.1:${at}/health/ready`).catch(() => null)
  while ((await asked())?.status !== 200) await setTimeout(50)
}

async function ask(at: string, person: string, path = `/${KEY}`, tag = '') {
  const answer = await fetch(`${at}/ofrep/v1/evaluate/flags${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(tag === '' ? {} : { 'if-none-match': tag }),
    },
    body: JSON.stringify({ context: { targetingKey: person } }),
  })
  const text = await answer.text()
  return { status: answer.status, text, etag: answer.headers.get('etag') ?? '' }
}

/** Listens to changes through the balancer, as a browser does. */
async function listen(path: string) {
  const stream = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${balancer.address}${path}`, resolve).on('error', reject)
  })
  let text = ''
  stream.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  stream.on('error', () => undefined)
  return {
    heard: () => text.split('\n\n').filter((part) => part === REFETCH).length,
    ended: new Promise<void>((resolve) => stream.on('close', () => resolve())),
    close: () => stream.destroy(),
  }
}

async function flipTo(percentage: number): Promise<void> {
  const body = { percentage_of_actors: percentage, reason: 'Seen through a balancer' }
  const path = `/toggles/${KEY}/environments/production`
  expect((await call('tech_lead', 'PATCH', path, { body })).status).toBe(200)
}

const isRight = (text: string, person: string, percentage: number): boolean =>
  text.includes(`"key":"${KEY}","value":${bucketOf(KEY, [person]) < percentage * 1000}`)

/** Whether each of these addresses says what this percentage means, for everybody. */
async function allSay(addresses: readonly string[], percentage: number): Promise<boolean> {
  for (const at of addresses) {
    for (const person of PEOPLE) {
      if (!isRight((await ask(at, person)).text, person, percentage)) return false
    }
  }
  return true
}

const each = () => [...ports, edge].map((at) => `http://127.0.0.1:${at}`)

test('a flip is seen through every process, and whoever listens through the balancer is told', async () => {
  const bulk = await ask(balancer.address, 'person-1', '')
  const path = JSON.parse(bulk.text).eventStreams[0].endpoint.requestUri
  const streams = await Promise.all(Array.from({ length: 6 }, () => listen(path)))
  await expect.poll(() => streams.map(({ heard }) => heard())).toEqual(streams.map(() => 1))
  await flipTo(10)
  await expect.poll(() => streams.every(({ heard }) => heard() > 1)).toBe(true)
  await expect.poll(() => allSay(each(), 10), { timeout: 10_000 }).toBe(true)

  // What one of them tagged, each of them knows: none holds anything of a client.
  const { etag } = await ask(balancer.address, 'person-1', '')
  for (let n = 0; n < 6; n += 1) {
    expect(await ask(balancer.address, 'person-1', '', etag)).toMatchObject({ status: 304, etag })
  }
  for (const stream of streams) stream.close()
}, 120_000)

test('one is killed under load: no wrong answer and none that fails, here or at the edge that it fed', async () => {
  const path = JSON.parse((await ask(balancer.address, 'person-1', '')).text).eventStreams[0]
    .endpoint.requestUri
  const streams = await Promise.all(Array.from({ length: 3 }, () => listen(path)))
  const wrong: string[] = []
  let answers = 0
  let isOver = false
  const load = async (at: string, path: string): Promise<void> => {
    while (!isOver) {
      const person = PEOPLE[answers % PEOPLE.length] ?? ''
      answers += 1
      const answer = await ask(at, person, path).catch((error: unknown) => ({
        status: 0,
        text: String(error),
      }))
      if (answer.status !== 200 || !isRight(answer.text, person, 10)) {
        wrong.push(`${answer.status} ${answer.text.slice(0, 200)}`)
      }
      await setTimeout(1)
    }
  }
  const loads = [
    ...[0, 1, 2, 3].map((n) => load(balancer.address, n % 2 === 0 ? `/${KEY}` : '')),
    load(`http://127.0.0.1:${edge}`, `/${KEY}`),
  ]
  await setTimeout((SECONDS * 1000) / 3)
  running.get(ports[2])?.kill('SIGKILL')
  // Whoever listened to that one comes back by itself, and is told at once to ask again.
  await Promise.race(streams.map(({ ended }) => ended))
  const back = await listen(path)
  await expect.poll(back.heard).toBe(1)
  await setTimeout((SECONDS * 2000) / 3)
  isOver = true
  await Promise.all(loads)
  expect(wrong).toEqual([])
  expect(answers).toBeGreaterThan(100)
  if (process.env.BALANCED_SECONDS !== undefined) console.log(`${answers} answers, none wrong`)

  await flipTo(5)
  await expect.poll(() => allSay([balancer.address], 5), { timeout: 10_000 }).toBe(true)
  const databaseUrl = readFileSync(join(home, 'database-url'), 'utf8').trim()
  start(ports[2], { DATABASE_URL: databaseUrl })
  await ready(ports[2])
  await expect.poll(() => allSay(each(), 5), { timeout: 20_000 }).toBe(true)
  for (const stream of [...streams, back]) stream.close()
}, 180_000)
