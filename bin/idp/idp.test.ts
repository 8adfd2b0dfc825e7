import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, get, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PEOPLE } from '../../prisma/demo-people.ts'
import { openMailStore } from '../mailbox/mail-store.ts'
import { freePort } from '../postgres/free-port.ts'
import { createHandler } from './handler.ts'
import { type IdpSecrets, idpIssuer, keepIdpSecrets } from './keep-secrets.ts'
import { createProvider } from './provider.ts'
import { APP, type Attempt, appOf, Browser, choose, location } from './testing/sign-in-flow.ts'

let home: string
let server: Server
let issuer: string
let secrets: IdpSecrets
let app: ReturnType<typeof appOf>

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'rollcall-idp-'))
  secrets = keepIdpSecrets(home)
  const port = (await freePort('127.0.0.1')) ?? 0
  issuer = idpIssuer(port)
  app = appOf({ issuer, secrets })
  const provider = createProvider(issuer, secrets, [APP])
  server = createServer(createHandler(issuer, provider, [APP], openMailStore(home)))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
})

afterAll(() => {
  server.close()
  server.closeAllConnections()
  rmSync(home, { recursive: true, force: true })
})

const now = () => Math.floor(Date.now() / 1000)

describe('the demo’s identity provider', () => {
  it('signs each of the ten people in, with name, e-mail and the time it happened', async () => {
    expect(DEMO_PEOPLE).toHaveLength(10)
    for (const { key, subject, name, email } of DEMO_PEOPLE) {
      const before = now()
      const { claims, nonce, tokens } = await app.signIn(new Browser(issuer), key)
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
    const browser = new Browser(issuer)
    await app.signIn(browser, 'program_manager')
    const list = location(await browser.go(app.attempt().address))
    expect(await (await browser.go(list)).text()).toContain(
      '<strong>Priya Raman</strong> <span class="title">Program manager</span><span class="last">',
    )
    const { claims } = await app.signIn(browser, 'tech_lead')
    expect(claims).toMatchObject({ sub: 'demo|tech-lead', name: 'Tomás Ibarra' })
  })

  it.each([{ prompt: 'login' }, { max_age: '0' }, { max_age: '900' }])(
    'says when it was for a fresh sign-in by %o',
    async (more) => {
      const browser = new Browser(issuer)
      await app.signIn(browser, 'government_lead')
      const before = now()
      const { claims } = await app.signIn(browser, 'government_lead', more)
      expect(Number(claims.auth_time)).toBeGreaterThanOrEqual(before)
    },
  )

  it('answers prompt=none with login_required', async () => {
    const response = await new Browser(issuer).go(app.attempt({ prompt: 'none' }).address)
    const back = new URL(location(response))
    expect(back.searchParams.get('error')).toBe('login_required')
  })

  it('refuses a request without PKCE, or with the plain kind', async () => {
    const without = app.attempt({ code_challenge: '', code_challenge_method: '' })
    const plain = app.attempt({ code_challenge_method: 'plain' })
    for (const { address } of [without, plain]) {
      const back = new URL(location(await new Browser(issuer).go(address)))
      expect(back.searchParams.get('error')).toBe('invalid_request')
    }
  })

  it('refuses a code with the wrong verifier, the wrong secret, or a second time', async () => {
    const codeFor = async (tried: Attempt) =>
      (await choose(new Browser(issuer), 'viewer', tried)).searchParams.get('code') ?? ''
    const first = app.attempt()
    expect((await app.redeem(await codeFor(first), 'x'.repeat(43))).body.error).toBe(
      'invalid_grant',
    )
    const second = app.attempt()
    const code = await codeFor(second)
    expect((await app.redeem(code, second.verifier, 'wrong')).body.error).toBe('invalid_client')
    expect((await app.redeem(code, second.verifier)).status).toBe(200)
    expect((await app.redeem(code, second.verifier)).body.error).toBe('invalid_grant')
  })

  it('sends nobody to an address that is not the app’s', async () => {
    const response = await new Browser(issuer).go(
      app.attempt({ redirect_uri: 'http://localhost:4101/api/auth/callback/oidc' }).address,
    )
    expect(response.status).toBe(400)
    expect(response.headers.get('location')).toBeNull()
    expect(await response.text()).toContain('This sign-in cannot go on')
  })

  it('does not sign in who is not on the list, nor a sign-in that it never started', async () => {
    const browser = new Browser(issuer)
    const list = location(await browser.go(app.attempt().address))
    expect((await browser.go(list, { person: 'somebody' })).status).toBe(400)
    expect((await new Browser(issuer).go(list, { person: 'viewer' })).status).toBe(400)
    expect((await new Browser(issuer).go('/interaction/unknown')).status).toBe(400)
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
    const browser = new Browser(issuer)
    await app.signIn(browser, 'qa')
    const query = new URLSearchParams({
      client_id: secrets.clientId,
      post_logout_redirect_uri: `${APP}/sign-in`,
    })
    const asked = await (await browser.go(`/session/end?${query}`)).text()
    expect(asked).toContain('Sign out here too?')
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked)?.[1] ?? ''
    const done = await browser.go('/session/end/confirm', { xsrf, logout: 'yes' })
    expect(location(done)).toBe(`${APP}/sign-in`)
    const list = location(await browser.go(app.attempt().address))
    expect(await (await browser.go(list)).text()).not.toContain('signed in last')
  })

  it('keeps its secrets to itself, and keeps them over a restart', () => {
    const file = join(home, 'idp.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(keepIdpSecrets(home)).toEqual(secrets)
    expect(readFileSync(file, 'utf8')).toContain(secrets.clientSecret)
  })
})
