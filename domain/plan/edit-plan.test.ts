import { describe, expect, it } from 'vitest'
import { editPlan } from './edit-plan.ts'
import type { PlanEdit } from './plan-edit.ts'

const edited = (text: string, edit: PlanEdit) => editPlan(text, edit)?.text ?? null
const table = '# Permit Release Plan\n\n## Toggles\n\n| Toggle name | Description |\n|-|-|\n'

describe('an edit keeps the form of the plan', () => {
  it.each<[string, string, PlanEdit, string]>([
    [
      'a row in a table of toggles',
      `${table}| \`permit_a\` | one |\n\nWords.\n`,
      { edit: 'add_toggle', key: 'permit_b', description: 'a | b' },
      `${table}| \`permit_a\` | one |\n| \`permit_b\` | a \\| b |\n\nWords.\n`,
    ],
    [
      'the waiting row of the template',
      `${table}| [FILL_IN] | [FILL_IN] |\n`,
      { edit: 'add_toggle', key: 'permit_b', description: 'two' },
      `${table}| permit_b | two |\n`,
    ],
    [
      'the first row of an empty table',
      `${table}\nWords.\n`,
      { edit: 'add_toggle', key: 'permit_b', description: null },
      `${table}| permit_b |  |\n\nWords.\n`,
    ],
    [
      'a bold label gone wrong',
      '**Toggle name: **permit_a**\n\n**Description: one**\n\n## Rollback\n',
      { edit: 'add_toggle', key: 'permit_b', description: null },
      '**Toggle name: **permit_a**\n\n**Description: one**\n\n**Toggle name: **permit_b**\n\n## Rollback\n',
    ],
    [
      'a list of toggles',
      '## Feature toggles\r\n\r\n* `permit_a`: one\r\n\r\nWords.',
      { edit: 'add_toggle', key: 'permit_b', description: 'two' },
      '## Feature toggles\r\n\r\n* `permit_a`: one\r\n* `permit_b`: two\r\n\r\nWords.',
    ],
    [
      'a statement answered in bold',
      '### Do I need a staged rollout?\n\n•\tThis change does not impact user flows through tasks **Yes**\n',
      { edit: 'answer_statement', n: 1, answer: false },
      '### Do I need a staged rollout?\n\n•\tThis change does not impact user flows through tasks **No**\n',
    ],
    [
      'a pair of boxes',
      '### Do I need a staged rollout?\n\n- This change does not impact user flows through tasks\n  - [ ] Yes\n  - [x] No\n',
      { edit: 'answer_statement', n: 1, answer: true },
      '### Do I need a staged rollout?\n\n- This change does not impact user flows through tasks\n  - [x] Yes\n  - [ ] No\n',
    ],
    [
      'an answer behind the question',
      '### Do I need a staged rollout? => YES\n',
      { edit: 'answer_question', required: false },
      '### Do I need a staged rollout? => No\n',
    ],
    [
      'a stage in a list',
      '## Rollout\n1. 10% of users (2 days)\n2. 100% of users\n',
      {
        edit: 'add_stage',
        after: 0,
        label: '50% of users',
        percentage: 50,
        soak: '1 week',
        dates: null,
      },
      '## Rollout\n1. 10% of users (2 days)\n1. 50% of users (1 week)\n2. 100% of users\n',
    ],
    [
      'a share said twice',
      '### Stage A: 10% of users\n- Percentage of Users: 10% (about 40)\n\n### Stage B: 100% of users\n',
      { edit: 'change_stage', n: 0, percentage: 15 },
      '### Stage A: 15% of users\n- Percentage of Users: 15% (about 40)\n\n### Stage B: 100% of users\n',
    ],
    [
      'a placeholder with its hint',
      '### Stage A: Canary\n- Length of time: [FILL_IN] (*minimum 2 hours*)\n',
      { edit: 'change_stage', n: 0, soak: '2 days' },
      '### Stage A: Canary\n- Length of time: 2 days (*minimum 2 hours*)\n',
    ],
    [
      'a stage in two tables',
      '## Rollout\n|Launch %|Time Frame|\n|-|-|\n|Launch to 25%|1 week|\n|Launch to 100%|1 week|\n\n## Go Live!\n|Launch %|Desired Date|\n|-|-|\n|Launch to 25%|3/2|\n|Launch to 100%|3/9|\n',
      { edit: 'remove_stage', n: 0 },
      '## Rollout\n|Launch %|Time Frame|\n|-|-|\n|Launch to 100%|1 week|\n\n## Go Live!\n|Launch %|Desired Date|\n|-|-|\n|Launch to 100%|3/9|\n',
    ],
    [
      "rollback words below the template's",
      '## Rollback\n\nBe as specific as possible.\n\nBen turns it off.\n\n- And calls.\n\n## Go Live!\n',
      { edit: 'set_rollback', text: 'Fern turns it off.' },
      '## Rollback\n\nBe as specific as possible.\n\nFern turns it off.\n\n## Go Live!\n',
    ],
    [
      'a contact among its like',
      "**Points of Contact**\n\n**Primary POC's**\n\nPriya Raman - Program Manager\n\n**Back Up POC's**\n\nAlma Reyes - Administrator\n",
      { edit: 'add_contact', name: 'Grace Okafor', role: 'Government Lead', tier: 'primary' },
      "**Points of Contact**\n\n**Primary POC's**\n\nPriya Raman - Program Manager\n\nGrace Okafor - Government Lead\n\n**Back Up POC's**\n\nAlma Reyes - Administrator\n",
    ],
    [
      "a name in its place, and a role in the contact's own form",
      '## Contacts\n\n| Role | Name |\n|-|-|\n| QA Lead | Quentin Marsh |\n| PM | Priya Raman |\n',
      {
        edit: 'change_contact',
        name: 'Quentin Marsh',
        line: 5,
        to: 'Ada Whitcombe',
        role: 'Tester',
      },
      '## Contacts\n\n| Role | Name |\n|-|-|\n| Tester | Ada Whitcombe |\n| PM | Priya Raman |\n',
    ],
    [
      'a role that was not said',
      '**Primary POC**\n\nBen Castellano\n',
      { edit: 'change_contact', name: 'Ben Castellano', line: 3, role: 'Backend Lead' },
      '**Primary POC**\n\nBen Castellano - Backend Lead\n',
    ],
    [
      'a key wherever it is said, and its description',
      `${table}| \`permit_a\` | one |\n\nTurn \`permit_a\` on.\n`,
      { edit: 'change_toggle', key: 'permit_a', to: 'permit_b', description: 'two' },
      `${table}| \`permit_b\` | two |\n\nTurn \`permit_b\` on.\n`,
    ],
    [
      'a name shared with others',
      '## Responsibilities\n- **Engineering (Ben, Fern):** watch\n',
      { edit: 'remove_contact', name: 'Ben', line: 2 },
      '## Responsibilities\n- **Engineering (Fern):** watch\n',
    ],
    [
      'a tick',
      '## Validation\n- [ ] One\n- [ ] Two\n',
      { edit: 'tick_validation', line: 3, checked: true },
      '## Validation\n- [ ] One\n- [x] Two\n',
    ],
    [
      'a list without boxes',
      '## Validation\n•\t One\n',
      { edit: 'tick_validation', line: 2, checked: true },
      '## Validation\n•\t [x] One\n',
    ],
    [
      'a choice of the template',
      '### 1-week results\n- Any issues with VA handling/processing?:  [PICK_ONE]: yes | no |  N/A\n',
      { edit: 'answer_prompt', line: 2, answer: 'No' },
      '### 1-week results\n- Any issues with VA handling/processing?:  No\n',
    ],
    [
      'a placeholder that says what to write',
      '## Rollback\n\n[FILL_IN]: who turns it off\n',
      { edit: 'answer_prompt', line: 3, answer: 'Ben, within ten minutes.' },
      '## Rollback\n\nBen, within ten minutes.\n',
    ],
    [
      'a cell that waits, each in turn',
      `${table}| [FILL_IN] | [FILL_IN] |\n`,
      { edit: 'answer_prompt', line: 7, answer: 'permit_b' },
      `${table}| permit_b | [FILL_IN] |\n`,
    ],
    [
      'an answer of a sheet',
      '# Permits Go / No Go\n\n**Ben**: is it tested by hand?\n- Answer:\n',
      { edit: 'answer_prompt', line: 3, answer: 'Yes' },
      '# Permits Go / No Go\n\n**Ben**: is it tested by hand?\n- Answer: Yes\n',
    ],
    [
      'a check-in that waits',
      '### 1-week results\n\nTBD\n\n### 1-month results\n\nTBD\n',
      { edit: 'set_check_in', which: 'one_week', text: 'No complaints.' },
      '### 1-week results\n\nNo complaints.\n\n### 1-month results\n\nTBD\n',
    ],
  ])('%s', (_, text, edit, expected) => {
    expect(edited(text, edit)).toBe(expected)
  })
})
