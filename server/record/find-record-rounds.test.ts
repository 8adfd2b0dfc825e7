import { describe, expect, test } from 'vitest'
import { verify } from '../audit/verify.ts'
import { acknowledgeFinding } from '../plans/acknowledge-finding.ts'
import { revisePlan } from '../plans/revise-plan.ts'
import { bytesOf, contradictoryPlan, goNoGoSheet, releasePlan } from '../plans/testing/documents.ts'
import { keptPlan } from '../plans/testing/kept-plan.ts'
import { answerPrompt } from '../roll-call/answer-prompt.ts'
import { decide } from '../roll-call/decide.ts'
import { openRollCall } from '../roll-call/open-roll-call.ts'
import { everybodySigns, openedRound } from '../roll-call/testing/open-round.ts'
import { withdraw } from '../roll-call/withdraw.ts'
import { cast } from '../testing/cast.ts'
import { useCast } from '../testing/test-database.ts'
import { flip } from '../toggles/flip.ts'
import { KEY, launchedToggle, toShare } from '../toggles/testing/launched-toggle.ts'
import { findRecord } from './find-record.ts'

const HEX = /^[0-9a-f]{64}$/

describe('the record of a release', () => {
  useCast()

  test('tells what a launch allows, and what was taken back after it', async () => {
    const { slug, id } = await openedRound()
    await everybodySigns(slug)
    const scope = {
      environment: 'production',
      up_to: { percentage: 25 },
      until: '2099-01-31T09:00:00Z',
    }
    await decide(cast.priya(), { slug, rollCall: id, decision: 'launch', scope })
    const reason = 'The alert is silent'
    await withdraw(cast.ben(), { slug, discipline: 'backend', note: reason })
    const { rounds } = await findRecord(cast.victor(), { slug })
    expect(rounds.shown[0]).toMatchObject({
      decision: 'launch',
      scope: { ...scope, until: '2099-01-31T09:00:00.000Z' },
      policy: { sha256: expect.stringMatching(HEX), version: null },
      dropped: [],
    })
    const backend = rounds.shown[0]?.disciplines.find((one) => one.discipline === 'backend')
    expect(backend).toMatchObject({
      at_decision: 'go',
      status: 'withdrawn',
      said: [
        { verdict: 'go', standing: 'withdrawn', late: false },
        { verdict: 'withdrawn', standing: 'current', late: true, note: reason },
      ],
    })
    const then = await findRecord(cast.victor(), { slug, round: 1 })
    const asDecided = then.rounds.shown[0]?.disciplines.find((one) => one.discipline === 'backend')
    expect(asDecided).toMatchObject({ status: 'go', said: [{ standing: 'current' }] })
  })

  test('as of a round stands as it stood when that round was decided', async () => {
    const { slug, rollCall } = await launchedToggle()
    await flip(cast.tomas(), toShare(10))
    const changed = releasePlan({ toggles: [KEY], rollback: 'Tomás switches it off.' })
    await revisePlan(cast.priya(), { slug, bytes: bytesOf(changed), revision: 1 })
    const { result } = await openRollCall(cast.priya(), { slug, require: [], invite: [] })
    const late = cast.grace()
    await decide(late, { slug, rollCall: result.id, decision: 'pause', note: 'Not yet' })

    const first = await findRecord(cast.victor(), { slug, round: 1 })
    expect(first.rounds).toMatchObject({ total: 1, shown: [{ id: rollCall, decision: 'launch' }] })
    expect(first.as_of).toMatchObject({ round: 1, seq: first.rounds.shown[0]?.decided?.seq })
    expect(first.text.number).toBe(1)
    expect(first.flips[0]?.total).toBe(0)
    expect(first.rounds.shown[0]?.disciplines.every(({ status }) => status === 'go')).toBe(true)
    const whole = await findRecord(cast.victor(), { slug })
    expect(whole.rounds).toMatchObject({ total: 2, shown: [{ number: 1 }, { decision: 'pause' }] })
    expect(whole.flips[0]?.total).toBe(1)
    expect(await findRecord(cast.victor(), { slug, round: 2 })).toMatchObject({
      as_of: { round: 2 },
      text: { number: 2 },
    })
    const lost = findRecord(cast.victor(), { slug, round: 3 })
    await expect(lost).rejects.toMatchObject({ refusal: { code: 'not_found', key: '3' } })
  })

  test('holds the prompts with their answers and the findings with who has seen them', async () => {
    const { slug, id } = await openedRound(goNoGoSheet)
    const answer = { slug, rollCall: id, n: 1, answer: 'yes', note: 'On the dashboard' } as const
    await answerPrompt(cast.ben(), answer)
    const { rounds } = await findRecord(cast.victor(), { slug })
    expect(rounds.shown[0]?.prompts).toMatchObject([
      { n: 1, answer: 'yes', note: 'On the dashboard', told: { by: 'Ben Castellano' } },
      { n: 2, answer: null, told: null },
      { n: 3, answer: null, told: null },
    ])
    const { slug: other } = await keptPlan(contradictoryPlan)
    const { findings } = await findRecord(cast.victor(), { slug: other })
    const [finding] = findings.shown
    expect(finding).toMatchObject({ acknowledged: null, note: null })
    await acknowledgeFinding(cast.grace(), {
      slug: other,
      finding: finding?.id ?? '',
      note: 'It is 50 %',
    })
    expect(await findRecord(cast.victor(), { slug: other })).toMatchObject({
      findings: { shown: [{ acknowledged: { by: 'Grace Okafor' }, note: 'It is 50 %' }] },
      stages: [{ percentage: expect.any(Number), results: null }, { results: null }],
    })
  })

  test('lists the attempts that were refused, and the toggles of earlier rounds', async () => {
    const { slug } = await launchedToggle()
    await flip(cast.tomas(), toShare(10))
    const blocked = flip(cast.ben(), toShare(50))
    await expect(blocked).rejects.toThrow()
    const renamed = releasePlan({ toggles: ['claim_letters_again'] })
    await revisePlan(cast.priya(), { slug, bytes: bytesOf(renamed), revision: 1 })
    const { toggles, flips, entries } = await findRecord(cast.victor(), { slug })
    expect(toggles).toEqual([
      { key: 'claim_letters_again', status: 'unknown', in_text: true },
      { key: KEY, status: 'registered', in_text: false },
    ])
    expect(flips[0]?.total).toBe(1)
    expect(entries?.refused).toMatchObject({
      more: false,
      shown: [{ sentence: expect.stringMatching(/^Ben Castellano tried to .* and was refused/) }],
    })
    const before = await findRecord(cast.victor(), { slug, round: 1 })
    expect(before.toggles).toEqual([{ key: KEY, status: 'registered', in_text: true }])
  })

  test('is closed to who may not read releases, and its entries to who may not read the log', async () => {
    const { slug } = await keptPlan()
    const nobody = cast.victor({ memberships: [] })
    await expect(findRecord(nobody, { slug })).rejects.toMatchObject({
      refusal: { code: 'forbidden', action: 'release.read' },
    })
    await expect(findRecord(cast.victor(), { slug: 'none' })).rejects.toMatchObject({
      refusal: { code: 'not_found' },
    })
    expect(await verify(cast.victor(), { thorough: true })).toMatchObject({ holds: true })
  })
})
