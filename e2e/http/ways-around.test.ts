import { beforeAll, describe, expect, inject, test } from 'vitest'
import { pageAddresses } from './addresses.ts'
import { call } from './api.ts'
import { planFromOutside } from './plan-from-outside.ts'

const { web } = inject('product')

/** Headers by which a page was once reached around its proxy, or in another form. */
const HEADERS: readonly Record<string, string>[] = [
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1' },
  { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
  { rsc: '1', 'next-router-segment-prefetch': '/_full' },
  { rsc: '1', 'next-router-state-tree': '%5B%22%22%2C%7B%7D%5D' },
  { 'x-middleware-subrequest': 'proxy' },
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  { 'x-middleware-subrequest': 'src/middleware:src/middleware:src/middleware' },
  { 'x-middleware-prefetch': '1' },
  { 'x-middleware-invoke': '1' },
  { 'x-nextjs-data': '1' },
  { 'x-invoke-path': '/' },
  { 'x-matched-path': '/' },
  { 'x-forwarded-host': 'elsewhere.example' },
  { 'x-original-url': '/' },
  { 'x-rewrite-url': '/' },
  { 'x-rollcall-path': '/sign-in' },
  { 'x-prerender-revalidate': '1' },
  { 'next-resume': '1' },
  { purpose: 'prefetch' },
  { cookie: 'rollcall-session=0f0e2a52-0000-4000-8000-000000000009' },
  { cookie: '__Host-rollcall-session=undefined' },
]

const SPELLINGS: readonly ((address: string) => string)[] = [
  (address) => `${address}?_rsc=1`,
  (address) => `${address}.rsc`,
  (address) => `${address}.segments/_tree.segment.rsc`,
  (address) => `${address}.txt`,
  (address) => `${address}.json`,
  (address) => `/_next/data/build${address}.json`,
  (address) => `/${address}`,
  (address) => `/en${address}`,
  (address) => `/.${address}`,
  (address) => address.replaceAll('/', '/%2e/'),
  (address) => `/%2f${address}`,
  (address) => `${address}?nxtPkey=claim_status_letters&nxtPslug=release-plan`,
  (address) => `${address}%00`,
  (address) => `${address};a=b`,
  (address) => `/_next/static/..%2f..${address}`,
  (address) => `/health/..%2f${address}`,
]

/** What only somebody who is signed in may know, with what is shown of it on the pages asked for. */
let known: string[]

beforeAll(async () => {
  await planFromOutside()
  const plans = await call('viewer', 'GET', '/release-plans')
  const toggles = await call('viewer', 'GET', '/toggles')
  const titles = (plans.at('plans') as { title: string }[]).map(({ title }) => title)
  const keys = (toggles.at('toggles') as { key: string }[]).map(({ key }) => key)
  known = [...titles, ...keys, 'Priya Raman', 'Tomás Ibarra', 'Grace Okafor']
})

describe('nobody who is not signed in reads a protected byte', () => {
  test.each(pageAddresses())('%s', async (address) => {
    // What stands in the address is no secret of ours: an answer may say it back.
    const secrets = known.filter((secret) => !address.includes(secret))
    expect(secrets.length).toBeGreaterThan(3)
    const asked = [
      ...HEADERS.map((headers) => ({ to: web + address, headers })),
      ...SPELLINGS.map((spelt) => ({ to: web + spelt(address), headers: {} })),
    ]
    for (const { to, headers } of asked) {
      const answer = await fetch(to, { headers, redirect: 'manual' })
      const text = await answer.text()
      const leaked = secrets.filter((secret) => text.includes(secret))
      expect(leaked, `${to} ${JSON.stringify(headers)} → ${answer.status}`).toEqual([])
      expect(answer.status, to).toBeLessThan(500)
    }
  })
})

describe('what a page does not take', () => {
  test.each(['/', '/toggles', '/sign-in'])('%s refuses actions and forms', async (address) => {
    const form = new FormData()
    form.set('1_$ACTION_ID_x', '{"then":"$1:__proto__:then"}')
    const tried: [RequestInit, number[]][] = [
      [{ method: 'POST', headers: { 'next-action': 'x' }, body: '[]' }, [400]],
      [{ method: 'POST', headers: { 'next-action': 'x'.repeat(42) }, body: form }, [400]],
      [{ method: 'POST', body: form }, [405]],
      [{ method: 'POST', body: new URLSearchParams({ a: 'b' }) }, [405]],
      [{ method: 'PUT', body: 'x' }, [405]],
      [{ method: 'DELETE' }, [405]],
    ]
    for (const [init, statuses] of tried) {
      const answer = await fetch(web + address, { ...init, redirect: 'manual' })
      await answer.arrayBuffer()
      expect(statuses, `${init.method} ${address}`).toContain(answer.status)
    }
    expect((await fetch(`${web}/health/live`)).status).toBe(200)
  })
})
