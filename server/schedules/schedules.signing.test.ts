import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { systemActor } from '../access/system-actor.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { KEY, launchedToggle, plannedToggle } from '../toggles/testing/launched-toggle.ts'
import { cancelSchedule } from './cancel-schedule.ts'
import { runOverdue } from './run-overdue.ts'
import { scheduleFlips } from './schedule-flips.ts'
import { scheduled, share } from './testing/scheduled.ts'
import { momentPassed, soon } from './testing/soon.ts'

givenCast()

const refusedWith = (refusal: object) => ({ refusal: expect.objectContaining(refusal) })

describe('scheduling', () => {
  test('needs what flipping needs: the right, and a fresh sign-in to widen production', async () => {
    await launchedToggle()
    await expect(scheduleFlips(cast.ben(), scheduled(10))).rejects.toMatchObject(
      refusedWith({ code: 'forbidden', action: 'flip.widen_protected' }),
    )
    const longAgo = { authenticatedAt: new Date(Date.now() - 16 * 60_000) }
    await expect(scheduleFlips(cast.tomas(longAgo), scheduled(10))).rejects.toMatchObject(
      refusedWith({ code: 'fresh_sign_in_needed' }),
    )
    const { origin } = systemActor()
    const service = {
      kind: 'service',
      id: randomUUID(),
      name: 'ci',
      scopes: ['flip'],
      origin,
    } as const
    await expect(scheduleFlips(service, scheduled(10, 'staging'))).rejects.toMatchObject(
      refusedWith({ code: 'not_permitted' }),
    )
    await expect(cancelSchedule(cast.victor(), randomUUID())).rejects.toMatchObject(
      refusedWith({ code: 'not_found' }),
    )
  })

  test('is refused for the past, too far ahead, a change of nothing, and what is not there', async () => {
    await plannedToggle()
    const base = scheduled(10, 'staging')
    const wrong = [
      { ...base, at: new Date(Date.now() - 1000) },
      { ...base, at: new Date(Date.now() + 400 * 86_400_000) },
      { ...base, flips: [{ toggle: KEY, patch: { boolean: false } }] },
      { ...base, flips: [...base.flips, ...base.flips] },
    ]
    for (const input of wrong) {
      await expect(scheduleFlips(cast.tomas(), input)).rejects.toMatchObject(
        refusedWith({ code: 'invalid' }),
      )
    }
    await expect(
      scheduleFlips(cast.tomas(), { ...base, environment: 'moon' }),
    ).rejects.toMatchObject(refusedWith({ code: 'not_found', what: 'environment' }))
  })

  test('a second step meets the state that the first will leave', async () => {
    await launchedToggle()
    const first = await scheduleFlips(cast.tomas(), scheduled(10))
    const second = await scheduleFlips(cast.tomas(), {
      ...scheduled(25),
      at: soon(500),
    })
    for (const { result } of [first, second]) await momentPassed(result.id)
    expect(await runOverdue()).toBe(2)
    expect(await share()).toBe(25)
  })
})
