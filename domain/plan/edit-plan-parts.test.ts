import { describe, expect, it } from 'vitest'
import { editPlan } from './edit-plan.ts'
import type { PlanEdit } from './plan-edit.ts'

const edited = (text: string, edit: PlanEdit) => editPlan(text, edit)?.text ?? null

describe('a stage that moves', () => {
  it('is told from one whose share ends like its own', () => {
    const plan = '# Release Plan\n\n## Rollout Strategy\n\nInternal only → 25% → 5% → 100%\n'
    expect(edited(plan, { edit: 'move_stage', n: 2, to: 1 })).toContain(
      'Internal only → 5% → 25% → 100%',
    )
  })

  it.each<[string, string, number, number, string]>([
    [
      'takes its chapter along, and leaves rules between chapters',
      '### Stage A: 10%\n\n- Length of time: 1 day\n\n---\n\n### Stage B: 50%\n\n#### Planning\n- Length of time: 2 days',
      1,
      0,
      '### Stage B: 50%\n\n#### Planning\n- Length of time: 2 days\n\n---\n\n### Stage A: 10%\n\n- Length of time: 1 day',
    ],
    [
      'takes what is below it along, and leaves the numbers of the list',
      '## Rollout\r\n1. 10% of users\r\n   - Duration: 1 day\r\n2. 50% of users\r\n3. 100% of users',
      0,
      2,
      '## Rollout\r\n1. 50% of users\r\n2. 100% of users\r\n3. 10% of users\r\n   - Duration: 1 day',
    ],
    [
      'moves in every table that lists it',
      '## Rollout\n|Launch %|Time Frame|\n|-|-|\n|Launch to 25%|1 week|\n|Launch to 100%|2 weeks|\n\n## Go Live!\n|Launch %|Desired Date|\n|-|-|\n|Launch to 25%|3/2|\n|Launch to 100%|3/9\n',
      0,
      1,
      '## Rollout\n|Launch %|Time Frame|\n|-|-|\n|Launch to 100%|2 weeks|\n|Launch to 25%|1 week|\n\n## Go Live!\n|Launch %|Desired Date|\n|-|-|\n|Launch to 100%|3/9\n|Launch to 25%|3/2|\n',
    ],
    [
      'moves within a sentence',
      '## Rollout\n\n10% → 50% → 100%\n',
      2,
      0,
      '## Rollout\n\n100% → 10% → 50%\n',
    ],
    [
      'moves among lines in a block quote',
      '> ## Rollout\n> - Stage A: 10% of users\n> - Stage B: 50% of users\n',
      0,
      1,
      '> ## Rollout\n> - Stage B: 50% of users\n> - Stage A: 10% of users\n',
    ],
  ])('%s', (_, text, n, to, expected) => {
    expect(edited(text, { edit: 'move_stage', n, to })).toBe(expected)
  })

  it('is taken out of a sentence and out of lines that follow each other', () => {
    expect(edited('## Rollout\n\n10% → 50% → 100%\n', { edit: 'remove_stage', n: 0 })).toBe(
      '## Rollout\n\n50% → 100%\n',
    )
    expect(
      edited('## Rollout\n\nStage A: 10% of users\nStage B: 50% of users\n- Duration: 2 days\n', {
        edit: 'remove_stage',
        n: 1,
      }),
    ).toBe('## Rollout\n\nStage A: 10% of users\n')
  })
})

describe('a missing part', () => {
  const plan =
    '# Permit Release Plan\n\n## Validation\n\n- [ ] One\n\n## Go Live!\n\n- Desired date: TBD\n'

  it.each<[PlanEdit, string]>([
    [{ edit: 'add_toggle', key: 'permit_a', description: null }, '## Step 1: Development'],
    [{ edit: 'answer_question', required: true }, '## Do I need a staged rollout?'],
    [{ edit: 'set_rollback', text: 'Ben turns it off.' }, '## Define the Rollback process'],
    [
      { edit: 'add_contact', name: 'Priya Raman', role: 'Program Manager', tier: 'primary' },
      '## Points of Contact',
    ],
    [
      {
        edit: 'add_stage',
        after: -1,
        label: 'Stage A: Canary',
        percentage: 5,
        soak: null,
        dates: null,
      },
      '## Phase II: Staged Rollout',
    ],
  ])('comes in at its place in the order of the template: %j', (edit, heading) => {
    const text = edited(plan, edit) ?? ''
    const before = edit.edit === 'add_toggle' ? '## Validation' : '## Go Live!'
    expect(text.indexOf(heading)).toBeGreaterThan(0)
    expect(text.indexOf(heading)).toBeLessThan(text.indexOf(before))
    expect(
      text
        .split('\n')
        .filter((line) => plan.split('\n').includes(line))
        .join('\n'),
    ).toContain('- [ ] One')
  })

  it('that belongs behind everything comes at the end', () => {
    expect(edited(plan, { edit: 'set_check_in', which: 'one_month', text: 'Calm.' })).toBe(
      `${plan}\n### 1-month results\n\nCalm.\n`,
    )
    expect(edited('', { edit: 'set_rollback', text: 'Off.' })).toBe(
      '### Define the Rollback process\n\nOff.\n',
    )
  })
})

describe('what cannot be done is refused whole', () => {
  it.each<[string, string, PlanEdit]>([
    ['a move to where it is', '## Rollout\n- 10%\n- 50%\n', { edit: 'move_stage', n: 1, to: 1 }],
    ['a move to nowhere', '## Rollout\n- 10%\n- 50%\n', { edit: 'move_stage', n: 1, to: 5 }],
    ['a stage that is not there', '## Rollout\n- 10%\n', { edit: 'remove_stage', n: 4 }],
    [
      'a toggle that prose names too',
      'Turn `permit_a` on.\n\n| Toggle name |\n|-|\n| permit_a |\n',
      { edit: 'remove_toggle', key: 'permit_a' },
    ],
    ['a line that asks nothing', 'Words.\n', { edit: 'answer_prompt', line: 1, answer: 'Yes' }],
    ['a validation that is none', '# Plan\n', { edit: 'tick_validation', line: 1, checked: true }],
    [
      'rollback words that announce another part',
      '## Rollback\n\nOff.\n',
      { edit: 'set_rollback', text: '## Points of Contact\n\nPriya Raman - PM' },
    ],
    [
      'an answer that is a placeholder',
      '- Number of users: [FILL_IN]\n',
      { edit: 'answer_prompt', line: 1, answer: 'TBD' },
    ],
  ])('%s', (_, text, edit) => {
    expect(editPlan(text, edit)).toBe(null)
  })
})
