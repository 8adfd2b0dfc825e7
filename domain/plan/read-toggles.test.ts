import { describe, expect, it } from 'vitest'
import { planText } from './plan-text.ts'
import { readToggles } from './read-toggles.ts'

const keys = (text: string) => readToggles(planText(text)).map(({ key }) => key)

describe('the toggles of a plan', () => {
  it('are the keys of the toggle table, with what it says of them', () => {
    const text = [
      '## Step 1: Development',
      '',
      '| Toggle name | Description |',
      '| --- | --- |',
      '| permit_renewal | lets people renew |',
      '| `permit_receipts` | [FILL_IN] |',
    ].join('\n')
    expect(readToggles(planText(text))).toEqual([
      { key: 'permit_renewal', description: 'lets people renew', line: 5 },
      { key: 'permit_receipts', description: null, line: 6 },
    ])
  })

  it('are read from a label with emphasis gone wrong, and the description below it', () => {
    const text = '**Toggle name: **permit_renewal**\n\n**Description: It shows the renewal card**'
    expect(readToggles(planText(text))).toEqual([
      { key: 'permit_renewal', description: 'It shows the renewal card', line: 1 },
    ])
  })

  it.each([
    ['a label', 'Feature toggle name: permit_renewal'],
    ['a label above the key', 'Feature Toggle/flag:\n`permit_renewal` opens the page'],
    ['a label with a dash', 'Feature flag - `permit_renewal`'],
    ['a list below a label', 'Toggles:\n\n- permit_renewal - opens the page'],
    ['a list below a heading', '## Feature toggles\n\n1. `permit_renewal`'],
    ['a table below a heading', '## Toggles\n| Name | Use |\n|-|-|\n| permit_renewal | page |'],
    ['a table without its rule', '| Toggle name | Use |\n| permit_renewal | page |'],
    ['a table in a quote', '> | Flag | Use |\n> |-|-|\n> | permit_renewal | page |'],
    ['a link to Flipper', 'See [it](https://api.va.gov/flipper/features/permit_renewal).'],
    ['prose in code marks', 'Some people are let in by the `permit_renewal` Flipper toggle.'],
    ['prose without marks', 'It is behind a feature toggle permit_renewal'],
    ['the verb of a flip', 'On the day, enable `permit_renewal` for all.'],
    [
      'a rollout by it',
      'Mitigation: controlled rollout using `permit_renewal`, and a look at logs.',
    ],
    ['a heading of a table', '| # | `permit_renewal`<br> flipper status |\n|-|-|\n| 1 | on |'],
    ['brackets like a placeholder', '**Toggle name:** [permit_renewal]'],
  ])('are found in %s', (_, text) => {
    expect(keys(text)).toEqual(['permit_renewal'])
  })

  it.each([
    [
      'placeholders',
      '| Toggle name | Use |\n|-|-|\n| [FILL_IN] | x |\n| TBD | y |\n| permit_prod_??? | z |',
    ],
    ['a blanked name', '**Toggle name:**  ****'],
    ['struck-through keys', '## Feature toggles\n\n1. ~~`permit_old`~~'],
    ['comments', '<!-- Toggle name: permit_old -->'],
    ['answers', 'Feature toggle: yes\n\nToggle name: N/A\n\nFlipper: not needed'],
    ['metrics', 'Alerts on the `manual_desk` rate, and the `desk_errors` metric of the flag'],
    ['tables and columns', 'Look at the `updated_at` column, then set the flag'],
    ['gates', 'the `percentage_of_actors` gate of the toggle'],
    ['paths', 'the toggle on `/permits/new_page` and `src/permit_form/index`'],
    ['a status column', '| User type | Flipper status |\n|-|-|\n| residents | Enabled |'],
  ])('are not %s', (_, text) => {
    expect(keys(text)).toEqual([])
  })

  it('stand in the order of their first mention, wherever that is', () => {
    const text =
      'First disable `permit_old`.\n\n| Toggle name | Use |\n|-|-|\n| permit_new | a |\n| permit_old | b |'
    expect(keys(text)).toEqual(['permit_old', 'permit_new'])
  })

  it('are each listed once, in the spelling of the registry where both are used', () => {
    expect(keys('The `permitRenewal` toggle (`permit_renewal` on the server)')).toEqual([
      'permit_renewal',
    ])
    expect(keys('The `permitRenewal` toggle')).toEqual(['permitRenewal'])
  })

  it('may share a cell or an answer', () => {
    expect(keys('| Flag |\n|-|\n| `permit_a`<br>`permit_b` |')).toEqual(['permit_a', 'permit_b'])
    expect(keys('Toggles: `permit_a` (page), `permit_b` and `permit_c`')).toEqual([
      'permit_a',
      'permit_b',
      'permit_c',
    ])
  })
})
