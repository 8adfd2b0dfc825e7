import { describe, expect, test } from 'vitest'
import { editInTurn } from '../../../domain/plan/edit-in-turn.ts'
import { readPlan } from '../../../domain/plan/read-plan.ts'
import { contactDrafts, contactEdits } from './contact-edits.ts'
import { promptEdits } from './prompt-edits.ts'
import { toggleDrafts, toggleEdits } from './toggle-edits.ts'

const plan = `# Permit Release Plan

## Toggles

| Toggle name | Description |
|-|-|
| permit_a | one |
| permit_b | two |

## Points of Contact

**Primary**

- Priya Raman - Program Manager
- Ben Castellano - Backend

**Backup**

- Fern Lindqvist - Frontend

## Post-launch

### 1-week results
- Number of unique users: [FILL_IN]
- Types of errors logged: [FILL_IN]
`
const { toggles, contacts, unanswered_items: items } = readPlan(plan)

describe('the form of the contacts', () => {
  test('takes out, changes, and adds in the right block', () => {
    const [priya, ben, fern] = contactDrafts(contacts)
    if (!priya || !ben || !fern) throw new Error('three contacts')
    const { edits } = contactEdits(contacts, [
      { ...ben, role: 'Backend Lead' },
      { ...fern, tier: 'primary' },
      { id: 9, from: null, name: 'Ada Whitcombe', role: 'Accessibility', tier: 'backup' },
    ])
    const edited = editInTurn(plan, edits)
    expect(edited.done && edited.reading.contacts.map(({ line: _, ...rest }) => rest)).toEqual([
      { name: 'Ben Castellano', role: 'Backend Lead', tier: 'primary' },
      { name: 'Fern Lindqvist', role: 'Frontend', tier: 'primary' },
      { name: 'Ada Whitcombe', role: 'Accessibility', tier: 'backup' },
    ])
  })

  test('says what is missing', () => {
    const nameless = { id: 9, from: null, name: ' ', role: '', tier: '' }
    expect(contactEdits(contacts, [...contactDrafts(contacts), nameless]).missing).toBe(
      'Name every contact.',
    )
    expect(contactEdits(contacts, contactDrafts(contacts))).toEqual({ edits: [], missing: null })
  })
})

describe('the form of the toggles', () => {
  test('takes out, changes and adds', () => {
    const [, second] = toggleDrafts(toggles)
    if (!second) throw new Error('two toggles')
    const { edits } = toggleEdits(toggles, [
      { ...second, key: 'permit_c', description: 'three' },
      { id: 9, from: null, key: 'permit_d', description: '' },
    ])
    const edited = editInTurn(plan, edits)
    expect(
      edited.done && edited.reading.toggles.map(({ key, description }) => [key, description]),
    ).toEqual([
      ['permit_c', 'three'],
      ['permit_d', null],
    ])
  })

  test('asks for a key that can be one', () => {
    const odd = { id: 9, from: null, key: 'not a key', description: '' }
    expect(toggleEdits(toggles, [odd]).missing).toContain('“not a key” is no key')
  })
})

test('answers to prompts are written from the last line up, so that each finds its own', () => {
  const answers = new Map([
    [0, 'Forty'],
    [1, ' None '],
  ])
  const { edits } = promptEdits(items, answers)
  const edited = editInTurn(plan, edits)
  expect(edited.done && edited.text).toBe(
    plan.replace('users: [FILL_IN]', 'users: Forty').replace('logged: [FILL_IN]', 'logged: None'),
  )
})
