import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, get, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PEOPLE } from '../../prisma/demo-people.ts'
import { freePort } from '../postgres/free-port.ts'
import { createHandler } from './handler.ts'
import { type IdpSecrets, idpIssuer, keepIdpSecrets } from './keep-secrets.ts'
import { createProvider } from './provider.ts'

const APP = 'http://localhost:4100'
const CALLBACK = `${APP}/api/auth/callback/oidc`

let home: string
let server: Server
let issuer: string
let secrets: IdpSecrets

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'rollcall-idp-'))
  secrets = keepIdpSecrets(home)
  const port = (await freePort('127.0.0.1')) ?? 0
  issuer = idpIssuer(port)
  const provider = createProvider(issuer, secrets, [APP])
  server = createServer(createHandler(issuer, provider, [APP]))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
})

afterAll(() => {
  server.close()
  server.closeAllConnections()
  rmSync(home, { recursive: true, force: true })
})

/** A browser, as far as this flow needs one: it keeps cookies and is told where to go next. */
class Browser {
  readonly #cookies = new Map<string, string>()

  async go(address: string, body?: Record<string, string>): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(new URL(address, issuer), {
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

const location = (response: Response): string => response.headers.get('location') ?? ''

type Attempt = { verifier: string; nonce: string; address: string }

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

/** Goes from the app to the list, chooses, and comes back to the app with a code. */
async function choose(browser: Browser, key: string, { address }: Attempt): Promise<URL> {
  const list = location(await browser.go(address))
  expect(list).toMatch(/^\/interaction\//)
  const chosen = await browser.go(list, { person: key })
  return new URL(location(await browser.go(location(chosen))))
}

function claimsOf(idToken: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8'))
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

const now = () => Math.floor(Date.now() / 1000)

describe('the demo’s identity provider', () => {
  it('signs each of the ten people in, with name, e-mail and the time it happened', async () => {
    expect(DEMO_PEOPLE).toHaveLength(10)
    for (const { key, subject, name, email } of DEMO_PEOPLE) {
      const before = now()
      const { claims, nonce, tokens } = await signIn(new Browser(), key)
      expect(claims).toMatchObject({
        iss: issuer,
        aud: secrets.clientId,
        sub: subject,
        name,
        email,
        email_verified: true,
        nonce,
        acr: '0',
        amr: ['user'],
      })
      expect(Number(claims.auth_time)).toBeGreaterThanOrEqual(before)
      expect(Number(claims.auth_time)).toBeLessThanOrEqual(now())
      const userinfo = await fetch(new URL('/me', issuer), {
        headers: { authorization: `Bearer ${tokens.access_token}` },
      })
      expect(await userinfo.json()).toMatchObject({ sub: subject, name, email })
    }
  })

  it('describes itself so that a client finds everything', async () => {
    const response = await fetch(new URL('/.well-known/openid-configuration', issuer))
    expect(await response.json()).toMatchObject({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      end_session_endpoint: `${issuer}/session/end`,
      code_challenge_methods_supported: ['S256'],
      response_types_supported: ['code'],
      scopes_supported: expect.arrayContaining(['openid', 'profile', 'email']),
    })
  })

  it('asks who it is each time, so that the next person is one click away', async () => {
    const browser = new Browser()
    await signIn(browser, 'program_manager')
    const list = location(await browser.go(attempt().address))
    expect(await (await browser.go(list)).text()).toContain(
      '<strong>Priya Raman</strong> <span class="title">Program manager</span><span class="last">',
    )
    const { claims } = await signIn(browser, 'tech_lead')
    expect(claims).toMatchObject({ sub: 'demo|tech-lead', name: 'Tomás Ibarra' })
  })

  it.each([{ prompt: 'login' }, { max_age: '0' }, { max_age: '900' }])(
    'says when it was for a fresh sign-in by %o',
    async (more) => {
      const browser = new Browser()
      await signIn(browser, 'government_lead')
      const before = now()
      const { claims } = await signIn(browser, 'government_lead', more)
      expect(Number(claims.auth_time)).toBeGreaterThanOrEqual(before)
    },
  )

  it('answers prompt=none with login_required', async () => {
    const response = await new Browser().go(attempt({ prompt: 'none' }).address)
    const back = new URL(location(response))
    expect(back.searchParams.get('error')).toBe('login_required')
  })

  it('refuses a request without PKCE, or with the plain kind', async () => {
    const without = attempt({ code_challenge: '', code_challenge_method: '' })
    const plain = attempt({ code_challenge_method: 'plain' })
    for (const { address } of [without, plain]) {
      const back = new URL(location(await new Browser().go(address)))
      expect(back.searchParams.get('error')).toBe('invalid_request')
    }
  })

  it('refuses a code with the wrong verifier, the wrong secret, or a second time', async () => {
    const codeFor = async (tried: Attempt) =>
      (await choose(new Browser(), 'viewer', tried)).searchParams.get('code') ?? ''
    const first = attempt()
    expect((await redeem(await codeFor(first), 'x'.repeat(43))).body.error).toBe('invalid_grant')
    const second = attempt()
    const code = await codeFor(second)
    expect((await redeem(code, second.verifier, 'wrong')).body.error).toBe('invalid_client')
    expect((await redeem(code, second.verifier)).status).toBe(200)
    expect((await redeem(code, second.verifier)).body.error).toBe('invalid_grant')
  })

  it('sends nobody to an address that is not the app’s', async () => {
    const response = await new Browser().go(
      attempt({ redirect_uri: 'http://localhost:4101/api/auth/callback/oidc' }).address,
    )
    expect(response.status).toBe(400)
    expect(response.headers.get('location')).toBeNull()
    expect(await response.text()).toContain('This sign-in cannot go on')
  })

  it('does not sign in who is not on the list, nor a sign-in that it never started', async () => {
    const browser = new Browser()
    const list = location(await browser.go(attempt().address))
    expect((await browser.go(list, { person: 'somebody' })).status).toBe(400)
    expect((await new Browser().go(list, { person: 'viewer' })).status).toBe(400)
    expect((await new Browser().go('/interaction/unknown')).status).toBe(400)
  })

  it('answers at its own name alone', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      get(issuer, { headers: { host: 'rebound.example.gov' } }, (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      }).on('error', reject)
    })
    expect(status).toBe(421)
  })

  it('signs out on request and goes back to the app', async () => {
    const browser = new Browser()
    await signIn(browser, 'qa')
    const query = new URLSearchParams({
      client_id: secrets.clientId,
      post_logout_redirect_uri: `${APP}/sign-in`,
    })
    const asked = await (await browser.go(`/session/end?${query}`)).text()
    expect(asked).toContain('Sign out here too?')
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked)?.[1] ?? ''
    const done = await browser.go('/session/end/confirm', { xsrf, logout: 'yes' })
    expect(location(done)).toBe(`${APP}/sign-in`)
    const list = location(await browser.go(attempt().address))
    expect(await (await browser.go(list)).text()).not.toContain('signed in last')
  })

  it('keeps its secrets to itself, and keeps them over a restart', () => {
    const file = join(home, 'idp.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(keepIdpSecrets(home)).toEqual(secrets)
    expect(readFileSync(file, 'utf8')).toContain(secrets.clientSecret)
  })
})
