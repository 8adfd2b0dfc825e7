import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freePort } from '../../bin/postgres/free-port.ts'
import { root } from '../../bin/test-run/source-files.ts'
import { type Balancer, balance } from '../fixtures/balancer.ts'
import { sessionOf } from '../fixtures/session-over-http.ts'
import { tokenOf } from '../fixtures/start-product.ts'
import { call } from './api.ts'

const FLIPS = 120
const AT_ONCE = 8
const KEY = 'flipped_by_two_webs'

const product = inject('product')
let port: number
let second: ChildProcess
let balancer: Balancer

/** Another web process of the same installation, on a port of its own; ready when answered. */
async function startSecond(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['bin/web.ts'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      ROLLCALL_HOME: product.home,
      NEXTAUTH_URL: product.web,
    },
    stdio: 'ignore',
  })
  for (;;) {
    if (child.exitCode !== null) throw new Error('The second web process ended.')
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null)
    if (ready?.ok) return child
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

beforeAll(async () => {
  port = (await freePort('127.0.0.1')) ?? 0
  second = await startSecond()
  balancer = await balance([Number(new URL(product.web).port), port])
})

afterAll(() => {
  balancer.close()
  second.kill('SIGKILL')
})

/** A flip as a careful client sends it: whatever breaks on the way, the same request again. */
async function flip(
  n: number,
  broken: { count: number },
): Promise<{ version: number; seq: number }> {
  for (let tries = 0; tries < 20; tries += 1) {
    const answer = await fetch(`${balancer.address}/api/v1/toggles/${KEY}/environments/staging`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${tokenOf(product, 'tech_lead')}`,
        'content-type': 'application/json',
        'idempotency-key': `two-webs-${n}`,
        connection: 'close',
      },
      body: JSON.stringify({ percentage_of_actors: n / 10, reason: `Flip ${n}` }),
    }).catch(() => null)
    const told = answer?.status === 200 ? await answer.json().catch(() => null) : null
    if (told !== null) return told
    if (answer !== null && answer.status !== 200 && answer.status < 500) {
      throw new Error(await answer.text())
    }
    broken.count += 1
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`Flip ${n} was never answered.`)
}

async function flipFrom(first: number, onThird: () => void, broken: { count: number }) {
  const answers: { version: number; seq: number }[] = []
  let next = first
  const worker = async () => {
    while (next < first + FLIPS) {
      next += 1
      const n = next
      if (n - first === Math.floor(FLIPS / 3)) onThird()
      answers.push(await flip(n, broken))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return answers
}

test('one of two web processes is killed under load: no change is lost and none is doubled', async () => {
  const made = await call('tech_lead', 'POST', '/toggles', {
    body: { key: KEY, description: 'Flipped through a balancer' },
  })
  expect(made.status).toBe(201)
  const broken = { count: 0 }
  const killed = await flipFrom(0, () => second.kill('SIGKILL'), broken)
  second = await startSecond()
  const ended = await flipFrom(FLIPS, () => second.kill('SIGTERM'), broken)
  const versions = [...killed, ...ended].map(({ version }) => version)
  expect(new Set(versions).size).toBe(2 * FLIPS)
  expect(Math.max(...versions)).toBe(2 * FLIPS + 1)
  const state = await call('viewer', 'GET', `/toggles/${KEY}/environments/staging`)
  expect(state.at('version')).toBe(2 * FLIPS + 1)
  expect((await call('government_lead', 'GET', '/audit/verification')).at('holds')).toBe(true)
}, 300_000)

test('a process that is told to stop finishes what it took, and ends by itself', async () => {
  second = await startSecond()
  const gone = new Promise<number | null>((resolve) => second.once('exit', resolve))
  const asked = Array.from({ length: 20 }, (_, n) =>
    fetch(`http://127.0.0.1:${port}/api/v1/toggles/${KEY}/environments/staging`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${tokenOf(product, 'tech_lead')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ percentage_of_actors: 60 + n, reason: 'While it stops' }),
    }).then(({ status }) => status),
  )
  await Promise.race(asked)
  second.kill('SIGTERM')
  expect(await Promise.all(asked)).toEqual(asked.map(() => 200))
  // Of itself: one that a signal ended has no exit code.
  expect([0, 143]).toContain(await gone)
}, 120_000)

test('people stay signed in, whichever process answers them', async () => {
  second = await startSecond()
  const jar = await sessionOf(product.web, 'viewer')
  const cookie = jar.header(product.web)
  for (const at of [product.web, `http://127.0.0.1:${port}`]) {
    const answer = await fetch(`${at}/api/v1/toggles/${KEY}`, { headers: { cookie } })
    expect(answer.status, at).toBe(200)
    await answer.arrayBuffer()
  }
})
