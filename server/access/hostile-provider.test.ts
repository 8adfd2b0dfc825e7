import { describe, expect, test, vi } from 'vitest'
import type { SignInRefusal } from '../../domain/people/sign-in-refusal.ts'
import { db } from '../db.ts'
import { disablePerson } from '../people/disable-person.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findSession } from './find-session.ts'
import { givenProvider } from './testing/given-provider.ts'
import { CLIENT_ID, type Mischief } from './testing/hostile-provider.ts'
import { SignInAttempt } from './testing/sign-in-attempt.ts'

givenCast()

const { provider, signIn } = givenProvider()
const SESSION = 'rollcall-session'
const ago = (seconds: number) => Math.floor(Date.now() / 1000) - seconds

async function expectRefused(
  { attempt, answer }: Pick<Awaited<ReturnType<typeof signIn>>, 'attempt' | 'answer'>,
  why: SignInRefusal,
): Promise<void> {
  expect(answer.location).toMatch(
    /^(http:\/\/localhost:4455)?\/sign-in\?(callbackUrl=[^&]*&)?error=(OAuthCallback|Callback|AccessDenied)$/,
  )
  expect(attempt.cookies[SESSION]).toBeUndefined()
  expect(await db().session.count()).toBe(0)
  expect(await db().person.count({ where: { issuer: provider.issuer } })).toBe(0)
  const entries = await planEntries()
  expect(entries).toMatchObject([
    { type: 'sign_in.refused', outcome: 'denied', actorId: 'system', data: { why } },
  ])
  expect(JSON.stringify(entries)).not.toMatch(/eyJ|tomas|@/)
}

test('an honest provider signs in, with state, nonce and PKCE, and leaves no token of its own', async () => {
  const { attempt, asked } = await signIn()
  expect(asked.get('code_challenge_method')).toBe('S256')
  for (const name of ['state', 'nonce', 'code_challenge']) {
    expect(asked.get(name)?.length, name).toBeGreaterThan(20)
  }
  const token = attempt.cookies[SESSION] ?? ''
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  const found = await findSession(token)
  expect(found?.actor).toMatchObject({ name: 'Tomás Ibarra', memberships: [] })
  expect((await planEntries()).map(({ type }) => type)).toEqual(['session.started'])
  expect(JSON.stringify(await db().session.findMany())).not.toContain(token)
})

describe('an ID token is refused', () => {
  test.each<[string, SignInRefusal, Mischief]>([
    ['of another issuer', 'issuer', { claims: { iss: 'https://other.example.gov' } }],
    ['of no issuer', 'issuer', { claims: { iss: undefined } }],
    [
      'of an issuer that only the provider calls itself',
      'issuer',
      { announcedIssuer: 'https://other.example.gov' },
    ],
    ['for another client', 'audience', { claims: { aud: 'another' } }],
    [
      'for several, without saying for whom',
      'audience',
      { claims: { aud: [CLIENT_ID, 'another'] } },
    ],
    [
      'for several, made for another',
      'audience',
      { claims: { aud: [CLIENT_ID, 'another'], azp: 'another' } },
    ],
    ['of another sign-in', 'nonce', { claims: { nonce: 'another' } }],
    ['of no sign-in', 'nonce', { claims: { nonce: undefined } }],
    ['that says it needs no signature', 'algorithm', { algorithm: 'none' }],
    ['signed with the client secret', 'algorithm', { algorithm: 'HS256 with the secret' }],
    [
      'signed with the public key as a secret',
      'algorithm',
      { algorithm: 'HS256 with the public key' },
    ],
    ['without its signature', 'signature', { unsigned: true }],
    ['signed with another key under the same id', 'signature', { key: 'unpublished' }],
    ['signed with a key that is not published', 'key', { key: 'unknown' }],
    ['that is over', 'expired', { claims: { iat: ago(900), exp: ago(600) } }],
    ['of the future', 'expired', { claims: { iat: ago(-600), exp: ago(-900) } }],
    ['not valid yet', 'expired', { claims: { nbf: ago(-600) } }],
    ['without an end', 'expired', { claims: { exp: undefined } }],
    ['that names nobody', 'subject', { claims: { sub: undefined } }],
    ['that names an empty subject', 'subject', { claims: { sub: '' } }],
    ['that names no text', 'subject', { claims: { sub: { $ne: null } } }],
    ['that is not there', 'other', { withoutIdToken: true }],
  ])('%s', async (_what, why, mischief) => {
    await expectRefused(await signIn(mischief), why)
  })
})

