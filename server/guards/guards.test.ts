import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '../db.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { flip } from '../toggles/flip.ts'
import { KEY, launchedToggle, plannedToggle, toShare } from '../toggles/testing/launched-toggle.ts'
import { changeGuard } from './change-guard.ts'
import { findGuards } from './find-guards.ts'
import { makeGuard } from './make-guard.ts'
import { releaseHold } from './release-hold.ts'
import { errors, firing, share, tell } from './testing/signals.ts'

givenCast()

beforeEach(() => void vi.stubEnv('NEXTAUTH_SECRET', 'a secret of these tests, long enough'))
afterEach(() => void vi.unstubAllEnvs())

const refusedWith = (refusal: object) => ({ refusal: expect.objectContaining(refusal) })
const newest = async () => (await planEntries()).at(-1)

describe('a guard that holds', () => {
  test('stops what widens and nothing else, until a person releases it', async () => {
    await launchedToggle()
    await flip(cast.tomas(), toShare(10))
    const { result: guard } = await makeGuard(cast.tomas(), { ...errors, act: 'hold' })
    expect(await newest()).toMatchObject({ type: 'guard.made', changed: ['guard 1'] })

    expect(await tell(guard.id, firing({ summary: 'Errors at 4 %' }), guard)).toEqual({
      status: 200,
      body: { outcome: 'held' },
    })
    expect(await newest()).toMatchObject({
      type: 'guard.held',
      actorId: 'system',
      data: { guard: 'Error rate' },
      texts: { detail: 'Errors at 4 %' },
    })
    expect(await share()).toBe(10)
    await expect(flip(cast.tomas(), toShare(20))).rejects.toMatchObject(
      refusedWith({
        code: 'checks_not_passed',
        checks: expect.arrayContaining([
          expect.objectContaining({ check: 'guard_hold', passed: false }),
        ]),
      }),
    )
    await flip(cast.tomas(), toShare(5))
    expect((await tell(guard.id, firing(), guard)).body).toEqual({ outcome: 'nothing_to_do' })

    const { holds } = await findGuards(cast.victor(), KEY, 'production')
    const id = holds[0]?.id ?? ''
    await expect(releaseHold(cast.ben(), { id, reason: 'No' })).rejects.toMatchObject(
      refusedWith({ code: 'forbidden', action: 'guard.release' }),
    )
    await releaseHold(cast.tomas(), { id, reason: 'A deploy of ours, over now' })
    await expect(releaseHold(cast.tomas(), { id, reason: 'Again' })).rejects.toMatchObject(
      refusedWith({ code: 'settled' }),
    )
    await flip(cast.tomas(), toShare(20))
    expect(await db().mail.count()).toBe(1)
  })
})

describe('a guard that lowers', () => {
  test('goes to its share as Rollcall itself, by its name, and never back up', async () => {
    await launchedToggle()
    await flip(cast.tomas(), toShare(50))
    const lower = { ...errors, act: 'lower', lower_to: 5 } as const
    const { result: guard } = await makeGuard(cast.tomas(), lower)
    expect((await tell(guard.id, firing(), guard)).body).toEqual({ outcome: 'lowered' })
    expect(await share()).toBe(5)
    expect(await newest()).toMatchObject({
      type: 'toggle.narrowed',
      actorId: 'system',
      data: { guard: 'Error rate', to: '5 % of actors' },
    })
    expect((await tell(guard.id, firing({ status: 'resolved' }), guard)).body).toEqual({
      outcome: 'ignored',
    })
    await flip(cast.tomas(), toShare(2))
    expect((await tell(guard.id, firing(), guard)).body).toEqual({ outcome: 'nothing_to_do' })
    expect(await share()).toBe(2)
  })

  test('without a share turns it off where the plan has no stage below', async () => {
    await launchedToggle()
    await flip(cast.tomas(), toShare(50))
    const { result: guard } = await makeGuard(cast.tomas(), { ...errors, act: 'lower' })
    await tell(guard.id, firing(), guard)
    expect(await share()).toBeNull()
  })

  test('in a dry run only says what it would have done, and what is unclear is asked', async () => {
    await launchedToggle()
    await flip(cast.tomas(), toShare(50))
    const { result: guard } = await makeGuard(cast.tomas(), {
      ...errors,
      act: 'lower',
      dry_run: true,
    })
    expect((await tell(guard.id, firing(), guard)).body).toEqual({ outcome: 'rehearsed' })
    expect(await newest()).toMatchObject({ type: 'guard.rehearsed' })
    await changeGuard(cast.tomas(), guard.id, { dry_run: false })
    const unclear = firing({ status: 'inconclusive' })
    expect((await tell(guard.id, unclear, guard)).body).toEqual({ outcome: 'asked' })
    expect(await newest()).toMatchObject({ type: 'guard.asked' })
    expect(await db().mail.findMany()).toMatchObject([
      { subject: `A guard asks you about ${KEY} in production` },
    ])
    expect(await share()).toBe(50)
  })
})

describe('keeping guards', () => {
  test('is for a tech lead or a program manager who signed in freshly', async () => {
    await plannedToggle()
    await expect(makeGuard(cast.ben(), { ...errors, act: 'hold' })).rejects.toMatchObject(
      refusedWith({ code: 'forbidden', action: 'guard.manage' }),
    )
    const longAgo = { authenticatedAt: new Date(Date.now() - 16 * 60_000) }
    await expect(makeGuard(cast.tomas(longAgo), { ...errors, act: 'hold' })).rejects.toMatchObject(
      refusedWith({ code: 'fresh_sign_in_needed' }),
    )
    await expect(
      makeGuard(cast.tomas(), { ...errors, environment: 'staging', act: 'hold' }),
    ).rejects.toMatchObject(refusedWith({ code: 'invalid' }))
  })

  test('never shows or keeps the secret again', async () => {
    await plannedToggle()
    const { result } = await makeGuard(cast.priya(), { ...errors, act: 'hold' })
    const shown = JSON.stringify(await findGuards(cast.priya(), KEY, 'production'))
    const rows = JSON.stringify(await db().guard.findMany())
    const log = JSON.stringify(await db().auditEvent.findMany({ select: { payload: true } }))
    for (const text of [shown, rows, log]) expect(text).not.toContain(result.secret)
  })
})
