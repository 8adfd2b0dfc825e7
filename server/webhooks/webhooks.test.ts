import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { findEntries } from '../audit/find-entries.ts'
import { db } from '../db.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { changeWebhook, removeWebhook, renewWebhookSecret } from './change-webhook.ts'
import { findDeliveries } from './find-deliveries.ts'
import { findWebhooks } from './find-webhooks.ts'
import { makeWebhook } from './make-webhook.ts'
import { pingWebhook, redeliver } from './try-webhook.ts'
import { signingSecrets, webhookSecret } from './webhook-secret.ts'

givenCast()

beforeEach(() => void vi.stubEnv('NEXTAUTH_SECRET', 'a secret of these tests, long enough'))
afterEach(() => void vi.unstubAllEnvs())

const closed = { plainHttp: false, privateAddresses: false }
const siem = { name: 'SIEM', url: 'https://siem.example.gov/in?key=hidden' }
const refusedWith = (refusal: object) => ({ refusal: expect.objectContaining(refusal) })
const newest = async () => (await findEntries(cast.grace(), { limit: 1 })).entries[0]
const make = async (input = siem) => (await makeWebhook(cast.alma(), input, closed)).result.id

describe('a webhook', () => {
  test('is made, changed, renewed and removed, each with its sentence', async () => {
    const id = await make()
    expect((await newest())?.sentence).toBe(
      'Alma Reyes made the webhook “SIEM” to siem.example.gov, which sends every entry.',
    )
    const patch = { kinds: ['toggle.widened', 'toggle.widened'], environments: ['production'] }
    await changeWebhook(cast.alma(), id, patch, closed)
    expect((await newest())?.sentence).toBe(
      'Alma Reyes changed the webhook “SIEM” to siem.example.gov, which now sends entries of the kinds toggle widened in production.',
    )
    expect((await changeWebhook(cast.alma(), id, patch, closed)).seqs).toEqual([])
    await changeWebhook(cast.alma(), id, { enabled: false }, closed)
    expect((await newest())?.sentence).toBe(
      'Alma Reyes switched the webhook “SIEM” to siem.example.gov off.',
    )
    await changeWebhook(cast.alma(), id, { enabled: true }, closed)
    const { result } = await renewWebhookSecret(cast.alma(), id)
    expect(result).toEqual({ id, generation: 2 })
    await pingWebhook(cast.alma(), id)
    expect((await newest())?.type).toBe('webhook.tried')
    await removeWebhook(cast.alma(), id)
    expect((await findWebhooks(cast.alma())).webhooks).toEqual([])
    await expect(changeWebhook(cast.alma(), id, {}, closed)).rejects.toMatchObject(
      refusedWith({ code: 'not_found' }),
    )
  })

  test('shows neither its secret nor what of its address may be one', async () => {
    const id = await make()
    const shown = JSON.stringify([await findWebhooks(cast.alma()), await newest()])
    expect(shown).toContain('https://siem.example.gov/…')
    expect(shown).not.toContain('hidden')
    expect(shown).not.toContain(webhookSecret(id, 1))
    const row = await db().webhook.findUniqueOrThrow({ where: { id } })
    expect(JSON.stringify(row)).not.toContain(webhookSecret(id, 1).slice(6))
  })

  // @control AC-6
  test('is kept by administrators alone, under a fresh sign-in', async () => {
    const id = await make()
    for (const person of [cast.priya, cast.tomas, cast.grace, cast.victor]) {
      const refused = refusedWith({ code: 'forbidden', action: 'webhook.manage' })
      await expect(makeWebhook(person(), siem, closed)).rejects.toMatchObject(refused)
      await expect(findWebhooks(person())).rejects.toMatchObject(refused)
      await expect(findDeliveries(person(), id)).rejects.toMatchObject(refused)
      await expect(pingWebhook(person(), id)).rejects.toMatchObject(refused)
      await expect(redeliver(person(), id, id)).rejects.toMatchObject(refused)
    }
    const stale = cast.alma({ authenticatedAt: new Date(Date.now() - 3_600_000) })
    await expect(removeWebhook(stale, id)).rejects.toMatchObject(
      refusedWith({ code: 'fresh_sign_in_needed' }),
    )
    expect((await newest())?.sentence).toMatch(
      /^Alma Reyes tried to remove a webhook and was refused/,
    )
  })

  test('of two changes at once one is told that the other was there first', async () => {
    const id = await make()
    const rename = (name: string) =>
      changeWebhook(cast.alma(), id, { name, expected_version: 1 }, closed)
    const both = await Promise.allSettled([rename('One'), rename('Two')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: refusedWith({ code: 'version_conflict', expected: 1, actual: 2 }),
    })
  })

  test.each([
    'http://siem.example.gov/',
    'https://127.0.0.1/',
    'https://[fd00::1]/',
    'https://10.1.2.3/',
    'https://localhost:8443/',
    'https://db.internal/',
    'https://intranet/',
  ])('does not lead to %s', async (url) => {
    const invalid = { code: 'invalid', errors: [expect.objectContaining({ path: 'url' })] }
    await expect(make({ ...siem, url })).rejects.toMatchObject(refusedWith(invalid))
    const id = await make()
    await expect(changeWebhook(cast.alma(), id, { url }, closed)).rejects.toMatchObject(
      refusedWith(invalid),
    )
  })

  test('sends to no environment that there is not, and nothing while it is off', async () => {
    const unknown = makeWebhook(cast.alma(), { ...siem, environments: ['moon'] }, closed)
    await expect(unknown).rejects.toMatchObject(refusedWith({ code: 'invalid' }))
    const id = await make()
    await changeWebhook(cast.alma(), id, { enabled: false }, closed)
    await expect(pingWebhook(cast.alma(), id)).rejects.toMatchObject(
      refusedWith({ code: 'not_permitted' }),
    )
  })

  test('signs nothing once the installation’s own secret was lost', async () => {
    const id = await make()
    const row = await db().webhook.findUniqueOrThrow({ where: { id } })
    const now = new Date()
    expect(signingSecrets(row, now)).toEqual([webhookSecret(id, 1)])
    vi.stubEnv('NEXTAUTH_SECRET', 'another secret of these tests, long enough')
    expect(() => signingSecrets(row, now)).toThrow('renew the secret of this webhook')
  })
})
