import { describe, expect, test } from 'vitest'
import { acknowledgeFinding } from '../plans/acknowledge-finding.ts'
import { findPlan } from '../plans/find-plan.ts'
import { revisePlan } from '../plans/revise-plan.ts'
import { bytesOf, contradictoryPlan, goNoGoSheet, releasePlan } from '../plans/testing/documents.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { answerPrompt } from './answer-prompt.ts'
import { decide } from './decide.ts'
import { findRollCall } from './find-roll-call.ts'
import { signOff } from './sign-off.ts'
import { everybodySigns, openedRound } from './testing/open-round.ts'

givenCast()

const otherRollback = bytesOf(releasePlan({ rollback: 'Nobody knows yet.' }))

describe('a launch', () => {
  test('is decided when every required discipline says go', async () => {
    const { slug, id } = await openedRound()
    await everybodySigns(slug)
    const note = 'To everybody by Friday.'
    const { result } = await decide(cast.priya(), { slug, rollCall: id, decision: 'launch', note })
    expect(result).toEqual({ id, number: 1, decision: 'launch' })
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'roll_call.decided',
      plan: slug,
      data: { decision: 'launch' },
      texts: { note },
      changed: ['roll_call 2'],
    })
    expect(await findRollCall(cast.victor(), { slug, id })).toMatchObject({
      decision: 'launch',
      decided_by: 'Priya Raman',
      note,
      missing: [],
    })
  })

  test('is refused while a discipline has not spoken, says no-go, or is stale; on record', async () => {
    const { slug, id } = await openedRound()
    const launch = () => decide(cast.grace(), { slug, rollCall: id, decision: 'launch' })
    await expect(launch()).rejects.toMatchObject({
      refusal: { code: 'launch_not_ready', missing: { length: 7 } },
    })
    await everybodySigns(slug)
    const reason = { verdict: 'no_go' as const, note: 'Screen readers skip the list.' }
    await signOff(cast.ada(), { slug, discipline: 'accessibility', ...reason })
    await expect(launch()).rejects.toMatchObject({
      refusal: { missing: ['Accessibility says no-go (Ada Whitcombe).'] },
    })
    await signOff(cast.ada(), { slug, discipline: 'accessibility', verdict: 'go' })
    await revisePlan(cast.priya(), { slug, bytes: otherRollback, revision: 1 })
    await expect(launch()).rejects.toMatchObject({
      refusal: {
        missing: expect.arrayContaining([expect.stringMatching(/^Backend's go .* stale/)]),
      },
    })
    const denied = (await planEntries()).filter(({ outcome }) => outcome === 'denied')
    expect(denied.map(({ data }) => data)).toEqual(
      [1, 2, 3].map(() => ({ tried: 'decide to launch', refusal: 'launch_not_ready', checks: [] })),
    )
    expect((await findRollCall(cast.victor(), { slug, id })).decision).toBeNull()
  })

  test('is refused while a prompt is unanswered', async () => {
    const { slug, id } = await openedRound(goNoGoSheet)
    await everybodySigns(slug)
    const answer = (n: number) => answerPrompt(cast.ben(), { slug, rollCall: id, n, answer: 'yes' })
    await answer(1)
    await answer(2)
    const launch = () => decide(cast.priya(), { slug, rollCall: id, decision: 'launch' })
    await expect(launch()).rejects.toMatchObject({
      refusal: {
        missing: ['Prompt 3 is unanswered: "Does anyone have any reason to postpone the launch?"'],
      },
    })
    await answer(3)
    expect((await launch()).result.decision).toBe('launch')
  })

  test('is refused while nobody has acknowledged a finding', async () => {
    const { slug, id } = await openedRound(contradictoryPlan)
    await everybodySigns(slug)
    const launch = () => decide(cast.priya(), { slug, rollCall: id, decision: 'launch' })
    await expect(launch()).rejects.toMatchObject({
      refusal: { missing: [expect.stringMatching(/^A finding on line \d+ is not acknowledged/)] },
    })
    const { reading } = await findPlan(cast.victor(), slug)
    for (const { id: finding } of reading.findings) {
      await acknowledgeFinding(cast.ben(), { slug, finding })
    }
    expect((await launch()).result.decision).toBe('launch')
  })
})

describe('a decision', () => {
  test.each(['pause', 'pivot'] as const)('to %s needs nobody to have spoken', async (decision) => {
    const { slug, id } = await openedRound()
    expect((await decide(cast.grace(), { slug, rollCall: id, decision })).result.decision).toBe(
      decision,
    )
  })

  test('is made once', async () => {
    const { slug, id } = await openedRound()
    await decide(cast.priya(), { slug, rollCall: id, decision: 'pause' })
    await expect(
      decide(cast.grace(), { slug, rollCall: id, decision: 'pivot' }),
    ).rejects.toMatchObject({ refusal: { code: 'roll_call_closed', number: 1 } })
  })

  test.each([
    ['an unknown id', '9d3f2c1b-0a9e-4d8c-b7a6-5f4e3d2c1b0a'],
    ['a word that is no id', 'newest'],
  ])('in %s is not there', async (_, rollCall) => {
    const { slug } = await openedRound()
    await expect(decide(cast.priya(), { slug, rollCall, decision: 'pause' })).rejects.toMatchObject(
      { refusal: { code: 'not_found', what: 'roll call' } },
    )
  })

  test('in the round of another plan is not there', async () => {
    const one = await openedRound()
    const other = await openedRound()
    await expect(
      decide(cast.priya(), { slug: one.slug, rollCall: other.id, decision: 'pause' }),
    ).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })

  test.each([
    ['a tech lead', cast.tomas],
    ['a discipline lead', cast.ben],
    ['an administrator', cast.alma],
  ])('is not for %s, on record', async (_, who) => {
    const { slug, id } = await openedRound()
    await expect(decide(who(), { slug, rollCall: id, decision: 'pause' })).rejects.toMatchObject({
      refusal: { code: 'forbidden', action: 'decision.make' },
    })
    expect((await planEntries()).at(-1)).toMatchObject({ outcome: 'denied' })
  })
})

describe('at once', () => {
  test('two decisions: one is made', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { slug, id } = await openedRound()
      const done = await Promise.allSettled([
        decide(cast.priya(), { slug, rollCall: id, decision: 'pause' }),
        decide(cast.grace(), { slug, rollCall: id, decision: 'pivot' }),
      ])
      expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    }
  })

  test('a no-go and a launch: launched and then objected to, or not launched', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { slug, id } = await openedRound()
      await everybodySigns(slug)
      const [launch, word] = await Promise.allSettled([
        decide(cast.priya(), { slug, rollCall: id, decision: 'launch' }),
        signOff(cast.ben(), { slug, discipline: 'backend', verdict: 'no_go', note: 'Wait.' }),
      ])
      expect(word).toMatchObject({
        status: 'fulfilled',
        value: { result: { row: { sign_off: { late: launch.status === 'fulfilled' } } } },
      })
      const order = (await planEntries())
        .filter(
          ({ plan, type, data }) =>
            plan === slug && (/decided/.test(type) || JSON.stringify(data).includes('no_go')),
        )
        .map(({ type }) => type)
      expect(order).toEqual(
        launch.status === 'fulfilled'
          ? ['roll_call.decided', 'sign_off.signed']
          : ['sign_off.signed'],
      )
    }
  })

  test('an edit and a launch: launched on the text before it, or not launched', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { slug, id } = await openedRound()
      await everybodySigns(slug)
      const [launch] = await Promise.allSettled([
        decide(cast.priya(), { slug, rollCall: id, decision: 'launch' }),
        revisePlan(cast.tomas(), { slug, bytes: otherRollback, revision: 1 }),
      ])
      const order = (await planEntries())
        .filter(({ plan, type }) => plan === slug && /plan\.revised|roll_call\.decided/.test(type))
        .map(({ type }) => type)
      expect(order).toEqual(
        launch.status === 'fulfilled' ? ['roll_call.decided', 'plan.revised'] : ['plan.revised'],
      )
    }
  })
})
