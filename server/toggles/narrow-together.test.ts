import { describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { setFreeze } from '../freezes/set-freeze.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { flipTogether } from './flip-together.ts'
import { narrowTogether, proposeNarrowing } from './narrow-together.ts'
import { findStateRow } from './state-row.ts'
import { launchedToggle } from './testing/launched-toggle.ts'

givenCast()

const KEYS = ['claim_letters', 'claim_search', 'claim_uploads']
const refusedWith = (refusal: object) => ({ refusal: expect.objectContaining(refusal) })

async function open(shares: readonly number[]): Promise<void> {
  await launchedToggle(KEYS)
  await flipTogether(cast.tomas(), {
    environment: 'production',
    reason: 'Launched',
    flips: KEYS.map((toggle, index) => ({
      toggle,
      patch: { percentage_of_actors: shares[index] ?? 0 },
    })),
  })
}

const incident = {
  environment: 'production',
  to: 'off',
  reason: 'Errors rising everywhere',
} as const

describe('narrowing many at once', () => {
  test('turns them off in one step, each with its entry, and a freeze does not hold it', async () => {
    await open([10, 20, 30])
    await setFreeze(cast.grace(), {
      startsAt: new Date(Date.now() - 60_000),
      endsAt: new Date(Date.now() + 60_000),
      reason: 'Enrolment week',
      environments: [],
    })
    const { result, seqs } = await narrowTogether(cast.ben(), { ...incident, toggles: KEYS })
    expect(result.narrowed.map(({ toggle, from, to }) => [toggle, from, to])).toEqual([
      ['claim_letters', '10 % of actors', 'off'],
      ['claim_search', '20 % of actors', 'off'],
      ['claim_uploads', '30 % of actors', 'off'],
    ])
    expect(seqs).toHaveLength(3)
    expect((await planEntries()).slice(-3).map(({ type }) => type)).toEqual(
      KEYS.map(() => 'toggle.narrowed'),
    )
    expect((await planEntries()).at(-1)).toMatchObject({ texts: { reason: incident.reason } })
  })

  test('lowers what is above a share and leaves what is at or below it', async () => {
    await open([10, 20, 30])
    const to = { percentage: 20 }
    const asked = { environment: 'production', to, team: 'benefits-portal' }
    const proposed = await proposeNarrowing(cast.tomas(), asked)
    expect(proposed).toMatchObject({
      narrowed: [{ toggle: 'claim_uploads', from: '30 % of actors', to: '20 % of actors' }],
      unchanged: ['claim_letters', 'claim_search'],
      left: [],
    })
    await narrowTogether(cast.tomas(), { ...asked, reason: 'Slow' })
    const { state } = await findStateRow(db(), 'claim_uploads', 'production', { lock: false })
    expect(state.percentageOfActors).toBe(20)
  })

  test('is for whoever may narrow there', async () => {
    await open([10, 20, 30])
    await expect(
      narrowTogether(cast.victor(), { ...incident, toggles: KEYS }),
    ).rejects.toMatchObject(refusedWith({ code: 'forbidden', action: 'flip.narrow_protected' }))
  })

  test('changes nothing and writes nothing where all are off already', async () => {
    await launchedToggle(KEYS)
    const before = (await planEntries()).length
    const { result, seqs } = await narrowTogether(cast.tomas(), { ...incident, toggles: KEYS })
    expect([result.narrowed, seqs]).toEqual([[], []])
    expect(result.unchanged).toEqual(KEYS)
    expect(await planEntries()).toHaveLength(before)
  })

  test('takes either toggles or a team, and refuses what is unknown', async () => {
    await launchedToggle(KEYS)
    await expect(narrowTogether(cast.tomas(), incident)).rejects.toMatchObject(
      refusedWith({ code: 'invalid' }),
    )
    await expect(
      narrowTogether(cast.tomas(), { ...incident, toggles: ['nobody_knows'] }),
    ).rejects.toMatchObject(refusedWith({ code: 'not_found' }))
    await expect(
      narrowTogether(cast.tomas(), { ...incident, team: 'no-such-team' }),
    ).rejects.toMatchObject(refusedWith({ code: 'not_found' }))
  })

  test('narrows seven hundred in one action', async () => {
    const keys = Array.from({ length: 700 }, (_, n) => `incident_${String(n).padStart(3, '0')}`)
    await launchedToggle(keys)
    for (let n = 0; n < keys.length; n += 50) {
      await flipTogether(cast.tomas(), {
        environment: 'staging',
        reason: 'Opened',
        flips: keys.slice(n, n + 50).map((toggle) => ({ toggle, patch: { boolean: true } })),
      })
    }
    const { result, seqs } = await narrowTogether(cast.tomas(), {
      ...incident,
      environment: 'staging',
      toggles: keys,
    })
    expect([result.narrowed.length, seqs.length]).toEqual([700, 700])
    expect(seqs.at(-1)).toBe((seqs[0] ?? 0) + 699)
  }, 120_000)
})
