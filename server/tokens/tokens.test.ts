import { describe, expect, test } from 'vitest'
import type { PersonActor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { findTokenActor } from '../access/find-token-actor.ts'
import { db } from '../db.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findTokens } from './find-tokens.ts'
import { makeNewToken } from './make-new-token.ts'
import { revokeToken } from './revoke-token.ts'
import { rotateToken } from './rotate-token.ts'

givenCast()

/** Somebody who signed in a minute ago, on a page. */
function signedIn(person: PersonActor): PersonActor {
  return { ...person, tokenId: null, authenticatedAt: new Date(Date.now() - 60_000) }
}
const tomas = () => signedIn(cast.tomas())
const alma = () => signedIn(cast.alma())

async function actorOf(token: string | null) {
  const known = await findTokenActor(token ?? '')
  if (known === null) return null
  return { ...known, origin: cast.tomas().origin }
}

test('a token of one’s own acts as its person, and is shown once', async () => {
  const { result } = await makeNewToken(tomas(), { kind: 'person', name: 'laptop' })
  expect(result.token).toMatch(/^rc_person_[\w-]{43}_[0-9a-f]{8}$/)
  const actor = await actorOf(result.token)
  expect(actor).toMatchObject({ kind: 'person', name: 'Tomás Ibarra', tokenId: result.id })
  const { tokens } = await findTokens(tomas())
  expect(tokens).toMatchObject([{ name: 'laptop', is_own: true, may_sign_and_widen: false }])
  expect(JSON.stringify(tokens)).not.toContain(result.token)
  const kept = await db().apiToken.findMany()
  expect(JSON.stringify(kept)).not.toContain(result.token)
})

test('a limited token neither widens what is protected nor overrides; an acting one does', async () => {
  const name = 'laptop'
  const limited = await makeNewToken(tomas(), { kind: 'person', name })
  const acting = await makeNewToken(tomas(), { kind: 'person', name, may_sign_and_widen: true })
  const [a, b] = [await actorOf(limited.result.token), await actorOf(acting.result.token)]
  if (a === null || b === null) throw new Error('both tokens stand')
  for (const action of ['flip.widen_protected', 'flip.override', 'sign_off.sign'] as const) {
    expect(may(a, action), action).toBe(false)
    expect(may(b, action), action).toBe(true)
  }
  expect(may(a, 'flip.narrow_protected')).toBe(true)
  const ends = (await findTokens(tomas())).tokens.find((one) => one.may_sign_and_widen)?.expires_at
  expect(Date.parse(ends ?? '') - Date.now()).toBeLessThanOrEqual(86_400_000)
})

test('tokens of service accounts and applications are the administrator’s to make', async () => {
  const { result } = await makeNewToken(alma(), {
    kind: 'service',
    name: 'deploys',
    scopes: ['flip', 'read'],
  })
  expect(await actorOf(result.token)).toMatchObject({ kind: 'service', scopes: ['flip', 'read'] })
  await makeNewToken(alma(), { kind: 'flags', name: 'portal', environment: 'production' })
  const refused = makeNewToken(tomas(), { kind: 'flags', name: 'x', environment: 'production' })
  await expect(refused).rejects.toMatchObject({ refusal: { code: 'forbidden' } })
  const nowhere = makeNewToken(alma(), { kind: 'flags', name: 'x', environment: 'moon' })
  await expect(nowhere).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  expect((await findTokens(alma())).tokens.map(({ name }) => name)).toEqual(['portal', 'deploys'])
  expect((await findTokens(tomas())).tokens).toEqual([])
})

describe('the end of a token', () => {
  test('is at once, and on record', async () => {
    const { result } = await makeNewToken(tomas(), { kind: 'person', name: 'laptop' })
    await revokeToken(tomas(), result.id)
    expect(await actorOf(result.token)).toBeNull()
    expect((await revokeToken(tomas(), result.id)).seqs).toEqual([])
    expect((await planEntries()).map(({ type }) => type)).toEqual(['token.made', 'token.revoked'])
  })

  test('is its person’s or the administrator’s to bring', async () => {
    const { result } = await makeNewToken(tomas(), { kind: 'person', name: 'laptop' })
    await expect(revokeToken(cast.priya(), result.id)).rejects.toMatchObject({
      refusal: { code: 'not_found' },
    })
    await revokeToken(alma(), result.id)
    expect(await actorOf(result.token)).toBeNull()
  })

  test('brings another of the same terms when it is rotated', async () => {
    const { result } = await makeNewToken(alma(), {
      kind: 'flags',
      name: 'portal',
      environment: 'staging',
      lasts_hours: 48,
    })
    const before = (await findTokens(alma())).tokens[0]
    const rotated = await rotateToken(alma(), result.id)
    expect(rotated.result.token).not.toBe(result.token)
    const [after, ...others] = (await findTokens(alma())).tokens
    expect(others).toEqual([])
    expect(after).toMatchObject({ name: 'portal', environment: 'staging', kind: 'flags' })
    const lasts = (one: typeof after) =>
      Date.parse(one?.expires_at ?? '') - Date.parse(one?.created_at ?? '')
    expect(Math.abs(lasts(after) - lasts(before))).toBeLessThan(5000)
    await expect(rotateToken(alma(), result.id)).rejects.toMatchObject({
      refusal: { code: 'archived' },
    })
  })
})

test('a request that is repeated makes one token, and does not show it again', async () => {
  const origin = {
    ...tomas().origin,
    idempotency: { key: 'once', fingerprint: 'same' },
  }
  const first = await makeNewToken({ ...tomas(), origin }, { kind: 'person', name: 'laptop' })
  const again = await makeNewToken({ ...tomas(), origin }, { kind: 'person', name: 'laptop' })
  expect(again.result).toEqual({ id: first.result.id, token: null })
  expect(JSON.stringify(await db().idempotency.findMany())).not.toContain(first.result.token)
})
