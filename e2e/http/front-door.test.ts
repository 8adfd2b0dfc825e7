import { statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'

const { web, flags, home } = inject('product')

describe('the front door', () => {
  test.each([web, flags])('%s is alive and ready, and counts for Prometheus', async (address) => {
    for (const path of ['/health/live', '/health/ready', '/metrics']) {
      const answer = await fetch(address + path)
      expect(answer.status, path).toBe(200)
      await answer.text()
    }
  })

  test('a page asked for under another loopback name leads to the one with the cookies', async () => {
    const other = new URL('/toggles?state=on', web)
    other.hostname = '127.0.0.1'
    const answer = await fetch(other, { redirect: 'manual' })
    expect(answer.status).toBe(307)
    const target = new URL(answer.headers.get('location') ?? '', other)
    expect(target.href).toBe(new URL('/toggles?state=on', web).href)
  })

  test('a page sends its walls: no foreign script, no frame, no sniffing', async () => {
    const answer = await fetch(new URL('/sign-in', web))
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src [^;]*'nonce-/)
    expect(policy).not.toMatch(/script-src [^;]*'unsafe-inline'/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('x-powered-by')).toBeNull()
  })

  test('somebody who is not signed in is sent to sign in, and told where they were going', async () => {
    const answer = await fetch(new URL('/plans', web), { redirect: 'manual' })
    expect(answer.status).toBe(307)
    expect(answer.headers.get('location')).toBe('/sign-in?callbackUrl=%2Fplans')
  })
})

test.each(['database-url', 'demo-api-token', 'demo-flags-token', 'demo-tokens.json'])(
  'only its owner can read %s',
  (file) => {
    expect(statSync(join(home, file)).mode & 0o777).toBe(0o600)
  },
)
