import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editInTurn } from '../../../domain/plan/edit-in-turn.ts'
import { readPlan } from '../../../domain/plan/read-plan.ts'
import { shareOf, stageDrafts, stageEdits } from './stage-edits.ts'

const plan =
  '# Permit Release Plan\n\n## Phase II: Staged Rollout\n\n' +
  [1, 25, 50, 100]
    .map(
      (share, n) =>
        `### Stage ${'ABCD'[n]}: ${share}% of users\n\n- Length of time: ${n + 2} days\n\n`,
    )
    .join('')
const { stages } = readPlan(plan)
const drafts = stageDrafts(stages)

function shownAfter(form: readonly (typeof drafts)[number][]): unknown {
  const { edits } = stageEdits(stages, form)
  const edited = editInTurn(plan, edits)
  return edited.done
    ? edited.reading.stages.map(({ label, percentage, soak }) => [label, percentage, soak])
    : edited
}

describe('the form of the stages', () => {
  test('does nothing when nothing was changed', () => {
    expect(stageEdits(stages, drafts)).toEqual({ edits: [], missing: null })
  })

  test('takes out, changes, moves and adds, in edits that follow each other', () => {
    const [a, b, , d] = drafts
    if (!a || !b || !d) throw new Error('four stages')
    const form = [
      b,
      { ...d, soak: '1 week' },
      { id: 9, from: null, label: 'Stage E: Pilot', share: '2 %', soak: '1 day', dates: '' },
      a,
    ]
    expect(shownAfter(form)).toEqual([
      ['Stage B: 25% of users', 25, '3 days'],
      ['Stage D: 100% of users', 100, '1 week'],
      ['Stage E: Pilot', 2, '1 day'],
      ['Stage A: 1% of users', 1, '2 days'],
    ])
  })

  test('reaches any order of what stays', () => {
    const some = fc.shuffledSubarray(drafts, { minLength: 1 })
    fc.assert(
      fc.property(some, (form) => {
        expect(shownAfter(form)).toEqual(
          form.map(({ label, share, soak }) => [label, Number(share), soak]),
        )
      }),
      { numRuns: 30 },
    )
  })

  test.each([
    [{ label: ' ' }, 'Name every stage.'],
    [{ share: 'many' }, 'The share of “Stage A: 1% of users” is a percentage from 0 to 100.'],
    [{ soak: '' }, expect.stringContaining('edit the Markdown')],
  ])('says what is missing: %j', (changed, missing) => {
    const form = drafts.map((draft, at) => (at === 0 ? { ...draft, ...changed } : draft))
    expect(stageEdits(stages, form)).toEqual({ edits: [], missing })
  })

  test('reads a share as people write it', () => {
    expect(['25', ' 25 % ', '0,5', '0.125%', '101', '-1', '1e2', ''].map(shareOf)).toEqual([
      25,
      25,
      0.5,
      0.125,
      null,
      null,
      null,
      null,
    ])
  })
})
