import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '../db.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { flip } from '../toggles/flip.ts'
import { KEY, launchedToggle, toShare } from '../toggles/testing/launched-toggle.ts'
import { removeGuard, renewGuardSecret } from './change-guard.ts'
import { findGuards } from './find-guards.ts'
import { makeGuard } from './make-guard.ts'
import { errors, firing, share, tell } from './testing/signals.ts'

givenCast()

beforeEach(() => void vi.stubEnv('NEXTAUTH_SECRET', 'a secret of these tests, long enough'))
afterEach(() => void vi.unstubAllEnvs())

describe('a hostile caller', () => {
  async function guarded() {
    await launchedToggle()
    await flip(cast.tomas(), toShare(50))
    const { result } = await makeGuard(cast.tomas(), { ...errors, act: 'lower', lower_to: 0 })
    return result
  }

  test('without the secret does nothing and learns nothing', async () => {
    const guard = await guarded()
    const nobody = '0f0e2a52-0000-4000-8000-000000000009'
    const answers = [
      await tell(guard.id, firing(), {}),
      await tell(guard.id, firing(), { secret: `${guard.secret.slice(0, -1)}0` }),
      await tell(nobody, firing(), guard),
      await tell('not-an-id', firing(), guard),
      await tell(guard.id, firing(), { headers: { 'x-rollcall-signature': 'ab'.repeat(32) } }),
    ]
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401))
    expect(new Set(answers.map(({ body }) => body.detail)).size).toBe(1)
    expect(await share()).toBe(50)
    expect(await db().guardSignal.count()).toBe(0)
  })

  test('who repeats what was sent gets nothing done twice, at the same moment or later', async () => {
    const guard = await guarded()
    const once = firing()
    const answers = await Promise.all(Array.from({ length: 5 }, () => tell(guard.id, once, guard)))
    const outcomes = answers.map(({ body }) => body.outcome)
    expect(outcomes.filter((one) => one === 'lowered')).toHaveLength(1)
    expect(outcomes.filter((one) => one === 'seen')).toHaveLength(4)
    await flip(cast.tomas(), toShare(50))
    expect((await tell(guard.id, once, guard)).body).toEqual({ outcome: 'seen' })
    expect(await share()).toBe(50)
  })

  test('who sends an old telling, or an old signature, is refused', async () => {
    const guard = await guarded()
    const old = firing({ at: new Date(Date.now() - 16 * 60_000).toISOString() })
    expect((await tell(guard.id, old, guard)).status).toBe(400)
    const raw = JSON.stringify(firing())
    const at = (seconds: number) => {
      const timestamp = String(Math.floor(Date.now() / 1000) - seconds)
      const signature = createHmac('sha256', guard.secret)
        .update(`${timestamp}:${raw}`)
        .digest('hex')
      return { 'x-rollcall-signature': signature, 'x-rollcall-timestamp': timestamp }
    }
    expect((await tell(guard.id, null, { raw, headers: at(301) })).status).toBe(401)
    const other = { raw: raw.replace('firing', 'firinG'), headers: at(0) }
    expect((await tell(guard.id, null, other)).status).toBe(401)
    const signed = await tell(guard.id, null, { raw, headers: at(0) })
    expect(signed).toEqual({ status: 200, body: { outcome: 'lowered' } })
  })

  test('with the secret can send nonsense without an effect, and never a 500', async () => {
    const guard = await guarded()
    const nonsense = [
      '',
      '{',
      'null',
      '[]',
      '"x"',
      '{"id":1}',
      '\ufeff{}',
      '{"id":"a\\u0000","status":"firing","at":"2026-11-22T10:00:00Z"}',
    ]
    for (const raw of nonsense) {
      expect([raw, (await tell(guard.id, null, { ...guard, raw })).status]).toEqual([raw, 400])
    }
    const huge = { ...guard, raw: `"${'x'.repeat(300_000)}"` }
    expect((await tell(guard.id, null, huge)).status).toBe(413)
    const form = { ...guard, headers: { 'content-type': 'text/plain' } }
    expect((await tell(guard.id, firing(), form)).status).toBe(415)
    expect(await share()).toBe(50)
  })

  test('who calls without end is asked to wait', async () => {
    const guard = await guarded()
    const same = firing({ status: 'resolved' })
    const answers: number[] = []
    for (let call = 0; call < 62; call += 1)
      answers.push((await tell(guard.id, same, guard)).status)
    expect(answers.slice(0, 60).every((status) => status === 200)).toBe(true)
    expect(answers.slice(60)).toEqual([429, 429])
  })

  test('with a secret that was changed, or of a guard that was removed, is nobody', async () => {
    const guard = await guarded()
    const { result: renewed } = await renewGuardSecret(cast.tomas(), guard.id)
    expect(renewed.secret).not.toBe(guard.secret)
    expect((await tell(guard.id, firing(), guard)).status).toBe(401)
    await removeGuard(cast.tomas(), guard.id)
    expect((await tell(guard.id, firing(), renewed)).status).toBe(401)
    expect((await findGuards(cast.victor(), KEY, 'production')).guards).toEqual([])
  })
})
