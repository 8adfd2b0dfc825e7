import { describe, expect, test } from 'vitest'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { decide } from './decide.ts'
import { findMeeting } from './find-meeting.ts'
import { runMeeting } from './run-meeting.ts'
import { openedRound } from './testing/open-round.ts'

givenCast()

describe('the facilitator', () => {
  test('calls a discipline, and every screen shows it; the log does not', async () => {
    const { slug, id } = await openedRound()
    const before = await planEntries()
    await runMeeting(cast.priya(), { slug, rollCall: id, set: { turn: 'backend' } })
    const meeting = await findMeeting(cast.victor(), { slug, id })
    expect(meeting).toMatchObject({ turn: 'backend', timer: { began_at: null } })
    expect(Date.parse(meeting.timer.turn_since ?? '')).toBeLessThanOrEqual(Date.parse(meeting.at))
    expect(await planEntries()).toEqual(before)
  })

  test('times the meeting, and what was set before stays', async () => {
    const { slug, id } = await openedRound()
    const set = { turn: 'qa', turn_minutes: 3, meeting_minutes: 30 } as const
    await runMeeting(cast.priya(), { slug, rollCall: id, set })
    await runMeeting(cast.priya(), { slug, rollCall: id, set: { running: true } })
    const { turn, timer } = await findMeeting(cast.victor(), { slug, id })
    expect(turn).toBe('qa')
    expect(timer).toMatchObject({ turn_minutes: 3, meeting_minutes: 30, ended_at: null })
    expect(timer.began_at).toBe(timer.turn_since)
  })

  test('calls nobody once the round is decided, and the clock stands at the decision', async () => {
    const { slug, id } = await openedRound()
    await runMeeting(cast.priya(), { slug, rollCall: id, set: { turn: 'qa', running: true } })
    await decide(cast.priya(), { slug, rollCall: id, decision: 'pause' })
    const { turn, timer, round } = await findMeeting(cast.victor(), { slug, id })
    expect(turn).toBeNull()
    expect(timer.ended_at).toBe(round.decided_at)
    const late = runMeeting(cast.priya(), { slug, rollCall: id, set: { turn: 'qa' } })
    await expect(late).rejects.toMatchObject({ refusal: { code: 'roll_call_closed' } })
  })

  test('calls no discipline that the round does not ask', async () => {
    const { slug, id } = await openedRound()
    const call = runMeeting(cast.priya(), { slug, rollCall: id, set: { turn: 'analytics' } })
    await expect(call).rejects.toMatchObject({ refusal: { code: 'invalid' } })
  })

  test('finds no meeting of a round that is not there', async () => {
    const { slug } = await openedRound()
    const rollCall = '9d3f2c1b-0a9e-4d8c-b7a6-5f4e3d2c1b0a'
    const call = runMeeting(cast.priya(), { slug, rollCall, set: { turn: 'qa' } })
    await expect(call).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
})

test.each([
  ['a viewer', cast.victor],
  ['a discipline lead', cast.ben],
  ['the government lead', cast.grace],
  ['an administrator', cast.alma],
])('%s calls no turn, on record', async (_, who) => {
  const { slug, id } = await openedRound()
  const call = runMeeting(who(), { slug, rollCall: id, set: { turn: 'qa' } })
  await expect(call).rejects.toMatchObject({
    refusal: { code: 'forbidden', action: 'meeting.run' },
  })
  expect((await planEntries()).at(-1)).toMatchObject({ type: 'attempt.refused', outcome: 'denied' })
  expect((await findMeeting(cast.victor(), { slug, id })).turn).toBeNull()
})

test('of several turns called at once one stands, and none is lost half', async () => {
  const { slug, id } = await openedRound()
  const turns = ['qa', 'backend', 'frontend', 'design', 'product'] as const
  await Promise.all(
    turns.map((turn) => runMeeting(cast.priya(), { slug, rollCall: id, set: { turn } })),
  )
  expect(turns).toContain((await findMeeting(cast.victor(), { slug, id })).turn)
})