describe('an answer is refused', () => {
  test('with the state of another sign-in', async () => {
    await expectRefused(await signIn({}, (query) => ({ ...query, state: 'another' })), 'state')
  })

  test('without a state', async () => {
    const refused = await signIn({}, ({ code, iss }) => ({ code: code ?? '', iss: iss ?? '' }))
    await expectRefused(refused, 'state')
  })

  test('to a browser that began no sign-in: what is another’s cannot be brought', async () => {
    const victim = new SignInAttempt(provider.issuer)
    const attacker = await new SignInAttempt(provider.issuer).begin()
    const answer = await victim.comeBack({
      code: provider.code(attacker.get('nonce') ?? ''),
      state: attacker.get('state') ?? '',
      iss: provider.issuer,
    })
    await expectRefused({ attempt: victim, answer }, 'state')
  })

  test('that comes from another provider than was asked (mix-up)', async () => {
    const mixedUp = await signIn({}, (query) => ({ ...query, iss: 'https://other.example.gov' }))
    await expectRefused(mixedUp, 'issuer')
  })

  test('that does not say from whom it comes, where the provider promised to', async () => {
    const { attempt, answer } = await signIn({}, ({ code, state }) => ({
      code: code ?? '',
      state: state ?? '',
    }))
    await expectRefused({ attempt, answer }, 'issuer')
  })

  test('with a code of another’s sign-in', async () => {
    const injected = await signIn({}, (query) => ({ ...query, code: provider.code('another') }))
    await expectRefused(injected, 'nonce')
  })

  test('with a code that nobody gave, and with a page for a token', async () => {
    await expectRefused(await signIn({}, (query) => ({ ...query, code: 'made up' })), 'code')
  })

  test('with a page in place of a token', async () => {
    await expectRefused(await signIn({ withAPage: true }), 'other')
  })

  test('in which the provider signs nobody in', async () => {
    const denied = await signIn({}, ({ state }) => ({ error: 'access_denied', state: state ?? '' }))
    await expectRefused(denied, 'provider')
  })
})

test('an answer that was taken is not taken again, with its cookies or without', async () => {
  const { attempt, query } = await signIn({}, (all, { cookies }) => {
    Object.assign(kept, cookies)
    return all
  })
  const again = new SignInAttempt(provider.issuer)
  const refused = await again.comeBack(query)
  expect(refused.location).toContain('error=OAuthCallback')
  const withCookies = new SignInAttempt(provider.issuer)
  Object.assign(withCookies.cookies, kept)
  expect((await withCookies.comeBack(query)).location).toContain('error=OAuthCallback')
  expect(await db().session.count()).toBe(1)
  expect(attempt.cookies[SESSION]).toBeDefined()
  const entries = await planEntries()
  expect(entries.flatMap(({ data }) => Object(data).why ?? [])).toEqual(['state', 'code'])
})
const kept: Record<string, string> = {}

test('an e-mail makes nobody somebody else, whoever claims it', async () => {
  const email = (await db().person.findFirstOrThrow({ where: { name: 'Alma Reyes' } })).email
  const claims = { sub: 'mallory', name: 'Alma Reyes', email, email_verified: true }
  const { attempt } = await signIn({ claims })
  const found = await findSession(attempt.cookies[SESSION] ?? '')
  expect(found?.actor.memberships).toEqual([])
  expect(await db().person.count({ where: { name: 'Alma Reyes' } })).toBe(2)
})

describe('somebody whom the provider vouches for', () => {
  test('is not let in while disabled, and is told so', async () => {
    await signIn()
    await db().session.deleteMany()
    const { id } = await db().person.findFirstOrThrow({ where: { issuer: provider.issuer } })
    await disablePerson(cast.alma(), id)
    const { attempt, answer } = await signIn()
    expect(answer.location).toMatch(/\/sign-in\?.*error=AccessDenied$/)
    expect(attempt.cookies[SESSION]).toBeUndefined()
    expect((await planEntries()).at(-1)).toMatchObject({ data: { why: 'disabled' } })
  })

  test('is not let in by a weaker sign-in than is asked for', async () => {
    vi.stubEnv('OIDC_ACR_VALUES', 'urn:phr urn:phrh')
    await expectRefused(await signIn(), 'assurance')
    const { attempt, asked } = await signIn({ claims: { acr: 'urn:phrh' } })
    expect(asked.get('acr_values')).toBe('urn:phr urn:phrh')
    expect(attempt.cookies[SESSION]).toBeDefined()
  })

  test('is never fresh where the provider does not say when they signed in', async () => {
    const { attempt } = await signIn({ claims: { auth_time: undefined } })
    const found = await findSession(attempt.cookies[SESSION] ?? '')
    expect(found?.actor.authenticatedAt).toEqual(new Date(0))
  })
})
