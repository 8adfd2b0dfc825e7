import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { OFF } from '../../domain/toggle/state.ts'
import { db } from '../db.ts'
import { setFreeze } from '../freezes/set-freeze.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { flip } from './flip.ts'
import { KEY, launchedToggle, plannedToggle, toShare } from './testing/launched-toggle.ts'

givenCast()

const refusedWith = (refusal: object) => ({ refusal: expect.objectContaining(refusal) })

describe('a flip that widens production', () => {
  // @control CM-3, CM-5
  test('is refused before a launch, for the check that says so, and the attempt is on record', async () => {
    await plannedToggle()
    const checks = expect.arrayContaining([
      expect.objectContaining({ check: 'launch_decision', passed: false }),
      expect.objectContaining({ check: 'contacts', passed: true }),
    ])
    await expect(flip(cast.tomas(), toShare(10))).rejects.toMatchObject(
      refusedWith({ code: 'checks_not_passed', checks }),
    )
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'attempt.refused',
      outcome: 'denied',
      actorId: cast.tomas().id,
      data: {
        tried: `set ${KEY} in production to 10 % of actors`,
        refusal: 'checks_not_passed',
        checks: ['launch_decision'],
      },
      changed: [],
    })
  })

  // @control CM-3
  test('goes through after a launch, and its entry tells what it rests on', async () => {
    await launchedToggle()
    const { result, seqs } = await flip(cast.tomas(), toShare(10))
    expect(result).toMatchObject({ version: 2, state: { ...OFF, percentageOfActors: 10 } })
    expect(seqs).toHaveLength(1)
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'toggle.widened',
      outcome: 'allowed',
      data: {
        from: 'off',
        to: '10 % of actors',
        rests_on: { roll_call: 1, sign_offs: expect.objectContaining({ length: 7 }) },
      },
      changed: ['toggle_state 2'],
      texts: { reason: 'To 10 %' },
    })
  })

  test.each([
    ['the program manager', cast.priya],
    ['a discipline lead', cast.ben],
    ['the administrator', cast.alma],
    ['a viewer', cast.victor],
  ])('is forbidden to %s', async (_, person) => {
    await launchedToggle()
    await expect(flip(person(), toShare(10))).rejects.toMatchObject(
      refusedWith({ code: 'forbidden', action: 'flip.widen_protected' }),
    )
  })

  // @control AU-10, CM-5
  test('asks a person on a page for a fresh sign-in, which narrowing and a token do not', async () => {
    await launchedToggle()
    const longAgo = { authenticatedAt: new Date(Date.now() - 16 * 60_000) }
    await expect(flip(cast.tomas(longAgo), toShare(10))).rejects.toMatchObject(
      refusedWith({ code: 'fresh_sign_in_needed' }),
    )
    await flip(cast.tomas({ authenticatedAt: null, tokenId: randomUUID() }), toShare(10))
    await expect(flip(cast.tomas(longAgo), toShare(5))).resolves.toMatchObject({
      result: { version: 3 },
    })
  })

  test('meets a freeze, which narrowing does not', async () => {
    await launchedToggle()
    await flip(cast.tomas(), toShare(50))
    await setFreeze(cast.grace(), {
      startsAt: new Date(Date.now() - 60_000),
      endsAt: new Date(Date.now() + 60_000),
      reason: 'Enrolment week',
      environments: ['production'],
    })
    await expect(flip(cast.tomas(), toShare(60))).rejects.toMatchObject(
      refusedWith({ code: 'checks_not_passed' }),
    )
    await expect(flip(cast.tomas(), toShare(20))).resolves.toMatchObject({ result: { version: 3 } })
  })

  test('may go ahead against its checks by override, which is loud and stays open', async () => {
    await plannedToggle()
    const override = { reason: 'The phone line is down and people need this' }
    await flip(cast.tomas(), { ...toShare(5), override })
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'flip.overrode_checks',
      changed: ['override 1', 'toggle_state 2'],
    })
    expect(await db().override.findMany()).toMatchObject([
      { checks: ['launch_decision'], reason: override.reason, reviewedBy: null },
    ])
    await expect(flip(cast.priya(), { ...toShare(6), override })).rejects.toMatchObject(
      refusedWith({ code: 'forbidden' }),
    )
  })
})

test('a discipline lead may narrow production, which nothing holds', async () => {
  await launchedToggle()
  await flip(cast.tomas(), toShare(50))
  await expect(flip(cast.ben(), toShare(0))).resolves.toMatchObject({ result: { version: 3 } })
})

test('a flip to what is there already changes nothing and writes nothing', async () => {
  await launchedToggle()
  await flip(cast.tomas(), toShare(10))
  const before = await planEntries()
  const { result, seqs } = await flip(cast.tomas(), toShare(10))
  expect([result.version, seqs]).toEqual([2, []])
  expect(await planEntries()).toHaveLength(before.length)
})

test('of two flips that expect the same version one wins, and the other is told so', async () => {
  await plannedToggle()
  const race = await Promise.allSettled(
    [10, 20].map((share) =>
      flip(cast.tomas(), { ...toShare(share, 'staging'), expectedVersion: 1 }),
    ),
  )
  expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const lost = race.find((one) => one.status === 'rejected')
  expect(lost?.reason).toMatchObject(
    refusedWith({ code: 'version_conflict', expected: 1, actual: 2 }),
  )
})

test('named actors are kept outside the log, behind digests', async () => {
  await plannedToggle()
  const actors = ['someone@example.gov', 'other@example.gov']
  await flip(cast.tomas(), { ...toShare(0, 'staging'), patch: { actors } })
  const event = await db().auditEvent.findFirstOrThrow({ where: { type: 'toggle.widened' } })
  expect(event.payload).not.toContain('example.gov')
  const known = await db().namedActor.findMany({ select: { digest: true } })
  expect(known).toHaveLength(2)
  for (const { digest } of known) expect(event.payload).toContain(digest)
})

test.each([
  ['an unknown toggle', { toggle: 'no_such_toggle' }, 'toggle'],
  ['an unknown environment', { environment: 'moon' }, 'environment'],
])('%s is not found', async (_, other, what) => {
  await plannedToggle()
  await expect(flip(cast.tomas(), { ...toShare(1), ...other })).rejects.toMatchObject(
    refusedWith({ code: 'not_found', what }),
  )
})
