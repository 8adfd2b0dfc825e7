import { describe, expect, it } from 'vitest'
import { readPlan } from './read-plan.ts'

const open = (text: string) => readPlan(text).unanswered_items

describe('the prompts that wait for an answer', () => {
  it('are those with a placeholder, or with nothing behind them, with their lines', () => {
    const text = `### Stage A: Canary
- Length of time: [FILL_IN] (*minimum 2 hours*)
- Percentage of Users (and roughly how many users do you expect this to be): 5%
- Number of unique users:
- Was any downstream service affected by the change?: [PICK_ONE]: No
- Types of errors logged: N/A
- If yes, what: lorem ipsum
`
    expect(open(text)).toEqual([
      { prompt: 'Length of time', line: 2 },
      { prompt: 'Number of unique users', line: 4 },
      { prompt: 'If yes, what', line: 7 },
    ])
    expect(readPlan(text).unanswered).toBe(3)
  })

  it('are not those answered below, nor the template itself', () => {
    expect(open('- Types of errors logged:\n  - two timeouts')).toEqual([])
    expect(open('## When to use this release plan\n\n- [FILL_IN] is a placeholder')).toEqual([])
  })

  it('are rows of tables and bare placeholders too', () => {
    const rows = '| Toggle name | Description |\n|-|-|\n| [FILL_IN] | opens the page |\n'
    expect(open(rows)).toEqual([{ prompt: 'opens the page: Toggle name', line: 3 }])
    expect(open('## Rollback\n\n[FILL_IN]: create your rollback plan')).toHaveLength(1)
  })

  it('of a sheet are its decision and prompts', () => {
    const sheet =
      '# Permits Go / No Go\n\n## Decision: ____\n\nBen: is it tested by hand?\n- Answer:\n'
    expect(open(sheet)).toEqual([
      { prompt: 'Decision', line: 3 },
      { prompt: 'is it tested by hand?', line: 5 },
    ])
  })
})
