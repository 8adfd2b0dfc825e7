import { beforeAll, describe, expect, inject, test } from 'vitest'
import { type CookieJar, sessionOf } from '../fixtures/session-over-http.ts'
import { describedOperations, pageAddresses } from './addresses.ts'

const { web } = inject('product')

let lead: CookieJar

beforeAll(async () => {
  lead = await sessionOf(web, 'government_lead')
})

/** What every answer sends, whatever it is: from figure S08 of the security programme. */
const EVERYWHERE: Record<string, RegExp> = {
  'content-security-policy':
    /^(?=.*base-uri 'none')(?=.*object-src 'none')(?=.*frame-ancestors 'none')(?=.*form-action '(self|none)')(?!.*unsafe)/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
}

function wallsMissing(answer: Response): string[] {
  const missing = Object.entries(EVERYWHERE)
    .filter(([name, wanted]) => !wanted.test(answer.headers.get(name) ?? ''))
    .map(([name]) => `${name}: ${answer.headers.get(name)}`)
  return answer.headers.has('x-powered-by') ? [...missing, 'x-powered-by'] : missing
}

describe('every answer has the browser’s walls', () => {
  test.each(pageAddresses())('%s, to a person and to nobody', async (address) => {
    for (const ask of [
      (to: string) => lead.go(to),
      (to: string) => fetch(to, { redirect: 'manual' }),
    ]) {
      const answer = await ask(web + address)
      const text = await answer.text()
      expect(wallsMissing(answer)).toEqual([])
      expect(answer.headers.get('cache-control')).toMatch(/no-store/)
      if (answer.status !== 200) continue
      const policy = answer.headers.get('content-security-policy') ?? ''
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'no nonce'
      expect(policy).toMatch(/script-src [^;]*'strict-dynamic'/)
      const scripts = [...text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
      expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
      expect(text).not.toMatch(/<[a-z][^>]*\sstyle="/)
    }
  })

  test('every operation of the API, also where it refuses', async () => {
    for (const { method, address } of await describedOperations(web)) {
      if (address.endsWith('/live')) continue
      const answer = await fetch(web + address, { method })
      expect(wallsMissing(answer), `${method} ${address}`).toEqual([])
      expect(answer.headers.get('cache-control'), address).toMatch(/no-store/)
      await answer.arrayBuffer()
    }
  })

  test('what is not there, what is fixed, and what watches the process', async () => {
    const page = await (await fetch(`${web}/sign-in`)).text()
    const chunk = /\/_next\/static\/[^"]+\.js/.exec(page)?.[0] ?? ''
    const others = [
      '/no/such/page',
      '/api/v1/no-such-thing',
      '/api/auth/session',
      '/api/auth/signin',
      '/icon.svg',
      '/health/live',
      '/health/ready',
      '/metrics',
      '/_next/static/nothing.js',
      '/_next/image?url=%2Ficon.svg&w=64&q=75',
      chunk,
    ]
    for (const address of others) {
      const answer = await fetch(web + address, { redirect: 'manual' })
      expect(wallsMissing(answer), address).toEqual([])
      await answer.arrayBuffer()
    }
    expect(await (await fetch(`${web}${chunk}.map`)).text()).not.toContain('"sources"')
  })
})
