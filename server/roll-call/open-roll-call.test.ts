import { describe, expect, test } from 'vitest'
import { goNoGoSheet } from '../plans/testing/documents.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { keptPlan } from '../plans/testing/kept-plan.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { decide } from './decide.ts'
import { findRollCall } from './find-roll-call.ts'
import { findRollCalls } from './find-roll-calls.ts'
import { openRollCall } from './open-roll-call.ts'
import { openedRound } from './testing/open-round.ts'

givenCast()

const plain = { require: [], invite: [] }

describe('a roll call', () => {
  test('asks the disciplines of the policy, on the revision of the moment', async () => {
    const { slug } = await keptPlan()
    const { result, seqs } = await openRollCall(cast.priya(), { slug, ...plain })
    expect(result.number).toBe(1)
    expect(seqs).toHaveLength(1)
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'roll_call.opened',
      plan: slug,
      data: {
        revision: 1,
        required: [
          'product',
          'design',
          'frontend',
          'backend',
          'qa',
          'accessibility',
          'government_lead',
        ],
      },
      changed: ['roll_call 1', 'roll_call_terms 1'],
    })
    const round = await findRollCall(cast.victor(), { slug })
    expect(round).toMatchObject({ id: result.id, number: 1, revision: 1, prompts: [] })
    expect(round.opened_by).toBe('Priya Raman')
    expect(round.disciplines.find(({ discipline }) => discipline === 'backend')).toMatchObject({
      name: 'Backend',
      required: true,
      status: 'waiting',
      contacts: ['Ben Castellano'],
      speaker: 'the backend lead',
      said: [],
    })
  })

  test('asks what the plan adds, required or invited', async () => {
    const { slug } = await keptPlan()
    await openRollCall(cast.priya(), { slug, require: ['content'], invite: ['analytics'] })
    const { disciplines } = await findRollCall(cast.victor(), { slug })
    expect(disciplines.slice(7).map(({ discipline, required }) => [discipline, required])).toEqual([
      ['content', true],
      ['analytics', false],
    ])
  })

  test('takes the prompts of a go/no-go sheet, unanswered, beside what the sheet says', async () => {
    const { slug } = await openedRound(goNoGoSheet)
    expect((await planEntries()).at(-1)?.changed).toEqual([
      'roll_call 1',
      'roll_call_prompt 1',
      'roll_call_prompt 1',
      'roll_call_prompt 1',
      'roll_call_terms 1',
    ])
    const { prompts } = await findRollCall(cast.victor(), { slug })
    expect(
      prompts.map(({ n, owner, answer, in_document }) => [n, owner, answer, in_document]),
    ).toEqual([
      [1, 'Ben', null, { answer: null, note: null }],
      [2, 'Fern', null, { answer: 'no', note: null }],
      [3, 'Everyone', null, { answer: null, note: null }],
    ])
  })

  test('is opened again after a decision, with the next number', async () => {
    const { slug, id } = await openedRound()
    await decide(cast.priya(), { slug, rollCall: id, decision: 'pause' })
    const { result } = await openRollCall(cast.priya(), { slug, ...plain })
    expect(result.number).toBe(2)
    expect(
      (await findRollCalls(cast.victor(), slug)).map(({ number, decision }) => [number, decision]),
    ).toEqual([
      [2, null],
      [1, 'pause'],
    ])
  })
})

describe('a roll call is not opened', () => {
  test('while another is open', async () => {
    const { slug } = await openedRound()
    await expect(openRollCall(cast.priya(), { slug, ...plain })).rejects.toMatchObject({
      refusal: { code: 'roll_call_open', number: 1 },
    })
  })

  test('for a plan that is not there', async () => {
    await expect(openRollCall(cast.priya(), { slug: 'none', ...plain })).rejects.toMatchObject({
      refusal: { code: 'not_found', what: 'release plan' },
    })
  })

  test.each([
    ['a tech lead', cast.tomas],
    ['the government lead', cast.grace],
    ['an administrator', cast.alma],
    ['a viewer', cast.victor],
  ])('by %s, on record', async (_, who) => {
    const { slug } = await keptPlan()
    await expect(openRollCall(who(), { slug, ...plain })).rejects.toMatchObject({
      refusal: { code: 'forbidden', action: 'roll_call.open' },
    })
    expect((await planEntries()).at(-1)).toMatchObject({ outcome: 'denied', plan: slug })
  })
})

test('of several opened at once, one is open', async () => {
  const { slug } = await keptPlan()
  const done = await Promise.allSettled(
    Array.from({ length: 6 }, () => openRollCall(cast.priya(), { slug, ...plain })),
  )
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await findRollCalls(cast.victor(), slug)).toHaveLength(1)
})
