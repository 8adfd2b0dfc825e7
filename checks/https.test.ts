import { NextRequest } from 'next/server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

beforeAll(() => {
  vi.stubEnv('NEXTAUTH_URL', 'https://rollcall.example.gov')
})
afterAll(() => {
  vi.unstubAllEnvs()
})

const asked = (path: string, init: { method?: string; headers?: Record<string, string> } = {}) =>
  new NextRequest(`https://rollcall.example.gov${path}`, init)

test('over https every answer asks for https for a year, also what is refused and what is no page', async () => {
  const { proxy } = await import('../proxy.ts')
  const requests = [
    asked('/toggles'),
    asked('/api/v1/toggles'),
    asked('/api/auth/session'),
    asked('/health/live'),
    asked('/_next/static/a.js'),
    asked('/api/v1/toggles', { method: 'OPTIONS' }),
    asked('/api/v1/toggles', { method: 'DELETE' }),
    asked('/toggles', { method: 'POST' }),
    asked('/toggles', { headers: { 'next-action': 'x' } }),
    asked('/%ff'),
    asked('/api/v1/%ff'),
  ]
  for (const request of requests) {
    const answer = proxy(request)
    const promised = answer.headers.get('strict-transport-security')
    expect(promised, request.nextUrl.pathname).toBe('max-age=31536000; includeSubDomains')
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe')
  }
})
