import { beforeAll, expect, inject, test } from 'vitest'
import { type CookieJar, sessionOf } from '../fixtures/session-over-http.ts'
import { describedOperations } from './addresses.ts'
import { call } from './api.ts'

const { web } = inject('product')
const own = new URL(web).origin

let lead: CookieJar

beforeAll(async () => {
  lead = await sessionOf(web, 'tech_lead')
})

/** How a page elsewhere makes a browser send a write, with the person's cookie on it. */
const FOREIGN: readonly Record<string, string>[] = [
  {},
  { origin: 'null' },
  { origin: 'https://elsewhere.example' },
  { origin: own.replace('localhost', 'evil.localhost') },
  { origin: own.replace('http:', 'https:') },
  { origin: `${own}.elsewhere.example` },
  { origin: own.replace(/:\d+$/, '') },
  { origin: own, 'sec-fetch-site': 'cross-site' },
  { origin: own, 'sec-fetch-site': 'same-site' },
  { origin: own, 'sec-fetch-site': 'none' },
]

const lastEntry = async () =>
  (await call('government_lead', 'GET', '/audit?limit=1')).at('entries.0.seq')

test('a write that comes from elsewhere with a person’s cookie is refused and does nothing', async () => {
  const writes = (await describedOperations(web)).filter(
    ({ method, address }) => method !== 'GET' && !address.includes('/signal'),
  )
  expect(writes.length).toBeGreaterThan(50)
  await call('tech_lead', 'GET', '/toggles')
  const before = await lastEntry()
  for (const { method, address, takes } of writes) {
    for (const headers of FOREIGN) {
      const body = takes === null ? null : '{}'
      const given = { ...headers, ...(takes ? { 'content-type': takes } : {}) }
      const answer = await lead.go(web + address, { method, headers: given, body })
      const said = await answer.text()
      expect(answer.status, `${method} ${address} ${JSON.stringify(headers)} ${said}`).toBe(403)
      expect(said).toContain('/problems/foreign-origin')
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const headers = { origin: own, 'content-type': type }
      if (takes === null) continue
      const answer = await lead.go(web + address, { method, headers, body: '{}' })
      await answer.arrayBuffer()
      expect([400, 403, 404, 415], `${method} ${address} as ${type}`).toContain(answer.status)
    }
  }
  expect(await lastEntry()).toBe(before)
})

test('nothing that a link or an image can ask for changes anything', async () => {
  const before = await lastEntry()
  for (const { method, address } of await describedOperations(web)) {
    if (method === 'GET' || address.includes('/signal')) continue
    const answer = await lead.go(web + address)
    await answer.body?.cancel()
  }
  expect(await lastEntry()).toBe(before)
})
