import { createHash, randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import type { IdpSecrets } from '../keep-secrets.ts'

/** Where the app of these tests is; nothing needs to listen there. */
export const APP = 'http://localhost:4100'
const CALLBACK = `${APP}/api/auth/callback/oidc`

/** A browser, as far as this flow needs one: it keeps cookies and is told where to go next. */
export class Browser {
  readonly #issuer: string
  readonly #cookies = new Map<string, string>()

  constructor(issuer: string) {
    this.#issuer = issuer
  }

  async go(address: string, body?: Record<string, string>): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(new URL(address, this.#issuer), {
      redirect: 'manual',
      headers: { cookie },
      ...(body === undefined ? {} : { method: 'POST', body: new URLSearchParams(body) }),
    })
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]?.split(/=(.*)/s) ?? []
      if (value === '') this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    return response
  }
}

/** Where an answer sends the browser. */
export const location = (response: Response): string => response.headers.get('location') ?? ''

export type Attempt = { verifier: string; nonce: string; address: string }

/** Goes from the app to the list, chooses, and comes back to the app with a code. */
export async function choose(browser: Browser, key: string, { address }: Attempt): Promise<URL> {
  const list = location(await browser.go(address))
  expect(list).toMatch(/^\/interaction\//)
  const chosen = await browser.go(list, { person: key })
  return new URL(location(await browser.go(location(chosen))))
}

function claimsOf(idToken: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8'))
}

/** What the app does to sign somebody in at the provider of `issuer`. */
export function appOf({ issuer, secrets }: { issuer: string; secrets: IdpSecrets }) {
  function attempt(more: Record<string, string> = {}): Attempt {
    const verifier = randomBytes(32).toString('base64url')
    const nonce = randomBytes(8).toString('hex')
    const query = new URLSearchParams({
      client_id: secrets.clientId,
      response_type: 'code',
      redirect_uri: CALLBACK,
      scope: 'openid profile email',
      state: 'state-1',
      nonce,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...more,
    })
    for (const [name, value] of Object.entries(more)) if (value === '') query.delete(name)
    return { verifier, nonce, address: `/auth?${query}` }
  }

  async function redeem(code: string, verifier: string, secret = secrets.clientSecret) {
    const basic = Buffer.from(`${secrets.clientId}:${secret}`).toString('base64')
    const response = await fetch(new URL('/token', issuer), {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: CALLBACK,
        code_verifier: verifier,
      }),
    })
    return { status: response.status, body: await response.json() }
  }

  async function signIn(browser: Browser, key: string, more: Record<string, string> = {}) {
    const tried = attempt(more)
    const back = await choose(browser, key, tried)
    expect(back.origin + back.pathname).toBe(CALLBACK)
    expect(back.searchParams.get('state')).toBe('state-1')
    expect(back.searchParams.get('iss')).toBe(issuer)
    const { body } = await redeem(back.searchParams.get('code') ?? '', tried.verifier)
    return { tokens: body, claims: claimsOf(body.id_token), nonce: tried.nonce }
  }

  return { attempt, redeem, signIn }
}
