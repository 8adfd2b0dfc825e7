import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMetrics } from '../metrics.ts'
import { createRuleBook } from '../rule-book.ts'
import { readSnapshot } from '../snapshot.ts'
import {
  bearing,
  loaded,
  NOON,
  PRODUCTION,
  STAGING,
  testServer,
  toggle,
} from '../testing/test-server.ts'
import { followUpstream } from './follow-upstream.ts'
import { tellUses } from './tell-uses.ts'

const HOUR_MS = 3_600_000
const endings: (() => unknown)[] = []
let home: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'rollcall-edge-'))
})

afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end()
  await rm(home, { recursive: true, force: true, maxRetries: 5 })
})

async function upstream(isListening = true) {
  const server = testServer([toggle('on', { boolean: true }), toggle('vip', { actors: ['grace'] })])
  server.source.accept(
    loaded([toggle('on', { boolean: true }), toggle('vip', { actors: ['grace'] })], 5, [
      toggle('only_staging'),
    ]),
    NOON,
  )
  const url = isListening ? await server.app.listen({ port: 0, host: '127.0.0.1' }) : ''
  endings.push(() => server.app.close())
  return { ...server, url }
}

async function edge(url: string, pollMs: number, token = PRODUCTION) {
  const source = createRuleBook()
  const metrics = createMetrics([])
  const told: string[] = []
  const watching = await followUpstream({
    source,
    home,
    metrics,
    now: () => NOON,
    tell: (sentence) => told.push(sentence),
    upstream: { url, token },
    pollMs,
  })
  endings.push(watching.stop)
  return { source, metrics, told, watching }
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('an edge', () => {
  it('holds the rules and tokens of its own environment, and nothing of another', async () => {
    const { url } = await upstream()
    const { source, watching } = await edge(url, HOUR_MS)
    await watching.look()
    expect(source.version()).toBe(5)
    expect([...(source.rules('production')?.toggles.keys() ?? [])]).toEqual(['on', 'vip'])
    expect(source.rules('staging')).toBeNull()
    expect(source.tokenByText(PRODUCTION)?.environment).toBe('production')
    expect(source.tokenByText(STAGING)).toBeNull()
  })

  it('hears of a change by the event stream alone', async () => {
    const { url, source: first } = await upstream()
    const { source, watching } = await edge(url, HOUR_MS)
    await watching.look()
    await until(async () => (await (await fetch(`${url}/health/ready`)).json()) !== null)
    // The stream begins with a hint by itself, so the change must be one that came after it.
    await watching.look()
    first.accept(loaded([toggle('on')], 6), NOON)
    await until(() => source.version() === 6)
    expect(source.rules('production')?.toggles.get('on')?.state.boolean).toBe(false)
  })

  it('asks by itself when nothing is heard, and learns that a token has ended', async () => {
    const { url, source: first } = await upstream()
    const { source } = await edge(url, 20)
    await until(() => source.version() === 5)
    const rules = loaded([toggle('on', { boolean: true })], 6)
    const left = rules.tokens.filter(({ id }) => id === PRODUCTION)
    first.accept({ ...rules, tokens: left }, NOON)
    await until(() => source.version() === 6)
    expect(source.held()?.byHash.size).toBe(1)
    first.confirm(9, NOON)
    await until(() => source.version() === 9)
  })

  it('starts from its snapshot without the upstream, and refuses older rules than those', async () => {
    const { url, source: first, app } = await upstream()
    const one = await edge(url, 20)
    await until(async () => (await readSnapshot(home))?.loaded.version === 5)
    await one.watching.stop()
    await app.close()
    const two = await edge(url, 20)
    expect(two.source.version()).toBe(5)
    await two.watching.look()
    expect(two.metrics.write()).toMatch(/load_failures_total [1-9]/)
    await two.watching.stop()

    const behind = await upstream()
    behind.source.accept({ ...loaded([], 1), epoch: 'other' }, NOON)
    behind.source.accept({ ...loaded([], 4), epoch: 'first' }, NOON)
    const three = await edge(behind.url, 20)
    await three.watching.look()
    expect(three.source.version()).toBe(5)
    expect(three.metrics.write()).toMatch(/rules_refused_total [1-9]/)
    expect(first.version()).toBe(5)
  })

  it('keeps answering when the upstream says what is not rules', async () => {
    const { url } = await upstream()
    const { source, watching } = await edge(url, HOUR_MS)
    await watching.look()
    const other = await edge(url, HOUR_MS, 'rc_unknown')
    await other.watching.look()
    expect(other.metrics.write()).toMatch(/load_failures_total [1-9]/)
    expect(source.version()).toBe(5)
  })

  it('tells who asked it for what, of its own environment only', async () => {
    const { url, door } = await upstream()
    const use = { environment: 'production', token: PRODUCTION, at: NOON - 5, asked: 3 }
    await tellUses({ url, token: PRODUCTION }, [
      { ...use, toggle: 'on' },
      { ...use, toggle: null },
      { ...use, toggle: 'only_staging' },
      { ...use, toggle: 'vip', token: 'rc_unknown' },
    ])
    expect(door.uses.unkept()).toEqual([
      { ...use, toggle: 'on' },
      { ...use, toggle: null },
    ])
    await expect(
      tellUses({ url, token: 'rc_unknown' }, [{ ...use, toggle: 'on' }]),
    ).rejects.toThrow('401')
  })
})

describe('what an upstream answers', () => {
  it('is unchanged until rules or tokens are, and says of which entry it is', async () => {
    const { app, source } = await upstream(false)
    const read = (etag = '') =>
      app.inject({
        url: '/edge/v1/rules',
        headers: { ...bearing(PRODUCTION), 'if-none-match': etag },
      })
    const first = await read()
    expect(first.statusCode).toBe(200)
    source.confirm(8, NOON)
    const second = await read(String(first.headers.etag))
    expect([second.statusCode, second.body]).toEqual([304, ''])
    expect(second.headers['rollcall-version']).toBe('8')
    expect((await read()).json()).toMatchObject({ version: 8 })
    source.accept(loaded([toggle('on')], 9), NOON)
    expect((await read(String(first.headers.etag))).statusCode).toBe(200)
  })

  it.each([
    ['GET', '/edge/v1/rules', {}, '', 401],
    ['POST', '/edge/v1/uses', {}, '{"uses":[]}', 401],
    ['POST', '/edge/v1/uses', bearing(PRODUCTION), '', 400],
    ['POST', '/edge/v1/uses', bearing(PRODUCTION), '{"uses":[{"toggle":1}]}', 400],
    ['POST', '/edge/v1/uses', bearing(PRODUCTION), '[', 400],
  ] as const)('%s %s with %j and %s is refused', async (method, url, headers, payload, status) => {
    const { app } = await upstream(false)
    const answer = await app.inject({ method, url, headers, payload })
    expect(answer.statusCode).toBe(status)
    expect(answer.json()).toHaveProperty('title')
  })
})
