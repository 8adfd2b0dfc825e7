import { afterEach, expect, inject, test } from 'vitest'
import { tokenOf } from '../fixtures/start-product.ts'
import { call, importPlan } from './api.ts'

const WATCHERS = 50
const WHO = ['program_manager', 'tech_lead', 'government_lead', 'backend', 'viewer'] as const

const open: AbortController[] = []

afterEach(() => {
  for (const controller of open.splice(0)) controller.abort()
})

/** One listener of a meeting's stream: what it was told, as it comes. */
async function listen(who: string, path: string): Promise<{ told: unknown[] }> {
  const product = inject('product')
  const controller = new AbortController()
  open.push(controller)
  const response = await fetch(`${product.web}/api/v1${path}`, {
    headers: { authorization: `Bearer ${tokenOf(product, who)}` },
    signal: controller.signal,
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const told: unknown[] = []
  void read(response, told).catch((error: unknown) => {
    if (!controller.signal.aborted) throw error
  })
  return { told }
}

async function read(response: Response, told: unknown[]): Promise<void> {
  if (!response.body) throw new Error('the stream has no body')
  let rest = ''
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const parts = `${rest}${chunk}`.split('\n\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      const data = /^event: meeting\ndata: (.*)$/m.exec(part)?.[1]
      if (data !== undefined) told.push(JSON.parse(data))
    }
  }
}

function statusOf(meeting: unknown, discipline: string): unknown {
  const rows: unknown = Object(Object(meeting).round).disciplines
  if (!Array.isArray(rows)) return undefined
  return rows.find((row) => Object(row).discipline === discipline)?.status
}

test(`a turn, a vote and an edit reach all of ${WATCHERS} who watch, and all see the same`, async () => {
  const slug = await importPlan('reminders_watched')
  const plan = `/release-plans/${slug}`
  const round = await call('program_manager', 'POST', `${plan}/roll-calls`)
  const meeting = `${plan}/roll-calls/${round.at('id')}/meeting`
  const watchers = await Promise.all(
    Array.from({ length: WATCHERS }, (_, n) =>
      listen(WHO[n % WHO.length] ?? 'viewer', `${meeting}/live`),
    ),
  )
  const last = () => watchers.map(({ told }) => told.at(-1))
  const all = <T>(value: T) => watchers.map(() => value)
  await expect.poll(() => last().every(Boolean), { timeout: 20_000 }).toBe(true)

  await call('program_manager', 'PUT', meeting, { body: { turn: 'backend', running: true } })
  await expect
    .poll(() => last().map((one) => Object(one).turn), { timeout: 10_000 })
    .toEqual(all('backend'))

  await call('backend', 'PUT', `${plan}/sign-offs/backend`, { body: { verdict: 'go' } })
  await expect
    .poll(() => last().map((one) => statusOf(one, 'backend')), { timeout: 10_000 })
    .toEqual(all('go'))

  const document = await call('viewer', 'GET', `${plan}/document`)
  const edited = await call('program_manager', 'PUT', `${plan}/document`, {
    raw: document.text.replace('as soon as', 'whenever'),
    headers: { 'content-type': 'text/markdown', 'if-match': '"1"' },
  })
  expect(edited.status).toBe(200)
  await expect
    .poll(() => last().map((one) => statusOf(one, 'backend')), { timeout: 10_000 })
    .toEqual(all('stale'))
  const rounds = last().map((one) => JSON.stringify(Object(one).round))
  expect(new Set(rounds).size).toBe(1)
})

test('nobody watches a meeting without a token, nor one that is not there', async () => {
  const slug = await importPlan('reminders_unwatched')
  const round = await call('program_manager', 'POST', `/release-plans/${slug}/roll-calls`)
  const live = (id: unknown) => `/release-plans/${slug}/roll-calls/${id}/meeting/live`
  expect((await call(null, 'GET', live(round.at('id')))).status).toBe(401)
  const none = '9d3f2c1b-0a9e-4d8c-b7a6-5f4e3d2c1b0a'
  expect((await call('viewer', 'GET', live(none))).status).toBe(404)
})

test('a viewer neither calls a turn nor notes another, and says so of themself', async () => {
  const slug = await importPlan('reminders_viewed')
  const round = await call('program_manager', 'POST', `/release-plans/${slug}/roll-calls`)
  const path = `/release-plans/${slug}/roll-calls/${round.at('id')}`
  const turn = await call('viewer', 'PUT', `${path}/meeting`, { body: { turn: 'qa' } })
  expect(turn.status).toBe(403)
  const other = { present: true, name: 'Ben Castellano' }
  expect((await call('viewer', 'PUT', `${path}/attendance`, { body: other })).status).toBe(403)
  const self = await call('viewer', 'PUT', `${path}/attendance`, { body: { present: true } })
  expect(self.at('attendee.name')).toBe('Victor Nyman')
  await call('program_manager', 'POST', `${path}/decision`, { body: { decision: 'pause' } })
  const late = await call('viewer', 'PUT', `${path}/attendance`, { body: { present: false } })
  expect(late.status).toBe(409)
  const called = await call('program_manager', 'PUT', `${path}/meeting`, { body: { turn: 'qa' } })
  expect(called.status).toBe(409)
})
