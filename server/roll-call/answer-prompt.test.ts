import { describe, expect, test } from 'vitest'
import { goNoGoSheet } from '../plans/testing/documents.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { answerPrompt } from './answer-prompt.ts'
import { decide } from './decide.ts'
import { findRollCall } from './find-roll-call.ts'
import { openedRound } from './testing/open-round.ts'

givenCast()

const yes = { n: 1, answer: 'yes' as const }

describe('an answer', () => {
  test('is kept with its note and its entry', async () => {
    const { slug, id } = await openedRound(goNoGoSheet)
    const note = 'Alerts page Ben.'
    const { result } = await answerPrompt(cast.ben(), { slug, rollCall: id, ...yes, note })
    expect(result).toEqual({
      n: 1,
      text: 'Is monitoring and alerting configured and working as expected?',
      owner: 'Ben',
      answer: 'yes',
      note,
    })
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'prompt.answered',
      plan: slug,
      data: { n: 1, answer: 'yes' },
      texts: { note },
      changed: ['roll_call_prompt 2'],
    })
  })

  test('is given anew; the same again changes nothing', async () => {
    const { slug, id } = await openedRound(goNoGoSheet)
    await answerPrompt(cast.ben(), { slug, rollCall: id, ...yes })
    const again = await answerPrompt(cast.fern(), { slug, rollCall: id, ...yes })
    expect(again.seqs).toEqual([])
    await answerPrompt(cast.fern(), { slug, rollCall: id, n: 1, answer: 'not_applicable' })
    const { prompts } = await findRollCall(cast.victor(), { slug })
    expect(prompts[0]).toMatchObject({ answer: 'not_applicable', note: null })
  })
})

describe('an answer is refused', () => {
  test('for a prompt or a round that is not there', async () => {
    const { slug, id } = await openedRound(goNoGoSheet)
    for (const input of [
      { slug, rollCall: id, ...yes, n: 4 },
      { slug, rollCall: 'none', ...yes },
    ]) {
      await expect(answerPrompt(cast.ben(), input)).rejects.toMatchObject({
        refusal: { code: 'not_found' },
      })
    }
  })

  test('in a decided round', async () => {
    const { slug, id } = await openedRound(goNoGoSheet)
    await decide(cast.priya(), { slug, rollCall: id, decision: 'pivot' })
    await expect(answerPrompt(cast.ben(), { slug, rollCall: id, ...yes })).rejects.toMatchObject({
      refusal: { code: 'roll_call_closed' },
    })
  })

  test('to a viewer, on record', async () => {
    const { slug, id } = await openedRound(goNoGoSheet)
    await expect(answerPrompt(cast.victor(), { slug, rollCall: id, ...yes })).rejects.toMatchObject(
      { refusal: { code: 'forbidden', action: 'prompt.answer' } },
    )
    expect((await planEntries()).at(-1)).toMatchObject({ outcome: 'denied', plan: slug })
  })
})

test('many answers to one prompt at once are kept one after the other', async () => {
  const { slug, id } = await openedRound(goNoGoSheet)
  const done = await Promise.all(
    ['yes', 'no', 'not_applicable'].map((answer) =>
      answerPrompt(cast.ben(), {
        slug,
        rollCall: id,
        n: 2,
        answer: answer === 'yes' || answer === 'no' ? answer : 'not_applicable',
      }),
    ),
  )
  expect(done.flatMap(({ seqs }) => seqs)).toHaveLength(3)
})
